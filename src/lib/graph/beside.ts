/** Ways of edges between their shapes, and the place beside one where something covers the least. */
import type { Rectangle } from './cell.ts';
import { controlPoint, curve, toBend, type Point } from './curve.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import { SHARES } from './overlay.ts';
import { around, overlap, takenOf } from './taken.ts';

const SAMPLES = 48;

/** The points of an edge as the canvas draws it, from shape to shape; null when one end is not drawn. */
export function trimmedWay(graph: Graph, { from, to, bends }: GraphEdge): readonly Point[] | null {
  const [source, target] = [from, to].map((id) => graph.nodes.find((node) => node.id === id));
  if (!source || !target) return null;
  const controls = bends.map((bend) => controlPoint(source, target, bend));
  const start = rimToward(source, controls[0] ?? target);
  const end = rimToward(target, controls.at(-1) ?? source);
  const own = controls.map((control) => toBend(start, end, control));
  return [start, ...curve(start, end, own, SAMPLES), end];
}

/** Where the line from a node's centre to a point leaves its shape, taken as an ellipse. */
function rimToward({ x, y, width, height }: GraphNode, point: Point): Point {
  const [dx, dy] = [point.x - x, point.y - y];
  const share = Math.hypot(dx / (width / 2), dy / (height / 2));
  return share <= 1 ? { x, y } : { x: x + dx / share, y: y + dy / share };
}

/** The point of a way, about its middle, above or below which something of a size covers the least. */
export function besideWay(
  graph: Graph,
  points: readonly Point[],
  beside: {
    readonly size: Pick<Rectangle, 'width' | 'height'>;
    readonly drop: number;
    readonly chips: readonly Rectangle[];
  }
): { readonly at: Point; readonly beside: Point } {
  const { size, drop, chips } = beside;
  const taken = [
    ...takenOf(graph),
    ...chips.map(({ x, y, width, height }) => around({ x, y }, width, height))
  ];
  let best: { at: Point; beside: Point } | null = null;
  let least = Infinity;
  for (const share of SHARES) {
    const at = points[Math.round(share * (points.length - 1))];
    for (const down of at ? [drop, -drop] : []) {
      const place = { x: at?.x ?? 0, y: (at?.y ?? 0) + down };
      const areas = [around(place, size.width, size.height), around(at ?? place, 14, 14)];
      const covered = taken.reduce(
        (sum, other) => sum + areas.reduce((own, area) => own + overlap(area, other), 0),
        0
      );
      if (at && covered < least - 1e-9) [best, least] = [{ at, beside: place }, covered];
    }
  }
  return best ?? { at: { x: 0, y: 0 }, beside: { x: 0, y: 0 } };
}
