/**
 * The cheapest way that never turns back: from left to right (or right to left) in even strides, at every stride as high
 * or low as it likes. What costs is what lies in the way, every unit of detour, and every change of direction.
 */
import type { Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import type { Costs } from './ground.ts';

/** Wanted length of a stride and height of a step, model units. */
const STRIDE = 34;
const STEP = 9;
/** So many steps up or down in one stride at most: steeper than two to one nobody calls it left to right. */
const REACH = 8;
const SAMPLES = 4;
/** Dearness of a unit of length beyond the straight way, and of a turn: by the square of steps per stride. */
const PER_UNIT = 0.045;
const PER_TURN = 0.03;
/** Nearer to each other than this, across, there is no left to right. */
const LEAST = 60;

/** Where a way may stand after so many strides, by its height in steps. */
interface Stands {
  readonly costs: Float64Array;
  /** Height at the stride before. */
  readonly before: Int16Array;
  /** Steps climbed in the last stride. */
  readonly climbs: Int8Array;
}

/**
 * The points between the ends, thinned to those where the way turns; null where the ends stand too near. Ends that stand
 * above each other are led from top to bottom instead.
 * Time O(strides × heights × REACH × SAMPLES).
 *
 * @param ground what a point costs, per stride of SAMPLES points
 * @param most no way that costs more is looked for
 */
export function swim(
  from: Point,
  to: Point,
  ground: Costs,
  within: Rectangle,
  most = Infinity
): readonly Point[] | null {
  if (Math.abs(to.x - from.x) >= LEAST) {
    return swimAcross(from, to, ground, [within.y, within.y + within.height], most);
  }
  if (Math.abs(to.y - from.y) < LEAST) return null;
  const turned: Costs = (x, y) => ground(y, x);
  const points = swimAcross(turn(from), turn(to), turned, [within.x, within.x + within.width], most);
  return points?.map(turn) ?? null;
}

function turn({ x, y }: Point): Point {
  return { x: y, y: x };
}

function swimAcross(
  from: Point,
  to: Point,
  ground: Costs,
  [top, bottom]: readonly [number, number],
  most: number
): readonly Point[] | null {
  const across = to.x - from.x;
  const strides = Math.max(3, Math.round(Math.abs(across) / STRIDE));
  const stride = across / strides;
  const heights = heightsBetween(from.y, top, bottom);
  let stands = noStands(heights.length);
  stands.costs[heights.indexOf(from.y)] = 0;
  const trail = [stands];
  for (let place = 1; place < strides; place++) {
    stands = advance(stands, heights, { x: from.x + (place - 1) * stride, stride }, ground, most);
    trail.push(stands);
  }
  const last = landing(stands, heights, { x: to.x - stride, stride }, to, ground);
  if (last === null) return null;
  const points: Point[] = [];
  for (let place = strides - 1, at = last; place > 0; place--) {
    points.unshift({ x: from.x + place * stride, y: heights[at] ?? from.y });
    at = trail[place]?.before[at] ?? at;
  }
  return thinned(from, points, to);
}

function noStands(count: number): Stands {
  return {
    costs: new Float64Array(count).fill(Infinity),
    before: new Int16Array(count),
    climbs: new Int8Array(count)
  };
}

function heightsBetween(start: number, top: number, bottom: number): readonly number[] {
  const up = Math.max(0, Math.floor((start - top) / STEP));
  const down = Math.max(0, Math.floor((bottom - start) / STEP));
  return Array.from({ length: up + down + 1 }, (_, index) => start + (index - up) * STEP);
}

interface Leg {
  readonly x: number;
  readonly stride: number;
}

function advance(stands: Stands, heights: readonly number[], leg: Leg, ground: Costs, most: number): Stands {
  const next = noStands(heights.length);
  const detours = Array.from({ length: REACH + 1 }, (_, climb) => detour(leg.stride, climb * STEP));
  stands.costs.forEach((cost, at) => {
    if (cost >= most) return;
    const [y, before] = [heights[at] ?? 0, stands.climbs[at] ?? 0];
    for (let climb = -REACH; climb <= REACH; climb++) {
      const end = heights[at + climb];
      if (end === undefined) continue;
      const known = Math.min(most, next.costs[at + climb] ?? most);
      const bare = cost + (detours[Math.abs(climb)] ?? 0) + PER_TURN * (climb - before) ** 2;
      if (bare >= known) continue;
      const total = bare + costOf(leg, y, end, ground);
      if (total >= known - 1e-9) continue;
      next.costs[at + climb] = total;
      next.before[at + climb] = at;
      next.climbs[at + climb] = climb;
    }
  });
  return next;
}

/** The height before the last stride from which the end is reached most cheaply; null from none. */
function landing(
  stands: Stands,
  heights: readonly number[],
  leg: Leg,
  to: Point,
  ground: Costs
): number | null {
  let best: number | null = null;
  let least = Infinity;
  stands.costs.forEach((cost, at) => {
    const y = heights[at] ?? 0;
    const steps = (to.y - y) / STEP;
    const steep = Math.max(0, Math.abs(steps) - REACH);
    const bare =
      cost + detour(leg.stride, to.y - y) + PER_TURN * (steps - (stands.climbs[at] ?? 0)) ** 2 + steep;
    if (bare >= least) return;
    const total = bare + costOf(leg, y, to.y, ground);
    if (total < least - 1e-9) [best, least] = [at, total];
  });
  return best;
}

function detour(stride: number, rise: number): number {
  return PER_UNIT * (Math.hypot(stride, rise) - Math.abs(stride));
}

function costOf({ x, stride }: Leg, from: number, to: number, ground: Costs): number {
  let cost = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const share = (sample + 0.5) / SAMPLES;
    cost += ground(x + share * stride, from + share * (to - from));
  }
  return cost;
}

/** Only where the way turns; a straight way has none. */
function thinned(from: Point, points: readonly Point[], to: Point): readonly Point[] {
  const all = [from, ...points, to];
  return points.filter((point, index) => {
    const [before, after] = [all[index], all[index + 2]];
    if (!before || !after) return true;
    const level = before.y + ((after.y - before.y) * (point.x - before.x)) / (after.x - before.x);
    return Math.abs(level - point.y) > 0.6;
  });
}
