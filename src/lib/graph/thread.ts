/** A thin straight line from what stands off its thing to that thing, where nothing written or drawn lies between. */
import type { Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import { around, grown } from './taken.ts';

export interface Thread {
  /** At the rim of what stands off. */
  readonly from: Point;
  /** At its thing. */
  readonly to: Point;
}

/** A shorter one is not seen as a line; model units. */
export const SHORTEST = 8;
/** Side of the squares that stand for a thread, and how far apart they lie. */
const PIECE = 4;
/** So far inside what it touches a thread may end, by rounding. */
const INSET = 1;
/** The least share of a thread's length by which it gets away from where it begins. */
const STRAIGHT = 0.6;
/** How far a thread is drawn beneath what stands off, model units: the corners of its room are not all of it. */
const BENEATH = 6;

/** How far two rectangles are apart; 0 where they touch. */
export function gapBetween(a: Rectangle, b: Rectangle): number {
  const across = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const down = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(across, down);
}

/**
 * The shortest thread from an area to one of some rectangles that runs through nothing; null when there is none that one
 * would see.
 *
 * @param ends what the thread may end at; it runs through none of them
 * @param taken what it keeps off besides
 * @param air and how far, at the least
 */
export function threadTo(
  area: Rectangle,
  ends: readonly Rectangle[],
  taken: readonly Rectangle[],
  air = 0
): Thread | null {
  const threads = ends
    .flatMap((end) => waysBetween(area, end))
    .filter((thread) => lengthOf(thread) >= SHORTEST && leaves(thread, area))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  return threads.find((thread) => isClear(thread, taken, air) && isClear(thread, [area, ...ends])) ?? null;
}

/** Whether a thread goes away from an area, not along its rim. */
function leaves(thread: Thread, area: Rectangle): boolean {
  return gapBetween(area, around(thread.to, 0, 0)) >= STRAIGHT * lengthOf(thread);
}

export function lengthOf({ from, to }: Thread): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** Where the line of a thread begins: a little beneath what stands off, which may be turned. */
export function reaching({ from, to }: Thread): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return {
    x: from.x - (BENEATH * (to.x - from.x)) / length,
    y: from.y - (BENEATH * (to.y - from.y)) / length
  };
}

/** Whether a thread runs through none of some rectangles; their rims it may touch. @param air how far it keeps off them */
export function isClear({ from, to }: Thread, things: readonly Rectangle[], air = -INSET): boolean {
  return things.every((thing) => !runsThrough(from, to, grown(thing, air)));
}

/** The room of a thread, as a string of squares; none next to where it begins. */
export function piecesOf(thread: Thread): readonly Rectangle[] {
  const { from, to } = thread;
  const count = Math.floor(lengthOf(thread) / PIECE);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const share = (index + 1) / (count + 1);
    return around(
      { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) },
      PIECE / 2,
      PIECE / 2
    );
  });
}

/** From where two rectangles come nearest, and from the middles of the sides of the first to the nearest of the second. */
function waysBetween(area: Rectangle, end: Rectangle): readonly Thread[] {
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const starts = [
    nearestIn(area, nearestIn(end, middle)),
    nearestIn(area, { x: end.x + end.width / 2, y: end.y + end.height / 2 }),
    { x: middle.x, y: area.y },
    { x: middle.x, y: bottom },
    { x: area.x, y: middle.y },
    { x: right, y: middle.y },
    { x: area.x + area.width / 4, y: area.y },
    { x: right - area.width / 4, y: area.y },
    { x: area.x + area.width / 4, y: bottom },
    { x: right - area.width / 4, y: bottom }
  ];
  return starts.map((from) => ({ from, to: nearestIn(end, from) }));
}

function nearestIn({ x, y, width, height }: Rectangle, point: Point): Point {
  return {
    x: Math.min(Math.max(point.x, x), x + width),
    y: Math.min(Math.max(point.y, y), y + height)
  };
}

/** Whether a line from point to point has a part inside a rectangle: what is left of it between the four sides. */
function runsThrough(from: Point, to: Point, { x, y, width, height }: Rectangle): boolean {
  const sides = [
    [to.x - from.x, from.x - x, x + width - from.x],
    [to.y - from.y, from.y - y, y + height - from.y]
  ] as const;
  let [first, last] = [0, 1];
  for (const [along, before, behind] of sides) {
    if (along === 0) {
      if (before <= 0 || behind <= 0) return false;
      continue;
    }
    const [a, b] = [-before / along, behind / along];
    first = Math.max(first, Math.min(a, b));
    last = Math.min(last, Math.max(a, b));
  }
  return first < last;
}
