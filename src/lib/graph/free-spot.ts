/** Where something has room: the least it must be moved so that it covers nothing. Model units. */
import type { Point } from './curve.ts';
import type { Rectangle } from './cell.ts';

/** Where a thing may stand: never left of or above the walls; beyond the right and lower rim only when it must. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const ANYWHERE: Area = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** What a unit beyond the right or lower rim counts, against a unit of moving. */
const BEYOND = 4;
/** More places than this are not looked at: then only those straight beside, above and below. */
const MOST = 6000;

/** Whether two rectangles come nearer to each other than a gap; less than a rounding error counts as none. */
export function touches(a: Rectangle, b: Rectangle, gap: number): boolean {
  const near = gap - 0.5;
  return (
    a.x < b.x + b.width + near &&
    b.x < a.x + a.width + near &&
    a.y < b.y + b.height + near &&
    b.y < a.y + a.height + near
  );
}

/**
 * The least shift of a group of rectangles, as one, after which it keeps a gap to all that stands and its area.
 * Deterministic: of equal shifts the one to the right, then the one down. Time O(places × group × standing).
 */
export function leastShift(
  group: readonly Rectangle[],
  standing: readonly Rectangle[],
  gap: number,
  area: Area = ANYWHERE
): Point {
  const bounds = boundsOf(group);
  const near = (one: number, most: number) => (one === -Infinity ? [] : [Math.ceil(one - most)]);
  const inX = [...near(area.left, bounds.x), ...shiftsAlong(group, standing, gap, 'x', 'width')];
  const inY = [...near(area.top, bounds.y), ...shiftsAlong(group, standing, gap, 'y', 'height')];
  const isFree = ({ x, y }: Point) =>
    bounds.x + x >= area.left - 0.5 &&
    bounds.y + y >= area.top - 0.5 &&
    group.every((one) => {
      const moved = { ...one, x: one.x + x, y: one.y + y };
      return standing.every((other) => !touches(moved, other, gap));
    });
  const costOf = ({ x, y }: Point) => {
    const right = Math.max(0, bounds.x + bounds.width + x - area.right);
    const below = Math.max(0, bounds.y + bounds.height + y - area.bottom);
    return Math.hypot(x, y) + BEYOND * (right + below);
  };
  const found = places(unique(inX), unique(inY))
    .map((shift) => ({ shift, cost: costOf(shift) }))
    .sort((a, b) => a.cost - b.cost || b.shift.x - a.shift.x || b.shift.y - a.shift.y)
    .find(({ shift }) => isFree(shift));
  return found?.shift ?? { x: 0, y: beneath(bounds, standing, gap) };
}

/** Everything stands above it. */
function beneath(bounds: Rectangle, standing: readonly Rectangle[], gap: number): number {
  return Math.ceil(
    standing.reduce((most, { y, height }) => Math.max(most, y + height + gap), bounds.y) - bounds.y
  );
}

function shiftsAlong(
  group: readonly Rectangle[],
  standing: readonly Rectangle[],
  gap: number,
  axis: 'x' | 'y',
  size: 'width' | 'height'
): readonly number[] {
  return standing.flatMap((other) =>
    group.flatMap((one) => [
      Math.ceil(other[axis] + other[size] + gap - one[axis]),
      Math.floor(other[axis] - gap - one[size] - one[axis])
    ])
  );
}

function unique(shifts: readonly number[]): readonly number[] {
  return [...new Set([0, ...shifts])];
}

function places(inX: readonly number[], inY: readonly number[]): readonly Point[] {
  if (inX.length * inY.length <= MOST) return inX.flatMap((x) => inY.map((y) => ({ x, y })));
  return [...inX.map((x) => ({ x, y: 0 })), ...inY.map((y) => ({ x: 0, y }))];
}

/** The least rectangle around others; nothing at the origin when there are none. */
export function boundsOf(all: readonly Rectangle[]): Rectangle {
  if (all.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const least = (pick: (one: Rectangle) => number) =>
    all.reduce((low, one) => Math.min(low, pick(one)), Infinity);
  const [x, y] = [least((one) => one.x), least((one) => one.y)];
  const right = -least((one) => -(one.x + one.width));
  const bottom = -least((one) => -(one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
}
