/** Large worlds folded: what is drawn, what stands for the rest, and that nothing is lost. */
import { describe, expect, test } from 'vitest';
import type { Request } from '../../src/lib/engine/request.ts';
import { canMove, dragged, isGrip, savedAt, tabAt } from '../../src/lib/graph/drag.ts';
import { boxOf, fold, isOpen, type FoldPlan } from '../../src/lib/graph/fold.ts';
import { foldLight } from '../../src/lib/graph/fold-light.ts';
import type { Graph, GraphBundle } from '../../src/lib/graph/graph.ts';
import { outlineOf } from '../../src/lib/graph/outline.ts';
import { around, NO_PATH, pathOf } from '../../src/lib/graph/path.ts';
import { isLarge, toGraph, toSketch } from '../../src/lib/graph/to-graph.ts';
import { manyAccounts } from './big-worlds.ts';
import { WorldBuilder } from './build.ts';
import { misplaced, overlaps } from './overlap.ts';

const idOf = (account: number) => String(100_000_000_000 + account);
const PLAN: FoldPlan = {
  level: 'account',
  path: NO_PATH,
  byHand: new Map(),
  whole: new Set(),
  selected: null
};

/** `tools` with a pipeline that goes into every other account, each with roles, people and buckets. */
function organization(accounts: number, each = 12) {
  const w = new WorldBuilder();
  w.account('tools', idOf(0));
  const pipeline = w.role(idOf(0), 'pipeline', {
    Action: 'sts:AssumeRole',
    Principal: { Service: 'ec2.amazonaws.com' }
  });
  for (let i = 0; i < each; i++) w.user(idOf(0), `person-${i}`);
  for (let a = 1; a < accounts; a++) {
    w.account(`account-${a}`, idOf(a));
    w.role(idOf(a), 'deploy', { Action: 'sts:AssumeRole', Principal: { AWS: pipeline } });
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    w.role(idOf(a), 'migrate', { Action: 'sts:AssumeRole', Principal: { AWS: pipeline }, Condition });
    for (let i = 0; i < each; i++) {
      const user = w.user(idOf(a), `user-${i}`);
      w.resource(idOf(a), `arn:aws:s3:::bucket-${a}-${i}`, `bucket-${a}-${i}`);
      w.allow(user, 'Read', { Action: 's3:GetObject', Resource: `arn:aws:s3:::bucket-${a}-${i}/*` });
    }
  }
  return w.build();
}

const small = toGraph(organization(6));
const role = (account: number, name: string) => `arn:aws:iam::${idOf(account)}:role/${name}`;
const asks = (caller: string, resource: string) =>
  ({
    caller: { kind: 'roleSession', arn: caller, role: caller, account: caller.split(':')[4] },
    resource,
    hops: [],
    checks: []
  }) as unknown as Request;
const path = pathOf(small, asks(role(0, 'pipeline'), role(2, 'deploy')));
const tilesOf = (graph: Graph) => graph.boxes.filter(({ tile }) => tile).map(({ id }) => id);
const bundlesOf = (graph: Graph): readonly GraphBundle[] => graph.bundles ?? [];

describe('which worlds are folded', () => {
  test.each([
    ['few things', toSketch(organization(4, 3)), false],
    ['many things in three accounts', toSketch(organization(4)), true],
    ['many things in two accounts', toSketch(organization(2, 80)), false]
  ])('%s', (_, sketch, expected) => {
    expect(isLarge(sketch)).toBe(expected);
  });
});

describe('what is unfolded', () => {
  test('the accounts of the request, and no other', () => {
    const shown = fold(small, { ...PLAN, path });
    expect(tilesOf(shown)).toEqual([1, 3, 4, 5].map(idOf));
    expect(shown.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([role(0, 'pipeline'), role(2, 'deploy')])
    );
    expect(shown.edges.some(({ kind, to }) => kind === 'trust' && to === role(2, 'deploy'))).toBe(true);
  });

  test('none at the level of the organization', () => {
    expect(tilesOf(fold(small, { ...PLAN, path, level: 'org' }))).toHaveLength(6);
  });

  test('what somebody unfolds, and not what somebody folds', () => {
    const byHand = new Map([
      [idOf(4), true],
      [idOf(0), false]
    ]);
    expect(tilesOf(fold(small, { ...PLAN, path, byHand }))).toEqual([0, 1, 3, 5].map(idOf));
  });

  test('what the file keeps so, but for the level of the organization', () => {
    const kept = new Map([
      [idOf(4), true],
      [idOf(0), false]
    ]);
    expect(tilesOf(fold(small, { ...PLAN, path, kept }))).toEqual([0, 1, 3, 5].map(idOf));
    expect(tilesOf(fold(small, { ...PLAN, path, kept, level: 'org' }))).toHaveLength(6);
    const byHand = new Map([[idOf(4), false]]);
    expect(tilesOf(fold(small, { ...PLAN, path, kept, byHand }))).toEqual([0, 1, 3, 4, 5].map(idOf));
  });

  test('the account of what is chosen', () => {
    const plan = { ...PLAN, selected: role(3, 'deploy') };
    expect(isOpen(plan, small, idOf(3))).toBe(true);
    expect(isOpen({ ...plan, selected: idOf(3) }, small, idOf(3))).toBe(false);
  });

  test('papers from the level of identities on, of fewer where their statements show', () => {
    const policies = (level: FoldPlan['level']) =>
      fold(small, { ...PLAN, path, level }).nodes.filter(({ kind }) => kind === 'policy').length;
    expect([policies('account'), policies('identity'), policies('statement')]).toEqual([0, 12, 8]);
  });
});

describe('how much of an unfolded account is drawn', () => {
  const large = toGraph(organization(3, 40));
  const open = (plan: Partial<FoldPlan>) => {
    const shown = fold(large, { ...PLAN, byHand: new Map([[idOf(1), true]]), ...plan });
    return { shown, box: shown.boxes.find(({ id }) => id === idOf(1)) };
  };

  test('what leads elsewhere first, and it says how much', () => {
    const { shown, box } = open({});
    expect(box?.note).toBe('24 of 82 shown');
    expect(shown.nodes.map(({ label }) => label)).toEqual(expect.arrayContaining(['deploy', 'migrate']));
  });

  test('what is chosen, however far down it stands', () => {
    const selected = 'arn:aws:s3:::bucket-1-39';
    expect(open({ selected }).shown.nodes.map(({ id }) => id)).toContain(selected);
  });

  test('all of it, where somebody asks for all', () => {
    const { shown, box } = open({ whole: new Set([idOf(1)]) });
    expect(box?.note).toBeUndefined();
    expect(shown.nodes.filter(({ box: home }) => home === idOf(1))).toHaveLength(82);
  });
});

describe('places of the file', () => {
  const usual = fold(small, { ...PLAN, path });
  const from = (graph: Graph, id: string) => {
    const box = graph.boxes.find((each) => each.id === id);
    return { x: (box?.x ?? 0) - (graph.shift?.x ?? 0), y: (box?.y ?? 0) - (graph.shift?.y ?? 0) };
  };
  const place = { x: usual.width + 60, y: 20 };
  const moved = fold(small, { ...PLAN, path, pins: new Map([[idOf(4), place]]) });

  test('a tile stands where it was put, and its lines lead there', () => {
    expect(from(moved, idOf(4))).toEqual(place);
    expect(overlaps(moved)).toEqual([]);
    expect(moved.width).toBeGreaterThan(usual.width);
    const box = moved.boxes.find(({ id }) => id === idOf(4));
    const arriving = bundlesOf(moved).filter(({ to }) => to === idOf(4));
    expect(arriving.length).toBeGreaterThan(0);
    expect(arriving.map(({ ends }) => ends[1].x)).toEqual(arriving.map(() => -(box?.width ?? 0) / 2));
  });

  test('it can be taken hold of anywhere, an unfolded account by its tab', () => {
    const grips = [idOf(4), idOf(0), role(2, 'deploy')].map((id) => isGrip(usual, id));
    expect(grips).toEqual([true, false, true]);
    const tile = usual.boxes.find(({ id }) => id === idOf(4));
    expect(tabAt(usual, { x: (tile?.x ?? 0) + 20, y: tile?.y ?? 0 })).toBeNull();
    expect(canMove(usual)).toBe(true);
    expect(savedAt(dragged(usual, idOf(4), { x: 7, y: 9 }), idOf(4))).toEqual({
      x: (tile?.x ?? 0) + 7,
      y: (tile?.y ?? 0) + 9
    });
  });
});

describe('tiles and bundles', () => {
  const shown = fold(small, { ...PLAN, level: 'org' });

  test('a tile counts what is in it', () => {
    expect(shown.boxes[1]?.tile).toEqual({ counts: '2 roles, 12 people', hub: '' });
  });

  test('one line per pair of accounts, with all it stands for', () => {
    const trusts = bundlesOf(shown).filter(({ kind, from }) => kind === 'trust' && from === idOf(0));
    expect(trusts.map(({ id, edges }) => [id, edges.length])).toEqual(
      [1, 2, 3, 4, 5].map((a) => [`bundle:trust:${idOf(0)}>${idOf(a)}`, 2])
    );
  });

  test('it is marked where the request goes', () => {
    const marked = bundlesOf(fold(small, { ...PLAN, level: 'org', path })).filter(({ isOnPath }) => isOnPath);
    expect(marked.map(({ id }) => id)).toEqual([`bundle:trust:${idOf(0)}>${idOf(2)}`]);
  });

  test('lines end at the wall of an unfolded account, but for those of the request', () => {
    const one = fold(small, { ...PLAN, path, byHand: new Map([[idOf(2), false]]) });
    const ends = bundlesOf(one).filter(({ kind, to }) => kind === 'trust' && to === idOf(2));
    expect(ends.map(({ from, edges }) => [from, edges.length])).toEqual([[role(0, 'pipeline'), 2]]);
    const other = bundlesOf(fold(small, { ...PLAN, byHand: new Map([[idOf(0), true]]) }));
    expect(
      other.filter(({ kind, to }) => kind === 'trust' && to === idOf(2)).map(({ from }) => from)
    ).toEqual([idOf(0)]);
  });

  test('a place with too many lines says their number instead, but for the line of the request', () => {
    const many = toGraph(organization(20));
    const way = pathOf(many, asks(role(0, 'pipeline'), role(7, 'deploy')));
    const drawing = fold(many, { ...PLAN, level: 'org', path: way });
    expect(drawing.boxes[0]?.tile?.hub).toBe('in 19 accounts');
    const trusts = bundlesOf(drawing).filter(({ kind, from }) => kind === 'trust' && from === idOf(0));
    expect(trusts).toHaveLength(19);
    expect(trusts.filter(({ isDrawn }) => isDrawn).map(({ to }) => to)).toEqual([idOf(7)]);
  });

  test('nothing that ties two accounts is lost', () => {
    const homes = boxOf(small);
    const abroad = small.edges
      .filter(({ from, to }) => homes.get(from) !== homes.get(to))
      .map(({ id }) => id);
    for (const level of ['org', 'account'] as const) {
      const one = fold(small, { ...PLAN, path, level });
      const told = [...one.edges, ...bundlesOf(one).flatMap(({ edges }) => edges)].map(({ id }) => id);
      expect(told).toEqual(expect.arrayContaining(abroad));
      expect(new Set(told).size).toBe(told.length);
    }
  });
});

describe('light', () => {
  const edge = small.edges.find(({ kind, to }) => kind === 'trust' && to === role(2, 'deploy'))?.id ?? '';
  const light = {
    nodes: new Set([role(0, 'pipeline'), role(2, 'deploy')]),
    edges: new Set([edge]),
    boxes: new Set<string>(),
    bands: new Set<string>(),
    rings: new Set<string>()
  };

  test('falls on tiles and bundles that stand for what is lit', () => {
    const lit = foldLight(light, fold(small, { ...PLAN, level: 'org', path }), boxOf(small));
    expect([...lit.boxes].sort()).toEqual([idOf(0), idOf(2)]);
    expect([...lit.edges]).toEqual([`bundle:trust:${idOf(0)}>${idOf(2)}`]);
  });

  test('stays on what is drawn', () => {
    const lit = foldLight(light, fold(small, { ...PLAN, path }), boxOf(small));
    expect(lit).toEqual(light);
  });
});

test('around a path: what one line ties to it', () => {
  const near = around(small, path);
  expect(near.has(role(5, 'deploy'))).toBe(true);
  expect(near.has('ec2.amazonaws.com')).toBe(true);
  expect(near.has('arn:aws:s3:::bucket-1-1')).toBe(false);
});

describe.each([
  ['60 accounts of 1,980 nodes', 60, 1600],
  ['450 accounts of two', 450, 900]
])('%s', (_, accounts, nodes) => {
  const world = manyAccounts(accounts, nodes);
  const graph = toGraph(world);
  const plan: FoldPlan = { ...PLAN, byHand: new Map([[idOf(1), true]]) };
  const shown = fold(graph, plan);

  test('every account is drawn, without overlap', () => {
    expect(graph.isUnplaced).toBe(true);
    expect(shown.boxes.filter(({ kind }) => kind === 'account')).toHaveLength(accounts);
    expect(tilesOf(shown)).toHaveLength(accounts - 1);
    expect(overlaps(shown)).toEqual([]);
    expect(misplaced(shown)).toEqual([]);
  });

  test('the outline tells all there is', () => {
    const items = JSON.stringify(outlineOf(graph));
    expect(graph.nodes.every(({ id }) => items.includes(JSON.stringify(id)))).toBe(true);
  });

  test('the same world folded alike is the same drawing', () => {
    expect(JSON.stringify(fold(toGraph(world), plan))).toBe(JSON.stringify(shown));
  });
});
