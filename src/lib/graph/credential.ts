/** Where what a caller signed with stands: at a corner of its node where it covers no name and no other shape. */
import { shapeBox } from './cell.ts';
import type { Point } from './curve.ts';
import type { Graph, GraphNode } from './graph.ts';
import { around, overlap, takenOf } from './taken.ts';

/** Room that the largest of them takes, model units. */
export const CREDENTIAL = { width: 26, height: 22 } as const;

/** From the corners of the shape to the middle of the badge: the upper right one first, last beside its middle. */
const CORNERS: readonly (readonly [across: -1 | 1, down: -1 | 0 | 1])[] = [
  [1, -1],
  [-1, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1]
];

/** The first corner where it covers the least. */
export function placeCredential(graph: Graph, node: GraphNode): Point {
  const { x, y, width, height } = node;
  const own = shapeBox(node);
  // It may lean on its own shape.
  const taken = takenOf(graph).filter((area) => overlap(area, own) < own.width * own.height);
  let best: Point = { x, y };
  let least = Infinity;
  for (const [across, down] of CORNERS) {
    const beside = down === 0 ? CREDENTIAL.width / 2 + 4 : 3;
    const point = { x: x + across * (width / 2 + beside), y: y + down * (height / 2 + 9) };
    const area = around(point, CREDENTIAL.width, CREDENTIAL.height);
    const covered = taken.reduce((sum, other) => sum + overlap(area, other), 0);
    if (covered < least - 1e-9) [best, least] = [point, covered];
  }
  return best;
}
