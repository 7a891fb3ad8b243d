/** How an edge runs from node to node: straight, or bent just enough to keep off other shapes, labels and bands. */
import { curve, toBend } from './curve.ts';
import type { Point } from './curve.ts';
import type { GraphBend, GraphBox, GraphNode } from './graph.ts';
import { Obstacles } from './obstacles.ts';
import type { EdgeSketch } from './sketch.ts';

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
const CLEAR = 1;

const STRAIGHT: Route = [];
const NONE: ReadonlyMap<string, Route> = new Map();
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

/** Around a whole column of things: far aside all the way, or only near one of the ends. */
const ROUND: readonly Route[] = [
  ...[60, 90, 125, 165, 210, 260].flatMap((distance) =>
    [distance, -distance].map((aside) => [
      { weight: 0.08, distance: aside },
      { weight: 0.5, distance: aside },
      { weight: 0.92, distance: aside }
    ])
  ),
  ...SINGLE.flatMap((distance) =>
    [0.12, 0.88].flatMap((weight) => [[{ weight, distance }], [{ weight, distance: -distance }]])
  ),
  ...[0.04, 0.2, 0.4].flatMap((weight) =>
    SIGNED.flatMap((first) =>
      SIGNED.flatMap((second) => [
        [
          { weight, distance: first },
          { weight: 0.6, distance: second }
        ],
        [
          { weight: 0.4, distance: first },
          { weight: 1 - weight, distance: second }
        ]
      ])
    )
  )
];
/** Up to so many edges no effort is spared. */
const FEW = 60;
/** How much dearer a way may be that strikes nobody's name, by bands and bends. */
const AT_MOST = 8;

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
  const isPlain = edges.length > MANY || nodes.length > MANY_NODES;
  const obstacles = isPlain ? null : new Obstacles(nodes, boxes);
  const round = roundFor(edges.length);
  const taken = new Map<string, number[]>();
  const routes = new Map<string, Route>();
  for (const { id, kind, from, to } of edges) {
    const [source, target] = [byId.get(from), byId.get(to)];
    if (!source || !target || !obstacles || kind === 'attachment') {
      routes.set(id, STRAIGHT);
      continue;
    }
    const pair = [from, to].sort().join('\n');
    const side = from < to ? 1 : -1; // opposite edges have opposite right-hand sides
    const used = taken.get(pair) ?? [];
    const offsets = used.map((offset) => offset * side);
    const route =
      fixed.get(id) ??
      bestRoute(source, target, obstacles, offsets, throughWays(source, target, ways.get(id)), round);
    routes.set(id, route);
    taken.set(pair, [...used, offsetOf(route) * side]);
  }
  return routes;
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
  kept: Route,
  round: readonly Route[]
): Route {
  const isFree = (route: Route) => used.every((offset) => Math.abs(offset - offsetOf(route)) >= 24);
  const cost = (route: Route, most: number) =>
    crossings(from, to, route, obstacles, most - strain(route)) + strain(route);
  let best: Route = STRAIGHT;
  let least = isFree(STRAIGHT) ? cost(STRAIGHT, Infinity) : Infinity;
  for (const candidates of [kept.length > 0 ? [kept] : [], SINGLES, DOUBLES]) {
    if (least <= CLEAR) break;
    for (const route of candidates) {
      if (strain(route) >= least || !isFree(route)) continue;
      const found = cost(route, least);
      if (found >= least - 1e-9) continue;
      best = route;
      least = found;
    }
  }
  if (!strikes(from, to, best, obstacles)) return best;
  const clear = round.filter((route) => isFree(route) && !strikes(from, to, route, obstacles));
  return clear.reduce<readonly [Route, number]>(
    ([known, lowest], route) => {
      const found = cost(route, lowest);
      return found < lowest - 1e-9 ? [route, found] : [known, lowest];
    },
    [best, least + AT_MOST]
  )[0];
}

function roundFor(edges: number): readonly Route[] {
  return edges > FEW ? [] : ROUND;
}

/** Whether a route runs through a shape or a name that is neither end's. */
function strikes(from: GraphNode, to: GraphNode, route: Route, obstacles: Obstacles): boolean {
  return curve(from, to, route, 2 * SAMPLES).some((point) =>
    obstacles.at(point).some(({ node }) => node !== null && node !== from && node !== to)
  );
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
