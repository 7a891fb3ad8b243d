/**
 * Where a cursor stands in a text that may be half written: the maps and lists open around it, and the stretch it is
 * writing. Found by reading brackets, keys and indents as they come, never by a parse that could fail.
 */

/** A map or list that is open. Knows its parent only, so that deep nesting costs nothing. */
export interface Level {
  readonly kind: 'map' | 'list';
  readonly parent: Level | null;
  /** Its key in the parent; `-` for an item of a list. */
  readonly segment: string;
  /** Columns before its keys or dashes; -1 inside brackets. */
  readonly indent: number;
  /** What is there, with its text where it has one. The key being written is not among them. */
  readonly keys: Map<string, string>;
  /** Texts of the lists that stand in a map, by key: they are filled as the text is read. */
  readonly lists: Map<string, ReadonlySet<string>>;
  /** Texts of a list. */
  readonly items: Set<string>;
  /** The key whose value comes next, or came last. */
  key: string;
  phase: 'key' | 'colon' | 'value' | 'done';
}

/** What a choice replaces, and what has been written around it. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  readonly style: 'json' | 'flow' | 'block';
  /** The quote it stands in; empty outside of quotes. */
  readonly quote: string;
  readonly isClosed: boolean;
  /** Whether a colon follows. */
  readonly isKeyed: boolean;
}

export interface Place {
  /** The map or list around the cursor. */
  readonly level: Level;
  /** `either` in YAML, where a new line may become a key or a plain value. */
  readonly is: 'key' | 'value' | 'either';
  readonly slot: Slot;
}

export function newLevel(kind: Level['kind'], parent: Level | null, indent: number): Level {
  const segment = !parent ? '' : parent.kind === 'list' ? '-' : parent.key;
  const items = new Set<string>();
  if (kind === 'list' && parent?.kind === 'map') parent.lists.set(parent.key, items);
  return { kind, parent, segment, indent, keys: new Map(), lists: new Map(), items, key: '', phase: 'key' };
}

/** From the root to a level: keys, and `-` for an item of a list. */
export function pathOf(level: Level): readonly string[] {
  const path: string[] = [];
  for (let at = level; at.parent; at = at.parent) path.push(at.segment);
  return path.reverse();
}

/** From the root to the value being written. */
export function valuePath({ level, is }: Place): readonly string[] {
  const path = pathOf(level);
  if (is === 'either') return path;
  return [...path, level.kind === 'list' ? '-' : level.key];
}

/** Texts that stand in the same list already. */
export function itemsAround({ level, is }: Place): ReadonlySet<string> {
  return is === 'either' && level.parent ? level.parent.items : level.items;
}

/** Texts of the nearest map around the cursor that has one of these keys, alone or as a list. */
export function textsAround({ level }: Place, keys: readonly string[]): readonly string[] {
  for (let at: Level | null = level; at; at = at.parent) {
    const here = at;
    const found = keys.flatMap((key) => [...(here.lists.get(key) ?? []), here.keys.get(key) ?? '']);
    if (found.length > 0 && keys.some((key) => here.lists.has(key) || here.keys.has(key))) {
      return found.filter((text) => text !== '');
    }
  }
  return [];
}
