/** Shapes and lines as SVG paths: they stay within a node's size, and begin and end at the shapes they tie. */
import { describe, expect, test } from 'vitest';
import type { GraphEdge, GraphNode, NodeKind } from '../../src/lib/graph/graph.ts';
import { hexagonPath, shapePath, wayPath } from '../../src/lib/graph/outline-path.ts';

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
  test.each(KINDS)('of a %s %s is closed and no larger than the node', (kind, id) => {
    const path = shapePath(node(id, kind));
    expect(path).toMatch(/^M.*Z$/);
    const points = [...path.replace(/[AV][^A-Z]*/g, '').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)];
    expect(points.length).toBeGreaterThan(0);
    for (const [, x, y] of points) {
      expect(Math.abs(Number(x) - 100)).toBeLessThanOrEqual(20);
      expect(Math.abs(Number(y) - 50)).toBeLessThanOrEqual(18);
    }
  });

  test('is told from every other kind, except things that hold nothing from groups', () => {
    const paths = KINDS.map(([kind, id]) => shapePath(node(id, kind)));
    // A session is a ring as a user is an ellipse; its hexagon stands inside.
    expect(new Set(paths).size).toBe(KINDS.length - 2);
    expect(hexagonPath({ x: 0, y: 0 }, 20, 10)).toBe('M-10 0L-5 -5L5 -5L10 0L5 5L-5 5Z');
  });
});

describe('a line', () => {
  test('without bends is straight, from rim to rim', () => {
    const drawn = graph([edge([])]);
    expect(wayPath(drawn, drawn.edges[0]!)).toBe('M120 50L280 50');
  });

  test('with bends is one quadratic piece for each, meeting half-way', () => {
    const drawn = graph([
      edge([
        { weight: 0.25, distance: -20 },
        { weight: 0.75, distance: -20 }
      ])
    ]);
    expect(wayPath(drawn, drawn.edges[0]!)).toMatch(/^M[\d. ]+Q150 30 200 30Q250 30 [\d. ]+$/);
  });

  test('to what is not drawn is none', () => {
    const drawn = graph([{ ...edge([]), to: 'nowhere' }]);
    expect(wayPath(drawn, drawn.edges[0]!)).toBeNull();
  });
});
