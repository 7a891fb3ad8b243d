/** The ladder's map: neighbours meet, places lie in their own chapter, the same sheet every time. */
import { describe, expect, it } from 'vitest';
import { CHAPTERS, UNWRITTEN } from '../../src/lib/ladder/chapters.ts';
import { BOUNDS, COASTS, LINES, NAMES, WAYS } from '../../src/lib/ladder/land.ts';
import { toMap } from '../../src/lib/ladder/map.ts';
import type { Point } from '../../src/lib/ladder/shore.ts';
import { placesOn } from '../../src/lib/ladder/way.ts';

/** As many as the ladder has. */
const COUNTS = new Map([5, 5, 7, 7, 10, 9, 6, 11].map((count, i) => [i + 1, count]));
const MAP = toMap(COUNTS);

function pointsOf(path: string): readonly Point[] {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

/** Even-odd rule. */
function isWithin({ x, y }: Point, ring: readonly Point[]): boolean {
  const crossings = ring.filter((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a;
    return a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x;
  });
  return crossings.length % 2 === 1;
}

const grounds = (chapter: number) =>
  MAP.territories.filter((each) => each.chapter === chapter).map(({ path }) => pointsOf(path));

it('is the same sheet every time', () => expect(toMap(COUNTS)).toEqual(MAP));

describe.each(CHAPTERS)('$title', ({ number }) => {
  it('has its places, all on its own ground', () => {
    const places = MAP.places.get(number) ?? [];
    expect(places).toHaveLength(COUNTS.get(number) ?? -1);
    const strays = places.filter((place) => !grounds(number).some((ring) => isWithin(place, ring)));
    expect(strays).toEqual([]);
  });

  it('has its name on its own ground', () => {
    const name = NAMES.find(({ chapter }) => chapter === number);
    expect(grounds(number).some((ring) => name && isWithin(name.at, ring))).toBe(true);
  });
});

it('bounds every chapter by lines that there are and that follow on each other', () => {
  const gaps = [...BOUNDS.map(({ lines }) => lines), ...COASTS].flatMap((names) =>
    names.filter((name, i) => {
      const next = names[(i + 1) % names.length] ?? name;
      return endOf(name) === undefined || endOf(name) !== startOf(next);
    })
  );
  expect(gaps).toEqual([]);
});

it('draws a border once: both neighbours go along the same points', () => {
  for (const { path } of MAP.borders) {
    const inner = pointsOf(path).slice(1, -1);
    const neighbours = MAP.territories.filter((territory) => {
      const ring = new Set(pointsOf(territory.path).map(({ x, y }) => `${x} ${y}`));
      return inner.every(({ x, y }) => ring.has(`${x} ${y}`));
    });
    expect(neighbours).toHaveLength(2);
  }
});

it('keeps all places apart, so that each can be pressed', () => {
  const places = [...MAP.places.values()].flat();
  const near = places.flatMap((a, i) =>
    places.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 24)
  );
  expect(near).toEqual([]);
});

it('spreads places evenly, ends included', () => {
  const way = [
    { x: 0, y: 0 },
    { x: 100, y: 0 }
  ];
  expect(placesOn(way, 3).map(({ x }) => Math.round(x))).toEqual([0, 50, 100]);
  expect(placesOn(way, 1).map(({ x }) => Math.round(x))).toEqual([50]);
  expect(placesOn(way, 0)).toEqual([]);
});

it('leads the road through every chapter in order', () =>
  expect([...new Set(WAYS.map(({ chapter }) => chapter))]).toEqual(CHAPTERS.map(({ number }) => number)));

it('names places that are to come by numbers of chapters that there are', () =>
  expect(UNWRITTEN.filter(({ number }) => !/^[1-8]\.\d+$/.test(number))).toEqual([]));

function startOf(name: string): Point | undefined {
  const points = LINES[name.replace(/^-/, '')]?.points;
  return name.startsWith('-') ? points?.at(-1) : points?.[0];
}

function endOf(name: string): Point | undefined {
  return startOf(name.startsWith('-') ? name.slice(1) : `-${name}`);
}
