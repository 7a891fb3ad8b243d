/** What is said of a bundle: how many, who to whom and how, other lines, and what is worth a look. */
import { describe, expect, test } from 'vitest';
import { foldedWords, otherBundles, remarkOn, strandsOf } from '../../src/lib/graph/bundle-words.ts';
import type { EdgeKind, Graph, GraphBundle, GraphEdge, GraphNode } from '../../src/lib/graph/graph.ts';
import { NO_PATH } from '../../src/lib/graph/path.ts';

const nowhere = { x: 0, y: 0, width: 0, height: 0 };
const node = (id: string, kind: GraphNode['kind'], box: string | null, label = id): GraphNode => ({
  ...nowhere,
  id,
  kind,
  label,
  sublabel: '',
  glyph: '',
  box,
  boundary: null,
  opens: null
});
const account = (id: string, label: string): Graph['boxes'][number] => ({
  ...nowhere,
  id,
  kind: 'account',
  label,
  sublabel: id,
  parent: null,
  roof: [],
  floor: []
});
const edge = (from: string, to: string, part: Partial<GraphEdge> = {}): GraphEdge => ({
  id: `${from}>${to}`,
  kind: 'trust',
  from,
  to,
  label: 'may assume',
  conditions: [],
  madeBy: [],
  bends: [],
  ...part
});
const bundle = (
  from: string,
  to: string,
  edges: readonly GraphEdge[],
  part: Partial<GraphBundle> = {}
): GraphBundle => ({
  id: `bundle:${from}>${to}`,
  kind: 'trust',
  from,
  to,
  edges,
  isOnPath: false,
  isDrawn: true,
  ends: [
    { x: 0, y: 0 },
    { x: 0, y: 0 }
  ],
  bends: [],
  number: { x: 0, y: 0 },
  ...part
});

const WHOLE: Graph = {
  nodes: [
    node('r1', 'role', '1', 'jenkins'),
    node('u1', 'user', '1', 'dana'),
    node('root1', 'account', '1', 'tools'),
    node('all', 'anonymous', null, 'everyone'),
    node('r2', 'role', '2', 'deploy'),
    node('r3', 'role', '2', 'break-glass')
  ],
  edges: [],
  boxes: [account('1', 'tools'), account('2', 'prod'), account('3', 'audit')],
  width: 0,
  height: 0,
  omitted: { nodes: [], edges: [], boxes: [], isCut: false }
};

test.each([
  ['trust', 1, 'One trust'],
  ['trust', 5, '5 trusts, folded into one line'],
  ['permission', 1200, '1,200 permissions, folded into one line'],
  ['pass', 2, '2 passed roles, folded into one line'],
  ['deny', 1, 'One denial'],
  ['membership', 2, '2 lines, folded into one line']
] as const)('%s × %d: %s', (kind: EdgeKind, count, words) => {
  expect(foldedWords({ kind, edges: Array.from({ length: count }, () => edge('r1', 'r2')) })).toBe(words);
});

describe('each line in a sentence', () => {
  test.each([
    [edge('r1', 'r2'), 'jenkins', 'Names one role.'],
    [
      edge('u1', 'r2', { conditions: ['aws:MultiFactorAuthPresent'] }),
      'dana',
      'Names one user, asks for MultiFactorAuthPresent.'
    ],
    [edge('root1', 'r3'), 'all of tools', 'Names the whole account: tools decides who.'],
    [edge('all', 'r3'), 'everyone', 'Names everybody.'],
    [edge('r1', 'r2', { kind: 'permission', label: 's3:GetObject' }), 'jenkins', 'Allowed s3:GetObject.'],
    [
      edge('r1', 'r2', { kind: 'grant', label: '2 actions' }),
      'jenkins',
      'The resource lets it do 2 actions.'
    ],
    [edge('r1', 'r2', { kind: 'deny', label: 's3:*' }), 'jenkins', 'Denied s3:*.']
  ])('%#', (one, from, words) => {
    const [strand] = strandsOf(bundle('1', '2', [one]), WHOLE, NO_PATH);
    expect(strand?.from).toBe(from);
    expect(strand?.words).toBe(words);
  });

  test('those of the request come first, and say so', () => {
    const path = { nodes: new Set(['u1', 'r2']), accounts: new Set<string>() };
    const strands = strandsOf(bundle('1', '2', [edge('r1', 'r2'), edge('u1', 'r2')]), WHOLE, path);
    expect(strands.map(({ from, words }) => `${from}: ${words}`)).toEqual([
      'dana: Names one user. On the request’s path.',
      'jenkins: Names one role.'
    ]);
  });
});

describe('other lines', () => {
  const shown = {
    ...WHOLE,
    bundles: [
      bundle('1', '2', [edge('r1', 'r2')]),
      bundle('2', '1', [edge('r2', 'r1'), edge('r3', 'r1')]),
      bundle('3', '1', [edge('a', 'b')], { isDrawn: false }),
      bundle('3', '2', [edge('a', 'c'), edge('a', 'd'), edge('a', 'e')], { isDrawn: false })
    ]
  };

  test('the largest first, without the one that is open; those not drawn as one', () => {
    expect(
      otherBundles(shown, WHOLE, 'bundle:1>2', 9).map(({ from, to, count }) => [from, to, count])
    ).toEqual([
      ['audit', '2 accounts', 4],
      ['prod', 'tools', 2]
    ]);
  });

  test('no more than asked for', () => {
    expect(otherBundles(shown, WHOLE, '', 1)).toHaveLength(1);
  });
});

test.each([
  ['everybody', 'all', /^break-glass trusts everybody/],
  ['a whole account', 'root1', /^break-glass trusts all of tools/]
])('a role that trusts %s is worth a look', (_, from, words) => {
  const remark = remarkOn(bundle('1', '2', [edge('r1', 'r2'), edge(from, 'r3')]), WHOLE);
  expect(remark).toMatchObject({ at: 'r3', name: 'break-glass' });
  expect(remark?.words).toMatch(words);
});

test('a role that names one role is not', () => {
  expect(remarkOn(bundle('1', '2', [edge('r1', 'r2')]), WHOLE)).toBeNull();
  const permission = edge('root1', 'r3', { kind: 'permission' });
  expect(remarkOn(bundle('1', '2', [permission]), WHOLE)).toBeNull();
});
