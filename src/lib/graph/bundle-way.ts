/** How bundles run: out of a wall, level, in a wide bend, and level into the other wall; beside each other at either. */
import type { BundleSketch } from './bundle.ts';
import { toBend } from './curve.ts';
import type { Rectangle } from './cell.ts';
import type { GraphBundle, GraphPoint } from './graph.ts';

type Side = 'left' | 'right';

interface Way {
  readonly bundle: BundleSketch;
  readonly from: Rectangle;
  readonly to: Rectangle;
  readonly leaves: Side;
  readonly arrives: Side;
}

/** Between two lines at one wall, at most. Model units. */
const APART = 11;
/** How far a line runs level before it bends: a share of the way, within these. */
const [SHORT, LONG] = [26, 150];

/**
 * Gives bundles their way.
 *
 * @param areaOf the wall or the shape at which a bundle ends; one whose end has none is left out
 */
export function routeBundles(
  bundles: readonly BundleSketch[],
  areaOf: (id: string) => Rectangle | null
): readonly GraphBundle[] {
  const ways = bundles.flatMap((bundle): Way[] => {
    const [from, to] = [areaOf(bundle.from), areaOf(bundle.to)];
    return from && to ? [{ bundle, from, to, ...sidesOf(from, to) }] : [];
  });
  const heights = heightsOf(ways.filter(({ bundle }) => bundle.isDrawn));
  return ways.map((way) => {
    const [high, low] = heights.get(way.bundle.id) ?? [0, 0];
    const ends = [endAt(way.from, way.leaves, high), endAt(way.to, way.arrives, low)] as const;
    return { ...way.bundle, ends, bends: bendsOf(way, ends) };
  });
}

/** From left to right where there is room between the two; else around the side at which both are. */
function sidesOf(from: Rectangle, to: Rectangle): { readonly leaves: Side; readonly arrives: Side } {
  if (to.x >= from.x + from.width) return { leaves: 'right', arrives: 'left' };
  if (from.x >= to.x + to.width) return { leaves: 'left', arrives: 'right' };
  return { leaves: 'right', arrives: 'right' };
}

/** Offsets from the middle of the wall for either end, ordered by where the line goes, so that lines do not cross there. */
function heightsOf(ways: readonly Way[]): ReadonlyMap<string, readonly [number, number]> {
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
  return { x: side === 'right' ? width / 2 : -width / 2, y: Math.round(y) };
}

function bendsOf({ from, to, leaves, arrives }: Way, ends: GraphBundle['ends']): GraphBundle['bends'] {
  const start = absolute(from, ends[0]);
  const stop = absolute(to, ends[1]);
  const far = Math.max(SHORT, Math.min(LONG, Math.abs(stop.x - start.x) / 2));
  const ahead = (side: Side) => (side === 'right' ? far : -far);
  return [
    toBend(start, stop, { x: start.x + ahead(leaves), y: start.y }),
    toBend(start, stop, { x: stop.x + ahead(arrives), y: stop.y })
  ];
}

function absolute({ x, y, width, height }: Rectangle, end: GraphPoint): GraphPoint {
  return { x: x + width / 2 + end.x, y: y + height / 2 + end.y };
}
