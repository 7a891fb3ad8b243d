/** Walking the drawing by keys: always to somewhere, back again, everywhere, and never without a word. */
import { describe, expect, test } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { linesAt, neighbour, sayHere, startOf, stops, type Direction } from '../../src/lib/graph/walk.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
function graphOf(name: string) {
  const { value } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  if (!value) throw new Error('does not parse');
  return toGraph(
    value.world,
    value.cases.flatMap(({ request }) => request ?? [])
  );
}
const WAYS: readonly Direction[] = ['left', 'right', 'up', 'down'];

describe.each(files)('%s', (name) => {
  const graph = graphOf(name);

  test('a step goes where the key points', () => {
    const places = new Map(stops(graph).map((stop) => [stop.id, stop]));
    for (const { id, x, y } of stops(graph)) {
      for (const way of WAYS) {
        const to = places.get(neighbour(graph, id, way) ?? '');
        if (!to) continue;
        const ahead = { left: x - to.x, right: to.x - x, up: y - to.y, down: to.y - y }[way];
        expect(ahead, `${id} ${way}`).toBeGreaterThan(0);
      }
    }
  });

  test('everything can be walked to', () => {
    const start = startOf(graph, null, null) ?? '';
    const seen = new Set([start]);
    for (const id of seen) for (const way of WAYS) seen.add(neighbour(graph, id, way) ?? id);
    expect(seen.size).toBe(stops(graph).length);
  });

  test('every place and every line has its sentence', () => {
    for (const { id } of [...stops(graph), ...graph.edges]) expect(sayHere(graph, id)).toMatch(/^\S.*\.$/);
    const lines = stops(graph).flatMap(({ id }) => linesAt(graph, id));
    expect(new Set(lines)).toEqual(new Set(graph.edges.map(({ id }) => id)));
  });
});

describe('in the flagship', () => {
  const graph = graphOf('tools-to-production.yaml');
  const idOf = (label: string) => graph.nodes.find((node) => node.label === label)?.id ?? '';

  test('it is said what stands where', () => {
    expect(sayHere(graph, idOf('jenkins'))).toMatch(/^jenkins, role in tools, \d relations\.$/);
    const trust = graph.edges.find(({ kind, to }) => kind === 'trust' && to === idOf('prod-deploy'));
    expect(sayHere(graph, trust?.id ?? '')).toBe('jenkins in tools may assume prod-deploy in prod.');
    expect(sayHere(graph, 'nothing')).toBe('');
  });

  test('a walk begins at what is chosen, else at what is lit', () => {
    const none = new Set<string>();
    const light = {
      nodes: new Set([idOf('web-task')]),
      edges: none,
      boxes: none,
      bands: none,
      rings: none
    };
    expect(startOf(graph, idOf('dana'), light)).toBe(idOf('dana'));
    expect(startOf(graph, 'gone', light)).toBe(idOf('web-task'));
    expect(startOf(graph, null, null)).toBe(graph.nodes[0]?.id);
  });
});
