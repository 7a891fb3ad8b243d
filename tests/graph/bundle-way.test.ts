/** Bundles in a large drawing: their lines keep off accounts and each other, their numbers off everything. */
import { describe, expect, test } from 'vitest';
import { inLanes } from '../../src/lib/graph/bundle-lanes.ts';
import { usualPlace } from '../../src/lib/graph/bundle-number.ts';
import { siteOf } from '../../src/lib/graph/bundle-site.ts';
import { routeBundles } from '../../src/lib/graph/bundle-way.ts';
import type { BundleSketch } from '../../src/lib/graph/bundle.ts';
import type { Rectangle } from '../../src/lib/graph/cell.ts';
import { curve } from '../../src/lib/graph/curve.ts';
import { fold, type FoldPlan } from '../../src/lib/graph/fold.ts';
import type { Graph, GraphBundle } from '../../src/lib/graph/graph.ts';
import { NO_PATH } from '../../src/lib/graph/path.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { manyAccounts } from './big-worlds.ts';

/** Columns of three blocks, as tiles stand. */
const block = (column: number, row: number): Rectangle => ({
  x: column * 200,
  y: row * 90,
  width: 168,
  height: 70
});
const BLOCKS = [0, 1, 2].flatMap((column) => [0, 1, 2].map((row) => block(column, row)));
const nameOf = (column: number, row: number) => `${column}.${row}`;
const at = (id: string) => {
  const [column = 0, row = 0] = id.split('.').map(Number);
  return BLOCKS[column * 3 + row] ?? null;
};
const SITE = { areaOf: at, blockOf: at, blocks: BLOCKS };

const bundle = (from: string, to: string): BundleSketch => ({
  id: `bundle:trust:${from}>${to}`,
  kind: 'trust',
  from,
  to,
  edges: [],
  isOnPath: false,
  isDrawn: true
});

function pointsOf(way: GraphBundle, areaOf: (id: string) => Rectangle | null) {
  const place = (id: string, end: { x: number; y: number }) => {
    const { x, y, width, height } = areaOf(id) ?? block(0, 0);
    return { x: x + width / 2 + end.x, y: y + height / 2 + end.y };
  };
  const [start, stop] = [place(way.from, way.ends[0]), place(way.to, way.ends[1])];
  return { start, stop, points: curve(start, stop, way.bends, 400) };
}

const isIn = ({ x, y, width, height }: Rectangle, point: { x: number; y: number }) =>
  point.x > x + 1 && point.x < x + width - 1 && point.y > y + 1 && point.y < y + height - 1;

describe('a line', () => {
  test.each([
    ['past the column between', nameOf(0, 1), nameOf(2, 1)],
    ['backwards past it', nameOf(2, 1), nameOf(0, 1)],
    ['to the far corner', nameOf(0, 0), nameOf(2, 2)],
    ['down its own column', nameOf(1, 0), nameOf(1, 2)]
  ])('%s leads through no block', (_, from, to) => {
    const [way] = routeBundles([bundle(from, to)], SITE);
    expect(way?.bends.length).toBeGreaterThan(0);
    const points = way ? pointsOf(way, at).points : [];
    expect(points.filter((point) => BLOCKS.some((each) => isIn(each, point)))).toEqual([]);
  });

  test('to the next column bends once', () => {
    const [way] = routeBundles([bundle(nameOf(0, 0), nameOf(1, 0))], SITE);
    expect(way?.bends).toHaveLength(2);
  });

  test('whose end is nowhere is left out', () => {
    expect(routeBundles([bundle(nameOf(0, 0), 'x')], { ...SITE, areaOf: () => null })).toEqual([]);
  });

  test('is the same every time', () => {
    const all = BLOCKS.map((_, index) => bundle(nameOf(0, 0), nameOf(index % 3, Math.floor(index / 3))));
    expect(routeBundles(all, SITE)).toEqual(routeBundles(all, SITE));
  });
});

describe('lanes', () => {
  const upright = (x: number, from: number, to: number) => [
    { x: x - 20, y: from },
    { x, y: from },
    { x, y: to },
    { x: x + 20, y: to }
  ];

  test('two that share a street stand apart, each whole', () => {
    const [first = [], second = []] = inLanes([upright(100, 0, 80), upright(100, 40, 160)]);
    expect(first[1]?.x).toBe(first[2]?.x);
    expect(Math.abs((first[1]?.x ?? 0) - (second[1]?.x ?? 0))).toBeGreaterThanOrEqual(6);
    expect([first[0], first[3], second[0], second[3]]).toEqual([
      { x: 80, y: 0 },
      { x: 120, y: 80 },
      { x: 80, y: 40 },
      { x: 120, y: 160 }
    ]);
  });

  test('two that follow each other share the middle', () => {
    const [first = [], second = []] = inLanes([upright(100, 0, 40), upright(100, 90, 160)]);
    expect([first[1]?.x, second[1]?.x]).toEqual([100, 100]);
  });
});

describe.each([
  ['40 accounts', 40, 1600],
  ['450 accounts', 450, 900]
])('%s as tiles', (_, accounts, nodes) => {
  const plan: FoldPlan = {
    level: 'org',
    path: NO_PATH,
    byHand: new Map(),
    whole: new Set(),
    selected: null
  };
  const drawing: Graph = fold(toGraph(manyAccounts(accounts, nodes)), plan);
  const { areaOf, blocks, blockOf } = siteOf(drawing);
  const drawn = (drawing.bundles ?? []).filter(({ isDrawn }) => isDrawn);

  test('no line that is led takes the way through a tile', () => {
    const astray = drawn
      .slice(0, accounts === 40 ? Infinity : 0)
      .filter((way) =>
        pointsOf(way, areaOf).points.some((point) =>
          blocks.some((each) => each !== blockOf(way.from) && each !== blockOf(way.to) && isIn(each, point))
        )
      );
    expect(astray.map(({ id }) => id)).toEqual([]);
  });

  test('every number stands on its line', () => {
    const off = drawn.map((way) => {
      const { start, stop, points } = pointsOf(way, areaOf);
      const near = Math.min(
        ...points.map((point) => Math.hypot(point.x - way.number.x, point.y - way.number.y))
      );
      expect(Number.isFinite(usualPlace(start, stop, way.bends).x)).toBe(true);
      return near;
    });
    expect(drawn.length).toBeGreaterThan(0);
    expect(Math.max(...off)).toBeLessThan(8);
  });
});
