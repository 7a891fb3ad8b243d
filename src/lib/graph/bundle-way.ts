/**
 * How bundles run: out of a wall, level, in a wide bend, and level into the other wall; beside each other at either. One
 * whose bend would lead through an account takes the streets between them.
 */
import type { BundleSketch } from './bundle.ts';
import { ahead, bendsThrough, wallEnds, type BundleWay } from './bundle-ends.ts';
import { inLanes, type Corners } from './bundle-lanes.ts';
import { placeNumbers } from './bundle-number.ts';
import { Streets } from './bundle-streets.ts';
import type { Rectangle } from './cell.ts';
import { curve, toBend, type Point } from './curve.ts';
import type { GraphBundle } from './graph.ts';

/** More lines than this bend and take no streets: nobody could follow them. */
const MOST_LED = 160;
const SAMPLES = 40;

/** The drawing that bundles run through. */
export interface Site {
  /** The wall or the shape at which a bundle ends; null for what is not drawn. */
  readonly areaOf: (id: string) => Rectangle | null;
  /** What it stands in, itself where it stands by itself: no bundle leads through another one's. */
  readonly blockOf: (id: string) => Rectangle | null;
  /** All of those. */
  readonly blocks: readonly Rectangle[];
}

/** Gives bundles their way; one whose end is not drawn is left out. Pure and deterministic. */
export function routeBundles(bundles: readonly BundleSketch[], site: Site): readonly GraphBundle[] {
  const ways = wallEnds(bundles, site.areaOf);
  const drawn = ways.filter(({ bundle }) => bundle.isDrawn);
  const led = drawn.length > MOST_LED ? new Map<string, GraphBundle['bends']>() : leadAround(drawn, site);
  const bent = ways.map((way) => ({ ...way, bends: led.get(way.bundle.id) ?? bow(way) }));
  const numbers = placeNumbers(
    bent.filter(({ bundle }) => bundle.isDrawn),
    site.blocks
  );
  return bent.map(({ bundle, ends, bends, start }) => ({
    ...bundle,
    ends,
    bends,
    number: numbers.get(bundle.id) ?? start
  }));
}

/** The bends of those that take the streets, by bundle. */
function leadAround(ways: readonly BundleWay[], site: Site): ReadonlyMap<string, GraphBundle['bends']> {
  const astray = ways.filter((way) => !isClear(way, site));
  if (astray.length === 0) return new Map();
  const streets = new Streets(site.blocks);
  const found: { readonly way: BundleWay; readonly corners: Corners }[] = [];
  for (const way of astray) {
    const corners = cornersOf(way, site, streets);
    if (corners) found.push({ way, corners });
  }
  const moved = inLanes(found.map(({ corners }) => corners));
  return new Map(found.map(({ way }, index) => [way.bundle.id, bendsThrough(moved[index] ?? [])]));
}

/** Whether a bow touches no account but those of its ends. */
function isClear(way: BundleWay, { blocks, blockOf }: Site): boolean {
  const { bundle, start, stop } = way;
  const own = [blockOf(bundle.from), blockOf(bundle.to)];
  const points = curve(start, stop, bow(way), SAMPLES);
  const [left, right] = [Math.min(start.x, stop.x), Math.max(start.x, stop.x) + 2 * LONG];
  const [top, bottom] = [Math.min(start.y, stop.y), Math.max(start.y, stop.y)];
  return !blocks.some(
    (block) =>
      !own.includes(block) &&
      block.x < right &&
      block.x + block.width > left - 2 * LONG &&
      block.y < bottom + 1 &&
      block.y + block.height > top - 1 &&
      points.some((point) => isIn(block, point))
  );
}

function isIn({ x, y, width, height }: Rectangle, point: Point): boolean {
  return point.x > x && point.x < x + width && point.y > y && point.y < y + height;
}

function cornersOf(way: BundleWay, { blockOf }: Site, streets: Streets): Corners | null {
  const { bundle, from, to, leaves, arrives, start, stop } = way;
  const first = {
    x: streets.beside(blockOf(bundle.from) ?? from, leaves),
    y: start.y
  };
  const last = { x: streets.beside(blockOf(bundle.to) ?? to, arrives), y: stop.y };
  const between = streets.way(first, last);
  return between && straightened([start, first, ...between, last, stop]);
}

/** Without the points at which nothing turns. */
function straightened(points: Corners): Corners {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    const isOn =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isOn) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** How far a line runs level before it bends: a share of the way, within these. */
const [SHORT, LONG] = [26, 150];

/** From wall to wall in one wide bend. */
function bow({ start, stop, leaves, arrives }: BundleWay): GraphBundle['bends'] {
  const far = Math.max(SHORT, Math.min(LONG, Math.abs(stop.x - start.x) / 2));
  return [
    toBend(start, stop, { x: start.x + ahead(leaves, far), y: start.y }),
    toBend(start, stop, { x: stop.x + ahead(arrives, far), y: stop.y })
  ];
}
