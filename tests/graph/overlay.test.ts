/** Where the marks over the graph stand. */
import { describe, expect, test } from 'vitest';
import { labelBoxes, shapeBox } from '../../src/lib/graph/cell.ts';
import { doorsOf } from '../../src/lib/graph/doors.ts';
import { chipsOf, drawWay } from '../../src/lib/graph/overlay.ts';
import { placeStamp, stampSize } from '../../src/lib/graph/stamp.ts';
import { at, flagship, read } from './flagship.ts';

const { graph } = flagship;
const NAMES = [
  'tools-to-production',
  'github-oidc',
  'confused-deputy',
  'team-tags',
  'home-folders',
  'app-reader-read-only'
];

describe('key chips', () => {
  test.each(NAMES)('%s: one per key, none on a name that would cover it, none on another', (name) => {
    const world = read(name);
    const chips = chipsOf(world.graph, null, null);
    const conditional = world.graph.edges.filter(({ conditions }) => conditions.length > 0);
    expect(new Set(chips.map(({ edge }) => edge))).toEqual(new Set(conditional.map(({ id }) => id)));
    const middles = chips.map(({ x, y }) => ({ x, y }));
    const names = world.graph.nodes.flatMap(labelBoxes);
    const hidden = names.filter(({ x, y, width, height }) =>
      middles.some((at) => at.x > x && at.x < x + width && at.y > y && at.y < y + height)
    );
    expect(hidden).toEqual([]);
    const pairs = middles.flatMap((a, i) =>
      middles.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))
    );
    expect(Math.min(18, ...pairs)).toBeGreaterThanOrEqual(18);
  });

  test('very many are drawn only while they are lit', () => {
    const [edge] = graph.edges.filter(({ conditions }) => conditions.length > 0);
    if (!edge) throw new Error('no conditional edge');
    const many = { ...graph, edges: Array.from({ length: 90 }, (_, i) => ({ ...edge, id: `e${i}` })) };
    expect(chipsOf(many, null, null)).toEqual([]);
    expect(chipsOf(many, null, 'e7').map(({ edge: id }) => id)).toEqual(['e7']);
  });
});

describe('doors', () => {
  test('stand in the wall of the account that is entered, none for a trust at home', () => {
    const doors = doorsOf(graph);
    const prod = graph.boxes.find(({ id }) => id === '222222222222');
    const own = doors.filter(({ box }) => box === '222222222222');
    expect(own.length).toBeGreaterThan(0);
    for (const door of own.filter(({ wall }) => wall === 'left')) expect(door.x).toBe(prod?.x);
    const entering = graph.edges.filter(({ kind, from, to }) => {
      const box = (id: string) => graph.nodes.find((node) => node.id === id)?.box;
      return kind === 'trust' && box(from) !== box(to);
    });
    expect(doors.flatMap(({ edges }) => edges).sort()).toEqual(entering.map(({ id }) => id).sort());
  });
});

describe('a way', () => {
  const way = at('pass-admin', 'verdict').marks.way;
  if (!way) throw new Error('no way');

  test('runs from shape to shape and touches neither', () => {
    const drawn = drawWay(graph, way);
    const points = [...(drawn?.path ?? '').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y)
    }));
    expect(points.length).toBeGreaterThan(5);
    for (const id of [way.from, way.to]) {
      const node = graph.nodes.find((each) => each.id === id);
      if (!node) throw new Error('no node');
      const { x, y, width, height } = shapeBox(node);
      const inside = points.filter((p) => p.x > x && p.x < x + width && p.y > y && p.y < y + height);
      expect(inside).toEqual([]);
    }
  });

  test('is none between what is not drawn', () => {
    expect(drawWay(graph, { ...way, to: 'nobody' })).toBeNull();
  });
});

describe('the stamp', () => {
  test.each(['deploy', 'enter', 'pass-admin', 'customer-data', 'wrong-region', 'intern-enters'])(
    'of %s is inside the drawing and covers no shape and no name of its node',
    (request) => {
      const { marks, light } = at(request, 'verdict');
      if (!marks.stamp) throw new Error('no stamp');
      const node = graph.nodes.find(({ id }) => id === marks.stamp?.node);
      const place = placeStamp(graph, marks.stamp, { over: [], lit: light.edges })?.at;
      if (!place || !node) throw new Error('no place');
      const { width, height } = stampSize(marks.stamp.decision);
      expect(place.x - width / 2).toBeGreaterThanOrEqual(0);
      expect(place.x + width / 2).toBeLessThanOrEqual(graph.width);
      for (const box of [shapeBox(node), ...labelBoxes(node)]) {
        const apart =
          Math.abs(box.x + box.width / 2 - place.x) >= (box.width + width) / 2 ||
          Math.abs(box.y + box.height / 2 - place.y) >= (box.height + height) / 2;
        expect(apart).toBe(true);
      }
    }
  );
});
