/** How an edge runs from node to node: straight, or bent just enough to keep off other shapes and labels. */
import { labelBoxes, shapeBox } from './cell.ts';
import type { Rectangle } from './cell.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

/** A control point of a quadratic curve, relative to the straight line: share of the way, and distance beside it. */
export interface Bend {
  readonly weight: number;
  /** Model units, positive to the right of the direction of travel on a screen whose y grows downwards. */
  readonly distance: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** More edges than this run straight: the search would cost more than it shows. */
const MANY = 220;
const SAMPLES = 28;
const DISTANCES = [0, 26, -26, 48, -48, 76, -76, 110, -110, 150, -150, 200, -200];
const WEIGHTS = [0.5, 0.28, 0.72];

/** The bend of every edge, by edge id; null runs straight. Deterministic; edges between the same two part. */
export function toRoutes(graph: Graph): ReadonlyMap<string, Bend | null> {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const obstacles = graph.nodes.map((node) => ({
    node,
    shape: grown(shapeBox(node), 5),
    labels: labelBoxes(node)
  }));
  const routes = new Map<string, Bend | null>();
  const taken = new Map<string, Bend[]>();
  for (const edge of graph.edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to || edge.kind === 'attachment' || graph.edges.length > MANY) {
      routes.set(edge.id, null);
      continue;
    }
    const pair = [edge.from, edge.to].sort().join('\n');
    const used = taken.get(pair) ?? [];
    const bend = bestBend(
      from,
      to,
      obstacles,
      used.map(({ distance }) => distance * side(edge))
    );
    routes.set(edge.id, bend.distance === 0 ? null : bend);
    taken.set(pair, [...used, { ...bend, distance: bend.distance * side(edge) }]);
  }
  return routes;
}

/** Opposite edges between the same two have opposite right-hand sides. */
function side({ from, to }: GraphEdge): 1 | -1 {
  return from < to ? 1 : -1;
}

interface Obstacle {
  readonly node: GraphNode;
  readonly shape: Rectangle;
  readonly labels: readonly Rectangle[];
}

function bestBend(
  from: GraphNode,
  to: GraphNode,
  obstacles: readonly Obstacle[],
  used: readonly number[]
): Bend {
  let best: Bend = { weight: 0.5, distance: 0 };
  let least = Infinity;
  for (const distance of DISTANCES) {
    if (used.some((other) => Math.abs(other - distance) < 24)) continue;
    for (const weight of distance === 0 ? [0.5] : WEIGHTS) {
      const cost =
        costOf(from, to, { weight, distance }, obstacles) +
        Math.abs(distance) / 30 +
        (weight === 0.5 ? 0 : 0.6);
      if (cost < least - 1e-9) {
        best = { weight, distance };
        least = cost;
      }
    }
    if (least < 1) break;
  }
  return best;
}

function costOf(from: GraphNode, to: GraphNode, bend: Bend, obstacles: readonly Obstacle[]): number {
  let cost = 0;
  const points = curve(from, to, bend);
  for (const { node, shape, labels } of obstacles) {
    const own = node === from || node === to;
    for (const point of points) {
      if (!own && isInside(point, shape)) cost += 4;
      if (labels.some((label) => isInside(point, label))) cost += own ? 0.5 : 1;
    }
  }
  return cost;
}

function curve(from: Point, to: Point, bend: Bend): readonly Point[] {
  const control = controlPoint(from, to, bend);
  return Array.from({ length: SAMPLES - 1 }, (_, index) => {
    const t = (index + 1) / SAMPLES;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** The control point in model units; the normal is the direction turned by a quarter, as cytoscape turns it. */
export function controlPoint(from: Point, to: Point, { weight, distance }: Bend): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: from.x + weight * dx - (dy / length) * distance,
    y: from.y + weight * dy + (dx / length) * distance
  };
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function isInside({ x, y }: Point, box: Rectangle): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
