/** Edges after some things moved: who has nothing new in its way keeps its bends, so that nothing jumps. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import { curve, type Point } from './curve.ts';
import { rise, tabWidth } from './geometry.ts';
import type { Graph, GraphBend, GraphBox, GraphEdge, GraphNode } from './graph.ts';
import { toRoutes } from './route.ts';
import type { EdgeSketch } from './sketch.ts';

const SAMPLES = 24;
/** More edges than this keep their bends whatever happened: nobody could follow them anyway. */
const MANY = 220;
/** Around a shape, model units. */
const AIR = 4;

/** Something an edge should not run through. */
interface Hurdle extends Rectangle {
  /** Null for tabs and bands. */
  readonly node: string | null;
  /** How far it moved; null for what is new. */
  readonly by: Point | null;
}

/** @param edges as they are wanted now; those of a known id keep their bends where they can */
export function reroute(
  before: Pick<Graph, 'nodes' | 'boxes' | 'edges'>,
  nodes: readonly GraphNode[],
  boxes: readonly GraphBox[],
  edges: readonly EdgeSketch[] = before.edges
): readonly GraphEdge[] {
  const bends = new Map(before.edges.map((edge) => [edge.id, edge.bends]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const moves = movesOf(before.nodes, nodes);
  const hurdles = edges.length > MANY ? [] : hurdlesOf(nodes, moves, boxes, movesOf(before.boxes, boxes));
  const kept = new Map<string, readonly GraphBend[]>();
  for (const { id, from, to } of edges) {
    const [way, a, b, by] = [bends.get(id), byId.get(from), byId.get(to), moves.get(from)];
    if (!way || !a || !b || !by || !isSame(by, moves.get(to))) continue;
    const strange = hurdles.filter(({ node, by: its }) => node !== from && node !== to && !isSame(by, its));
    const isClear = curve(a, b, way, SAMPLES).every((point) => !strange.some((each) => covers(each, point)));
    if (isClear) kept.set(id, way);
  }
  const routes = toRoutes(nodes, boxes, edges, new Map(), kept);
  return edges.map((edge) => ({ ...edge, bends: routes.get(edge.id) ?? [] }));
}

interface Standing extends Point {
  readonly id: string;
}

/** By id, how far each moved that was there before. */
function movesOf(before: readonly Standing[], now: readonly Standing[]): ReadonlyMap<string, Point> {
  const old = new Map(before.map((one) => [one.id, one]));
  return new Map(
    now.flatMap(({ id, x, y }): [string, Point][] => {
      const was = old.get(id);
      return was ? [[id, { x: x - was.x, y: y - was.y }]] : [];
    })
  );
}

function hurdlesOf(
  nodes: readonly GraphNode[],
  moves: ReadonlyMap<string, Point>,
  boxes: readonly GraphBox[],
  boxMoves: ReadonlyMap<string, Point>
): readonly Hurdle[] {
  const ofNodes = nodes.flatMap((node) => {
    const tag = { node: node.id, by: moves.get(node.id) ?? null };
    const { x, y, width, height } = shapeBox(node);
    const shape = { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
    return [shape, ...labelBoxes(node)].map((area) => ({ ...area, ...tag }));
  });
  const ofBoxes = boxes.flatMap((box) => {
    const tag = { node: null, by: boxMoves.get(box.id) ?? null };
    const up = rise(box.kind);
    const tab = { x: box.x + 10, y: box.y - up, width: tabWidth(box), height: 2 * up };
    const bands = [...box.roof, ...box.floor].map(({ y, height }) => ({
      x: box.x,
      y,
      width: box.width,
      height
    }));
    return [tab, ...bands].map((area) => ({ ...area, ...tag }));
  });
  return [...ofNodes, ...ofBoxes];
}

function covers({ x, y, width, height }: Rectangle, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

function isSame(a: Point, b: Point | null | undefined): boolean {
  return b !== null && b !== undefined && Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
}
