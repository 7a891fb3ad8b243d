/**
 * Lines between two points as a surveyor would draw them: bent by halves, from a seed. A line is bent once, so that
 * the two territories that share it meet.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How rough a line is: the first bend, as a part of the line's length. */
export type Roughness = number;

/** Length below which a piece is straight, in the map's units. */
const FINEST = 7;

/** Points from `from` up to, without, `to`. */
export function bend(from: Point, to: Point, roughness: Roughness, seed: number): readonly Point[] {
  const random = randomOf(seed);
  const points: Point[] = [];
  halve(from, to, roughness, random, points);
  return points;
}

function halve(from: Point, to: Point, roughness: Roughness, random: () => number, into: Point[]): void {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < FINEST) {
    into.push(from);
    return;
  }
  const off = (random() - 0.5) * 2 * roughness;
  const middle = { x: (from.x + to.x) / 2 - dy * off, y: (from.y + to.y) / 2 + dx * off };
  halve(from, middle, roughness, random, into);
  halve(middle, to, roughness, random, into);
}

/** A line as an SVG path, to a tenth of a unit. */
export function toPath(points: readonly Point[], isClosed: boolean): string {
  const steps = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`);
  return steps.join('') + (isClosed ? 'Z' : '');
}

/** A number as short as it can stand in a path. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The same numbers from 0 to 1 for the same seed, on every machine (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
