/** What a bundle asks for: the keys on its chips, their places, and how they fill. */
import { describe, expect, test } from 'vitest';
import { askingBundles, keysAsked, withBundleKeys } from '../../src/lib/graph/bundle-chips.ts';
import type { Graph, GraphBundle, GraphEdge } from '../../src/lib/graph/graph.ts';
import type { KeyState } from '../../src/lib/graph/mark.ts';
import { chipsOf } from '../../src/lib/graph/overlay.ts';
import { boxOf } from './parts.ts';

const edge = (id: string, ...conditions: readonly string[]): GraphEdge => ({
  id,
  kind: 'trust',
  from: 'a',
  to: 'b',
  label: 'may assume',
  conditions,
  madeBy: [],
  bends: []
});
const bundle = (edges: readonly GraphEdge[], isDrawn = true): GraphBundle => ({
  id: 'bundle',
  kind: 'trust',
  from: '1',
  to: '2',
  edges,
  isOnPath: false,
  isDrawn,
  ends: [
    { x: 50, y: 0 },
    { x: -50, y: 0 }
  ],
  bends: [],
  number: { x: 300, y: 30 }
});
const box = (id: string, x: number) =>
  boxOf(id, { sublabel: id, tile: { counts: '', hub: '' }, x, width: 100, height: 60 });
const drawing = (bundles: readonly GraphBundle[]): Graph => ({
  nodes: [],
  edges: [],
  boxes: [box('1', 0), box('2', 500)],
  bundles,
  width: 600,
  height: 60,
  omitted: { nodes: [], edges: [], boxes: [], isCut: false }
});

const MFA = 'aws:MultiFactorAuthPresent';

describe('the keys of a bundle', () => {
  test.each([
    ['one edge', [edge('x', MFA)], [MFA]],
    ['each key once, whatever its case', [edge('x', MFA), edge('y', MFA.toLowerCase(), 'sts:ExternalId')], 2],
    ['none where one edge asks for nothing', [edge('x', MFA), edge('y')], []]
  ])('%s', (_, edges, expected) => {
    const keys = keysAsked({ edges });
    if (typeof expected === 'number') expect(keys).toHaveLength(expected);
    else expect(keys).toEqual(expected);
  });

  test('stand on its line, off its number and the tiles', () => {
    const graph = drawing([bundle([edge('x', 'sts:ExternalId')])]);
    const [chip, ...rest] = chipsOf(graph, null, null);
    expect(rest).toEqual([]);
    expect(chip).toMatchObject({ edge: 'bundle', key: 'sts:ExternalId', text: 'ExternalId', y: 30 });
    const [left, right] = [(chip?.x ?? 0) - (chip?.width ?? 0) / 2, (chip?.x ?? 0) + (chip?.width ?? 0) / 2];
    expect(left).toBeGreaterThan(100);
    expect(right).toBeLessThan(500);
    expect(right < 287 || left > 313).toBe(true);
  });

  test('are not shown of a bundle that is not drawn', () => {
    expect(askingBundles(drawing([bundle([edge('x', MFA)], false)]))).toEqual([]);
  });
});

test.each<[string, KeyState | null, KeyState]>([
  ['is unread where the request asks for none of its edges', null, 'unread'],
  ['fills where the request satisfies it', 'met', 'met'],
  ['is crossed where it does not', 'failed', 'failed']
])('a key of a bundle %s', (_, state, expected) => {
  const edges = [edge('x', MFA), edge('y', MFA)];
  const keys = new Map([
    ['x', [{ key: MFA, state: 'unread' as const }]],
    ['y', state === null ? [] : [{ key: MFA, state }]]
  ]);
  const all = withBundleKeys(keys, [bundle(edges)]);
  expect(all.get('bundle')).toEqual([{ key: MFA, state: expected }]);
  expect(all.get('x')).toEqual(keys.get('x'));
});
