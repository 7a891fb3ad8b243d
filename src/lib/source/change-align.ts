/** Which item of a new list is which item of the old one. Knows only how to tell two of them equal. */

/** Cells of the table of the longest common subsequence; beyond it only start and end are compared. */
const MAX_CELLS = 1_000_000;

/**
 * For each new item the old one it keeps or replaces, or null for one that is put in. Old indices only rise. Equal
 * items find each other first (common start, common end, longest common subsequence between them); what is left
 * between two of those is paired in order.
 *
 * @param before what tells the old items apart
 * @param after the same for the new ones
 */
export function align(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const middle = common(before.slice(start, before.length - end), after.slice(start, after.length - end)).map(
    ([a, b]) => [a + start, b + start] as const
  );
  const pairs: (number | null)[] = Array.from({ length: start }, (_, index) => index);
  for (const [a, b] of [...middle, [before.length - end, after.length - end] as const]) {
    fill(pairs, a, b);
    pairs.push(a);
  }
  pairs.pop();
  for (let index = before.length - end; index < before.length; index++) pairs.push(index);
  return pairs;
}

/** Pairs what lies before the old item `a` and the new item `b`, in order, as far as both sides have some. */
function fill(pairs: (number | null)[], a: number, b: number): void {
  const last = pairs.findLast((pair) => pair !== null) ?? -1;
  let next = last + 1;
  while (pairs.length < b) pairs.push(next < a ? next++ : null);
}

/** The longest common subsequence as pairs of indices. Time and space O(before × after). */
function common(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  if (before.length * after.length === 0 || (before.length + 1) * width > MAX_CELLS) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (a: number, b: number) => lengths[a * width + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      lengths[a * width + b] =
        before[a] === after[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [a, b] = [0, 0];
  while (a < before.length && b < after.length) {
    if (before[a] === after[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}
