/** The room that things of a drawing take up: a node with its name, a box with its tab. Model units. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import { boundsOf } from './free-spot.ts';
import { rise } from './geometry.ts';
import type { GraphBox, GraphNode } from './graph.ts';
import { LINE } from './label.ts';

/** A node with its ring and both lines of its name. */
export function cellBox(node: GraphNode): Rectangle {
  return writtenBox(node, 1);
}

/** The same where names are written larger than usual, by so much. */
export function writtenBox(node: GraphNode, enlarged: number): Rectangle {
  return boundsOf([shapeBox(node), ...namesAt(node, enlarged)]);
}

/** The lines of a node's name as they are written at a size, as a share of the usual one: they grow downwards, and to both sides. */
export function namesAt(node: GraphNode, enlarged: number): readonly Rectangle[] {
  if (enlarged === 1) return labelBoxes(node);
  const { y, height } = shapeBox(node);
  return labelBoxes(node).map((box, line) => ({
    x: node.x - (box.width * enlarged) / 2,
    y: Math.max(y + height, box.y + line * LINE * (enlarged - 1)),
    width: box.width * enlarged,
    height: box.height * enlarged
  }));
}

/** A box with the tab or title that stands above it. */
export function withTab(box: GraphBox): Rectangle {
  const up = rise(box.kind);
  return { x: box.x, y: box.y - up, width: box.width, height: box.height + up };
}
