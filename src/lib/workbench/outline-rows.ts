/** The outline as the rows of a tree in which some branches are open. Knows no DOM. */
import type { OutlineItem } from '../graph/outline.ts';

export interface OutlineRow {
  readonly item: OutlineItem;
  /** From 1. */
  readonly level: number;
  /** Null for a leaf. */
  readonly isOpen: boolean | null;
  /** Place among its siblings, from 1, and how many they are. */
  readonly place: number;
  readonly of: number;
  readonly parent: string | null;
}

/** Branches that are open before anybody touched them. */
function opensByItself({ kind }: OutlineItem): boolean {
  return kind === 'account' || kind === 'outside' || kind === 'heading';
}

/**
 * The rows in sight.
 *
 * @param touched  branches opened or closed by hand
 * @param selected its ancestors are open whatever else holds, so that it is in sight
 */
export function toRows(
  items: readonly OutlineItem[],
  touched: ReadonlyMap<string, boolean>,
  selected: string | null
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (siblings: readonly OutlineItem[], level: number, parent: string | null) => {
    siblings.forEach((item, i) => {
      const isLeaf = item.children.length === 0;
      const isOpen = touched.get(item.id) ?? (opensByItself(item) || holds(item, selected));
      rows.push({ item, level, isOpen: isLeaf ? null : isOpen, place: i + 1, of: siblings.length, parent });
      if (!isLeaf && isOpen) add(item.children, level + 1, item.id);
    });
  };
  add(items, 1, null);
  return rows;
}

function holds(item: OutlineItem, id: string | null): boolean {
  return id !== null && item.children.some((child) => child.id === id || holds(child, id));
}

/** Where a key leads from a row of the tree: to another row, to opening or closing it, to choosing it; null elsewhere. */
export type TreeMove =
  | { readonly to: number }
  | { readonly open: boolean; readonly id: string }
  | { readonly choose: string };

export function moveBy(key: string, at: number, rows: readonly OutlineRow[]): TreeMove | null {
  const row = rows[at];
  if (!row) return null;
  const { item, isOpen } = row;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(at + 1, rows.length - 1) };
    case 'ArrowUp':
      return { to: Math.max(at - 1, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: rows.length - 1 };
    case 'ArrowRight':
      return isOpen === null ? null : isOpen ? { to: at + 1 } : { open: true, id: item.id };
    case 'ArrowLeft':
      if (isOpen) return { open: false, id: item.id };
      return row.parent === null ? null : { to: rows.findIndex((each) => each.item.id === row.parent) };
    case 'Enter':
    case ' ':
      return item.selectable ? { choose: item.id } : isOpen === null ? null : { open: !isOpen, id: item.id };
    default:
      return null;
  }
}
