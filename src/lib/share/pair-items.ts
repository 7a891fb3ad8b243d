/** Which items of one list are which of another: equal ones in order (Myers, bounded), then by name, then by place. */

type Pair = readonly [number, number];

/** Insertions and removals that are looked for at most; beyond, the rest counts as new. */
const MAX_EDITS = 400;

/**
 * Pairs of equal items in the order of both lists, as many as there can be.
 *
 * Time and memory O((a + b + edits) × edits), edits bounded. Source: Myers, "An O(ND) difference algorithm", 1986.
 */
export function pairEqual(a: readonly string[], b: readonly string[]): readonly Pair[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const head = Array.from({ length: start }, (_, at): Pair => [at, at]);
  const tail = Array.from({ length: end }, (_, at): Pair => [a.length - end + at, b.length - end + at]);
  const middle = myers(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...head, ...middle.map(([i, j]): Pair => [i + start, j + start]), ...tail];
}

function myers(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const limit = Math.min(a.length + b.length, MAX_EDITS);
  const rows: Int32Array[] = [];
  const row = new Int32Array(2 * limit + 3);
  for (let edits = 0; edits <= limit; edits++) {
    rows.push(row.slice());
    for (let k = -edits; k <= edits; k += 2) {
      let i = startOf(row, k, edits);
      while (i < a.length && i - k < b.length && a[i] === b[i - k]) i++;
      row[k + middleOf(row)] = i;
      if (i >= a.length && i - k >= b.length) return trace(rows, a.length, b.length);
    }
  }
  return [];
}

/** A row holds how far each diagonal reaches; diagonal 0 stands in its middle. */
function middleOf(row: Int32Array): number {
  return (row.length - 1) / 2;
}

/** Whether the furthest way to a diagonal with so many edits ends in an insertion, else in a removal. */
function isInsertion(row: Int32Array, k: number, edits: number): boolean {
  const at = k + middleOf(row);
  return k === -edits || (k !== edits && (row[at - 1] ?? 0) < (row[at + 1] ?? 0));
}

/** How far that way reaches before equal items carry it on. */
function startOf(row: Int32Array, k: number, edits: number): number {
  const at = k + middleOf(row);
  return isInsertion(row, k, edits) ? (row[at + 1] ?? 0) : (row[at - 1] ?? 0) + 1;
}

/** The way back along the rows; where neither was edited, the items are equal. */
function trace(rows: readonly Int32Array[], lengthA: number, lengthB: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [lengthA, lengthB];
  for (const [edits, row] of [...rows.entries()].reverse()) {
    const k = i - j;
    const from = edits === 0 ? 0 : startOf(row, k, edits);
    while (i > from && j > from - k) pairs.push([--i, --j]);
    if (isInsertion(row, k, edits)) j--;
    else i--;
  }
  return pairs.reverse();
}

interface Item {
  readonly text: string;
  /** A name that no other item should have. */
  readonly name: string | null;
  /** Whether it has an inside worth comparing. */
  readonly isMap: boolean;
}

/** Every item of both lists once, with its counterpart or null, in the order of the second list, leftovers of the first in place. */
export function pairItems(
  a: readonly Item[],
  b: readonly Item[]
): readonly (readonly [number | null, number | null])[] {
  const partner = new Map(pairEqual(a.map(textOf), b.map(textOf)).map(([i, j]) => [j, i]));
  const used = new Set(partner.values());
  const pair = (keyOf: (item: Item) => string | null) => {
    const free = new Map<string, number[]>();
    a.forEach((item, i) => {
      const key = used.has(i) ? null : keyOf(item);
      if (key !== null) add(free, key, i);
    });
    b.forEach((item, j) => {
      const key = partner.has(j) ? null : keyOf(item);
      const i = key === null ? undefined : free.get(key)?.shift();
      if (i === undefined) return;
      partner.set(j, i);
      used.add(i);
    });
  };
  pair(({ name }) => name);
  pair(({ name, isMap }) => (isMap && name === null ? '' : null));
  const gone = a.flatMap((_, i) => (used.has(i) ? [] : [[i, null] as const]));
  return [...b.map((_, j) => [partner.get(j) ?? null, j] as const), ...gone];
}

function textOf({ text }: Item): string {
  return text;
}

function add(lists: Map<string, number[]>, key: string, value: number): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
