/** From one drawing to the next: nothing is moved so that the two ends of a line lie over each other. */
import { expect, test } from 'vitest';
import { between, doMeet } from '../../src/lib/graph/ease.ts';
import type { Graph, GraphEdge, GraphNode } from '../../src/lib/graph/graph.ts';
import { nodeOf } from './parts.ts';

const LINE: GraphEdge = {
  id: 'a>b',
  kind: 'session',
  from: 'a',
  to: 'b',
  label: '',
  conditions: [],
  madeBy: [],
  bends: []
};

function graphOf(...nodes: readonly GraphNode[]): Graph {
  const rest = { boxes: [], width: 400, height: 200 };
  return { nodes, edges: [LINE], ...rest, omitted: { nodes: [], edges: [], boxes: [], isCut: false } };
}

const a = (x: number, y = 50) => nodeOf('a', { x, y });
const b = (x: number, y = 50) => nodeOf('b', { x, y });

test.each([
  ['nothing moves', graphOf(a(50), b(200)), graphOf(a(50), b(200)), false],
  ['they trade places', graphOf(a(50), b(200)), graphOf(a(200), b(50)), true],
  ['they pass each other well apart', graphOf(a(50), b(200)), graphOf(a(200, 50), b(50, 190)), false],
  ['one is new where the other still stands', graphOf(a(50)), graphOf(a(200), b(60)), true],
  ['one is new on free paper', graphOf(a(50)), graphOf(a(90), b(200)), false],
  ['one is gone', graphOf(a(50), b(60)), graphOf(a(300)), false]
])('%s', (_, before, after, meet) => {
  expect(doMeet(before, after)).toBe(meet);
});

test('what stays moves, what is new stands where it belongs at once', () => {
  const half = between(graphOf(a(50)), graphOf(a(150), b(300)), 0.5);
  expect(half.nodes.map(({ x }) => x)).toEqual([100, 300]);
});
