/** Where the camera goes for what a scene points at. */
import { expect, test } from 'vitest';
import { fit, fitTo } from '../../src/lib/graph/camera.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { MIN_FIT_ZOOM } from '../../src/lib/graph/label.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { newWorld } from '../../src/lib/world/new-world.ts';
import { boxOf, nodeOf } from './parts.ts';

const node = (id: string, x: number, y: number) => nodeOf(id, { x, y });
const box = (id: string, x: number, y: number, width: number, height: number) =>
  boxOf(id, { x, y, width, height });
const graph: Graph = {
  ...toGraph(newWorld(0)),
  nodes: [node('left', 200, 300), node('right', 1800, 300), node('middle', 1000, 500)],
  edges: [],
  boxes: [box('small', 800, 400, 400, 200), box('huge', 50, 50, 1900, 900)],
  width: 2000,
  height: 1000
};
const PANEL = { width: 700, height: 400 };

/** Where a point of the drawing stands in the panel. */
function seen(ids: readonly string[], x: number, y: number): readonly [number, number] {
  const camera = fitTo(graph, PANEL, new Set(ids));
  if (!camera) throw new Error('no camera');
  return [x * camera.zoom + camera.x, y * camera.zoom + camera.y];
}

test('a node alone stands in the middle, no larger than is good to read', () => {
  const [x, y] = seen(['middle'], 1000, 500);
  expect(x).toBeCloseTo(350);
  expect(Math.abs(y - 200)).toBeLessThan(40); // its label hangs below it
  expect(fitTo(graph, PANEL, new Set(['middle']))?.zoom).toBe(1.4);
});

test('a box is seen whole, with its title', () => {
  const [left, top] = seen(['small'], 800, 388);
  const [right, bottom] = seen(['small'], 1200, 600);
  expect([left >= 0, top >= 0, right <= 700, bottom <= 400]).toEqual([true, true, true, true]);
});

test('a box too large is seen from its title on, at a zoom at which labels are legible', () => {
  expect(fitTo(graph, PANEL, new Set(['huge']))?.zoom).toBe(MIN_FIT_ZOOM);
  const [left, top] = seen(['huge'], 50, 38);
  expect(left).toBeCloseTo(0);
  expect(top).toBeCloseTo(0);
});

test.each([
  ['left', 0, 0],
  ['right', 2000, 700]
])('at the %s edge of the drawing it shows drawing, not margin', (id, edge, at) => {
  expect(seen([id], edge, 0)[0]).toBeCloseTo(at);
});

test('several are seen together, where labels allow it', () => {
  const near = { ...graph, nodes: [node('a', 900, 500), node('b', 1300, 500)] };
  const camera = fitTo(near, PANEL, new Set(['a', 'b']));
  for (const { x } of near.nodes) {
    const at = x * (camera?.zoom ?? 0) + (camera?.x ?? 0);
    expect(at > 20 && at < 680).toBe(true);
  }
});

test('nothing that is drawn: nowhere to go', () => {
  expect(fitTo(graph, PANEL, new Set(['nobody']))).toBeNull();
  expect(fitTo(graph, PANEL, new Set())).toBeNull();
  expect(fit(graph, PANEL, null).zoom).toBe(MIN_FIT_ZOOM);
});
