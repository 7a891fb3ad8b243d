/** The ring around what one stands on holds its name at whatever size that is written. */
import { expect, test } from 'vitest';
import { namesAt, writtenBox } from '../../src/lib/graph/cell-box.ts';
import { labelBoxes, shapeBox } from '../../src/lib/graph/cell.ts';
import { areaOf } from '../../src/lib/graph/drag.ts';
import { flagship } from './flagship.ts';

const { graph } = flagship;

test('at the usual size names stand where the layout put them', () => {
  for (const node of graph.nodes) expect(namesAt(node, 1)).toEqual(labelBoxes(node));
});

test.each([1, 1.12, 1.45, 1.7])(
  '%f times as large they are within the ring, and below the shape',
  (enlarged) => {
    for (const node of graph.nodes) {
      const ring = writtenBox(node, enlarged);
      const shape = shapeBox(node);
      expect(areaOf(graph, node.id, enlarged)).toEqual(ring);
      for (const { x, y, width, height } of namesAt(node, enlarged)) {
        expect(y).toBeGreaterThanOrEqual(shape.y + shape.height);
        expect(x).toBeGreaterThanOrEqual(ring.x);
        expect(x + width).toBeLessThanOrEqual(ring.x + ring.width + 1e-9);
        expect(y + height).toBeLessThanOrEqual(ring.y + ring.height + 1e-9);
      }
    }
  }
);
