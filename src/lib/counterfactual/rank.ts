/** Which edits come first, and which of several say the same. */
import type { Candidate, CellCount, Flip } from './report.ts';

/** What an order needs to know of an edit. */
export interface Ranked {
  readonly parts: readonly Candidate[];
  readonly flips: readonly Flip[];
  readonly cells: CellCount;
  readonly size: number;
}

/**
 * The least blast radius first: requests of the file and cells of the world that flip beside the one asked; of the same
 * radius the smaller edit. Of several of one kind with the same effect the first is kept.
 */
export function rank<T extends Ranked>(edits: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return edits
    .map((edit) => ({ edit, blast: blastOf(edit) }))
    .toSorted((a, b) => a.blast - b.blast || a.edit.size - b.edit.size)
    .flatMap(({ edit }) => {
      const key = effectOf(edit);
      if (seen.has(key)) return [];
      seen.add(key);
      return [edit];
    });
}

/** How much flips beside what was asked. */
export function blastOf({ flips, cells }: Pick<Ranked, 'flips' | 'cells'>): number {
  return flips.length + cells.allowed + cells.denied;
}

/** Two edits with the same say the same: kinds, places in the file down to the policy, and what flips. */
function effectOf({ parts, flips, cells }: Ranked): string {
  const where = parts.map(({ kind, changes }) => {
    const isFact = kind === 'fact' || kind === 'tag';
    const places = changes.map(({ at }) => at.replace(/\/(Statement|Condition)\b.*$/, ''));
    return isFact ? [kind, changes] : [kind, ...new Set(places)];
  });
  return JSON.stringify([where, flips, cells.allowed, cells.denied]);
}

/** Pairs without those that have the same changes the other way round. */
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
