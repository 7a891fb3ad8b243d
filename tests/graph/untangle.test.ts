/** What stands above each other is exchanged where lines cross less then, and nothing else moves. */
import { expect, test } from 'vitest';
import { toBlock } from '../../src/lib/graph/block.ts';
import { level, type Lane, type Levelled } from '../../src/lib/graph/level.ts';
import { inOrder } from '../../src/lib/graph/layout.ts';
import type { EdgeSketch, NodeSketch } from '../../src/lib/graph/sketch.ts';
import { tangle } from '../../src/lib/graph/tangle.ts';
import { untangled } from '../../src/lib/graph/untangle.ts';

function node(id: string): NodeSketch {
  return { id, kind: 'role', label: id, sublabel: '', glyph: '', box: null, boundary: null, opens: null };
}

function edge(ends: string): EdgeSketch {
  const [from = '', to = ''] = ends.split('>');
  return { id: ends, kind: 'permission', from, to, label: '', conditions: [], madeBy: [] };
}

/** Columns of nodes, 100 units apart, each from top to bottom. */
function lanesOf(columns: readonly (readonly string[])[]): readonly Lane[] {
  return columns.map((names, index) => ({
    x: 100 * (index + 1),
    top: 0,
    bottom: 500,
    blocks: names.map((name) => toBlock(node(name), [], 'stack'))
  }));
}

const COLUMNS = [
  ['a', 'b', 'c'],
  ['d', 'e', 'f'],
  ['g', 'h']
];
const NODES = COLUMNS.flat().map(node);

/** Each at the top of the column before the next, as far as it goes. */
function stacked(lanes: readonly Lane[]): Levelled {
  const blocks = lanes.flatMap(({ x, blocks: own }) =>
    own.map((block, index) => [block, { x, top: 20 + 120 * index }] as const)
  );
  return { blocks: new Map(blocks), ways: new Map() };
}

function crossings(levelled: Levelled, edges: readonly EdgeSketch[]): number {
  return tangle(inOrder({ nodes: NODES }, levelled.blocks), edges, levelled.ways).crossings;
}

test.each([
  { name: 'two columns the wrong way round', edges: 'a>f b>e c>d', before: 3 },
  { name: 'neighbours', edges: 'a>e b>d e>h d>g', before: 1 },
  { name: 'a ladder over three columns', edges: 'a>d b>f c>e d>h e>g f>g', before: 3 },
  { name: 'nothing to mend', edges: 'a>d b>e c>f', before: 0 }
])('$name', ({ edges: ends, before }) => {
  const edges = ends.split(' ').map(edge);
  const lanes = lanesOf(COLUMNS);
  const levelled = stacked(lanes);
  expect(crossings(levelled, edges)).toBe(before);
  expect(crossings(untangled(lanes, levelled, edges), edges)).toBe(0);
});

test('every block stays in its lane, in no other one’s place, and the same again', () => {
  const edges = ['a>f', 'b>e', 'c>d', 'a>h', 'c>g'].map(edge);
  const lanes = lanesOf(COLUMNS);
  const levelled = level(lanes, edges);
  const after = untangled(lanes, levelled, edges);
  expect(untangled(lanes, levelled, edges)).toEqual(after);
  for (const { x, blocks } of lanes) {
    const places = blocks.map((block) => ({ ...after.blocks.get(block), height: block.height }));
    places.sort((one, other) => (one.top ?? 0) - (other.top ?? 0));
    expect(places.map((place) => place.x)).toEqual(blocks.map(() => x));
    places.slice(1).forEach(({ top = 0 }, index) => {
      expect(top).toBeGreaterThanOrEqual((places[index]?.top ?? 0) + (places[index]?.height ?? 0));
    });
  }
  expect([...after.ways.keys()]).toEqual([...levelled.ways.keys()]);
});
