/** Things of a drawing, moved. Model units. */
import type { Point } from './curve.ts';
import type { GraphBox, GraphNode } from './graph.ts';

/** The node itself when it does not move. */
export function moved(node: GraphNode, by: Point | undefined): GraphNode {
  return by === undefined || (by.x === 0 && by.y === 0)
    ? node
    : { ...node, x: node.x + by.x, y: node.y + by.y };
}

/** With its bands. */
export function movedBox(box: GraphBox, by: Point | undefined): GraphBox {
  if (by === undefined || (by.x === 0 && by.y === 0)) return box;
  const lift = (bands: GraphBox['roof']) => bands.map((band) => ({ ...band, y: band.y + by.y }));
  return { ...box, x: box.x + by.x, y: box.y + by.y, roof: lift(box.roof), floor: lift(box.floor) };
}
