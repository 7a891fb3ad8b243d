/** A part of a large world by OU, kind, tag and verdict; what the request is about always stays. */
import { expect, test } from 'vitest';
import type { Graph, GraphBox, GraphNode } from '../../src/lib/graph/graph.ts';
import { choicesIn, isNarrow, narrow, NO_NARROWING, type Narrowing } from '../../src/lib/graph/narrow.ts';
import { NO_PATH, type Path } from '../../src/lib/graph/path.ts';
import { boxOf, nodeOf } from './parts.ts';

const box = (id: string, kind: GraphBox['kind'], parent: string | null) => boxOf(id, { kind, parent });
const node = (id: string, kind: GraphNode['kind'], home: string | null) => nodeOf(id, { kind, box: home });
const line = (from: string, to: string): Graph['edges'][number] => ({
  id: `${from}>${to}`,
  kind: 'trust',
  from,
  to,
  label: '',
  conditions: [],
  madeBy: [],
  bends: []
});

/** `prod` and `audit` in OUs, `tools` beside them. */
const GRAPH: Graph = {
  nodes: [
    node('jenkins', 'role', 'tools'),
    node('dana', 'user', 'tools'),
    node('deploy', 'role', 'prod'),
    node('store', 'resource', 'prod'),
    node('reader', 'role', 'audit'),
    node('everyone', 'anonymous', null)
  ],
  edges: [line('jenkins', 'deploy'), line('reader', 'deploy'), line('everyone', 'store')],
  boxes: [
    box('acme', 'organization', null),
    box('Workloads', 'unit', 'acme'),
    box('Prod', 'unit', 'Workloads'),
    box('Security', 'unit', 'acme'),
    box('tools', 'account', 'acme'),
    box('prod', 'account', 'Prod'),
    box('audit', 'account', 'Security')
  ],
  width: 0,
  height: 0,
  omitted: { nodes: [], edges: [], boxes: [], isCut: false }
};
const TAGS = new Map([
  ['deploy', ['team=web']],
  ['store', ['team=web', 'tier=1']]
]);
const pathOf = (nodes: readonly string[], accounts: readonly string[]): Path => ({
  nodes: new Set(nodes),
  accounts: new Set(accounts)
});

function left(part: Partial<Narrowing>, path = NO_PATH, paths: readonly Path[] = []) {
  const found = narrow(GRAPH, { ...NO_NARROWING, ...part }, { path, paths, tags: TAGS });
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(' ');
  return { nodes: ids(found.nodes), edges: ids(found.edges), boxes: ids(found.boxes) };
}

test('nothing asked is the same graph', () => {
  expect(narrow(GRAPH, NO_NARROWING, { path: NO_PATH, paths: [], tags: TAGS })).toBe(GRAPH);
  expect([isNarrow(NO_NARROWING), isNarrow({ ...NO_NARROWING, tag: 'a=b' })]).toEqual([false, true]);
});

test('an OU leaves what is in it and below it, and what is in no account', () => {
  expect(left({ unit: 'Workloads' })).toEqual({
    nodes: 'deploy store everyone',
    edges: 'everyone>store',
    boxes: 'acme Workloads Prod prod'
  });
});

test.each([
  [{ kind: 'role' }, 'jenkins deploy reader', 'jenkins>deploy reader>deploy'],
  [{ kind: 'user' }, 'dana', ''],
  [{ tag: 'team=web' }, 'deploy store', ''],
  [{ tag: 'team=web', kind: 'role' }, 'deploy', ''],
  [{ tag: 'nobody=has' }, '', '']
] as const)('%o leaves %s', (part, nodes, edges) => {
  expect(left(part)).toMatchObject({ nodes, edges });
});

test('boxes in which nothing is left are gone with their OUs', () => {
  expect(left({ kind: 'user' }).boxes).toBe('acme tools');
  expect(left({ tag: 'nobody=has' }).boxes).toBe('');
});

test('what the request on show is about stays whatever is asked', () => {
  const path = pathOf(['jenkins', 'deploy'], ['tools', 'prod']);
  expect(left({ unit: 'Security' }, path)).toEqual({
    nodes: 'jenkins deploy reader everyone',
    edges: 'jenkins>deploy reader>deploy',
    boxes: 'acme Workloads Prod Security tools prod audit'
  });
});

test('a verdict leaves what its requests are about, and nothing where no request ends so', () => {
  const paths = [pathOf(['reader'], ['audit']), pathOf(['store'], ['prod'])];
  expect(left({ verdict: 'allowed' }, NO_PATH, paths).nodes).toBe('store reader');
  expect(left({ verdict: 'explicitDeny' }).nodes).toBe('');
});

test('what can be chosen: OUs, kinds, tags by how often they are', () => {
  const { units, kinds, tags } = choicesIn(GRAPH, TAGS);
  expect(units.map(({ label }) => label)).toEqual(['Workloads', 'Prod', 'Security']);
  expect(kinds).toEqual(['role', 'user', 'resource', 'anonymous']);
  expect(tags.map(({ value }) => value)).toEqual(['team=web', 'tier=1']);
});
