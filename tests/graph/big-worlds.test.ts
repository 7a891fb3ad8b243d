/** Large and hostile worlds: what is drawn is bounded, has places, and nothing is lost on the way to the outline. */
import { describe, expect, test } from 'vitest';
import { toElements } from '../../src/lib/graph/elements.ts';
import { tabWidth } from '../../src/lib/graph/geometry.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { elide, textWidth } from '../../src/lib/graph/label.ts';
import { omittedWords } from '../../src/lib/graph/omitted.ts';
import { opensOf } from '../../src/lib/graph/opens.ts';
import { outlineOf } from '../../src/lib/graph/outline.ts';
import type { OutlineItem } from '../../src/lib/graph/outline.ts';
import { Targets } from '../../src/lib/graph/targets.ts';
import { toGraph, toSketch } from '../../src/lib/graph/to-graph.ts';
import type { World } from '../../src/lib/world/world.ts';
import { everybodyReads, everybodyTrusts, longNames, manyPolicies, manyPrincipals } from './big-worlds.ts';
import { WorldBuilder } from './build.ts';
import { misplaced, overlaps } from './overlap.ts';

const WORLDS: readonly (readonly [name: string, world: World, drawn: number, omitted: number])[] = [
  ['2,000 principals', manyPrincipals(2000), 2000, 0],
  ['5,000 principals', manyPrincipals(5000), 2000, 3000],
  ['3,000 policies of five users', manyPolicies(3000), 2000, 1105],
  ['150 roles that trust each other', everybodyTrusts(150), 150, 0],
  ['200 users who read 200 buckets', everybodyReads(200, 200), 600, 0],
  ['names of 10,000 characters', longNames(10_000), 5, 0]
];

function numbersIn(graph: Graph): readonly number[] {
  const bands = graph.boxes.flatMap(({ roof, floor }) => [...roof, ...floor]);
  return [
    graph.width,
    graph.height,
    ...[...graph.nodes, ...graph.boxes].flatMap(({ x, y, width, height }) => [x, y, width, height]),
    ...bands.flatMap(({ y, height }) => [y, height]),
    ...graph.edges.flatMap(({ bends }) => bends.flatMap(({ weight, distance }) => [weight, distance]))
  ];
}

function idsIn(items: readonly OutlineItem[], kind: OutlineItem['kind']): readonly string[] {
  return items.flatMap((item) => [...(item.kind === kind ? [item.id] : []), ...idsIn(item.children, kind)]);
}

describe.each(WORLDS)('%s', (_, world, drawn, omitted) => {
  const graph = toGraph(world);
  const sketch = toSketch(world);

  test('so much is drawn, in numbers, without overlap', () => {
    expect(graph.nodes).toHaveLength(drawn);
    expect(graph.omitted.nodes).toHaveLength(omitted);
    expect(graph.edges.length).toBeLessThanOrEqual(4000);
    expect(numbersIn(graph).every(Number.isFinite)).toBe(true);
    expect(overlaps(graph)).toEqual([]);
    expect(misplaced(graph)).toEqual([]);
  });

  test('every edge that is drawn has both its ends', () => {
    const ids = new Set(graph.nodes.map(({ id }) => id));
    expect(graph.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
  });

  test('the outline tells all there is, once', () => {
    const items = outlineOf(graph);
    const sorted = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
    expect([...idsIn(items, 'node')].sort()).toEqual(sorted(sketch.nodes));
    expect([...idsIn(items, 'relation')].sort()).toEqual(sorted(sketch.edges));
    expect(idsIn(items, 'account')).toHaveLength(world.accounts.size);
  });

  test('the same world is the same drawing', { timeout: 60_000 }, () => {
    expect(JSON.stringify(toGraph(world)) === JSON.stringify(graph)).toBe(true);
  });
});

test('what is left out is counted in a line', () => {
  const { omitted } = toGraph(manyPrincipals(5000));
  expect(omittedWords(omitted)).toBe('3,500 more are in the outline');
  expect(omittedWords({ ...omitted, isCut: true })).toBe(
    '3,500 more are in the outline; some permissions are left out'
  );
  expect(omittedWords(toGraph(manyPrincipals(20)).omitted)).toBe('');
});

test('too many permissions are cut, and that is said', () => {
  const { omitted, edges } = toGraph(everybodyReads(210, 210));
  expect(edges).toHaveLength(4000);
  expect(omitted.isCut).toBe(true);
  expect(omitted.edges.length).toBeGreaterThan(30_000);
  expect(omitted.nodes.filter(({ kind }) => kind === 'policy')).toEqual([]);
});

test('what is told and not drawn opens its document too', () => {
  const graph = toGraph(manyPolicies(3000));
  const [node] = graph.omitted.nodes;
  const [edge] = graph.omitted.edges;
  expect(node && opensOf(graph, node.id)).toEqual({ policy: node?.opens });
  expect(edge && opensOf(graph, edge.id)).toEqual(edge?.madeBy[0]);
});

describe('long names', () => {
  const graph = toGraph(longNames(10_000));

  test('are short in the drawing and whole in the outline', () => {
    const labels = toElements(graph).map(({ data }) => String(data['label'] ?? ''));
    expect(Math.max(...labels.map((label) => label.length))).toBeLessThan(200);
    for (const box of graph.boxes) expect(tabWidth(box)).toBeLessThan(600);
    const items = outlineOf(graph).flatMap(({ children }) => children.flatMap((heading) => heading.children));
    expect(items.find(({ nodeKind }) => nodeKind === 'user')?.label).toHaveLength(10_000);
  });

  test.each([
    'x'.repeat(10_000),
    '漢'.repeat(5000),
    '😀'.repeat(5000),
    `${'i'.repeat(9000)}WWW`,
    "'".repeat(60)
  ])('one of them is shortened as if each character were tried: %#', (text) => {
    const short = elide(text);
    const [head = '', tail = ''] = short.split('…');
    expect(text.startsWith(head) && text.endsWith(tail)).toBe(true);
    expect(textWidth(short)).toBeLessThanOrEqual(112);
    const next = Array.from(text).at(Array.from(head).length) ?? '';
    expect(textWidth(short + next)).toBeGreaterThan(112);
  });
});

describe('targets', () => {
  const w = new WorldBuilder();
  const A = '111111111111';
  w.account('one', A);
  for (const name of ['b', 'app', 'apple', 'a']) w.resource(A, `arn:aws:s3:::${name}`, name);
  w.resource('222222222222', `arn:aws:logs:us-east-1:${A}:log-group:/ecs/web`, 'web');
  w.role(A, 'app');
  const targets = new Targets(w.build());
  const names = (prefixes: readonly string[]) =>
    targets.beginning(prefixes).map(({ id }) => id.replace(/.*:/, ''));

  test.each([
    [['arn:aws:s3:::app'], ['app', 'apple']],
    [['arn:aws:s3:::app/x/y'], ['app']],
    [['arn:aws:s3:::application'], []],
    [['arn:aws:s3:::'], ['b', 'app', 'apple', 'a']],
    [[''], ['b', 'app', 'apple', 'a', '/ecs/web', 'role/app']],
    [
      ['arn:aws:s3:::b', 'arn:aws:iam::', 'arn:aws:s3:::a', 'arn:aws:s3:::ap'],
      ['b', 'app', 'apple', 'a', 'role/app']
    ],
    [[`arn:aws:logs:us-east-1:${A}:log-group:/ecs/web:log-stream:`], ['/ecs/web']],
    [[], []]
  ])('that %j can name', (prefixes, expected) => {
    expect(names(prefixes)).toEqual(expected);
  });

  test('of an account', () => {
    expect(targets.inAccount('222222222222')).toHaveLength(1);
    expect(targets.inAccount(A)).toHaveLength(5);
    expect(targets.inAccount('3')).toEqual([]);
  });
});
