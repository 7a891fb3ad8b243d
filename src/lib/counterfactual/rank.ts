/** Which edits come first, and which of several say the same. */
import type { Candidate, FlipEdit } from './report.ts';

/**
 * The least blast radius first: requests of the file and cells of the world that flip beside the one asked; of the same
 * radius the smaller edit. Of several of one kind with the same effect the first is kept.
 *
 * @param sizes of the edits, in their order
 */
export function rank(edits: readonly FlipEdit[], sizes: readonly number[]): readonly FlipEdit[] {
  const order = edits.map((edit, at) => ({ edit, at, size: sizes[at] ?? 0, blast: blastOf(edit) }));
  order.sort((a, b) => a.blast - b.blast || a.size - b.size || a.at - b.at);
  const seen = new Set<string>();
  return order.flatMap(({ edit }) => {
    const key = effectOf(edit);
    if (seen.has(key)) return [];
    seen.add(key);
    return [edit];
  });
}

/** How much flips beside what was asked. */
export function blastOf({ flips, cells }: FlipEdit): number {
  return flips.length + cells.allowed + cells.denied;
}

/** Two edits with the same say the same: kind, place in the file down to the policy, and what flips. */
function effectOf({ kind, edit, flips, cells }: FlipEdit): string {
  const places = edit.changes.map(({ at }) => at.replace(/\/(Statement|Condition)\b.*$/, ''));
  const isFact = kind === 'fact' || kind === 'tag';
  const where = isFact ? edit.changes : [...new Set(places)];
  return JSON.stringify([kind, where, flips, cells.allowed, cells.denied]);
}

/** Pairs of which another has the same changes the other way round. */
export function merge<T extends { readonly parts: readonly Candidate[] }>(pairs: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return pairs.filter(({ parts }) => {
    const key = parts
      .map(({ changes }) => JSON.stringify(changes))
      .toSorted()
      .join(' ');
    return seen.has(key) ? false : seen.add(key);
  });
}
