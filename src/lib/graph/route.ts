/** How an edge runs from node to node: straight, or bent just enough to keep off other shapes, labels and bands. */
import { curve, toBend } from './curve.ts';
import type { Point } from './curve.ts';
import type { GraphBend, GraphBox, GraphNode } from './graph.ts';
import { Ground, type Costs } from './ground.ts';
import { Obstacles } from './obstacles.ts';
import type { EdgeSketch } from './sketch.ts';
import { swim } from './swim.ts';

type Route = readonly GraphBend[];

/** More edges than this run straight, and so do the edges between very many nodes: nobody could follow their bends. */
const MANY = 220;
const MANY_NODES = 1500;
const SAMPLES = 32;
/** How far an edge runs level through the room kept for it. */
const WAY_WIDTH = 84;
const SINGLE = [26, 48, 76, 110, 150, 200];
const DOUBLE = [30, 55, 85, 120, 165, 220];
/** Good enough to stop looking. */
const CLEAR = 0.6;

const STRAIGHT: Route = [];
const NONE: ReadonlyMap<string, Route> = new Map();
const SINGLES: readonly Route[] = SINGLE.flatMap((distance) =>
  [0.5, 0.28, 0.72].flatMap((weight) => [[{ weight, distance }], [{ weight, distance: -distance }]])
);
/** Slight bows: what an eye likes best after a straight line. */
const BOWS: readonly Route[] = [STRAIGHT, ...SINGLES.slice(0, 18)];
const APART = 24;
const SIGNED = DOUBLE.flatMap((distance) => [distance, -distance]);
const DOUBLES: readonly Route[] = [0.12, 0.28].flatMap((weight) =>
  SIGNED.flatMap((first) =>
    SIGNED.map((second) => [
      { weight, distance: first },
      { weight: 1 - weight, distance: second }
    ])
  )
);

/** Up to so many edges no effort is spared. */
const FEW = 60;
/** Dearness of a unit beyond the straight way, and of every bend: see toll. */
const PER_UNIT = 0.045;
const PER_BEND = 0.12;
/** A point every so many units counts once. */
const SPACING = 8.5;

/**
 * The route of every edge, by edge id. Deterministic; edges between the same two nodes part.
 *
 * @param ways points where the layout kept room for an edge between its ends
 * @param fixed routes that stay as they are, by edge id
 */
export function toRoutes(
  nodes: readonly GraphNode[],
  boxes: readonly GraphBox[],
  edges: readonly EdgeSketch[],
  ways: ReadonlyMap<string, readonly Point[]>,
  fixed: ReadonlyMap<string, Route> = NONE
): ReadonlyMap<string, Route> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const obstacles = obstaclesFor(nodes, boxes, edges.length);
  const ground = groundFor(nodes, boxes, edges.length);
  const taken = new Map<string, number[]>();
  const routes = new Map<string, Route>();
  for (const { id, kind, from, to } of inOrder(edges, byId, fixed)) {
    const [source, target] = [byId.get(from), byId.get(to)];
    if (!source || !target) continue;
    if (!obstacles || kind === 'attachment') {
      routes.set(id, STRAIGHT);
      continue;
    }
    const pair = [from, to].sort().join('\n');
    const side = from < to ? 1 : -1; // opposite edges have opposite right-hand sides
    const used = taken.get(pair) ?? [];
    const offsets = used.map((offset) => offset * side);
    const kept = throughWays(source, target, ways.get(id));
    const find = () =>
      ground
        ? cheapest(source, target, ground, bowsFor(kept, offsets))
        : bestRoute(source, target, obstacles, offsets, kept);
    const route = fixed.get(id) ?? find();
    routes.set(id, route);
    ground?.add({ from, to, points: curve(source, target, route, 2 * SAMPLES) });
    taken.set(pair, [...used, offsetOf(route) * side]);
  }
  return routes;
}

function obstaclesFor(
  nodes: readonly GraphNode[],
  boxes: readonly GraphBox[],
  edges: number
): Obstacles | null {
  return edges > MANY || nodes.length > MANY_NODES ? null : new Obstacles(nodes, boxes);
}

function groundFor(nodes: readonly GraphNode[], boxes: readonly GraphBox[], edges: number): Ground | null {
  return edges > FEW ? null : new Ground(nodes, boxes);
}

/** The way the layout kept room for, and slight bows, as far as they keep away from those between the same two. */
function bowsFor(kept: Route, offsets: readonly number[]): readonly Route[] {
  return [kept, ...BOWS].filter((bow) => isFree(bow, offsets));
}

/** Level through the middle of every room kept: two control points around each, so that the curve meets it. */
function throughWays(from: Point, to: Point, way: readonly Point[] = []): Route {
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
  obstacles: Obstacles,
  used: readonly number[],
  kept: Route
): Route {
  const cost = (route: Route, most: number) =>
    crossings(from, to, route, obstacles, most - strain(route)) + strain(route);
  let best: Route = STRAIGHT;
  let least = isFree(STRAIGHT, used) ? cost(STRAIGHT, Infinity) : Infinity;
  for (const candidates of [kept.length > 0 ? [kept] : [], SINGLES, DOUBLES]) {
    if (least <= CLEAR) break;
    for (const route of candidates) {
      if (strain(route) >= least || !isFree(route, used)) continue;
      const found = cost(route, least);
      if (found >= least - 1e-9) continue;
      best = route;
      least = found;
    }
  }
  return best;
}

/** Whether a route keeps away from those between the same two nodes, by their offsets. */
function isFree(route: Route, used: readonly number[]): boolean {
  return used.every((offset) => Math.abs(offset - offsetOf(route)) >= APART);
}

/** Those that stay come first, then from the shortest to the longest: who has least choice chooses first. */
function inOrder(
  edges: readonly EdgeSketch[],
  nodes: ReadonlyMap<string, GraphNode>,
  fixed: ReadonlyMap<string, Route>
): readonly EdgeSketch[] {
  const far = new Map(
    edges.map(({ id, from, to }) => {
      const [a, b] = [nodes.get(from), nodes.get(to)];
      return [id, fixed.has(id) || !a || !b ? -1 : Math.hypot(a.x - b.x, a.y - b.y)];
    })
  );
  return [...edges].sort((a, b) => (far.get(a.id) ?? 0) - (far.get(b.id) ?? 0));
}

/** Of the ways known and the one that swims between what stands there the cheapest. */
function cheapest(from: GraphNode, to: GraphNode, ground: Ground, known: readonly Route[]): Route {
  const costs = ground.between(from, to);
  let best: Route = STRAIGHT;
  let least = Infinity;
  const ask = (route: Route) => {
    const found = toll(from, to, route, costs, least);
    if (found < least - 1e-9) [best, least] = [route, found];
  };
  known.forEach(ask);
  if (least <= CLEAR) return best;
  const swum = swim(from, to, costs, ground.extent, least);
  if (swum) ask(swum.map((point) => toBend(from, to, point)));
  return best;
}

/**
 * What a way costs: where it runs, how much longer than straight it is, and its bends.
 *
 * @param most where counting may stop: a way that costs more is not taken
 */
function toll(from: Point, to: Point, route: Route, costs: Costs, most: number): number {
  let [cost, length, before] = [PER_BEND * route.length, 0, from];
  for (const point of [...curve(from, to, route, 3 * SAMPLES), to]) {
    const stride = Math.hypot(point.x - before.x, point.y - before.y);
    length += stride;
    cost += (costs(point.x, point.y) * stride) / SPACING;
    if (cost > most) return cost;
    before = point;
  }
  return cost + PER_UNIT * (length - Math.hypot(to.x - from.x, to.y - from.y));
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

/** @param most where counting may stop: no route that costs more is taken */
function crossings(from: GraphNode, to: GraphNode, route: Route, obstacles: Obstacles, most: number): number {
  let cost = 0;
  for (const point of curve(from, to, route, SAMPLES)) {
    if (cost > most) return cost;
    for (const obstacle of obstacles.at(point)) {
      const isEnd = obstacle.node === from || obstacle.node === to;
      if (isEnd && obstacle.cost === 4) continue; // its own shape
      cost += isEnd ? 1.5 : obstacle.cost;
    }
  }
  return cost;
}
