/**
 * What differs between two versions of a file, by what they say and not by how they are written: trees are compared,
 * and policies given as text count as the documents in them.
 */
import { printPolicy } from '../policy/print.ts';
import { parseEmbeddedJson } from '../source/embedded.ts';
import type { Change } from '../source/change.ts';
import { toPlain } from '../source/plain.ts';
import { join } from '../source/pointer.ts';
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';
import { find, isNull, type Tree, type TreeList, type TreeMap } from '../source/tree.ts';
import { pairItems } from './pair-items.ts';
import { placeTitle } from './place-title.ts';

export interface Difference {
  /** JSON Pointer into the later file; of what was removed, into the earlier one. */
  readonly pointer: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The place, in words. */
  readonly title: string;
  /** JSON, or the plain text of a scalar. */
  readonly before: string | null;
  readonly after: string | null;
  /** Makes this place of the later file what it was; null for a file that cannot be read. */
  readonly back: Change | null;
}

export interface Differences {
  readonly list: readonly Difference[];
  /** How many more there are than the list holds. */
  readonly more: number;
}

/** Differences that are listed at most. */
const MAX_LISTED = 200;

/** Differences that are counted at most; beyond, the files have little in common. */
const MAX_COUNTED = 5000;

/** @returns in the order of the later file. A file that cannot be read differs as a whole, by its text. Never throws. */
export function differences(before: SourceText, after: SourceText): Differences {
  if (before.text === after.text) return { list: [], more: 0 };
  const [a, b] = [readTree(before).value, readTree(after).value];
  if (a === null || b === null) return { list: [wholeFile(before.text, after.text)], more: 0 };
  const found: Found[] = [];
  compare(unfold(a), unfold(b), '', found);
  const list = found.slice(0, MAX_LISTED).map(toDifference);
  return { list, more: found.length - list.length };
}

interface Found {
  readonly pointer: string;
  readonly before: Tree | null;
  readonly after: Tree | null;
  readonly title: string;
  readonly back: Change;
}

function wholeFile(before: string, after: string): Difference {
  const title = 'the whole file, which cannot be read';
  return { pointer: '', kind: 'changed', title, before, after, back: null };
}

function toDifference({ pointer, before, after, title, back }: Found): Difference {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { pointer, kind, title, before: toText(before), after: toText(after), back };
}

function toText(tree: Tree | null): string | null {
  return tree === null ? null : tree.kind === 'text' ? tree.text : printPolicy(tree);
}

/** The roots, for titles, are carried along. */
interface Roots {
  readonly before: Tree;
  readonly after: Tree;
}

function compare(a: Tree, b: Tree, pointer: string, found: Found[]): void {
  const roots = { before: a, after: b };
  compareAt(a, b, { pointer, earlier: pointer }, roots, found);
}

/** Where a pair stands in each file; items of a list may have moved. */
interface Spot {
  readonly pointer: string;
  readonly earlier: string;
}

function compareAt(a: Tree, b: Tree, spot: Spot, roots: Roots, found: Found[]): void {
  if (found.length >= MAX_COUNTED) return;
  if (a.kind === 'map' && b.kind === 'map') compareMaps(a, b, spot, roots, found);
  else if (a.kind === 'list' && b.kind === 'list') compareLists(a, b, spot, roots, found);
  else if (!isSame(a, b)) report(a, b, spot, roots, found);
}

/** `layout` is written by the page whenever somebody drags something: one difference, however much was moved. */
function isOne(pointer: string): boolean {
  return pointer === '/layout';
}

function compareMaps(a: TreeMap, b: TreeMap, spot: Spot, roots: Roots, found: Found[]): void {
  if (isOne(spot.pointer)) {
    if (!isSame(a, b)) report(a, b, spot, roots, found);
    return;
  }
  const old = new Map(a.entries.map(({ key, value }) => [key, value]));
  const kept = new Set(b.entries.map(({ key }) => key));
  for (const { key, value } of b.entries) {
    const inner = deeper(spot, key, key);
    const before = old.get(key);
    if (before) compareAt(before, value, inner, roots, found);
    else report(null, value, inner, roots, found);
  }
  for (const { key, value } of a.entries) {
    if (!kept.has(key)) report(value, null, deeper(spot, key, key), roots, found);
  }
}

function compareLists(a: TreeList, b: TreeList, spot: Spot, roots: Roots, found: Found[]): void {
  for (const [from, to] of pairItems(a.items.map(keyOf), b.items.map(keyOf))) {
    const before = itemAt(a, from);
    const after = itemAt(b, to);
    const inner = deeper(spot, from ?? to ?? 0, to ?? from ?? 0);
    const gap = from === null ? null : { list: b, at: from, pointer: spot.pointer };
    if (before && after) compareAt(before, after, inner, roots, found);
    else report(before, after, inner, roots, found, gap);
  }
}

function itemAt({ items }: TreeList, at: number | null): Tree | null {
  return at === null ? null : (items[at] ?? null);
}

/** Where an item stood that is gone. */
interface Gap {
  readonly list: TreeList;
  readonly at: number;
  /** Of the list, in the later file. */
  readonly pointer: string;
}

function fill({ list, at, pointer }: Gap, item: Tree): Change {
  const items = list.items.map(toPlain);
  return { at: pointer, set: [...items.slice(0, at), toPlain(item), ...items.slice(at)] };
}

function deeper({ pointer, earlier }: Spot, from: string | number, to: string | number): Spot {
  return { pointer: join(pointer, to), earlier: join(earlier, from) };
}

function report(
  a: Tree | null,
  b: Tree | null,
  spot: Spot,
  roots: Roots,
  found: Found[],
  gap: Gap | null = null
): void {
  if (found.length >= MAX_COUNTED) return;
  const pointer = b === null ? spot.earlier : spot.pointer;
  const title = placeTitle(pointer, b === null ? roots.before : roots.after);
  found.push({ pointer, before: a, after: b, title, back: backOf(a, spot.pointer, gap) });
}

/** @param at in the later file */
function backOf(before: Tree | null, at: string, gap: Gap | null): Change {
  if (before === null) return { at, remove: true };
  return gap ? fill(gap, before) : { at, set: toPlain(before) };
}

/** How an item is told from its neighbours: the same text, and for a statement its Sid besides. */
function keyOf(item: Tree): { readonly text: string; readonly name: string | null; readonly isMap: boolean } {
  const sid = item.kind === 'map' ? find(item, 'Sid')?.value : null;
  return {
    text: printPolicy(item),
    name: sid?.kind === 'text' ? sid.text : null,
    isMap: item.kind === 'map'
  };
}

/** Whether two values say the same: quotes matter only around a null, the order of keys not at all. */
function isSame(a: Tree, b: Tree): boolean {
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text && isNull(a) === isNull(b);
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, at) => isSameAs(item, b.items[at]));
  }
  if (a.kind !== 'map' || b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  const others = new Map(b.entries.map(({ key, value }) => [key, value]));
  return a.entries.every(({ key, value }) => isSameAs(value, others.get(key)));
}

function isSameAs(a: Tree, b: Tree | undefined): boolean {
  return b !== undefined && isSame(a, b);
}

/** The tree with the documents in it that are given as text. What is no document stays the text it is. */
function unfold(tree: Tree): Tree {
  switch (tree.kind) {
    case 'text': {
      if (!tree.quoted || !/^\s*[[{]/.test(tree.text)) return tree;
      const { value, diagnostics } = parseEmbeddedJson(tree);
      return value === null || diagnostics.length > 0 ? tree : value;
    }
    case 'list':
      return { ...tree, items: tree.items.map(unfold) };
    case 'map':
      return { ...tree, entries: tree.entries.map((entry) => ({ ...entry, value: unfold(entry.value) })) };
  }
}
