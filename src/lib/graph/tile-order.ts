/** Which box stands left of which: what is trusted left, what trusts it right, ties by file order. */
import { STACK_GAP } from './geometry.ts';
import { toRanks } from './rank.ts';
import { toLayers } from './room.ts';
import type { Group, Order } from './room.ts';
import { ownersOf, type BoxSketch, type EdgeSketch, type NodeSketch, type Sketch } from './sketch.ts';

/** What the layout needs to know of a sketch, whatever the budgets. */
export interface Flow {
  /** By box id; null for the outermost and for what stands outside. */
  readonly children: ReadonlyMap<string | null, readonly BoxSketch[]>;
  readonly layers: ReadonlyMap<string | null, readonly (readonly Group[])[]>;
  /** Rank of each box among its siblings; null for one that no edge ties to a sibling. */
  readonly ranks: ReadonlyMap<string, number | null>;
  /** Outermost boxes that something outside of every account is tied to. */
  readonly entered: ReadonlySet<string>;
}

/**
 * @param deep whether a role that is passed stands right of the one that passes it; else they share a column,
 *   which is narrower
 * @param order see toLayers
 */
export function toFlow(sketch: Sketch, deep: boolean, order: Order = 'file'): Flow {
  const children = groupBy(sketch.boxes, ({ parent }) => parent);
  const inside = groupBy(sketch.nodes, ({ box }) => box);
  const policies = policiesOf(sketch);
  const edges = groupBy(innerEdges(sketch, deep), ({ box }) => box);
  const layers = new Map<string | null, readonly (readonly Group[])[]>();
  for (const [box, nodes] of inside) {
    const own = (edges.get(box) ?? []).map(({ edge }) => edge);
    layers.set(box, toLayers(nodes, own, policies, order));
  }
  return { children, layers, ranks: boxRanks(sketch, children), entered: enteredIn(sketch) };
}

/** What stands above one of these would come in through its roof. */
function enteredIn(sketch: Sketch): ReadonlySet<string> {
  const chains = ancestry(sketch);
  const outermost = new Map(
    sketch.nodes.map(({ id, box }) => [id, box === null ? null : (chains.get(box)?.[0] ?? box)])
  );
  const entered = sketch.edges.flatMap(({ from, to }) => {
    const [a, b] = [outermost.get(from) ?? null, outermost.get(to) ?? null];
    return a === null || b === null ? [a ?? b ?? []].flat() : [];
  });
  return new Set(entered);
}

/** Each policy belongs to the first identity it hangs on. */
function policiesOf(sketch: Sketch): ReadonlyMap<string, readonly NodeSketch[]> {
  const byId = new Map(sketch.nodes.map((node) => [node.id, node]));
  const owned = new Map<string, NodeSketch[]>();
  for (const [policy, identity] of ownersOf(sketch)) {
    const node = byId.get(policy);
    const list = owned.get(identity);
    if (node && list) list.push(node);
    else if (node) owned.set(identity, [node]);
  }
  return owned;
}

function innerEdges(
  sketch: Sketch,
  deep: boolean
): readonly { readonly box: string | null; readonly edge: EdgeSketch }[] {
  const boxOf = new Map(sketch.nodes.map(({ id, box }) => [id, box]));
  return sketch.edges.flatMap((edge) => {
    const box = boxOf.get(edge.from) ?? null;
    if (edge.kind === 'attachment' || (edge.kind === 'pass' && !deep)) return [];
    return box === (boxOf.get(edge.to) ?? null) ? [{ box, edge }] : [];
  });
}

function boxRanks(sketch: Sketch, children: Flow['children']): ReadonlyMap<string, number | null> {
  const places = new Map<string, number>();
  for (const siblings of children.values()) siblings.forEach(({ id }, place) => places.set(id, place));
  const links = linksBySiblings(sketch, places);
  const ranks = new Map<string, number | null>();
  for (const [parent, siblings] of children) {
    const pairs = links.get(parent) ?? [];
    const tied = new Set(pairs.flat());
    const found = toRanks(
      siblings.map(() => 0),
      pairs
    );
    siblings.forEach(({ id }, place) => ranks.set(id, tied.has(place) ? (found[place] ?? 0) : null));
  }
  return ranks;
}

/** For every parent, the pairs of its children (by place) that edges tie. */
function linksBySiblings(
  sketch: Sketch,
  places: ReadonlyMap<string, number>
): ReadonlyMap<string | null, [number, number][]> {
  const chains = ancestry(sketch);
  // Lines that end at a folded account end at its box.
  const chainOf = new Map(chains);
  for (const { id, box } of sketch.nodes) chainOf.set(id, chains.get(box ?? '') ?? []);
  const links = new Map<string | null, [number, number][]>();
  for (const { from, to } of sketch.edges) {
    const fork = forkOf(chainOf.get(from) ?? [], chainOf.get(to) ?? []);
    if (!fork) continue;
    const pair: [number, number] = [places.get(fork.from) ?? 0, places.get(fork.to) ?? 0];
    const list = links.get(fork.parent);
    if (list) list.push(pair);
    else links.set(fork.parent, [pair]);
  }
  return links;
}

/** Ids from the outermost box to the box itself. */
function ancestry({ boxes }: Sketch): ReadonlyMap<string, readonly string[]> {
  const chains = new Map<string, readonly string[]>();
  for (const { id, parent } of boxes)
    chains.set(id, [...(parent === null ? [] : (chains.get(parent) ?? [])), id]);
  return chains;
}

/** Where two chains part: the siblings an edge ties. Null within one box, and when an end is outside. */
function forkOf(
  from: readonly string[],
  to: readonly string[]
): { readonly parent: string | null; readonly from: string; readonly to: string } | null {
  const depth = from.findIndex((id, index) => id !== to[index]);
  const [a, b] = [from[depth], to[depth]];
  return a === undefined || b === undefined ? null : { parent: from[depth - 1] ?? null, from: a, to: b };
}

interface Sized {
  readonly height: number;
}

/**
 * Siblings as columns: each rank starts a new one, a column higher than the budget goes on in the next. Boxes
 * that no edge ties to a sibling fill the columns that have room, then columns at the right.
 */
export function rankedColumns<Tile extends Sized>(
  flow: Flow,
  parent: string | null,
  tiles: ReadonlyMap<string, Tile>,
  budget: number
): readonly (readonly Tile[])[] {
  const columns: { readonly rank: number; readonly tiles: Tile[]; height: number }[] = [];
  const put = (tile: Tile, rank: number | null) => {
    const fits = columns.find(
      (column) => (rank === null || column.rank === rank) && column.height + STACK_GAP + tile.height <= budget
    );
    if (fits) {
      fits.tiles.push(tile);
      fits.height += STACK_GAP + tile.height;
    } else {
      columns.push({ rank: rank ?? Number.MAX_SAFE_INTEGER, tiles: [tile], height: tile.height });
    }
  };
  const siblings = flow.children.get(parent) ?? [];
  const tied = siblings.flatMap(({ id }) => {
    const rank = flow.ranks.get(id) ?? null;
    return rank === null ? [] : [{ id, rank }];
  });
  const free = siblings.filter(({ id }) => (flow.ranks.get(id) ?? null) === null);
  for (const { id, rank } of tied.sort((a, b) => a.rank - b.rank)) {
    const tile = tiles.get(id);
    if (tile) put(tile, rank);
  }
  for (const { id } of free) {
    const tile = tiles.get(id);
    if (tile) put(tile, null);
  }
  return columns.map((column) => column.tiles);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
