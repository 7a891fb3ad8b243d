/**
 * What a document is to become: its tree with changes in it. What is kept is the tree itself, what is changed
 * remembers what it was, so that a writer can splice instead of printing. Knows no text and no format.
 */
import type { Plain } from './change-kind.ts';
import type { Diagnostic } from './diagnostic.ts';
import { isNull, type Tree, type TreeEntry, type TreeList, type TreeMap, type TreeText } from './tree.ts';

export type Draft = Kept | DraftText | DraftInside | DraftMap | DraftList;

/** Not changed, down to the last byte. */
interface Kept {
  readonly kind: 'kept';
  readonly tree: Tree;
}

export interface DraftText {
  readonly kind: 'text';
  readonly text: string;
  /** Null, a number or a boolean: never quoted. */
  readonly bare: boolean;
  /** To be written as a block, if it can be. */
  readonly block: boolean;
}

/** A text that gave a tree. */
export interface ReadTree {
  readonly value: Tree;
  readonly diagnostics: readonly Diagnostic[];
}

/** The JSON text in a scalar is changed, not the scalar. */
export interface DraftInside {
  readonly kind: 'inside';
  readonly scalar: TreeText;
  readonly before: ReadTree;
  /** Its places are those in the scalar's text. */
  readonly inner: Draft;
}

export interface DraftMap {
  readonly kind: 'map';
  readonly origin: TreeMap | null;
  /** Those that stood there, in their order, then the new ones. */
  readonly entries: readonly DraftEntry[];
}

export interface DraftEntry {
  readonly key: string;
  readonly value: Draft;
  readonly origin: TreeEntry | null;
}

export interface DraftList {
  readonly kind: 'list';
  readonly origin: TreeList | null;
  readonly items: readonly DraftItem[];
}

export interface DraftItem {
  readonly value: Draft;
  readonly origin: Tree | null;
}

export function keep(tree: Tree): Draft {
  return { kind: 'kept', tree };
}

/** New text, without a place yet. */
export function draftOf(plain: Plain): Draft {
  if (typeof plain === 'string') return { kind: 'text', text: plain, bare: false, block: false };
  if (typeof plain !== 'object' || plain === null) {
    return { kind: 'text', text: JSON.stringify(plain), bare: true, block: false };
  }
  if (isList(plain)) {
    return {
      kind: 'list',
      origin: null,
      items: plain.map((item) => ({ value: draftOf(item), origin: null }))
    };
  }
  const entries = Object.entries(plain).map(([key, value]) => ({ key, value: draftOf(value), origin: null }));
  return { kind: 'map', origin: null, entries };
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

/** Whether lists and maps stand in each other more than so many deep. */
export function isDeeper(plain: Plain, limit: number): boolean {
  if (typeof plain !== 'object' || plain === null) return false;
  return limit <= 0 || Object.values(plain).some((value: Plain) => isDeeper(value, limit - 1));
}

/** What a kept list or map holds, one level of it; anything else as it is. */
export function open(draft: Draft): Draft {
  if (draft.kind !== 'kept') return draft;
  const { tree } = draft;
  switch (tree.kind) {
    case 'text':
      return draft;
    case 'map': {
      const entries = tree.entries.map((origin) => ({ key: origin.key, value: keep(origin.value), origin }));
      return { kind: 'map', origin: tree, entries };
    }
    case 'list':
      return {
        kind: 'list',
        origin: tree,
        items: tree.items.map((origin) => ({ value: keep(origin), origin }))
      };
  }
}

/**
 * The data as one text: equal for two drafts that mean the same. The order of keys means nothing, `1.0` is `1`,
 * and all ways to write null are one.
 */
export function signature(draft: Draft): string {
  if (draft.kind === 'inside') return `inside ${signature(draft.inner)}`;
  const opened = open(draft);
  switch (opened.kind) {
    case 'map': {
      const entries = opened.entries.map(({ key, value }) => `${JSON.stringify(key)}:${signature(value)}`);
      return `{${entries.toSorted().join(',')}}`;
    }
    case 'list':
      return `[${opened.items.map(({ value }) => signature(value)).join(',')}]`;
    default: {
      const { text, bare } = scalarOf(opened);
      return bare ? normal(text) : JSON.stringify(text);
    }
  }
}

/** What a scalar says. Asked of a list or a map, the empty text. */
export function scalarOf(draft: Draft): { readonly text: string; readonly bare: boolean } {
  if (draft.kind === 'text') return draft;
  const tree = draft.kind === 'inside' ? draft.scalar : draft.kind === 'kept' ? draft.tree : null;
  if (tree?.kind !== 'text') return { text: '', bare: false };
  return { text: tree.text, bare: !tree.quoted && (isNull(tree) || isTyped(tree.text)) };
}

/** Whether an unquoted text is null, a boolean or a number for YAML 1.2 (core schema, 10.3.2) or for JSON. */
export function isTyped(text: string): boolean {
  return TYPED.test(text);
}

const TYPED =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

function normal(bare: string): string {
  if (bare === '' || bare === '~') return 'null';
  return JSON_NUMBER.test(bare) ? String(Number(bare)) : bare;
}
