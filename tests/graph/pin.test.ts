/** Places that the file wants: they are had, nothing overlaps whatever they are, and the rest stays where it was. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { pinned } from '../../src/lib/graph/pin.ts';
import type { Pins } from '../../src/lib/graph/pins.ts';
import { layout } from '../../src/lib/graph/layout.ts';
import { toSketch } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { misplaced, overlaps } from './overlap.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function drawn(name: string) {
  const { value } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  if (!value) throw new Error(`${name} does not parse`);
  const sketch = toSketch(
    value.world,
    value.cases.flatMap(({ request }) => request ?? [])
  );
  const omitted = { nodes: [], edges: [], boxes: [], isCut: false };
  const graph: Graph = { ...layout(sketch), omitted };
  return { graph, parents: new Map(sketch.boxes.map(({ id, parent }) => [id, parent])) };
}

const flagship = drawn('tools-to-production.yaml');
const idOf = (label: string) => flagship.graph.nodes.find((node) => node.label === label)?.id ?? '';
const boxOf = (label: string) => {
  const box = flagship.graph.boxes.find((each) => each.label === label);
  if (!box) throw new Error(`no box ${label}`);
  return box;
};
const placesOf = ({ nodes }: Graph) => new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
const pin = (pins: Pins) => pinned(flagship.graph, flagship.parents, pins);

test('no pins, or none of this drawing: the very same drawing', () => {
  expect(pin(new Map())).toBe(flagship.graph);
  expect(pin(new Map([['arn:aws:iam::1:user/else', { x: 1, y: 1 }]]))).toBe(flagship.graph);
});

test('a node stands where the file wants it, counted from the wall of its account', () => {
  const tools = boxOf('tools');
  const graph = pin(new Map([[idOf('jenkins'), { x: tools.width + 60, y: tools.height + 40 }]]));
  const jenkins = graph.nodes.find(({ label }) => label === 'jenkins');
  const box = graph.boxes.find(({ label }) => label === 'tools');
  expect({ x: (jenkins?.x ?? 0) - (box?.x ?? 0), y: (jenkins?.y ?? 0) - (box?.y ?? 0) }).toEqual({
    x: tools.width + 60,
    y: tools.height + 40
  });
  expect(box?.width).toBeGreaterThan(tools.width);
});

test('its policies go with it', () => {
  const owned = flagship.graph.edges.find(
    ({ kind, from }) => kind === 'attachment' && from === idOf('jenkins')
  );
  const [before, tools] = [placesOf(flagship.graph), boxOf('tools')];
  const graph = pin(new Map([[idOf('jenkins'), { x: tools.width + 60, y: tools.height }]]));
  const [now, old] = [placesOf(graph), before];
  const at = (places: typeof now, id = '') => places.get(id) ?? { x: NaN, y: NaN };
  const gap = (places: typeof now) => [
    at(places, owned?.to).x - at(places, idOf('jenkins')).x,
    at(places, owned?.to).y - at(places, idOf('jenkins')).y
  ];
  expect(owned).toBeDefined();
  expect(gap(now)).toEqual(gap(old));
});

test('a small move moves nothing else, and edges that are not its own keep their bends', () => {
  const id = idOf('customer-data');
  const node = flagship.graph.nodes.find((each) => each.id === id);
  const prod = boxOf('prod');
  const graph = pin(new Map([[id, { x: (node?.x ?? 0) - prod.x + 1, y: (node?.y ?? 0) - prod.y + 1 }]]));
  for (const each of graph.nodes)
    if (each.id !== id) expect(each).toEqual(flagship.graph.nodes.find((old) => old.id === each.id));
  for (const edge of graph.edges) {
    if (edge.from === id || edge.to === id) continue;
    expect(edge.bends).toEqual(flagship.graph.edges.find((old) => old.id === edge.id)?.bends);
  }
});

test('a whole account moves with all that is in it; who left of everything is drawn from the left again', () => {
  const tools = boxOf('tools');
  const graph = pin(new Map([[tools.id, { x: -300, y: tools.y }]]));
  const box = graph.boxes.find(({ id }) => id === tools.id);
  expect(box).toMatchObject({ width: tools.width, height: tools.height });
  expect((box?.x ?? 0) - (graph.shift?.x ?? 0)).toBe(-300);
  for (const node of graph.nodes) {
    const old = flagship.graph.nodes.find(({ id }) => id === node.id);
    if (node.box === tools.id) expect(node.x - (box?.x ?? 0)).toBe((old?.x ?? 0) - tools.x);
  }
});

test('two that want the same place stand beside each other; who asked first has it', () => {
  const at = { x: 60, y: 200 };
  const graph = pin(
    new Map([
      [idOf('dana'), at],
      [idOf('intern'), at]
    ])
  );
  const box = graph.boxes.find(({ label }) => label === 'tools');
  const dana = graph.nodes.find(({ label }) => label === 'dana');
  expect({ x: (dana?.x ?? 0) - (box?.x ?? 0), y: (dana?.y ?? 0) - (box?.y ?? 0) }).toEqual(at);
  expect(overlaps(graph)).toEqual([]);
});

describe('nothing overlaps, whatever the places', () => {
  test.each(files)('%s', (name) => {
    const { graph, parents } = drawn(name);
    const ids = [...graph.nodes, ...graph.boxes].map(({ id }) => id);
    const places = fc.array(
      fc.tuple(
        fc.constantFrom(...ids),
        fc.record({ x: fc.integer({ min: -200, max: 900 }), y: fc.integer({ min: -200, max: 700 }) })
      ),
      { maxLength: 8 }
    );
    fc.assert(
      fc.property(places, (pins) => {
        const made = pinned(graph, parents, new Map(pins));
        expect(overlaps(made)).toEqual([]);
        expect(misplaced(made)).toEqual([]);
        expect(pinned(graph, parents, new Map(pins))).toEqual(made);
      }),
      { numRuns: 25, seed: 11 }
    );
  });
});
