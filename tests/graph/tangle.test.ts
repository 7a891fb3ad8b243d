/** How often lines would cross, run from way to way; a little for their length. */
import { expect, test } from 'vitest';
import type { EdgeKind, GraphNode } from '../../src/lib/graph/graph.ts';
import type { EdgeSketch } from '../../src/lib/graph/sketch.ts';
import { struckBy, tangle } from '../../src/lib/graph/tangle.ts';

function node(id: string, x: number, y: number): GraphNode {
  const rest = { label: id, sublabel: '', glyph: '', box: null, boundary: null, opens: null };
  return { id, kind: 'role', x, y, width: 40, height: 30, ...rest };
}

function edge(ends: string, kind: EdgeKind = 'trust'): EdgeSketch {
  const [from = '', to = ''] = ends.split('>');
  return { id: ends, kind, from, to, label: '', conditions: [], madeBy: [] };
}

/** The corners of a square of 100, and its middle. */
const NODES = [
  node('nw', 0, 0),
  node('ne', 100, 0),
  node('sw', 0, 100),
  node('se', 100, 100),
  node('mid', 50, 20)
];

const PER_UNIT = 0.002;
const DIAGONAL = 100 * Math.SQRT2;

test.each([
  { name: 'side by side', edges: [edge('nw>ne'), edge('sw>se')], crossings: 0, length: 200 },
  { name: 'across each other', edges: [edge('nw>se'), edge('sw>ne')], crossings: 1, length: 2 * DIAGONAL },
  { name: 'from one end', edges: [edge('nw>se'), edge('nw>ne')], crossings: 0, length: 100 + DIAGONAL },
  {
    name: 'what is attached does not count',
    edges: [edge('nw>se', 'attachment'), edge('sw>ne')],
    crossings: 0,
    length: DIAGONAL
  },
  { name: 'an end that is not drawn', edges: [edge('nw>gone'), edge('nw>ne')], crossings: 0, length: 100 }
])('$name', ({ edges, crossings, length }) => {
  expect(tangle(NODES, edges, new Map()).cost).toBeCloseTo(crossings + PER_UNIT * length, 9);
});

test('a way that was kept for a line leads it around, or across', () => {
  const edges = [edge('nw>ne'), edge('sw>mid')];
  const without = tangle(NODES, edges, new Map());
  const across = tangle(NODES, edges, new Map([['nw>ne', [{ x: 50, y: 60 }]]]));
  expect(without.crossings).toBe(0);
  expect(across.crossings).toBe(1);
});

test('two lines that cross twice are one pair', () => {
  const ways = new Map([['nw>ne', [{ x: 50, y: 90 }]]]);
  const nodes = [...NODES, node('w', 0, 40), node('e', 100, 40)];
  expect(tangle(nodes, [edge('nw>ne'), edge('w>e')], ways).crossings).toBe(1);
});

test('a line strikes a name or a shape once, and never those of its ends', () => {
  const edges = [edge('nw>ne'), edge('sw>ne'), edge('nw>se', 'attachment')];
  const through = [
    { x: 50, y: 15 },
    { x: 50, y: 25 }
  ];
  const led = new Map(edges.map(({ id }) => [id, id === 'sw>ne' ? [] : through]));
  expect(struckBy(NODES, edges, led)).toBe(1);
  expect(struckBy(NODES, edges, new Map([['sw>ne', [{ x: 10, y: 5 }]]]))).toBe(1); // the corner it passes
  expect(struckBy(NODES, edges, new Map([['nw>ne', [{ x: 10, y: 5 }]]]))).toBe(0); // its own
});
