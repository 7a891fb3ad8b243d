/** A pseudo-random generator of our own, so that a seed gives the same cases on every machine: mulberry32. */
export interface Random {
  /** A whole number from 0 to below `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True with a probability of one in `n`. */
  readonly once: (n: number) => boolean;
  /** Up to `most` elements of a list, at least `least`. */
  readonly some: <T>(list: readonly T[], least: number, most: number) => T[];
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number) => (count <= 0 ? 0 : next() % count);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[below(list.length)]!;
  };
  return {
    below,
    pick,
    once: (n) => below(n) === 0,
    some: (list, least, most) => Array.from({ length: least + below(most - least + 1) }, () => pick(list))
  };
}

/** A seed for the nth case of a run, so that a case can be made again by itself. */
export function seedOf(seed: number, index: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 2654435761) + Math.imul(index + 1, 40503)) >>> 0;
}
