/** A drawing that is asked for again: the same things are the same graph, also of a world too large to be placed. */
import { describe, expect, test } from 'vitest';
import { Drawing } from '../../src/lib/graph/drawing.ts';
import { toSketch } from '../../src/lib/graph/to-graph.ts';
import type { Sketch } from '../../src/lib/graph/sketch.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toOrganization } from '../../src/lib/share/organization.ts';
import { flagship } from './two-accounts.ts';

const small = () => toSketch(flagship());

function large(): Sketch {
  const { value } = parseScenario(toOrganization({ accounts: 12, each: 6, seed: 3 }));
  if (!value) throw new Error('the organization is no scenario');
  return toSketch(value.world);
}

describe.each([
  ['small', small],
  ['large', large]
])('of a %s world', (_, make) => {
  const sketch = make();
  const again = make();
  const first = sketch.nodes[0];
  if (!first) throw new Error('the organization is empty');
  const other = { ...sketch, nodes: [{ ...first, label: 'another name' }, ...sketch.nodes.slice(1)] };

  test('the same things are the same graph', () => {
    const drawing = new Drawing();
    const graph = drawing.of(sketch, [], new Map());
    expect(drawing.of(again, [], new Map())).toBe(graph);
  });

  test('another name is another graph, and so is one thing less', () => {
    const drawing = new Drawing();
    const graph = drawing.of(sketch, [], new Map());
    expect(drawing.of(other, [], new Map()).nodes[0]?.label).toBe('another name');
    const less = { ...sketch, edges: sketch.edges.slice(1) };
    expect(drawing.of(less, [], new Map()).edges.length).toBe(graph.edges.length - 1);
  });
});

test('a world that grows large and small again has its places again', () => {
  const drawing = new Drawing();
  const before = drawing.of(small(), [], new Map());
  expect(before.isUnplaced).not.toBe(true);
  expect(drawing.of(large(), [], new Map()).isUnplaced).toBe(true);
  expect(drawing.of(small(), [], new Map())).toBe(before);
});
