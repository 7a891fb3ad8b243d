/** Shapes and lines as SVG paths: they stay within a node's size, and begin and end at the shapes they tie. */
import { describe, expect, test } from 'vitest';
import type { GraphEdge, GraphNode, NodeKind } from '../../src/lib/graph/graph.ts';
import { hexagonPath, rimToward, ringOf, shapePath } from '../../src/lib/graph/outline-path.ts';
import { sketchLine } from '../../src/lib/graph/sketch-line.ts';

const node = (id: string, kind: NodeKind, x = 100, y = 50): GraphNode => ({
  ...{ id, kind, label: id, sublabel: '', glyph: '', box: null, boundary: null, opens: null },
  ...{ x, y, width: 40, height: 30 }
});
const edge = (bends: GraphEdge['bends']): GraphEdge => ({
  ...{ id: 'e', kind: 'trust', from: 'a', to: 'b', label: '', conditions: [], madeBy: [] },
  bends
});
const graph = (edges: readonly GraphEdge[]) => ({
  nodes: [node('a', 'user'), node('b', 'role', 300, 50)],
  edges,
  boxes: [],
  width: 400,
  height: 100,
  omitted: { nodes: [], edges: [], boxes: [], isCut: false }
});

const KINDS: readonly (readonly [NodeKind, string])[] = [
  ['user', 'arn:aws:iam::111122223333:user/a'],
  ['group', 'arn:aws:iam::111122223333:group/a'],
  ['role', 'arn:aws:iam::111122223333:role/a'],
  ['session', 'arn:aws:sts::111122223333:assumed-role/a/b'],
  ['service', 'ecs.amazonaws.com'],
  ['identityProvider', 'arn:aws:iam::111122223333:saml-provider/a'],
  ['resource', 'arn:aws:s3:::bucket'],
  ['resource', 'arn:aws:kms:us-east-1:111122223333:key/a'],
  ['resource', 'arn:aws:lambda:us-east-1:111122223333:function:a'],
  ['policy', 'p'],
  ['account', 'arn:aws:iam::111122223333:root'],
  ['root', 'r'],
  ['anonymous', '*']
];

describe('a shape', () => {
  test.each(KINDS)('of a %s %s is closed, around 0 0 and no larger than the node', (kind, id) => {
    const path = shapePath(node(id, kind));
    expect(path).toMatch(/^M.*Z$/);
    const points = [...path.replace(/A(?:\S+ ){5}|[VH][^A-Z]*/g, ' ').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)];
    expect(points.length).toBeGreaterThan(0);
    if (kind === 'user' || kind === 'session') return;
    for (const [, x, y] of points) {
      expect(Math.abs(Number(x))).toBeLessThanOrEqual(20);
      expect(Math.abs(Number(y))).toBeLessThanOrEqual(15);
    }
  });

  test('is told from every other kind, except things that hold nothing from groups, which have two borders', () => {
    const paths = KINDS.map(([kind, id]) => shapePath(node(id, kind)));
    // A session is a ring as a user is an ellipse; its hexagon stands inside.
    expect(new Set(paths).size).toBe(KINDS.length - 2);
    expect(hexagonPath(20, 10)).toBe('M-5 -5L-10 0L-5 5L5 5L10 0L5 -5Z');
  });

  test('has the round corners of the canvas', () => {
    expect(shapePath(node('g', 'group'))).toBe(
      'M-20 -7.5A7.5 7.5 0 0 1 -12.5 -15L12.5 -15A7.5 7.5 0 0 1 20 -7.5L20 7.5A7.5 7.5 0 0 1 12.5 15L-12.5 15A7.5 7.5 0 0 1 -20 7.5Z'
    );
    expect(shapePath(node('arn:aws:iam::111122223333:root', 'account'))).toMatch(/A3 3 0 0 1/);
    expect(shapePath(node('r', 'role'))).not.toContain('A');
  });

  test('reads alike wherever it stands', () => {
    expect(shapePath(node('r', 'role', 7, 8))).toBe(shapePath(node('s', 'role', 300, 2)));
  });

  test('can be drawn larger, as a ring around it', () => {
    expect(shapePath(node('u', 'user'), 10)).toBe('M25 0a25 20 0 1 1 -50 0a25 20 0 1 1 50 0Z');
  });
});

describe('the rim of a shape', () => {
  test.each<readonly [NodeKind, number, number, number, number]>([
    ['role', 200, 50, 120.7, 50],
    ['role', 100, 0, 100, 34.3],
    ['user', 100, 0, 100, 34.3],
    ['session', 0, 50, 80, 50],
    ['group', 0, 50, 78, 50],
    ['policy', 180, 110, 116.2, 62.2],
    ['role', 105, 52, 100, 50] // within
  ])('of a %s toward %f %f is where its border ends', (kind, x, y, atX, atY) => {
    const rim = rimToward(node('n', kind), { x, y });
    expect(rim.x).toBeCloseTo(atX, 1);
    expect(rim.y).toBeCloseTo(atY, 1);
  });
});

describe('a line', () => {
  const ONE = [{ weight: 0.25, distance: -20 }];
  const lineOf = (of: GraphEdge, state = '') => sketchLine(graph([of]), of, state);

  test('without bends is straight, from rim to rim less what its end takes', () => {
    expect(lineOf({ ...edge([]), kind: 'session' })?.path).toBe('M120.7 50L279.3 50');
    expect(lineOf(edge([]))?.path).toBe('M120.7 50L271.8 50');
  });

  test('with bends is one quadratic piece for each, meeting half-way', () => {
    expect(lineOf(edge([...ONE, { weight: 0.75, distance: -20 }]))?.path).toMatch(
      /^M[\d. ]+Q150 30 200 30Q250 30 [\d. ]+$/
    );
  });

  test('to what is not drawn is none', () => {
    expect(lineOf({ ...edge([]), to: 'nowhere' })).toBeNull();
  });

  test.each<readonly [GraphEdge['kind'], boolean, boolean]>([
    ['membership', false, true],
    ['attachment', false, true],
    ['trust', false, true],
    ['permission', false, true],
    ['grant', true, true],
    ['deny', false, true],
    ['session', false, false],
    ['pass', false, true]
  ])('of kind %s has its ends', (kind, start, end) => {
    const line = lineOf({ ...edge([]), kind });
    expect([line?.start !== null, line?.end !== null]).toEqual([start, end]);
  });

  test('is hollow at its end where it asks for a role', () => {
    const hollow = (['trust', 'pass', 'permission', 'attachment'] as const).map(
      (kind) => lineOf({ ...edge([]), kind })?.end?.isHollow
    );
    expect(hollow).toEqual([true, true, false, false]);
  });

  test('ends at the border: its end reaches as far beyond the path as the path was cut', () => {
    const line = lineOf(edge([]));
    const [, cut = ''] = /L([\d.]+) 50$/.exec(line?.path ?? '') ?? [];
    const [, tip = ''] = /^M([\d.]+) 0L/.exec(line?.end?.path ?? '') ?? [];
    expect(Number(cut) + Number(tip)).toBeCloseTo(279.3, 1);
  });

  test('is wider when it is lit, and so is its end', () => {
    const [dim, lit] = [lineOf(edge([])), lineOf(edge([]), 'lit named')];
    expect([dim?.width, lit?.width]).toEqual([3, 4]);
    expect(lit?.end?.key).not.toBe(dim?.end?.key);
  });

  test('that trusts steps back in a paler hue, ends and all; others in one transparency', () => {
    const states = (['trust', 'permission'] as const).map(
      (kind) => lineOf({ ...edge([]), kind }, 'dim faint')?.end?.state
    );
    expect(states).toEqual(['faint', '']);
    expect(lineOf({ ...edge([]), kind: 'attachment' }, 'lit')?.end?.state).toBe('inked');
  });
});

describe('the ring around a shape', () => {
  const fenced = { kind: 'role' as const, boundary: { policy: 'p' as never, name: 'p' } };
  test.each([
    [{ kind: 'role' as const, boundary: null }, 'haloed', 5.7],
    [{ kind: 'session' as const, boundary: null }, 'lit haloed', 4.3],
    [fenced, '', 7.6],
    [fenced, 'lit haloed', 9],
    [fenced, 'lit ringed shut', 10.8]
  ])('of %o when %s', (node, state, wide) => {
    expect(ringOf(node, state)).toBeCloseTo(wide);
  });
});
