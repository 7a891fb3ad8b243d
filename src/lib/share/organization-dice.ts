/** Numbers that look random and are the same for the same seed. */

export interface Dice {
  /** A whole number from 0 to below `sides`. */
  readonly upTo: (sides: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

/** The generator mulberry32: 32 bits of state, good enough for names and wiring. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const upTo = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
  return { upTo, pick: (items) => items[upTo(items.length)] ?? items[0] };
}
