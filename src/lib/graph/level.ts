/** Moves the blocks of each lane up and down, and past each other, until their edges run as level as they can. */
import type { Block } from './block.ts';
import { BLOCK_GAP } from './geometry.ts';
import type { EdgeKind, GraphEdge } from './graph.ts';
import { settle } from './settle.ts';

/** A column of an account in its place. */
export interface Lane {
  /** Centre line. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly blocks: readonly Block[];
}

/** How strongly an edge wants to be level. */
const PULL: Readonly<Record<EdgeKind, number>> = {
  trust: 4,
  session: 6,
  membership: 2,
  permission: 2,
  grant: 2,
  pass: 1,
  deny: 1,
  attachment: 0.3
};
/** To the right, to the left, and so on. */
const SWEEPS = 6;

interface Spot {
  readonly block: Block;
  readonly lane: number;
  top: number;
}

interface Pull {
  readonly to: Spot;
  readonly weight: number;
}

/** Where each block ends up: its centre line and its top. Time O(sweeps × (blocks log blocks + edges)). */
export function level(
  lanes: readonly Lane[],
  edges: readonly GraphEdge[]
): ReadonlyMap<Block, { readonly x: number; readonly top: number }> {
  const spots = lanes.map((lane, index) => start(lane, index));
  const pulls = pullsOf(spots.flat(), edges);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const toRight = sweep % 2 === 0;
    const order = [...lanes.keys()];
    for (const index of toRight ? order : order.reverse()) {
      const [lane, column] = [lanes[index], spots[index]];
      if (lane && column) spots[index] = arrange(lane, column, pulls, toRight);
    }
  }
  return new Map(spots.flat().map(({ block, lane, top }) => [block, { x: lanes[lane]?.x ?? 0, top }]));
}

/** File order, the whole stack centred with some air. */
function start(lane: Lane, index: number): Spot[] {
  const high = lane.blocks.reduce((sum, { height }) => sum + height, 0);
  const spare = (lane.bottom - lane.top - high) / (lane.blocks.length + 1);
  const gap = Math.min(Math.max(spare, BLOCK_GAP), 3 * BLOCK_GAP);
  let top = Math.max(lane.top, (lane.top + lane.bottom - high - gap * (lane.blocks.length - 1)) / 2);
  return lane.blocks.map((block) => {
    const spot = { block, lane: index, top };
    top += block.height + gap;
    return spot;
  });
}

function pullsOf(spots: readonly Spot[], edges: readonly GraphEdge[]): ReadonlyMap<Spot, readonly Pull[]> {
  const spotOf = new Map(
    spots.flatMap((spot) => spot.block.members.map(({ cell }) => [cell.node.id, spot] as const))
  );
  const pulls = new Map<Spot, Pull[]>();
  const add = (at: Spot, to: Spot, weight: number) => {
    const list = pulls.get(at);
    if (list) list.push({ to, weight });
    else pulls.set(at, [{ to, weight }]);
  };
  for (const { from, to, kind } of edges) {
    const [a, b] = [spotOf.get(from), spotOf.get(to)];
    if (!a || !b || a.lane === b.lane) continue;
    add(a, b, PULL[kind]);
    add(b, a, PULL[kind]);
  }
  return pulls;
}

function arrange(
  lane: Lane,
  column: readonly Spot[],
  pulls: ReadonlyMap<Spot, readonly Pull[]>,
  toRight: boolean
): Spot[] {
  const wishes = column
    .map((spot) => ({ spot, centre: wish(spot, pulls.get(spot) ?? [], toRight) }))
    .sort((a, b) => a.centre - b.centre);
  const tops = settle(
    wishes.map(({ spot, centre }) => ({ top: centre - spot.block.drop, height: spot.block.height })),
    BLOCK_GAP,
    lane.top,
    lane.bottom
  );
  return wishes.map(({ spot }, index) => {
    spot.top = tops[index] ?? spot.top;
    return spot;
  });
}

/** Where the identity's centre would like to be: the weighted mean of its neighbours on the side already settled. */
function wish(spot: Spot, pulls: readonly Pull[], toRight: boolean): number {
  const near = pulls.filter(({ to }) => (toRight ? to.lane < spot.lane : to.lane > spot.lane));
  const chosen = near.length > 0 ? near : pulls;
  const weight = chosen.reduce((sum, pull) => sum + pull.weight, 0);
  if (weight === 0) return centreOf(spot);
  return chosen.reduce((sum, pull) => sum + pull.weight * centreOf(pull.to), 0) / weight;
}

function centreOf({ top, block }: Spot): number {
  return top + block.drop;
}
