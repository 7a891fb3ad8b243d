/** The outline as the rows one sees, and what a key means on one of them. Knows no page. */
import { NODE_WORDS } from '../graph/node-words.ts';
import { grouped } from '../graph/number.ts';
import type { OutlineItem } from '../graph/outline.ts';

export interface OutlineRow {
  readonly item: OutlineItem;
  /** 1 for accounts. */
  readonly level: number;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly size: number;
  /** Index of the parent's row; -1 for accounts. */
  readonly parent: number;
  /** null where there is nothing to open. */
  readonly isOpen: boolean | null;
}

/** Siblings that are shown at first, and how many each wish for more adds. */
export const PAGE = 200;
/** More rows than this stay closed until somebody opens their account. */
const MANY = 400;

/** How rows are made of items. */
export interface Unfolding {
  readonly isOpen: (item: OutlineItem) => boolean;
  /** Ids that are shown however far down they stand. */
  readonly path: ReadonlySet<string>;
  /** How many siblings are shown, by the id of the row that asks for more. */
  readonly shown: ReadonlyMap<string, number>;
}

/** Whether the accounts are open before anybody opened one. */
export function opensAtFirst(items: readonly OutlineItem[]): boolean {
  return items.length === 1 || items.reduce((sum, item) => sum + childrenOf(item).length, 0) <= MANY;
}

/**
 * In reading order, without what is closed away. Headings over nodes are left out: each row says its own kind. Of
 * very many siblings the first are shown, and a row that asks for more.
 */
export function rowsOf(
  items: readonly OutlineItem[],
  { isOpen, path, shown }: Unfolding
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const visit = (siblings: readonly OutlineItem[], level: number, parent: number): void => {
    const more = `more:${rows[parent]?.item.id ?? ''}`;
    const most = shown.get(more) ?? PAGE;
    for (const [index, item] of siblings.entries()) {
      if (index >= most && !path.has(item.id)) continue;
      const children = childrenOf(item);
      const open = children.length === 0 ? null : isOpen(item);
      rows.push({ item, level, position: index + 1, size: siblings.length, parent, isOpen: open });
      if (open) visit(children, level + 1, rows.length - 1);
    }
    const size = siblings.length;
    if (size > most)
      rows.push({ item: moreItem(more, size - most), level, position: size, size, parent, isOpen: null });
  };
  visit(items, 1, -1);
  return rows;
}

function moreItem(id: string, count: number): OutlineItem {
  const label = `${grouped(count)} more`;
  return { id, kind: 'more', selectable: false, nodeKind: null, label, sublabel: '', children: [] };
}

function childrenOf(item: OutlineItem): readonly OutlineItem[] {
  return item.children.flatMap((child) => {
    const isOverNodes = child.kind === 'heading' && child.children.every(({ kind }) => kind === 'node');
    return isOverNodes ? child.children : [child];
  });
}

/**
 * `dana, user`: the whole of a row in words, without what stands below it.
 *
 * @param told what the graph shows of it at this step
 */
export function nameOf({ label, nodeKind, sublabel, whole = '' }: OutlineItem, told = ''): string {
  // An account is read as it stands there, name and number; of everything else the kind comes first.
  const own =
    nodeKind === null ? [`${label} ${sublabel}`.trim()] : [label, NODE_WORDS[nodeKind], sublabel, whole];
  return [...own, told].filter((text) => text !== '').join(nodeKind === null ? ': ' : ', ');
}

/** What the step on show makes of a row. */
export interface RowStep {
  readonly isLit: boolean;
  /** What the graph shows of it, in words; empty for nothing. */
  readonly told: string;
}

/** Ids of an item and all above it; empty when there is no such item. */
export function pathTo(items: readonly OutlineItem[], id: string | null): ReadonlySet<string> {
  for (const item of items) {
    if (item.id === id) return new Set([id]);
    const path = pathTo(item.children, id);
    if (path.size > 0) return new Set([item.id, ...path]);
  }
  return new Set();
}

/** What a key does: move to a row, open or close the row itself, or choose it. */
export type Answer =
  { readonly does: 'move'; readonly to: number } | { readonly does: 'open' | 'close' | 'choose' };

/**
 * The tree keys of the WAI-ARIA practices; null for every other key.
 *
 * @param index of the row the key was pressed on
 */
export function answerTo(key: string, rows: readonly OutlineRow[], index: number): Answer | null {
  if (key === 'Enter' || key === ' ') return { does: 'choose' };
  if (key === 'ArrowLeft' || key === 'ArrowRight') return sideways(key, rows, index);
  if (/^\p{L}$/u.test(key)) return { does: 'move', to: nextBeginning(key, rows, index) };
  const last = rows.length - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, index + 1),
    ArrowUp: Math.max(0, index - 1),
    Home: 0,
    End: last
  };
  const to = places[key];
  return to === undefined ? null : { does: 'move', to };
}

function sideways(key: 'ArrowLeft' | 'ArrowRight', rows: readonly OutlineRow[], index: number): Answer {
  const row = rows[index];
  const stay = { does: 'move', to: index } as const;
  if (!row) return stay;
  if (key === 'ArrowRight') {
    if (row.isOpen === null) return stay;
    return row.isOpen ? { does: 'move', to: index + 1 } : { does: 'open' };
  }
  if (row.isOpen) return { does: 'close' };
  return row.parent < 0 ? stay : { does: 'move', to: row.parent };
}

/** The next row, round the end, whose first letter it is; `/ecs/web` begins with an e. The row itself if none. */
function nextBeginning(letter: string, rows: readonly OutlineRow[], index: number): number {
  const wanted = letter.toLowerCase();
  for (let step = 1; step <= rows.length; step++) {
    const at = (index + step) % rows.length;
    const first = /\p{L}/u.exec(rows[at]?.item.label ?? '')?.[0];
    if (first?.toLowerCase() === wanted) return at;
  }
  return index;
}
