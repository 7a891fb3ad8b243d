/** Where bundles leave and arrive: at which side of a wall, and beside each other there; and the bends through corners. */
import type { BundleSketch } from './bundle.ts';
import type { Corners } from './bundle-lanes.ts';
import type { Rectangle } from './cell.ts';
import { toBend, type Point } from './curve.ts';
import type { GraphBundle, GraphPoint } from './graph.ts';

export type Side = 'left' | 'right';

/** A bundle with its ends. */
export interface BundleWay {
  readonly bundle: BundleSketch;
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly leaves: Side;
  readonly arrives: Side;
  readonly ends: GraphBundle['ends'];
  /** The ends as places of the drawing. */
  readonly start: Point;
  readonly stop: Point;
}

/** Between two lines at one wall, at most. Model units. */
const APART = 11;
/** How far before and behind a corner its bend begins and ends. */
const ROUND = 16;

type Sides = Pick<BundleWay, 'bundle' | 'from' | 'to' | 'leaves' | 'arrives'>;

/** @param areaOf the wall or the shape at which a bundle ends; one whose end has none is left out */
export function wallEnds(
  bundles: readonly BundleSketch[],
  areaOf: (id: string) => Rectangle | null
): readonly BundleWay[] {
  const ways = bundles.flatMap((bundle): Sides[] => {
    const [from, to] = [areaOf(bundle.from), areaOf(bundle.to)];
    return from && to ? [{ bundle, from, to, ...sidesOf(from, to) }] : [];
  });
  const heights = heightsOf(ways.filter(({ bundle }) => bundle.isDrawn));
  return ways.map((way) => {
    const [high, low] = heights.get(way.bundle.id) ?? [0, 0];
    const ends = [endAt(way.from, way.leaves, high), endAt(way.to, way.arrives, low)] as const;
    return { ...way, ends, start: absolute(way.from, ends[0]), stop: absolute(way.to, ends[1]) };
  });
}

/** From left to right where there is room between the two; else around the side at which both are. */
function sidesOf(from: Rectangle, to: Rectangle): { readonly leaves: Side; readonly arrives: Side } {
  if (to.x >= from.x + from.width) return { leaves: 'right', arrives: 'left' };
  if (from.x >= to.x + to.width) return { leaves: 'left', arrives: 'right' };
  return { leaves: 'right', arrives: 'right' };
}

/** Offsets from the middle of the wall for either end, ordered by where the line goes, so that lines do not cross there. */
function heightsOf(ways: readonly Sides[]): ReadonlyMap<string, readonly [number, number]> {
  const walls = new Map<
    string,
    { readonly id: string; readonly end: 0 | 1; readonly wish: number; readonly high: number }[]
  >();
  const add = (id: string, end: 0 | 1, place: string, own: Rectangle, other: Rectangle): void => {
    const wall = walls.get(place) ?? [];
    wall.push({ id, end, wish: middleOf(other), high: own.height });
    walls.set(place, wall);
  };
  for (const { bundle, from, to, leaves, arrives } of ways) {
    add(bundle.id, 0, `${bundle.from} ${leaves}`, from, to);
    add(bundle.id, 1, `${bundle.to} ${arrives}`, to, from);
  }
  const heights = new Map<string, [number, number]>();
  for (const wall of walls.values()) {
    wall.sort((a, b) => a.wish - b.wish);
    for (const [index, { id, end, high }] of wall.entries()) {
      const gap = Math.min(APART, (high - 12) / wall.length);
      const pair = heights.get(id) ?? [0, 0];
      pair[end] = (index - (wall.length - 1) / 2) * gap;
      heights.set(id, pair);
    }
  }
  return heights;
}

function middleOf({ y, height }: Rectangle): number {
  return y + height / 2;
}

function endAt({ width }: Rectangle, side: Side, y: number): GraphPoint {
  return { x: ahead(side, width / 2), y: Math.round(y) };
}

function absolute({ x, y, width, height }: Rectangle, end: GraphPoint): Point {
  return { x: x + width / 2 + end.x, y: y + height / 2 + end.y };
}

/** The ends of a bundle that has its way, as places of the drawing; null where one of them is not drawn. */
export function endsOf(
  { from, to, ends }: GraphBundle,
  areaOf: (id: string) => Rectangle | null
): readonly [start: Point, stop: Point] | null {
  const [source, target] = [areaOf(from), areaOf(to)];
  return source && target ? [absolute(source, ends[0]), absolute(target, ends[1])] : null;
}

/** A distance away from a wall, by the sign that x has. */
export function ahead(side: Side, far: number): number {
  return side === 'right' ? far : -far;
}

/** Bends that follow corners, each rounded: one control point before it and one behind. */
export function bendsThrough(corners: Corners): GraphBundle['bends'] {
  const [start, stop] = [corners[0], corners.at(-1)];
  if (!start || !stop) return [];
  return corners.slice(1, -1).flatMap((corner, index) => {
    const [before, behind] = [corners[index] ?? start, corners[index + 2] ?? stop];
    return [toBend(start, stop, towards(corner, before)), toBend(start, stop, towards(corner, behind))];
  });
}

/** From a corner towards the next, half the way at most. */
function towards(corner: Point, next: Point): Point {
  const [dx, dy] = [next.x - corner.x, next.y - corner.y];
  const length = Math.hypot(dx, dy) || 1;
  const far = Math.min(ROUND, length / 2);
  return { x: corner.x + (dx / length) * far, y: corner.y + (dy / length) * far };
}
