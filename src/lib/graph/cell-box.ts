/** The room that things of a drawing take up: a node with its name, a box with its tab. Model units. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import { boundsOf } from './free-spot.ts';
import { rise } from './geometry.ts';
import type { GraphBox, GraphNode } from './graph.ts';

/** A node with its ring and both lines of its name. */
export function cellBox(node: GraphNode): Rectangle {
  return boundsOf([shapeBox(node), ...labelBoxes(node)]);
}

/** A box with the tab or title that stands above it. */
export function withTab(box: GraphBox): Rectangle {
  const up = rise(box.kind);
  return { x: box.x, y: box.y - up, width: box.width, height: box.height + up };
}
