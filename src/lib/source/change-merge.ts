/** A new value over an old one: what is equal stays as it stands in the file, only the rest becomes new. */
import { align } from './change-align.ts';
import {
  open,
  signature,
  type Draft,
  type DraftEntry,
  type DraftList,
  type DraftMap
} from './change-draft.ts';
import { openInside } from './change-inside.ts';

/**
 * The old value with the least changes that make it mean the new one. Maps are merged key by key (new keys at the
 * end), lists item by item, JSON text in a scalar as the list or map that it is.
 */
export function merge(before: Draft, after: Draft): Draft {
  const old = open(before);
  const fresh = open(after);
  if (old.kind === 'map' && fresh.kind === 'map') return mergeMaps(before, old, fresh);
  if (old.kind === 'list' && fresh.kind === 'list') return mergeLists(before, old, fresh);
  if (signature(before) === signature(after)) return before;
  if (fresh.kind !== 'map' && fresh.kind !== 'list') return after;
  const inside = openInside(before);
  if (!inside) return after;
  const inner = merge(inside.inner, after);
  return inner === inside.inner ? before : { ...inside, inner };
}

function mergeMaps(before: Draft, old: DraftMap, fresh: DraftMap): Draft {
  const wanted = new Map(fresh.entries.map((entry) => [entry.key, entry]));
  const known = new Set(old.entries.map(({ key }) => key));
  const kept = old.entries.flatMap((entry): readonly DraftEntry[] => {
    const value = wanted.get(entry.key)?.value;
    return value ? [{ ...entry, value: merge(entry.value, value) }] : [];
  });
  const added = fresh.entries.filter(({ key }) => !known.has(key));
  const isSame =
    added.length === 0 &&
    kept.length === old.entries.length &&
    kept.every(({ value }, index) => value === old.entries[index]?.value);
  return isSame ? before : { ...old, entries: [...kept, ...added] };
}

function mergeLists(before: Draft, old: DraftList, fresh: DraftList): Draft {
  const pairs = align(
    old.items.map(({ value }) => signature(value)),
    fresh.items.map(({ value }) => signature(value))
  );
  const items = fresh.items.map((item, index) => {
    const present = old.items[pairs[index] ?? -1];
    return present ? { ...present, value: merge(present.value, item.value) } : item;
  });
  const isSame =
    items.length === old.items.length && items.every(({ value }, index) => value === old.items[index]?.value);
  return isSame ? before : { ...old, items };
}
