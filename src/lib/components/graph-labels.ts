/** Where the labels of lit edges go on a canvas: beside their line, over as little as can be. */
import type { Rectangle } from '../graph/cell.ts';
import { curve, type Point } from '../graph/curve.ts';
import { FONT_SIZE, LINE, textWidth } from '../graph/label.ts';
import type { Core, EdgeSingular } from './graph-canvas.ts';

interface Area {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** How far along its edge a label may stand, the best first. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
/** How far above or below, model units: beside its line, else further off, where a short edge is all between nodes. */
const LIFTS = [-13, 13, -25, 25];
/** A unit further off than beside the line counts as much as covering so many square units. */
const PER_UNIT = 4;

/**
 * Moves the labels of lit edges to where they cover no node, no name and no other such label, or as little as can be.
 *
 * @param chips what stands on edges besides: centres and sizes
 */
export function placeLabels(canvas: Core, chips: readonly Rectangle[] = []): void {
  canvas.edges('.moved').removeClass('moved').removeStyle('text-margin-x text-margin-y');
  // A bundle's number has its place.
  const named = canvas.edges('.named').toArray();
  const labelled = named.filter((edge) => edge.data('label') !== '' && !edge.hasClass('bundle'));
  const ways = labelled.map((edge) => ({ edge, way: wayOf(edge) }));
  if (ways.length === 0) return;
  const taken = takenNear(
    canvas,
    ways.flatMap(({ way }) => way)
  );
  for (const { x, y, width, height } of chips)
    taken.push({ x1: x - width / 2, x2: x + width / 2, y1: y - height / 2, y2: y + height / 2 });
  for (const { edge, way } of ways) {
    const width = (textWidth(String(edge.data('label'))) * edge.numericStyle('font-size')) / FONT_SIZE + 4;
    const best = freest(way, width, taken);
    if (!best) continue;
    const middle = edge.midpoint();
    edge.addClass('moved').style({ 'text-margin-x': best.x - middle.x, 'text-margin-y': best.y - middle.y });
    taken.push(areaAt(best, width));
  }
}

/** Points along an edge, as it is drawn. */
function wayOf(edge: EdgeSingular): readonly Point[] {
  const { weights = [], distances = [] } = edge.data() as Partial<Record<string, number[]>>;
  const bends = weights.map((weight, index) => ({ weight, distance: distances[index] ?? 0 }));
  return curve(edge.source().position(), edge.target().position(), bends, 40);
}

/** A label and what it may cover are no further from a line than this, model units. */
const NEAR = 450;

/** What the nodes near some points take: far ones are not even measured. */
function takenNear(canvas: Core, points: readonly Point[]): Area[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - NEAR, Math.max(...xs) + NEAR];
  const [top, bottom] = [Math.min(...ys) - NEAR, Math.max(...ys) + NEAR];
  const near = canvas
    .nodes()
    .toArray()
    .filter((node) => {
      const { x, y } = node.position();
      return x > left && x < right && y > top && y < bottom;
    });
  return near.map((node): Area => node.boundingBox({ includeOverlays: false }));
}

/** The first centre for a label of a width that covers the least of what is taken. */
function freest(way: readonly Point[], width: number, taken: readonly Area[]): Point | null {
  let best: Point | null = null;
  let least = Infinity;
  for (const share of SHARES) {
    const on = way[Math.round(share * (way.length - 1))];
    for (const lift of on ? LIFTS : []) {
      const point = { x: on?.x ?? 0, y: (on?.y ?? 0) + lift };
      const area = areaAt(point, width);
      const off = PER_UNIT * (Math.abs(lift) - Math.abs(LIFTS[0] ?? 0));
      const cost = taken.reduce((sum, other) => sum + overlap(area, other), off);
      if (cost < least) [best, least] = [point, cost];
    }
  }
  return best;
}

function areaAt({ x, y }: Point, width: number): Area {
  return { x1: x - width / 2, x2: x + width / 2, y1: y - LINE / 2 - 2, y2: y + LINE / 2 + 2 };
}

function overlap(a: Area, b: Area): number {
  const [width, height] = [
    Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1),
    Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1)
  ];
  return width > 0 && height > 0 ? width * height : 0;
}
