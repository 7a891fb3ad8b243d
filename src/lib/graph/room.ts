/** The inside of an account: its nodes in layers by kind and depth of trust, and the layers as columns. */
import { toBlock } from './block.ts';
import type { Block, Tuck } from './block.ts';
import { BLOCK_GAP, COLUMN_GAP } from './geometry.ts';
import { toRanks } from './rank.ts';
import type { Links } from './rank.ts';
import type { EdgeSketch, NodeSketch } from './sketch.ts';

/** An identity and its policies, tucked in every way: the same blocks serve all tries of a layout. */
export type Group = Readonly<Record<Tuck, Block>>;

export type Order = 'file' | 'reach';

export interface Column {
  readonly blocks: readonly Block[];
  readonly width: number;
  readonly height: number;
}

export interface Room {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
}

/** Deeper trust shares the last column: those who all trust each other would make a column each. */
const DEEPEST = 16;

const PEOPLE = new Set(['user', 'session', 'group', 'identityProvider', 'account', 'root']);

/**
 * Layers of one account's nodes, left to right: people, groups, roles by depth of trust, resources.
 *
 * @param order in a layer: as in the file, or who reaches farthest last, so that where it is split the lines of those
 *   have the fewest columns to cross
 */
export function toLayers(
  nodes: readonly NodeSketch[],
  edges: readonly EdgeSketch[],
  policies: ReadonlyMap<string, readonly NodeSketch[]>,
  order: Order = 'file'
): readonly (readonly Group[])[] {
  const heads = nodes.filter(({ kind }) => kind !== 'policy');
  const links = linksWithin(heads, edges);
  const inhabited = heads.some(({ kind }) => PEOPLE.has(kind));
  const ranks = toRanks(
    heads.map(({ kind }) => (kind === 'role' && inhabited ? 1 : 0)),
    links
  );
  const isResource = (index: number) => heads[index]?.kind === 'resource';
  const last = ranks.reduce((most, rank, index) => (isResource(index) ? most : Math.max(most, rank)), -1) + 1;
  const layers = new Map<number, Group[]>();
  const rankAt = (index: number) => (isResource(index) ? last : Math.min(ranks[index] ?? 0, DEEPEST));
  const reach = new Array<number>(heads.length).fill(0);
  for (const [from, to] of links) reach[from] = Math.max(reach[from] ?? 0, rankAt(to) - rankAt(from));
  const indices = [...heads.keys()];
  if (order === 'reach') indices.sort((a, b) => (reach[a] ?? 0) - (reach[b] ?? 0));
  for (const index of indices) {
    const head = heads[index];
    if (!head) continue;
    const rank = rankAt(index);
    const group = toGroup(head, policies.get(head.id) ?? []);
    const layer = layers.get(rank);
    if (layer) layer.push(group);
    else layers.set(rank, [group]);
  }
  return [...layers].sort(([a], [b]) => a - b).map(([, groups]) => groups);
}

function toGroup(head: NodeSketch, policies: readonly NodeSketch[]): Group {
  const [stack, wide] = [toBlock(head, policies, 'stack'), toBlock(head, policies, 'wide')];
  return { stack, wide };
}

function linksWithin(heads: readonly NodeSketch[], edges: readonly EdgeSketch[]): Links {
  const index = new Map(heads.map(({ id }, place) => [id, place]));
  return edges.flatMap(({ from, to }) => {
    const [a, b] = [index.get(from), index.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
}

/** Columns of an account; a layer higher than the budget is split into columns of about equal height. */
export function toRoom(layers: readonly (readonly Group[])[], tuck: Tuck, budget: number): Room {
  const columns = layers.flatMap((groups) => {
    const blocks = groups.map((group) => group[tuck]);
    return split(blocks, budget).map(toColumn);
  });
  const width =
    columns.reduce((sum, column) => sum + column.width, 0) + COLUMN_GAP * Math.max(0, columns.length - 1);
  return { columns, width, height: Math.max(0, ...columns.map(({ height }) => height)) };
}

function toColumn(blocks: readonly Block[]): Column {
  const width = blocks.reduce((most, block) => Math.max(most, block.width), 0);
  return { blocks, width, height: stackHeight(blocks) };
}

function stackHeight(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0) + BLOCK_GAP * Math.max(0, blocks.length - 1);
}

function split(blocks: readonly Block[], budget: number): readonly (readonly Block[])[] {
  const parts = Math.max(1, Math.ceil(stackHeight(blocks) / budget));
  const share = stackHeight(blocks) / parts;
  const columns: Block[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    const current = columns.at(-1);
    const isFull =
      current && current.length > 0 && (used + block.height > budget || used + block.height / 2 > share);
    if (!current || isFull) {
      columns.push([block]);
      used = block.height + BLOCK_GAP;
    } else {
      current.push(block);
      used += block.height + BLOCK_GAP;
    }
  }
  return columns;
}
