/** From one drawing to the next: what stays moves, what is new stands where it belongs at once. Pure. */
import type { Graph, GraphBox, GraphNode } from './graph.ts';

/** Milliseconds that a change takes. */
export const EASE = 280;

/** How far along a change is after a share of its time: quick at first, then slower. */
export function eased(share: number): number {
  const left = 1 - Math.min(1, Math.max(0, share));
  return 1 - left ** 3;
}

/** @param share 0 is where everything stood before, 1 the drawing itself */
export function between(before: Graph, after: Graph, share: number): Graph {
  if (share >= 1) return after;
  const nodes = new Map(before.nodes.map((node) => [node.id, node]));
  const boxes = new Map(before.boxes.map((box) => [box.id, box]));
  return {
    ...after,
    nodes: after.nodes.map((node) => nodeBetween(nodes.get(node.id), node, share)),
    boxes: after.boxes.map((box) => boxBetween(boxes.get(box.id), box, share))
  };
}

/** Moments of a change that are looked at. */
const MOMENTS = 12;

/** Whether the ends of a line would lie over each other on their way, so that there is no line to draw. */
export function doMeet(before: Graph, after: Graph): boolean {
  for (let moment = 0; moment < MOMENTS; moment++) {
    const { nodes } = between(before, after, moment / MOMENTS);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    if (after.edges.some(({ from, to }) => areOver(byId.get(from), byId.get(to)))) return true;
  }
  return false;
}

/** Between two shapes on their way, model units. */
const APART = 3;

function areOver(a: GraphNode | undefined, b: GraphNode | undefined): boolean {
  if (!a || !b || a === b) return false;
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + APART &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2 + APART
  );
}

function nodeBetween(before: GraphNode | undefined, after: GraphNode, share: number): GraphNode {
  if (!before || (before.x === after.x && before.y === after.y)) return after;
  return { ...after, x: mix(before.x, after.x, share), y: mix(before.y, after.y, share) };
}

/** The bands go with their walls. */
function boxBetween(before: GraphBox | undefined, after: GraphBox, share: number): GraphBox {
  if (!before || isSame(before, after)) return after;
  const [x, y] = [mix(before.x, after.x, share), mix(before.y, after.y, share)];
  const width = mix(before.width, after.width, share);
  const height = mix(before.height, after.height, share);
  const sink = y + height - after.y - after.height;
  return {
    ...after,
    x,
    y,
    width,
    height,
    roof: after.roof.map((band) => ({ ...band, y: band.y + y - after.y })),
    floor: after.floor.map((band) => ({ ...band, y: band.y + sink }))
  };
}

function isSame(a: GraphBox, b: GraphBox): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
