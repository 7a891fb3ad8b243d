/**
 * Where the parts of a list or map stand in their text: what a tree does not tell. Reads only what lies between
 * values (white space, comments, colons, dashes, anchors, tags), and answers null where that is not what it finds.
 */
import type { Tree, TreeEntry, TreeList, TreeMap } from './tree.ts';

/** Where a value stands, and what may be written instead of it. */
export interface Slot {
  readonly tree: Tree;
  /** Right behind the colon or the dash. */
  readonly from: number;
  /** Where the value, or the alias in its place, begins and ends. Equal for a value that is not written. */
  readonly at: number;
  readonly to: number;
  readonly isAlias: boolean;
  /** An anchor or a tag stands before the value. */
  readonly hasProperties: boolean;
  /** Column of the key or dash, from 0; -1 for the whole document. */
  readonly column: number;
  /** Inside brackets. */
  readonly isFlow: boolean;
}

/** An entry or item with its slot; a key that has no colon has none. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly slot: Slot | null;
}

/** Whether brackets stand around a list or map. */
export function isFlow(tree: Tree, text: string): boolean {
  return tree.kind !== 'text' && text.charAt(tree.range.from) === (tree.kind === 'map' ? '{' : '[');
}

export function isBlockCollection(tree: Tree, text: string): boolean {
  return tree.kind !== 'text' && !isFlow(tree, text);
}

/** Whether a scalar is a literal or folded block. */
export function isBlockScalar({ tree, isFlow, isAlias }: Slot, text: string): boolean {
  return (
    !isFlow && !isAlias && tree.kind === 'text' && tree.quoted && /[|>]/.test(text.charAt(tree.range.from))
  );
}

export function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line's break begins, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return end > at && text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** Columns before an offset; a byte order mark takes none. */
export function columnOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return at - start - (start === 0 && text.startsWith('\u{FEFF}') && at > 0 ? 1 : 0);
}

/** The white space that a line begins with. */
export function indentOf(text: string, at: number): string {
  return /^\s*/.exec(text.slice(lineStart(text, at), at))?.[0].replace('\u{FEFF}', '') ?? '';
}

const TRIVIA = /(?:[ \t\r\n\uFEFF]+|(?<=\s|^)#[^\r\n]*)*/y;
const PROPERTY = /[&!][^\s,[\]{}]*/y;
const ALIAS = /\*[^\s,[\]{}]+/y;

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Behind white space and comments. */
export function skipTrivia(text: string, at: number): number {
  return matchAt(TRIVIA, text, at);
}

/** The slot of the value that comes after an offset, or null if something else comes first. */
function slotAfter(text: string, from: number, tree: Tree, at: Pick<Slot, 'column' | 'isFlow'>): Slot | null {
  const { range } = tree;
  const isAlias = range.from < from;
  const isEmpty = !isAlias && range.from === range.to;
  let start = skipTrivia(text, from);
  let hasProperties = false;
  while ((isAlias || start < range.from) && /[&!]/.test(text.charAt(start))) {
    start = skipTrivia(text, matchAt(PROPERTY, text, start));
    hasProperties = true;
  }
  const slot = { tree, from, isAlias, hasProperties, ...at };
  if (isEmpty) return start < range.from ? null : { ...slot, at: range.from, to: range.to };
  if (!isAlias) return start === range.from ? { ...slot, at: start, to: range.to } : null;
  const to = matchAt(ALIAS, text, start);
  return to > start ? { ...slot, at: start, to } : null;
}

/** The slot of the whole document. Nothing before it is ever touched. */
export function rootSlot(tree: Tree): Slot {
  const { from, to } = tree.range;
  return { tree, from, at: from, to, isAlias: false, hasProperties: false, column: -1, isFlow: false };
}

/** The parts in their order, or null when what lies between them cannot be told. Time O(what lies between). */
export function partsOf(tree: TreeMap | TreeList, text: string, inFlow: boolean): readonly Part[] | null {
  const flow = inFlow || isFlow(tree, text);
  if (inFlow && !isFlow(tree, text)) return null;
  const parts: Part[] = [];
  let last = tree.range.from + (flow ? 1 : 0);
  const children = tree.kind === 'map' ? tree.entries : tree.items;
  for (const child of children) {
    const part =
      'key' in child
        ? entryPart(child, text, flow, last)
        : itemPart(child, text, flow, last, parts.length === 0);
    if (!part) return null;
    parts.push(part);
    last = part.to;
  }
  return parts;
}

function entryPart(entry: TreeEntry, text: string, isFlow: boolean, last: number): Part | null {
  const { keyRange, value } = entry;
  const line = Math.max(lineStart(text, keyRange.from), isFlow ? last : 0);
  const before = text.slice(line, keyRange.from);
  const from = keyRange.from - (/(?:\?[ \t]+)?(?:[&!]\S*[ \t]+)*$/.exec(before)?.[0].length ?? 0);
  const colon = skipTrivia(text, keyRange.to);
  if (text.charAt(colon) !== ':') return { from, to: keyRange.to, slot: null };
  const slot = slotAfter(text, colon + 1, value, { column: columnOf(text, from), isFlow });
  return slot && { from, to: endOf(slot, text), slot };
}

function itemPart(tree: Tree, text: string, isFlow: boolean, last: number, isFirst: boolean): Part | null {
  let from = last;
  if (isFlow)
    from = isFirst ? last : skipTrivia(text, last) + 1; // behind the bracket or the comma
  else if (!isFirst) from = skipTrivia(text, last);
  const mark = text.charAt(isFlow ? from - 1 : from);
  if (mark !== (isFlow ? (isFirst ? '[' : ',') : '-')) return null;
  const slot = slotAfter(text, isFlow ? from : from + 1, tree, { column: columnOf(text, from), isFlow });
  if (!slot) return null;
  return { from: isFlow ? Math.min(skipTrivia(text, from), slot.at) : from, to: endOf(slot, text), slot };
}

/** Where a value ends: the empty lines that a block with `+` keeps belong to it. */
export function endOf(slot: Slot, text: string): number {
  const end = Math.max(slot.to, slot.from);
  if (slot.isAlias || slot.isFlow) return end;
  let leaf = slot.tree;
  for (;;) {
    if (isFlow(leaf, text)) return end;
    const child =
      leaf.kind === 'map' ? leaf.entries.at(-1)?.value : leaf.kind === 'list' ? leaf.items.at(-1) : null;
    if (!child) break;
    if (child.range.to !== leaf.range.to) return end;
    leaf = child;
  }
  return hasEmptyEnd(leaf, text) ? matchAt(EMPTY_LINES, text, end) : end;
}

/** Whether empty lines behind a block are part of its text. */
function hasEmptyEnd(tree: Tree, text: string): boolean {
  if (tree.kind !== 'text' || !tree.quoted) return false;
  const header = text.slice(tree.range.from, tree.range.from + 3);
  return /^[|>]/.test(header) && (header.includes('+') || /\n[ \t]+\n?$/.test(tree.text));
}

const EMPTY_LINES = /[ \t]*(?:\r?\n[ \t]*(?=\r?\n))*/y;
