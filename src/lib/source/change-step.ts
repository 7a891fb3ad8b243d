/** One change made to a draft: along the pointer, then what is asked for. Writes nothing. */
import {
  draftOf,
  isDeeper,
  open,
  scalarOf,
  type Draft,
  type DraftList,
  type DraftMap
} from './change-draft.ts';
import type { Change, Plain } from './change-kind.ts';
import { openInside } from './change-inside.ts';
import { merge } from './change-merge.ts';
import type { Diagnostic } from './diagnostic.ts';
import * as problem from './diagnostics.ts';
import { MAX_DEPTH } from './limits.ts';
import { split } from './pointer.ts';
import type { SourceRange } from './text.ts';

/** The draft with the change in it, or why that cannot be. Never throws. */
export function applyStep(root: Draft, change: Change, whole: SourceRange): Draft | Refusal {
  const at = { range: whole, path: change.at };
  if (change.at !== '' && !change.at.startsWith('/')) return refuse(problem.badPointer(at));
  const keys = split(change.at);
  const depth = 'set' in change && isDeeper(change.set, MAX_DEPTH) ? Infinity : keys.length;
  if (depth > 2 * MAX_DEPTH) return refuse(problem.tooDeep(at, MAX_DEPTH));
  return new Step(change, keys, whole).make(root, 0);
}

export interface Refusal {
  readonly kind: 'refused';
  readonly diagnostic: Diagnostic;
}

function refuse(diagnostic: Diagnostic): Refusal {
  return { kind: 'refused', diagnostic };
}

const INDEX = /^(?:0|[1-9]\d{0,8})$/;

class Step {
  readonly #change: Change;
  readonly #keys: readonly string[];
  /** Of the innermost value of the file that the pointer has reached. */
  #range: SourceRange;
  /** Inside the text of a scalar, whose places are not those of the file. */
  #isInside = false;

  constructor(change: Change, keys: readonly string[], whole: SourceRange) {
    this.#change = change;
    this.#keys = keys;
    this.#range = whole;
  }

  /** @param index of the next key to follow */
  make(draft: Draft, index: number): Draft | Refusal {
    this.#reach(draft);
    const key = this.#keys[index];
    if (key === undefined) return this.#put(draft);
    const opened = this.#isNull(draft) ? emptyFor(key) : open(draft);
    if (opened.kind === 'map') return this.#inMap(draft, opened, index);
    if (opened.kind === 'list') return this.#inList(draft, opened, index);
    const inside = openInside(draft);
    if (!inside) return refuse(problem.leadsThroughText(this.#at, this.#keys.slice(0, index)));
    this.#isInside = true;
    const inner = this.make(inside.inner, index);
    if (inner.kind === 'refused') return inner;
    return inner === inside.inner ? draft : { ...inside, inner };
  }

  #inMap(draft: Draft, map: DraftMap, index: number): Draft | Refusal {
    const key = this.#keys[index] ?? '';
    const entry = map.entries.find((candidate) => candidate.key === key);
    const isLast = index === this.#keys.length - 1;
    if (!entry) {
      const value = this.#missing(index);
      return value.kind === 'refused'
        ? value
        : { ...map, entries: [...map.entries, { key, value, origin: null }] };
    }
    if (isLast && 'remove' in this.#change) {
      return { ...map, entries: map.entries.filter((candidate) => candidate !== entry) };
    }
    if (isLast && 'rename' in this.#change) {
      return key === this.#change.rename ? draft : this.#rename(map, key, this.#change.rename);
    }
    const value = this.make(entry.value, index + 1);
    if (value.kind === 'refused') return value;
    if (value === entry.value) return draft;
    const entries = map.entries.map((candidate) => (candidate === entry ? { ...entry, value } : candidate));
    return { ...map, entries };
  }

  #rename(map: DraftMap, from: string, to: string): Draft | Refusal {
    if (map.entries.some(({ key }) => key === to)) return refuse(problem.keyTaken(this.#at, to));
    return {
      ...map,
      entries: map.entries.map((entry) => (entry.key === from ? { ...entry, key: to } : entry))
    };
  }

  #inList(draft: Draft, list: DraftList, index: number): Draft | Refusal {
    const key = this.#keys[index] ?? '';
    const { items } = list;
    const place = placeIn(items, key);
    if (place > items.length) return refuse(problem.badIndex(this.#at, key, items.length));
    const item = items[place];
    const isLast = index === this.#keys.length - 1;
    if (!item) {
      const value = this.#missing(index);
      return value.kind === 'refused' ? value : { ...list, items: [...items, { value, origin: null }] };
    }
    if (isLast && 'remove' in this.#change) {
      return { ...list, items: items.filter((candidate) => candidate !== item) };
    }
    if (isLast && 'rename' in this.#change) return refuse(problem.notAKey(this.#at));
    const value = this.make(item.value, index + 1);
    if (value.kind === 'refused') return value;
    if (value === item.value) return draft;
    return {
      ...list,
      items: items.map((candidate) => (candidate === item ? { ...item, value } : candidate))
    };
  }

  /** What comes to stand where the key of that index leads to nothing. */
  #missing(index: number): Draft | Refusal {
    if (!('set' in this.#change) && !('block' in this.#change)) {
      return refuse(problem.nothingThere(this.#at, this.#keys.slice(0, index + 1)));
    }
    let value = this.#value(this.#change);
    for (const key of this.#keys.slice(index + 1).toReversed()) {
      const parent = emptyFor(key);
      const origin = null;
      value =
        parent.kind === 'list'
          ? { ...parent, items: [{ value, origin }] }
          : { ...parent, entries: [{ key, value, origin }] };
    }
    return value;
  }

  /** The pointer has led to the value. */
  #put(draft: Draft): Draft | Refusal {
    const change = this.#change;
    if ('set' in change || 'block' in change) return merge(draft, this.#value(change));
    return refuse(problem.notAKey(this.#at));
  }

  #value(change: { readonly set: Plain } | { readonly block: string }): Draft {
    if ('set' in change) return draftOf(change.set);
    return { kind: 'text', text: change.block, bare: false, block: true };
  }

  /** Nothing, as a parent of something, is an empty map or list. */
  #isNull(draft: Draft): boolean {
    const { text, bare } = scalarOf(draft);
    const isAsked = 'set' in this.#change || 'block' in this.#change;
    return isAsked && bare && /^(?:|~|null)$/.test(text);
  }

  #reach(draft: Draft): void {
    if (this.#isInside) return;
    if (draft.kind === 'kept') this.#range = draft.tree.range;
    else if ((draft.kind === 'map' || draft.kind === 'list') && draft.origin)
      this.#range = draft.origin.range;
  }

  get #at(): problem.Place {
    return { range: this.#range, path: this.#change.at };
  }
}

/** Where an item of that name stands, or would; further behind for a name that is no place. */
function placeIn(items: readonly unknown[], key: string): number {
  if (key === '-') return items.length;
  return INDEX.test(key) ? Number(key) : Infinity;
}

/** The parent that an entry or item of this name needs. */
function emptyFor(key: string): DraftMap | DraftList {
  if (key === '-') return { kind: 'list', origin: null, items: [] };
  return { kind: 'map', origin: null, entries: [] };
}
