/** The cheapest way along streets: by what is behind and the straight distance ahead. Turns cost. */
import type { Point } from './curve.ts';
import { Queue } from './bundle-queue.ts';

/** What a turn costs, in model units of way. */
const TURN = 50;

/** A stretch by the crossing to its left or above it, or how one came to a crossing. */
export function keyOf(at: number, isLevel: boolean): number {
  return 2 * at + (isLevel ? 1 : 0);
}

/** One search among crossings, counted row by row. A state is a crossing and whether one came to it level. */
export class Search {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  readonly #costOf: (at: number, isLevel: boolean) => number;
  /** By state: the least cost known, and the state before. */
  readonly #best: Float64Array;
  readonly #before: Int32Array;
  /** By state: whether the cheapest way to it has been gone on from. */
  readonly #isDone: Uint8Array;
  readonly #queue = new Queue<number>();
  readonly #begun: (readonly [state: number, cost: number])[] = [];

  constructor(
    xs: readonly number[],
    ys: readonly number[],
    costOf: (at: number, isLevel: boolean) => number
  ) {
    this.#xs = xs;
    this.#ys = ys;
    this.#costOf = costOf;
    this.#best = new Float64Array(2 * xs.length * ys.length).fill(Infinity);
    this.#before = new Int32Array(this.#best.length).fill(-1);
    this.#isDone = new Uint8Array(this.#best.length);
  }

  /** A crossing where the way may begin, reached by an upright stretch. */
  begin(at: number, cost: number): void {
    this.#begun.push([keyOf(at, false), cost]);
  }

  /**
   * The crossings of the cheapest way at which it turns, and its ends.
   *
   * @param goals crossings by what is left from there, an upright stretch
   */
  to(goals: ReadonlyMap<number, number>, aim: Point): readonly number[] | null {
    const wide = this.#xs.length;
    const [across, down] = [
      this.#xs.map((x) => Math.abs(x - aim.x)),
      this.#ys.map((y) => Math.abs(y - aim.y))
    ];
    const ahead = (at: number) => {
      const column = at % wide;
      return (across[column] ?? 0) + (down[(at - column) / wide] ?? 0);
    };
    for (const [state, cost] of this.#begun) this.#reach(state, cost, -1, ahead(state >> 1));
    for (let state = this.#queue.pop(); state !== undefined; state = this.#queue.pop()) {
      if (state < 0) return this.#trail(-state - 1);
      if (this.#isDone[state] === 1) continue;
      this.#isDone[state] = 1;
      const [at, isLevel] = [state >> 1, state % 2 === 1];
      const cost = this.#best[state] ?? Infinity;
      const rest = goals.get(at);
      if (rest !== undefined) this.#queue.push(-state - 1, cost + rest + (isLevel ? TURN : 0));
      const go = (next: number, level: boolean) => {
        const stretch = this.#costOf(Math.min(at, next), level);
        if (stretch === Infinity) return;
        const total = cost + stretch + (level === isLevel ? 0 : TURN);
        this.#reach(keyOf(next, level), total, state, ahead(next));
      };
      const column = at % wide;
      if (column + 1 < wide) go(at + 1, true);
      if (column > 0) go(at - 1, true);
      if (at + wide < wide * this.#ys.length) go(at + wide, false);
      if (at >= wide) go(at - wide, false);
    }
    return null;
  }

  #reach(state: number, cost: number, from: number, ahead: number): void {
    if (cost >= (this.#best[state] ?? 0) - 1e-9) return;
    this.#best[state] = cost;
    this.#before[state] = from;
    this.#queue.push(state, cost + ahead);
  }

  #trail(last: number): readonly number[] {
    const states: number[] = [];
    for (let state = last; state >= 0; state = this.#before[state] ?? -1) states.unshift(state);
    const turns = states.filter((state, index) => {
      const next = states[index + 1];
      return index === 0 || next === undefined || state % 2 !== next % 2;
    });
    return turns.map((state) => state >> 1);
  }
}
