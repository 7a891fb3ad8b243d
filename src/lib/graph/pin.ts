/**
 * Puts nodes and accounts where the file wants them: in a drawing that is laid out already. What is in the way moves as
 * little as it can, boxes grow to hold what is in them, and only edges that something happened to run another way.
 */
import { cellBox, withTab } from './cell-box.ts';
import { ANYWHERE, boundsOf } from './free-spot.ts';
import type { Graph, GraphBox, GraphNode } from './graph.ts';
import { MARGIN } from './geometry.ts';
import { makeRoom } from './make-room.ts';
import { moved, movedBox } from './move.ts';
import { nest, type Parents } from './nest.ts';
import { arrangeAccount } from './pin-account.ts';
import type { Pins } from './pins.ts';
import { reroute } from './reroute.ts';
import { ownersOf } from './sketch.ts';

/** Between what stands outside of every account and everything else: no more than the layout leaves between two. */
const OUTSIDE_GAP = 10;

/**
 * Pure; without any pin of this drawing it is the drawing itself. Nothing overlaps whatever the pins: of two that want
 * the same place the later one stands beside.
 */
export function pinned(graph: Graph, parents: Parents, pins: Pins): Graph {
  const isAsked = [...graph.nodes, ...graph.boxes].some(({ id }) => pins.has(id));
  if (!isAsked) return graph;
  const owners = ownersOf(graph);
  const accounts = graph.boxes.filter(({ kind }) => kind === 'account');
  const rooms = accounts.map((box) =>
    arrangeAccount(
      box,
      graph.nodes.filter((node) => node.box === box.id),
      owners,
      pins
    )
  );
  const sized = new Map(rooms.map(({ box }) => [box.id, box]));
  const boxes = nest(
    graph.boxes.map((box) => sized.get(box.id) ?? box),
    graph.boxes,
    parents,
    pins
  );
  const placed = new Map<string, GraphNode>();
  for (const { box, nodes } of rooms) {
    const at = boxes.find(({ id }) => id === box.id) ?? box;
    for (const node of nodes) placed.set(node.id, moved(node, { x: at.x - box.x, y: at.y - box.y }));
  }
  for (const node of standOutside(graph, boxes, pins)) placed.set(node.id, node);
  const nodes = graph.nodes.map((node) => placed.get(node.id) ?? node);
  return framed(graph, nodes, boxes);
}

/** What stands outside of every account gives way to boxes. */
function standOutside(graph: Graph, boxes: readonly GraphBox[], pins: Pins): readonly GraphNode[] {
  const held = new Set(boxes.map(({ id }) => id));
  const nodes = graph.nodes
    .filter(({ box }) => box === null || !held.has(box))
    .map((node) => ({ ...node, ...pins.get(node.id) }));
  const groups = nodes.map((node) => ({ id: node.id, parts: [cellBox(node)], isFirm: pins.has(node.id) }));
  const shifts = makeRoom(groups, boxes.map(withTab), OUTSIDE_GAP, ANYWHERE);
  return nodes.map((node) => moved(node, shifts.get(node.id)));
}

/** All of it moved so that it begins where drawings begin, the edges led anew where they have to be. */
function framed(before: Graph, nodes: readonly GraphNode[], boxes: readonly GraphBox[]): Graph {
  const [old, now] = [extentOf(before.nodes, before.boxes), extentOf(nodes, boxes)];
  const shift = { x: inset(now.x, old.x), y: inset(now.y, old.y) };
  const atHome = nodes.map((node) => moved(node, shift));
  const framedBoxes = boxes.map((box) => movedBox(box, shift));
  const edges = reroute(before, atHome, framedBoxes);
  return {
    ...before,
    nodes: atHome,
    boxes: framedBoxes,
    edges,
    width: Math.round(now.x + now.width + shift.x + before.width - old.x - old.width),
    height: Math.round(now.y + now.height + shift.y + before.height - old.y - old.height),
    ...(shift.x === 0 && shift.y === 0 ? {} : { shift })
  };
}

/** How far a drawing that begins at `now` is moved, where it began at `old`. */
function inset(now: number, old: number): number {
  if (now < Math.min(MARGIN, old)) return Math.ceil(Math.min(MARGIN, old) - now);
  return now > old ? Math.ceil(old - now) : 0;
}

function extentOf(nodes: readonly GraphNode[], boxes: readonly GraphBox[]) {
  return boundsOf([...nodes.map(cellBox), ...boxes.map(withTab)]);
}
