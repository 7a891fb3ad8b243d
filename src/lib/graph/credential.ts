/** Where what a caller signed with stands: at a corner of its node where it covers no name and no other shape. */
import { shapeBox, type Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import type { Graph, GraphNode } from './graph.ts';
import { around, overlap, takenOf } from './taken.ts';

/** Room that the largest badge takes, model units. */
export const CREDENTIAL = { width: 26, height: 22 } as const;

/** Where a badge may stand, the best first: at the upper corners of the shape, beside its middle, at its lower corners. */
const CORNERS: readonly (readonly [across: -1 | 1, down: -1 | 0 | 1])[] = [
  [1, -1],
  [-1, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1]
];

/** From the shape to the middle of the badge, model units: at a corner it laps over the shape, beside it is clear of it. */
const OUT = { corner: { across: 3, down: 9 }, beside: CREDENTIAL.width / 2 + 4 };

/**
 * The middle of the badge, model units: the first place where it covers the least.
 *
 * @param over what stands over the drawing already
 */
export function placeCredential(graph: Graph, node: GraphNode, over: readonly Rectangle[] = []): Point {
  const { x, y, width, height } = node;
  const own = shapeBox(node);
  // It may lean on its own shape.
  const taken = [...takenOf(graph).filter((area) => overlap(area, own) < own.width * own.height), ...over];
  let best: Point = { x, y };
  let least = Infinity;
  for (const [across, down] of CORNERS) {
    const out = down === 0 ? OUT.beside : OUT.corner.across;
    const point = { x: x + across * (width / 2 + out), y: y + down * (height / 2 + OUT.corner.down) };
    const area = around(point, CREDENTIAL.width, CREDENTIAL.height);
    const covered = taken.reduce((sum, other) => sum + overlap(area, other), 0);
    if (covered < least - 1e-9) [best, least] = [point, covered];
  }
  return best;
}
