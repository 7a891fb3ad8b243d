/** The ladder as a map: territories, coasts, borders and the road with its places. Drawn once, at build time. */
import { BOUNDS, COASTS, ISLETS, LANDING, LINES, NAMES, ROUGHNESS, WAYS } from './land.ts';
import { bend, randomOf, toPath, type Point } from './shore.ts';
import { placesOn, toRoad } from './way.ts';

export interface LadderMap {
  /** SVG paths of the continents. */
  readonly coasts: readonly string[];
  readonly territories: readonly { readonly chapter: number; readonly path: string }[];
  /** Between two chapters; a frontier is one between two accounts. */
  readonly borders: readonly { readonly path: string; readonly isFrontier: boolean }[];
  readonly names: readonly {
    readonly chapter: number;
    readonly at: Point;
    readonly lines: readonly string[];
  }[];
  /** SVG paths of the islets. */
  readonly islets: readonly string[];
  /** The road on each continent. */
  readonly roads: readonly string[];
  /** Of each chapter, in order. */
  readonly places: ReadonlyMap<number, readonly Point[]>;
}

/** @param counts how many places each chapter has, by its number */
export function toMap(counts: ReadonlyMap<number, number>): LadderMap {
  const lines = new Map(Object.entries(LINES).map(([name], i) => [name, drawn(name, i + 1)]));
  const ring = (names: readonly string[]) => toPath(joined(lines, names), true);
  return {
    coasts: COASTS.map(ring),
    territories: BOUNDS.map(({ chapter, lines: names }) => ({ chapter, path: ring(names) })),
    borders: Object.entries(LINES)
      .filter(([, { kind }]) => kind !== 'coast')
      .map(([name, { kind }]) => ({
        path: toPath(lines.get(name) ?? [], false),
        isFrontier: kind === 'frontier'
      })),
    names: NAMES,
    islets: ISLETS.map(({ at, size }, i) => toIslet(at, size, i)),
    roads: toRoads(),
    places: new Map([...counts].map(([chapter, count]) => [chapter, placesOf(chapter, count)]))
  };
}

/** A rough ring, wider than high. */
function toIslet(at: Point, size: number, seed: number): string {
  const random = randomOf(seed + 100);
  const corners = Array.from({ length: 9 }, (_, i) => {
    const [angle, far] = [(i / 9) * 2 * Math.PI, size * (0.75 + random() * 0.4)];
    return { x: at.x + Math.cos(angle) * far, y: at.y + Math.sin(angle) * far * 0.5 };
  });
  const ring = corners.flatMap((from, i) =>
    bend(from, corners[(i + 1) % corners.length] ?? from, ROUGHNESS.coast, seed * 16 + i)
  );
  return toPath(ring, true);
}

/** A line of the land, bent; both ends included. */
function drawn(name: string, seed: number): readonly Point[] {
  const line = LINES[name];
  if (!line) return [];
  const { points, kind } = line;
  const random = randomOf(seed);
  const bent = points.slice(1).flatMap((to, i) => {
    const from = points[i];
    return from ? bend(from, to, ROUGHNESS[kind], Math.floor(random() * 2 ** 32)) : [];
  });
  return [...bent, ...points.slice(-1)];
}

function joined(lines: ReadonlyMap<string, readonly Point[]>, names: readonly string[]): readonly Point[] {
  return names.flatMap((name) => {
    const points = lines.get(name.replace(/^-/, '')) ?? [];
    const along = name.startsWith('-') ? [...points].reverse() : points;
    return along.slice(0, -1); // its end is where the next one begins
  });
}

/** The road in one stroke per continent: it goes on from chapter to chapter. */
function toRoads(): readonly string[] {
  const banks: Point[][] = [[]];
  for (const [i, { chapter, points, onward }] of WAYS.entries()) {
    if (WAYS[i - 1]?.chapter === chapter) banks.push([...LANDING]);
    banks.at(-1)?.push(...points, ...onward);
  }
  return banks.map(toRoad);
}

/** A chapter on two banks has the one half of its places on the one and the rest on the other. */
function placesOf(chapter: number, count: number): readonly Point[] {
  const ways = WAYS.filter((way) => way.chapter === chapter);
  return ways.flatMap(({ points }, i) => {
    const before = Math.round((count * i) / ways.length);
    const upTo = Math.round((count * (i + 1)) / ways.length);
    return placesOn(points, upTo - before);
  });
}
