/** How an edge runs from node to node: straight, or bent just enough to keep off other shapes, labels and bands. */
import { curve, toBend } from './curve.ts';
import type { Point } from './curve.ts';
import { labelBoxes, shapeBox } from './cell.ts';
import type { Rectangle } from './cell.ts';
import type { GraphBand, GraphBend, GraphBox, GraphNode } from './graph.ts';
import { rise, tabWidth } from './geometry.ts';
import type { EdgeSketch } from './sketch.ts';

type Route = readonly GraphBend[];

/** More edges than this run straight: the search would cost more than it shows. */
const MANY = 220;
const SAMPLES = 32;
/** How far an edge runs level through the room kept for it. */
const WAY_WIDTH = 84;
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

/**
 * The route of every edge, by edge id. Deterministic; edges between the same two nodes part.
 *
 * @param ways points where the layout kept room for an edge between its ends
 */
export function toRoutes(
  nodes: readonly GraphNode[],
  boxes: readonly GraphBox[],
  edges: readonly EdgeSketch[],
  ways: ReadonlyMap<string, readonly Point[]>
): ReadonlyMap<string, Route> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const extent = boundsOf([...nodes.map(shapeBox), ...boxes].flatMap(cornersOf));
  const obstacles = [...obstaclesOf(nodes, boxes), ...around(extent)];
  const taken = new Map<string, number[]>();
  const routes = new Map<string, Route>();
  for (const { id, kind, from, to } of edges) {
    const [source, target] = [byId.get(from), byId.get(to)];
    if (!source || !target || kind === 'attachment' || edges.length > MANY) {
      routes.set(id, STRAIGHT);
      continue;
    }
    const pair = [from, to].sort().join('\n');
    const side = from < to ? 1 : -1; // opposite edges have opposite right-hand sides
    const used = taken.get(pair) ?? [];
    const kept = throughWays(source, target, ways.get(id) ?? []);
    const offsets = used.map((offset) => offset * side);
    const route = bestRoute(source, target, obstacles, offsets, kept);
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

function obstaclesOf(nodes: readonly GraphNode[], boxes: readonly GraphBox[]): readonly Obstacle[] {
  return [
    ...nodes.flatMap((node) => [
      { ...grown(shapeBox(node), 5), node, cost: 4 },
      ...labelBoxes(node).map((box) => ({ ...box, node, cost: 2.5 }))
    ]),
    ...boxes.flatMap((box) =>
      [tabBox(box), ...[...box.roof, ...box.floor].map((band) => bandBox(box, band))].map((area) => ({
        ...area,
        node: null,
        cost: 1.5
      }))
    )
  ];
}

/** What lies beyond the drawing: an edge that leaves it is cut off. */
function around({ x, y, width, height }: Rectangle): readonly Obstacle[] {
  const beyond = { node: null, cost: 6 };
  const far = 1000;
  const [left, up, wide, high] = [x - far, y - far, width + 2 * far, height + 2 * far];
  return [
    { ...beyond, x: left, y: up, width: wide, height: far },
    { ...beyond, x: left, y: y + height, width: wide, height: far },
    { ...beyond, x: left, y: up, width: far, height: high },
    { ...beyond, x: x + width, y: up, width: far, height: high }
  ];
}

function cornersOf({ x, y, width, height }: Rectangle): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y: y + height }
  ];
}

function bandBox({ x, width }: GraphBox, { y, height }: GraphBand): Rectangle {
  return { x, y: y - 3, width, height: height + 6 };
}

function tabBox(box: GraphBox): Rectangle {
  const up = rise(box.kind);
  return { x: box.x + 10, y: box.y - up, width: tabWidth(box), height: 2 * up };
}

/** Level through the middle of every room kept: two control points around each, so that the curve meets it. */
function throughWays(from: Point, to: Point, way: readonly Point[]): Route {
  const half = WAY_WIDTH / 2;
  const ahead = to.x >= from.x ? half : -half;
  return way.flatMap(({ x, y }) => [
    toBend(from, to, { x: x - ahead, y }),
    toBend(from, to, { x: x + ahead, y })
  ]);
}

function bestRoute(
  from: GraphNode,
  to: GraphNode,
  obstacles: readonly Obstacle[],
  used: readonly number[],
  kept: Route
): Route {
  const isFree = (route: Route) => used.every((offset) => Math.abs(offset - offsetOf(route)) >= 24);
  const cost = (route: Route) => crossings(from, to, route, obstacles) + strain(route);
  let best: Route = STRAIGHT;
  let least = isFree(STRAIGHT) ? cost(STRAIGHT) : Infinity;
  for (const candidates of [kept.length > 0 ? [kept] : [], SINGLES, DOUBLES]) {
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
  if (route.length > 2) return 2.5;
  if (!second) return Math.abs(first.distance) / 26 + (first.weight === 0.5 ? 0 : 0.6);
  return (
    2 +
    (Math.abs(first.distance) + Math.abs(second.distance)) / 40 +
    Math.abs(first.distance - second.distance) / 60
  );
}

function crossings(from: GraphNode, to: GraphNode, route: Route, obstacles: readonly Obstacle[]): number {
  const points = curve(from, to, route, SAMPLES);
  const reach = boundsOf([from, to, ...points]);
  let cost = 0;
  for (const obstacle of obstacles) {
    const isEnd = obstacle.node === from || obstacle.node === to;
    if ((isEnd && obstacle.cost === 4) || !meets(reach, obstacle)) continue;
    const weight = isEnd ? 1.5 : obstacle.cost;
    for (const point of points) if (isInside(point, obstacle)) cost += weight;
  }
  return cost;
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
