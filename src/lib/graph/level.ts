/** Moves the blocks of each lane up and down, and past each other, until their edges run as level as they can. */
import type { Block } from './block.ts';
import type { Point } from './curve.ts';
import { BLOCK_GAP } from './geometry.ts';
import type { EdgeKind } from './graph.ts';
import { settle } from './settle.ts';
import type { EdgeSketch } from './sketch.ts';

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
export const SWEEPS = 8;
/** Height of the way kept free for an edge that crosses a lane. */
const CROSSING = 4;
/** So far beside the straight line it may cross. */
const ASIDE = 60;
/** More edges than this cross where they like. */
const MANY = 220;

interface Spot {
  /** Null where an edge crosses the lane. */
  readonly block: Block | null;
  readonly x: number;
  readonly height: number;
  readonly drop: number;
  top: number;
}

interface Pull {
  readonly to: Spot;
  readonly weight: number;
}

type Pulls = Map<Spot, Pull[]>;

export interface Levelled {
  /** Centre line and top of each block. */
  readonly blocks: ReadonlyMap<Block, { readonly x: number; readonly top: number }>;
  /** By edge id: where room was kept for it in the lanes it crosses, in the order of travel. */
  readonly ways: ReadonlyMap<string, readonly { readonly x: number; readonly y: number }[]>;
}

/**
 * Time O(sweeps × (blocks log blocks + edges)).
 *
 * @param fixed middles of nodes that stand in no lane and stay where they are, by id
 */
export function level(
  lanes: readonly Lane[],
  edges: readonly EdgeSketch[],
  fixed: ReadonlyMap<string, Point> = new Map(),
  sweeps = SWEEPS
): Levelled {
  const columns = lanes.map(start);
  const pulls: Pulls = new Map();
  const ways = link(lanes, columns, edges, pulls, fixed);
  const order = [...lanes.keys()].sort((a, b) => (lanes[a]?.x ?? 0) - (lanes[b]?.x ?? 0));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const toRight = sweep % 2 === 0;
    for (const index of toRight ? order : [...order].reverse()) {
      const [lane, column] = [lanes[index], columns[index]];
      if (lane && column) columns[index] = arrange(lane, column, pulls, toRight);
    }
  }
  const places = columns.flat().flatMap(({ block, x, top }) => (block ? [[block, { x, top }] as const] : []));
  const points = [...ways].map(
    ([id, way]) => [id, way.map((spot) => ({ x: spot.x, y: centreOf(spot) }))] as const
  );
  return { blocks: new Map(places), ways: new Map(points) };
}

/** File order, the whole stack centred with some air. */
function start(lane: Lane): Spot[] {
  const high = lane.blocks.reduce((sum, { height }) => sum + height, 0);
  const spare = (lane.bottom - lane.top - high) / (lane.blocks.length + 1);
  const gap = Math.min(Math.max(spare, BLOCK_GAP), 3 * BLOCK_GAP);
  let top = Math.max(lane.top, (lane.top + lane.bottom - high - gap * (lane.blocks.length - 1)) / 2);
  return lane.blocks.map((block) => {
    const spot = { block, x: lane.x, height: block.height, drop: block.drop, top };
    top += block.height + gap;
    return spot;
  });
}

/**
 * Ties the spots of every edge; an edge across several lanes goes by a spot of its own in each that has room.
 *
 * @returns those spots, by edge id
 */
function link(
  lanes: readonly Lane[],
  columns: Spot[][],
  edges: readonly EdgeSketch[],
  pulls: Pulls,
  fixed: ReadonlyMap<string, Point>
): ReadonlyMap<string, readonly Spot[]> {
  const isLed = edges.length <= MANY;
  const ways = new Map<string, readonly Spot[]>();
  const spotOf = spotsOf(columns, fixed);
  for (const { id, from, to, kind } of edges) {
    const [a, b] = [spotOf.get(from), spotOf.get(to)];
    if (!a || !b || a.x === b.x) continue;
    const way = isLed && kind !== 'attachment' ? crossings(lanes, columns, a, b) : [];
    ways.set(id, way);
    let before = a;
    for (const next of [...way, b]) {
      pull(pulls, before, next, PULL[kind]);
      pull(pulls, next, before, PULL[kind]);
      before = next;
    }
  }
  return ways;
}

/** The spot of every node, by its id. */
function spotsOf(columns: readonly Spot[][], fixed: ReadonlyMap<string, Point>): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const [id, { x, y }] of fixed) spots.set(id, { block: null, x, height: 0, drop: 0, top: y });
  for (const spot of columns.flat()) {
    for (const { cell } of spot.block?.members ?? []) spots.set(cell.node.id, spot);
  }
  return spots;
}

function pull(pulls: Pulls, at: Spot, to: Spot, weight: number): void {
  const list = pulls.get(at);
  if (list) list.push({ to, weight });
  else pulls.set(at, [{ to, weight }]);
}

/** New spots where the straight line between two others crosses a lane with room to spare, in the order of travel. */
function crossings(lanes: readonly Lane[], columns: readonly Spot[][], a: Spot, b: Spot): readonly Spot[] {
  const found: Spot[] = [];
  lanes.forEach((lane, index) => {
    const column = columns[index];
    const share = (lane.x - a.x) / (b.x - a.x);
    if (!column || share <= 0.02 || share >= 0.98) return;
    const straight = centreOf(a) + share * (centreOf(b) - centreOf(a));
    const y = Math.min(Math.max(straight, lane.top), lane.bottom);
    if (Math.abs(y - straight) > ASIDE || !hasRoom(lane, column)) return;
    const spot = { block: null, x: lane.x, height: CROSSING, drop: CROSSING / 2, top: y - CROSSING / 2 };
    column.push(spot);
    found.push(spot);
  });
  return found.sort((one, two) => (one.x - two.x) * Math.sign(b.x - a.x));
}

function hasRoom(lane: Lane, column: readonly Spot[]): boolean {
  const used = column.reduce((sum, { height }) => sum + height + BLOCK_GAP, 0);
  return used + CROSSING <= lane.bottom - lane.top;
}

function arrange(lane: Lane, column: readonly Spot[], pulls: Pulls, toRight: boolean): Spot[] {
  const wishes = column
    .map((spot) => ({ spot, centre: wish(spot, pulls.get(spot) ?? [], toRight) }))
    .sort((a, b) => a.centre - b.centre);
  const tops = settle(
    wishes.map(({ spot, centre }) => ({ top: centre - spot.drop, height: spot.height })),
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
  const near = pulls.filter(({ to }) => (toRight ? to.x < spot.x : to.x > spot.x));
  const chosen = near.length > 0 ? near : pulls;
  const weight = chosen.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return centreOf(spot);
  return chosen.reduce((sum, one) => sum + one.weight * centreOf(one.to), 0) / weight;
}

function centreOf({ top, drop }: Spot): number {
  return top + drop;
}
