/** Bundles beside each other: where several run along one street each gets a lane of it. */
import type { Point } from './curve.ts';

/** Between two lanes, model units, the middle first: as many as a street between two columns holds. */
const LANES = [0, 6, -6, 11, -11];
/** Between two that follow each other in one lane. */
const BEHIND = 12;

/** A way from wall to wall, level at both ends, with a right angle at every corner. */
export type Corners = readonly Point[];

interface Stretch {
  readonly way: number;
  /** The corner where it begins. */
  readonly at: number;
  readonly isUpright: boolean;
  readonly from: number;
  readonly to: number;
}

/** The same ways, apart from each other wherever they have a street in common. The ends stay. Deterministic. */
export function inLanes(ways: readonly Corners[]): readonly Corners[] {
  const moved = ways.map((corners) => corners.map(({ x, y }) => ({ x, y })));
  for (const stretches of byStreet(ways)) {
    const lanes = LANES.map((): Stretch[] => []);
    for (const stretch of stretches) {
      const free = lanes.findIndex((lane) => lane.every((other) => isApart(stretch, other)));
      const lane = free === -1 ? emptiest(lanes) : free;
      lanes[lane]?.push(stretch);
      const [a, b] = [moved[stretch.way]?.[stretch.at], moved[stretch.way]?.[stretch.at + 1]];
      for (const corner of [a, b]) if (corner) corner[stretch.isUpright ? 'x' : 'y'] += LANES[lane] ?? 0;
    }
  }
  return moved;
}

/** What runs between corners, street by street, the longest first. */
function byStreet(ways: readonly Corners[]): Iterable<readonly Stretch[]> {
  const streets = new Map<string, Stretch[]>();
  for (const [way, corners] of ways.entries()) {
    for (let at = 1; at < corners.length - 2; at++) {
      const [a, b] = [corners[at], corners[at + 1]];
      if (!a || !b) continue;
      const isUpright = a.x === b.x;
      const ends = isUpright ? [a.y, b.y] : [a.x, b.x];
      const key = isUpright ? `x ${a.x}` : `y ${a.y}`;
      const stretch = { way, at, isUpright, from: Math.min(...ends), to: Math.max(...ends) };
      streets.set(key, [...(streets.get(key) ?? []), stretch]);
    }
  }
  for (const stretches of streets.values()) stretches.sort((a, b) => b.to - b.from - (a.to - a.from));
  return streets.values();
}

function isApart(a: Stretch, b: Stretch): boolean {
  return a.to + BEHIND < b.from || b.to + BEHIND < a.from;
}

function emptiest(lanes: readonly (readonly Stretch[])[]): number {
  return lanes.reduce((best, lane, index) => (lane.length < (lanes[best]?.length ?? 0) ? index : best), 0);
}
