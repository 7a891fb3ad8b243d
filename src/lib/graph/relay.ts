/**
 * One account laid out anew inside of a drawing, because what is in it changed: its corner stays, it grows where there is
 * room, and of all arrangements that fit the one stays in which the fewest things move.
 */
import { withTab } from './cell-box.ts';
import type { Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import { STACK_GAP, UNIT_PAD, rise } from './geometry.ts';
import type { GraphBox, GraphNode } from './graph.ts';
import { toLanes } from './lanes.ts';
import { COLUMN_HEIGHTS, inOrder, toBox } from './layout.ts';
import { level } from './level.ts';
import type { Parents } from './nest.ts';
import { toRoom, type Group } from './room.ts';
import type { BoxSketch, Sketch } from './sketch.ts';
import { tangle } from './tangle.ts';
import { roomTile, type Tile } from './tile.ts';

export interface Relaid {
  readonly box: GraphBox;
  readonly nodes: readonly GraphNode[];
}

/** What a pixel counts that stands in the way of others, and one by which the account grows. */
const COLLIDES = 50;
const GROWS = 0.5;
/** And two lines that cross. */
const CROSSES = 30;

/** What stands in an account, layer by layer. */
type Layers = readonly (readonly Group[])[];

/**
 * @param orders its layers, in each order that they may be told in
 * @param old the account as it stood
 * @param room how large it may become without touching anything
 * @param stay middles of all nodes outside of it, by id
 * @param was middles of the nodes inside of it, as far as they were there before
 */
export function relay(
  box: BoxSketch,
  orders: readonly Layers[],
  sketch: Sketch,
  around: {
    readonly old: Rectangle;
    readonly room: { readonly width: number; readonly height: number };
    readonly stay: ReadonlyMap<string, Point>;
    readonly was: ReadonlyMap<string, Point>;
  }
): Relaid {
  const { old, room, stay, was } = around;
  const up = rise(box.kind);
  let best: Relaid | null = null;
  let least = Infinity;
  for (const tile of orders.flatMap((layers) => tilesOf(box, layers))) {
    const width = Math.max(old.width, tile.width);
    const height = Math.max(old.height, tile.height - up);
    const place = { tile, x: old.x, y: old.y - up, width, height: height + up };
    const beyond = Math.max(0, width - room.width) + Math.max(0, height - room.height);
    const growth = width - old.width + (height - old.height);
    const cost = COLLIDES * beyond + GROWS * growth;
    if (cost >= least) continue;
    const lanes = toLanes(place, sketch.edges);
    const { blocks, ways } = level(lanes, sketch.edges, stay);
    const nodes = inOrder(sketch, blocks);
    const total = cost + movement(nodes, was) + CROSSES * tangle(nodes, sketch.edges, ways).crossings;
    const [made] = total < least ? toBox(place) : [];
    if (!made) continue;
    least = total;
    best = { box: made, nodes };
  }
  return best ?? { box: { ...box, ...old, roof: [], floor: [] }, nodes: [] };
}

/** Every arrangement once. */
function tilesOf(box: BoxSketch, layers: Layers): readonly Tile[] {
  const tiles = new Map<string, Tile>();
  for (const height of COLUMN_HEIGHTS) {
    for (const tuck of ['stack', 'wide'] as const) {
      const room = toRoom(layers, tuck, height);
      const key = `${tuck} ${room.columns.map(({ blocks }) => blocks.length).join(' ')}`;
      if (!tiles.has(key)) tiles.set(key, roomTile(box, room));
    }
  }
  return [...tiles.values()];
}

/** How far the nodes that were there before move, on average. */
function movement(nodes: readonly GraphNode[], was: ReadonlyMap<string, Point>): number {
  const far = nodes.flatMap(({ id, x, y }) => {
    const before = was.get(id);
    return before ? [Math.hypot(x - before.x, y - before.y)] : [];
  });
  return far.length === 0 ? 0 : far.reduce((sum, one) => sum + one, 0) / far.length;
}

/** How large a box may become to the right and down before it, or what it stands in, touches another one. */
export function roomFor(
  box: GraphBox,
  boxes: readonly GraphBox[],
  parents: Parents
): { readonly width: number; readonly height: number } {
  const own = chainOf(box.id, parents);
  let [width, height] = [Infinity, Infinity];
  for (const other of boxes) {
    const chain = chainOf(other.id, parents);
    if (own.includes(other.id) || chain.includes(box.id)) continue;
    const walls = own.filter((id) => !chain.includes(id)).length - 1; // that lie between the two
    const area = withTab(other);
    const gap = STACK_GAP + walls * (UNIT_PAD + rise(other.kind));
    const isRight =
      area.x >= box.x + box.width && area.y < box.y + box.height + gap && area.y + area.height > box.y - gap;
    const isBelow =
      area.y >= box.y + box.height && area.x < box.x + box.width + gap && area.x + area.width > box.x - gap;
    if (isRight) width = Math.min(width, area.x - gap - box.x);
    if (isBelow) height = Math.min(height, area.y - gap - box.y);
  }
  return { width: Math.max(width, box.width), height: Math.max(height, box.height) };
}

/** A box and all around it, from the inside out. */
function chainOf(id: string, parents: Parents): readonly string[] {
  const parent = parents.get(id) ?? null;
  return parent === null ? [id] : [id, ...chainOf(parent, parents)];
}
