/** Where the number of a bundle stands: on its line, off every account and every other number, else as little on them as can be. */
import type { BundleWay } from './bundle-ends.ts';
import type { Rectangle } from './cell.ts';
import { controlPoint, curve, type Point } from './curve.ts';
import type { GraphBundle } from './graph.ts';
import { around, DISC, overlap } from './taken.ts';

/** How far along the way, the middle first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
const SAMPLES = 50;
/** What each point of another line under a disc costs, as an area. */
const CROSSED = 40;
/** Among more lines than this nobody sees which one crosses a disc. */
const MOST_CROSSED = 120;

type Bent = BundleWay & Pick<GraphBundle, 'bends'>;

/** By bundle. Those of the request choose first. */
export function placeNumbers(
  ways: readonly Bent[],
  blocks: readonly Rectangle[]
): ReadonlyMap<string, Point> {
  const taken = [...blocks];
  const places = new Map<string, Point>();
  const isFirst = ({ bundle }: Bent) => Number(bundle.isOnPath);
  const lines = ways.map((way) => ({ way, points: curve(way.start, way.stop, way.bends, SAMPLES) }));
  const seen = lines.length > MOST_CROSSED ? [] : lines;
  for (const { way, points } of [...lines].sort((a, b) => isFirst(b.way) - isFirst(a.way))) {
    const others = seen.filter((line) => line.way !== way).map((line) => line.points);
    const at = freest(points, taken, others) ?? way.start;
    places.set(way.bundle.id, { x: Math.round(at.x), y: Math.round(at.y) });
    taken.push(around(at, DISC, DISC));
  }
  return places;
}

function freest(
  way: readonly Point[],
  taken: readonly Rectangle[],
  others: readonly (readonly Point[])[]
): Point | null {
  let best: Point | null = null;
  let least = Infinity;
  for (const share of SHARES) {
    const point = way[Math.round(share * (way.length - 1))];
    if (!point) continue;
    const disc = around(point, DISC, DISC);
    let crossed = 0;
    for (const line of others) for (const other of line) if (isUnder(point, other)) crossed++;
    const covered = taken.reduce((sum, other) => sum + overlap(disc, other), CROSSED * crossed);
    if (covered >= least - 1e-9) continue;
    [best, least] = [point, covered];
    if (covered === 0) break;
  }
  return best;
}

/** Whether a point lies under a disc. */
function isUnder(disc: Point, { x, y }: Point): boolean {
  return Math.abs(x - disc.x) < DISC / 2 && Math.abs(y - disc.y) < DISC / 2;
}

/** Where a canvas would put it by itself: half-way between the two control points in the middle of an even number. */
export function usualPlace(start: Point, stop: Point, bends: GraphBundle['bends']): Point {
  const half = bends.length / 2;
  const [a, b] = [bends[half - 1], bends[half]];
  if (!a || !b) return { x: (start.x + stop.x) / 2, y: (start.y + stop.y) / 2 };
  const [before, behind] = [controlPoint(start, stop, a), controlPoint(start, stop, b)];
  return { x: (before.x + behind.x) / 2, y: (before.y + behind.y) / 2 };
}
