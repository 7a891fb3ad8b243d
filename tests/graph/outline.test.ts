/**
 * The outline is the graph in words: for every shipped scenario and for large made-up worlds it names every node, every
 * edge and every band, drawn or not, each exactly once and each with something to read.
 */
import { describe, expect, test } from 'vitest';
import { bandId } from '../../src/lib/graph/opens.ts';
import { outlineOf, type OutlineItem } from '../../src/lib/graph/outline.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { toOrganization } from '../../src/lib/share/organization.ts';
import type { SourceText } from '../../src/lib/source/text.ts';
import { toWhen } from '../../src/lib/workbench/when-words.ts';
import { shipped } from '../counterfactual/files.ts';
import { flagship } from './flagship.ts';

const WORLDS: readonly SourceText[] = [
  ...shipped(),
  toOrganization({ accounts: 8, each: 6, seed: 1 }),
  toOrganization({ accounts: 40, each: 30, seed: 7 })
];

function read(source: SourceText): { readonly graph: Graph; readonly items: readonly OutlineItem[] } {
  const { value } = parseScenario(source);
  const { world, cases } = value!;
  const graph = toGraph(
    world,
    cases.flatMap(({ request }) => request ?? [])
  );
  return { graph, items: [...flat(outlineOf(graph, toWhen(world, toWords(world))))] };
}

function* flat(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* flat(item.children);
  }
}

const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).sort();

describe.each(WORLDS.map((source) => [source.name, source] as const))('%s', (_, source) => {
  const { graph, items } = read(source);
  const { omitted } = graph;
  const ofKind = (kind: OutlineItem['kind']) => items.filter((item) => item.kind === kind);

  test('names every node and every account, drawn or not', () => {
    expect(idsOf(ofKind('node'))).toEqual(idsOf([...graph.nodes, ...omitted.nodes]));
    const accounts = [...graph.boxes, ...omitted.boxes].filter(({ kind }) => kind === 'account');
    expect(idsOf(ofKind('account'))).toEqual(idsOf(accounts));
  });

  test('tells every edge as a relation, drawn or not', () => {
    expect(graph.edges.length + omitted.edges.length).toBeGreaterThan(0);
    expect(idsOf(ofKind('relation'))).toEqual(idsOf([...graph.edges, ...omitted.edges]));
  });

  test('tells every band of roof and floor', () => {
    const bands = [...graph.boxes, ...omitted.boxes].flatMap(({ id, roof, floor }) =>
      [...roof, ...floor].map((band) => ({ id: `${bandId(band)}@${id}` }))
    );
    expect(idsOf(ofKind('band'))).toEqual(idsOf(bands));
  });

  test('says something of each, once, and a condition of each conditional edge', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.filter(({ label }) => label.trim() === '')).toEqual([]);
    const conditional = new Set(
      [...graph.edges, ...omitted.edges].filter(({ conditions }) => conditions.length > 0).map(({ id }) => id)
    );
    const silent = ofKind('relation').filter(
      ({ id, label }) => conditional.has(id) && !/, when \S/.test(label)
    );
    expect(silent.map(({ label }) => label)).toEqual([]);
  });
});

test('a relation says who, in which account, and under which condition', () => {
  const { items } = read(shipped().find(({ name }) => name.includes('confused-deputy'))!);
  const trusts = items.filter(({ label }) => label.startsWith('may be assumed by')).map(({ label }) => label);
  expect(trusts).toMatchInlineSnapshot(`
    [
      "may be assumed by ec2",
      "may be assumed by scanner in argus, when the external id is acme-7f3a",
      "may be assumed by scanner in argus",
    ]
  `);
});

test('accounts stand in the order of the file, before an edit as after it', () => {
  const { world, graph } = flagship;
  const accounts = outlineOf(graph).flatMap(({ id, kind }) => (kind === 'account' ? [id] : []));
  expect(accounts).toEqual([...world.accounts.keys()]);
});
