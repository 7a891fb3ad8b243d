/** How an edge runs from node to node: straight, or bent just enough to keep off other shapes, labels and bands. */
import { labelBoxes, shapeBox } from './cell.ts';
import type { Rectangle } from './cell.ts';
import type { Graph, GraphNode } from './graph.ts';

/** A control point, relative to the straight line: share of the way, and distance beside it. */
export interface Bend {
  readonly weight: number;
  /** Model units, positive to the right of the direction of travel on a screen whose y grows downwards. */
  readonly distance: number;
}

/** No bend is a straight line; one a quadratic curve; two are two quadratic curves that meet half-way between. */
export type Route = readonly Bend[];

interface Point {
  readonly x: number;
  readonly y: number;
}

/** More edges than this run straight: the search would cost more than it shows. */
const MANY = 220;
const SAMPLES = 32;
const SINGLE = [26, 48, 76, 110, 150, 200];
const DOUBLE = [30, 55, 85, 120, 165, 220];
/** Good enough to stop looking. */
const CLEAR = 1;

const STRAIGHT: Route = [];
const SINGLES: readonly Route[] = SINGLE.flatMap((distance) =>
  [0.5, 0.28, 0.72].flatMap((weight) => [[{ weight, distance }], [{ weight, distance: -distance }]])
);
const SIGNED = DOUBLE.flatMap((distance) => [distance, -distance]);
const DOUBLES: readonly Route[] = [0.12, 0.28].flatMap((weight) =>
  SIGNED.flatMap((first) =>
    SIGNED.map((second) => [
      { weight, distance: first },
      { weight: 1 - weight, distance: second }
    ])
  )
);

/** The route of every edge, by edge id. Deterministic; edges between the same two nodes part. */
export function toRoutes(graph: Graph): ReadonlyMap<string, Route> {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const obstacles = obstaclesOf(graph);
  const taken = new Map<string, number[]>();
  const routes = new Map<string, Route>();
  for (const { id, kind, from, to } of graph.edges) {
    const [source, target] = [byId.get(from), byId.get(to)];
    if (!source || !target || kind === 'attachment' || graph.edges.length > MANY) {
      routes.set(id, STRAIGHT);
      continue;
    }
    const pair = [from, to].sort().join('\n');
    const side = from < to ? 1 : -1; // opposite edges have opposite right-hand sides
    const used = taken.get(pair) ?? [];
    const route = bestRoute(
      source,
      target,
      obstacles,
      used.map((offset) => offset * side)
    );
    routes.set(id, route);
    taken.set(pair, [...used, offsetOf(route) * side]);
  }
  return routes;
}

interface Obstacle extends Rectangle {
  /** Null for bands. */
  readonly node: GraphNode | null;
  readonly cost: number;
}

function obstaclesOf({ nodes, boxes }: Graph): readonly Obstacle[] {
  return [
    ...nodes.flatMap((node) => [
      { ...grown(shapeBox(node), 5), node, cost: 4 },
      ...labelBoxes(node).map((box) => ({ ...box, node, cost: 1.5 }))
    ]),
    ...boxes.flatMap(({ x, width, roof, floor }) =>
      [...roof, ...floor].map((band) => ({
        x,
        y: band.y - 3,
        width,
        height: band.height + 6,
        node: null,
        cost: 0.8
      }))
    )
  ];
}

function bestRoute(
  from: GraphNode,
  to: GraphNode,
  obstacles: readonly Obstacle[],
  used: readonly number[]
): Route {
  const isFree = (route: Route) => used.every((offset) => Math.abs(offset - offsetOf(route)) >= 24);
  const cost = (route: Route) => crossings(from, to, route, obstacles) + strain(route);
  let best: Route = STRAIGHT;
  let least = isFree(STRAIGHT) ? cost(STRAIGHT) : Infinity;
  for (const candidates of [SINGLES, DOUBLES]) {
    if (least <= CLEAR) break;
    for (const route of candidates) {
      if (strain(route) >= least || !isFree(route)) continue;
      const found = cost(route);
      if (found >= least - 1e-9) continue;
      best = route;
      least = found;
    }
  }
  return best;
}

/** How far a curve is from the straight line, in the middle. */
function offsetOf(route: Route): number {
  return route.reduce((sum, { distance }) => sum + distance, 0) / (route.length || 1);
}

/** What bending costs by itself. */
function strain(route: Route): number {
  const [first, second] = route;
  if (!first) return 0;
  if (!second) return Math.abs(first.distance) / 26 + (first.weight === 0.5 ? 0 : 0.6);
  return (
    2 +
    (Math.abs(first.distance) + Math.abs(second.distance)) / 40 +
    Math.abs(first.distance - second.distance) / 60
  );
}

function crossings(from: GraphNode, to: GraphNode, route: Route, obstacles: readonly Obstacle[]): number {
  const points = curve(from, to, route);
  const reach = boundsOf([from, to, ...points]);
  let cost = 0;
  for (const obstacle of obstacles) {
    const isEnd = obstacle.node === from || obstacle.node === to;
    if ((isEnd && obstacle.cost === 4) || !meets(reach, obstacle)) continue;
    const weight = isEnd ? 0.5 : obstacle.cost;
    for (const point of points) if (isInside(point, obstacle)) cost += weight;
  }
  return cost;
}

function curve(from: Point, to: Point, route: Route): readonly Point[] {
  const [first, second] = route.map((bend) => controlPoint(from, to, bend));
  if (!first) return quadratic(from, middle(from, to), to, SAMPLES);
  if (!second) return quadratic(from, first, to, SAMPLES);
  const joint = middle(first, second);
  return [...quadratic(from, first, joint, SAMPLES / 2), joint, ...quadratic(joint, second, to, SAMPLES / 2)];
}

function quadratic(from: Point, control: Point, to: Point, samples: number): Point[] {
  return Array.from({ length: samples - 1 }, (_, index) => {
    const t = (index + 1) / samples;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** A control point in model units. The normal is the direction turned by a quarter, clockwise on the screen. */
function controlPoint(from: Point, to: Point, { weight, distance }: Bend): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: from.x + weight * dx - (dy / length) * distance,
    y: from.y + weight * dy + (dx / length) * distance
  };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function boundsOf(points: readonly Point[]): Rectangle {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function meets(a: Rectangle, b: Rectangle): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function isInside({ x, y }: Point, box: Rectangle): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
