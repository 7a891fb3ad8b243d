/** Moving a node or an account by hand: how the drawing looks meanwhile, and the place that the file gets. Pure. */
import { cellBox, withTab, writtenBox } from './cell-box.ts';
import type { Point } from './curve.ts';
import { boundsOf } from './free-spot.ts';
import { TAB, tabWidth } from './geometry.ts';
import type { Graph, GraphBox, GraphNode } from './graph.ts';
import { moved, movedBox } from './move.ts';
import { grown, insideOf } from './pin-account.ts';
import { ownersOf } from './sketch.ts';

/** Whether things of a drawing can be moved: those that have places. */
export function canMove(graph: Graph): boolean {
  return graph.isUnplaced !== true;
}

/** Whether something on the canvas can be taken hold of: a node, or a folded account anywhere on its tile. */
export function isGrip({ nodes, boxes }: Graph, id: string): boolean {
  return nodes.some((node) => node.id === id) || boxes.some((box) => box.id === id && box.tile !== undefined);
}

/** The account whose tab is at a point of the drawing; null for none. */
export function tabAt({ boxes }: Graph, { x, y }: Point): string | null {
  const found = boxes.find(
    (box) =>
      box.kind === 'account' &&
      box.tile === undefined &&
      x >= box.x + 10 &&
      x <= box.x + 10 + tabWidth(box) &&
      Math.abs(y - box.y) <= TAB / 2
  );
  return found?.id ?? null;
}

/**
 * The drawing while something is being moved: itself, with what goes with it. A node stays right of and below the walls
 * of its account and pushes the others outwards; nothing else gives way yet, and edges keep their bends.
 */
export function dragged(graph: Graph, id: string, by: Point): Graph {
  const box = graph.boxes.find((each) => each.id === id);
  return box ? withBox(graph, box, by) : withNode(graph, id, by);
}

function withBox(graph: Graph, box: GraphBox, by: Point): Graph {
  return {
    ...graph,
    boxes: graph.boxes.map((each) => (each === box ? movedBox(each, by) : each)),
    nodes: graph.nodes.map((node) => (node.box === box.id ? moved(node, by) : node))
  };
}

function withNode(graph: Graph, id: string, by: Point): Graph {
  const node = graph.nodes.find((each) => each.id === id);
  if (!node) return graph;
  const box = graph.boxes.find((each) => each.id === node.box);
  const group = groupOf(graph, node);
  const shift = box ? inWalls(box, group, by) : by;
  const nodes = graph.nodes.map((each) => (group.includes(each) ? moved(each, shift) : each));
  if (!box) return { ...graph, nodes };
  const content = boundsOf(nodes.filter((each) => each.box === box.id).map(cellBox));
  return { ...graph, nodes, boxes: graph.boxes.map((each) => (each === box ? grown(box, content) : each)) };
}

/** Who goes with a node: its policies. */
function groupOf(graph: Graph, node: GraphNode): readonly GraphNode[] {
  const owners = ownersOf(graph);
  return graph.nodes.filter((each) => each === node || owners.get(each.id) === node.id);
}

function inWalls(box: GraphBox, group: readonly GraphNode[], by: Point): Point {
  const { x, y } = boundsOf(group.map(cellBox));
  const { left, top } = insideOf(box);
  return { x: Math.max(by.x, Math.ceil(left - x)), y: Math.max(by.y, Math.ceil(top - y)) };
}

/** The place of a node or an account as the file has it; null for what is not drawn. */
export function savedAt(graph: Graph, id: string): Point | null {
  const { x: right, y: down } = graph.shift ?? { x: 0, y: 0 };
  const box = graph.boxes.find((each) => each.id === id);
  if (box) return { x: box.x - right, y: box.y - down };
  const node = graph.nodes.find((each) => each.id === id);
  if (!node) return null;
  const home = graph.boxes.find((each) => each.id === node.box);
  return home ? { x: node.x - home.x, y: node.y - home.y } : { x: node.x - right, y: node.y - down };
}

/** Name of a node or an account, for people. */
export function labelOf({ nodes, boxes }: Graph, id: string): string {
  return [...nodes, ...boxes].find((each) => each.id === id)?.label ?? id;
}

/** What a thing takes up, for a ring around it; null for what is not drawn. @param enlarged the size of its name, of 1 */
export function areaOf({ nodes, boxes }: Graph, id: string, enlarged = 1) {
  const node = nodes.find((each) => each.id === id);
  if (node) return writtenBox(node, enlarged);
  const box = boxes.find((each) => each.id === id);
  return box ? withTab(box) : null;
}
