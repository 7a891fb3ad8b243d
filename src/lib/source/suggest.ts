/** "Did you mean": the candidate nearest to a word that is not known. */

/** Longer words are not compared: nobody mistypes a whole policy. */
const MAX_LENGTH = 200;

/**
 * The candidate that somebody may have meant.
 *
 * A candidate that differs by case alone wins; else the one with the fewest slips (a letter too much, too little,
 * wrong, or two swapped), if they are at most a third of the longer word's length. On a tie the first one.
 *
 * @returns null if none is near. Time O(candidates × word²).
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > MAX_LENGTH) return null;
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (other === lower) return candidate;
    const limit = Math.min(least - 1, Math.floor(Math.max(lower.length, other.length) / 3));
    if (Math.abs(lower.length - other.length) > limit || candidate.length > MAX_LENGTH) continue;
    const slips = distance(lower, other);
    if (slips <= limit) {
      best = candidate;
      least = slips;
    }
  }
  return best;
}

/** Damerau-Levenshtein distance, in the variant where a swapped pair is not edited again. */
function distance(a: string, b: string): number {
  // cost[i][j] is the distance of the first i letters of a from the first j letters of b.
  const cost: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => cost[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    cost.push(row);
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change, swap));
    }
  }
  return at(a.length, b.length);
}
