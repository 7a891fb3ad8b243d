/** As much air above what stands in an account as below it: what is tied across accounts moves up or down as one. */
import type { Block } from './block.ts';
import type { Levelled, Lane } from './level.ts';
import type { EdgeSketch } from './sketch.ts';

/** Lanes of one account, or of what stands outside of all. */
export interface Floor {
  readonly lanes: readonly Lane[];
  /** Whether it wants to be in the middle; what stands outside follows the others. */
  readonly isOwn: boolean;
}

interface Band {
  /** How far its blocks may go up and down, and how far they would like to. */
  readonly up: number;
  readonly down: number;
  readonly wish: number;
  readonly weight: number;
}

/** Pure. Time O(blocks + edges × floors). */
export function balance(
  levelled: Levelled,
  floors: readonly Floor[],
  edges: readonly EdgeSketch[]
): Levelled {
  const floorOf = new Map<string, number>();
  floors.forEach(({ lanes }, index) => {
    for (const block of lanes.flatMap(({ blocks }) => blocks)) {
      for (const { cell } of block.members) floorOf.set(cell.node.id, index);
    }
  });
  const leaders = join(floors.length, floorOf, edges);
  const shifts = shiftsOf(
    leaders,
    floors.map((floor) => bandOf(floor, levelled))
  );
  const shiftAt = (node: string | undefined) => shifts[leaders[floorOf.get(node ?? '') ?? -1] ?? -1] ?? 0;
  const ends = new Map(edges.map(({ id, from }) => [id, from]));
  return {
    blocks: new Map(
      [...levelled.blocks].map(([block, { x, top }]) => [block, { x, top: top + shiftAt(block.id) }])
    ),
    ways: new Map(
      [...levelled.ways].map(([id, way]) => [
        id,
        way.map(({ x, y }) => ({ x, y: y + shiftAt(ends.get(id)) }))
      ])
    )
  };
}

/** For every floor the first of those it is tied to. */
function join(
  count: number,
  floorOf: ReadonlyMap<string, number>,
  edges: readonly EdgeSketch[]
): readonly number[] {
  const leaders = Array.from({ length: count }, (_, index) => index);
  for (const { from, to } of edges) {
    const [a, b] = [leaders[floorOf.get(from) ?? -1], leaders[floorOf.get(to) ?? -1]];
    if (a === undefined || b === undefined || a === b) continue;
    const [first, other] = [Math.min(a, b), Math.max(a, b)];
    leaders.forEach((leader, index) => {
      if (leader === other) leaders[index] = first;
    });
  }
  return leaders;
}

function bandOf({ lanes, isOwn }: Floor, { blocks }: Levelled): Band | null {
  let [up, down, weight] = [Infinity, Infinity, 0];
  for (const { top, bottom, blocks: own } of lanes) {
    for (const block of own) {
      const at = placeIn(block, blocks);
      up = Math.min(up, at.top - top);
      down = Math.min(down, bottom - at.bottom);
      weight += 1;
    }
  }
  if (weight === 0) return null;
  return { up: Math.max(0, up), down: Math.max(0, down), wish: (down - up) / 2, weight: isOwn ? weight : 0 };
}

function placeIn(
  block: Block,
  places: Levelled['blocks']
): { readonly top: number; readonly bottom: number } {
  const top = places.get(block)?.top ?? 0;
  return { top, bottom: top + block.height };
}

/** By the number of a leader how far it and all that are tied to it move. */
function shiftsOf(leaders: readonly number[], bands: readonly (Band | null)[]): readonly number[] {
  return leaders.map((_, leader) => {
    const own = bands.filter((band, index) => band !== null && leaders[index] === leader);
    const all = own.flatMap((band) => band ?? []);
    const weight = all.reduce((sum, band) => sum + band.weight, 0);
    if (weight === 0) return 0;
    const wish = all.reduce((sum, band) => sum + band.wish * band.weight, 0) / weight;
    const [up, down] = [Math.min(...all.map((band) => band.up)), Math.min(...all.map((band) => band.down))];
    return Math.min(Math.max(wish, -up), down);
  });
}
