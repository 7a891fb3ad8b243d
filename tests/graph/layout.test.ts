/** Where nodes, boxes and labels lie: nothing overlaps, trust reads left to right. */
import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fit } from '../../src/lib/graph/camera.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { FONT_SIZE, MAX_LABEL, MIN_TEXT, elide, textWidth } from '../../src/lib/graph/label.ts';
import { toRanks } from '../../src/lib/graph/rank.ts';
import { settle } from '../../src/lib/graph/settle.ts';
import { layout } from '../../src/lib/graph/layout.ts';
import { toGraph, toSketch } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { World } from '../../src/lib/world/world.ts';
import { WorldBuilder } from './build.ts';
import { misplaced, overlaps } from './overlap.ts';
import { flagship } from './two-accounts.ts';

const NOTHING = { nodes: [], edges: [], boxes: [], isCut: false };
const folder = new URL('../../scenarios/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];

function graphOf(name: string): Graph {
  const { value } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  if (!value) throw new Error(`${name} does not parse`);
  const requests = value.cases.flatMap(({ request }) => (request ? [request] : []));
  return toGraph(value.world, requests);
}

/** A centre line of an account's box. */
const middle = (graph: Graph, label: string) => {
  const box = graph.boxes.find((candidate) => candidate.label === label);
  return box ? box.x + box.width / 2 : NaN;
};

describe('places', () => {
  test.each([
    ['the two accounts of the test', () => toGraph(flagship())],
    ...files.map((name) => [name, () => graphOf(name)] as const)
  ] as const)('nothing overlaps: %s', (_, make) => {
    const graph = make();
    expect(overlaps(graph)).toEqual([]);
    expect(misplaced(graph)).toEqual([]);
  });

  test.each([
    ['the two accounts of the test', () => toGraph(flagship())],
    ...files.map((name) => [name, () => graphOf(name)] as const)
  ] as const)('labels are legible and all is seen at 745×465: %s', (_, make) => {
    const graph = make();
    const { zoom, x, y } = fit(graph, { width: 745, height: 465 }, null);
    expect(zoom * FONT_SIZE).toBeGreaterThanOrEqual(MIN_TEXT);
    expect(x + graph.width * zoom).toBeLessThanOrEqual(746);
    expect(y + graph.height * zoom).toBeLessThanOrEqual(466);
  });

  test('the same world has the same places', () => {
    expect(toGraph(flagship())).toEqual(toGraph(flagship()));
  });

  test('trust reads left to right, whatever the order of the file', () => {
    const w = new WorldBuilder();
    for (const [alias, id] of [
      ['last', '3'],
      ['first', '1'],
      ['middle', '2']
    ] as const)
      w.account(alias, id.repeat(12));
    const a = w.role('111111111111', 'a');
    const b = w.role('222222222222', 'b', { Principal: { AWS: a }, Action: 'sts:AssumeRole' });
    w.role('333333333333', 'c', { Principal: { AWS: b }, Action: 'sts:AssumeRole' });
    const graph = toGraph(w.build());
    expect(middle(graph, 'first')).toBeLessThan(middle(graph, 'middle'));
    expect(middle(graph, 'middle')).toBeLessThan(middle(graph, 'last'));
  });

  test('accounts that trust each other stand beside each other in file order', () => {
    const w = new WorldBuilder();
    for (const [alias, id] of [
      ['one', '1'],
      ['two', '2']
    ] as const)
      w.account(alias, id.repeat(12));
    w.role('111111111111', 'a', {
      Principal: { AWS: 'arn:aws:iam::222222222222:role/b' },
      Action: 'sts:AssumeRole'
    });
    w.role('222222222222', 'b', {
      Principal: { AWS: 'arn:aws:iam::111111111111:role/a' },
      Action: 'sts:AssumeRole'
    });
    const graph = toGraph(w.build());
    expect(middle(graph, 'one')).toBeLessThan(middle(graph, 'two'));
  });

  test('a tie brings its ends together and is not led itself', () => {
    const sketch = toSketch(flagship());
    const [first, ...others] = sketch.edges;
    if (!first) throw new Error('the two accounts have no line');
    const tied = layout({ ...sketch, edges: [{ ...first, isTie: true }, ...others] });
    expect(tied.nodes).toEqual(layout(sketch).nodes);
    expect(tied.edges.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  });

  test('no world of any shape has overlaps', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const graph = toGraph(world);
        expect(overlaps(graph)).toEqual([]);
        expect(misplaced(graph)).toEqual([]);
      }),
      { numRuns: 100, seed: 7 }
    );
  });

  test('two thousand nodes are placed without overlap', () => {
    const w = new WorldBuilder();
    for (let a = 0; a < 50; a++) {
      const account = String(100000000000 + a);
      w.account(`account-${a}`, account);
      for (let i = 0; i < 18; i++)
        w.allow(w.user(account, `user-${i}`), 'own', { Action: '*', Resource: '*' });
      for (let i = 0; i < 4; i++) {
        const from = `arn:aws:iam::${100000000000 + ((a + i + 1) % 50)}:role/role-${i}`;
        w.role(account, `role-${i}`, { Principal: { AWS: from }, Action: 'sts:AssumeRole' });
      }
    }
    const graph = { ...layout(toSketch(w.build())), omitted: NOTHING };
    expect(graph.nodes.length).toBe(2000);
    expect(overlaps(graph)).toEqual([]);
  });
});

const word = fc.constantFrom(
  'a',
  'deploy',
  'AWSServiceRoleForSomethingLong-with-a-tail',
  'WWWWWWWWWWWWWWW',
  'ops',
  'é漢字'
);

const worlds: fc.Arbitrary<World> = fc
  .record({
    accounts: fc.integer({ min: 0, max: 6 }),
    inOrganization: fc.boolean(),
    items: fc.array(
      fc.record({
        account: fc.nat(5),
        kind: fc.constantFrom('user', 'role', 'group', 'resource', 'session', 'boundary'),
        name: word,
        other: fc.nat(40),
        policies: fc.nat(5)
      }),
      { maxLength: 40 }
    )
  })
  .map(({ accounts, inOrganization, items }) => {
    const w = new WorldBuilder();
    const ids = Array.from({ length: accounts }, (_, index) => String(index + 1).repeat(12));
    if (inOrganization) w.organization('acme', ids[0] ?? '9'.repeat(12));
    if (inOrganization) w.unit('acme', 'ou-a');
    if (inOrganization) w.unit('acme', 'ou-b', 'ou-a');
    ids.forEach((id, index) => {
      const path = [['r-root'], ['r-root', 'ou-a'], ['r-root', 'ou-a', 'ou-b']][index % 3] ?? [];
      w.account(`account ${index}`, id, inOrganization ? 'acme' : null, inOrganization ? path : []);
    });
    const made: ReturnType<WorldBuilder['role']>[] = [];
    items.forEach(({ account, kind, name, other, policies }, index) => {
      const home = ids[account % (ids.length || 1)];
      if (home === undefined) return;
      const trusted = made[other % (made.length || 1)] ?? `arn:aws:iam::${home}:root`;
      const trust = {
        Principal: { AWS: [trusted, '*'].slice(0, 1 + (other % 2)) },
        Action: 'sts:AssumeRole'
      };
      const full = `${name}-${index}`;
      if (kind === 'resource') {
        made.push(
          w.resource(home, `arn:aws:s3:::${full}`, full, { ...trust, Action: 's3:GetObject', Resource: '*' })
        );
        return;
      }
      const id =
        kind === 'group'
          ? w.group(home, full)
          : kind === 'user'
            ? w.user(home, full)
            : w.role(home, full, trust);
      if (kind === 'session') w.session(id, name);
      if (kind === 'boundary') w.attach('boundary', id, `boundary-${index}`, name, 'customer', {});
      for (let i = 0; i < policies; i++)
        w.allow(id, `${name}-${i}`, { Action: ['sts:*', 's3:*', 'iam:PassRole'], Resource: '*' });
      made.push(id);
    });
    return w.build();
  });

describe('ranks', () => {
  test.each([
    [
      'a chain',
      3,
      [
        [0, 1],
        [1, 2]
      ],
      [0, 1, 2]
    ],
    [
      'a chain against the file',
      3,
      [
        [2, 1],
        [1, 0]
      ],
      [2, 1, 0]
    ],
    [
      'a cycle goes by file order',
      2,
      [
        [0, 1],
        [1, 0]
      ],
      [0, 1]
    ],
    [
      'behind a cycle',
      3,
      [
        [1, 2],
        [2, 1],
        [2, 0]
      ],
      [2, 0, 1]
    ],
    ['loops count nothing', 1, [[0, 0]], [0]]
  ] as const)('%s', (_, count, links, ranks) => {
    expect(toRanks(new Array<number>(count).fill(0), links)).toEqual(ranks);
  });
});

describe('settle', () => {
  test.each([
    [
      'wishes that fit are granted',
      [
        [10, 5],
        [30, 5]
      ],
      [10, 30]
    ],
    [
      'equal wishes share the distance',
      [
        [20, 10],
        [20, 10]
      ],
      [14, 26]
    ],
    [
      'bounds hold',
      [
        [-50, 10],
        [200, 10]
      ],
      [0, 90]
    ]
  ] as const)('%s', (_, wishes, tops) => {
    expect(
      settle(
        wishes.map(([top, height]) => ({ top, height })),
        2,
        0,
        100
      )
    ).toEqual(tops);
  });
});

describe('labels', () => {
  test.each([
    ['short', 'short'],
    ['AmazonECSTaskExecutionRolePolicy', 'AmazonE…Policy']
  ])('%s is drawn as %s', (text, drawn) => {
    expect(elide(text)).toBe(drawn);
  });

  test('no drawn label is wider than the widest', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (text) => textWidth(elide(text)) <= MAX_LABEL
      )
    );
  });
});
