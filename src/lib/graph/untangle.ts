/**
 * Exchanges what stands above each other in a lane, nodes and the ways kept between them, so that lines cross less often. An
 * exchange that makes it worse is taken too at first and ever less (threshold accepting): few tangles come off in one go.
 */
import type { Block } from './block.ts';
import type { Lane, Levelled } from './level.ts';
import type { EdgeSketch } from './sketch.ts';
import { tangleOf, type Line } from './tangle.ts';

/** Exchanges tried. */
const TURNS = 700;
/** By how much an exchange may make it worse at first; a crossing is one. */
const SLACK = 1.5;
/** Of equally good ones the first stays. */
const GAIN = 1e-9;

interface Spot {
  x: number;
  y: number;
}

/** A block or the way of an edge. Model units. */
interface Item {
  top: number;
  readonly height: number;
  /** What moves with it, and how far below its top. */
  readonly spots: readonly { readonly spot: Spot; readonly down: number }[];
}

/** Pure and deterministic. Time O(turns × lines²). */
export function untangled(
  lanes: readonly Lane[],
  levelled: Levelled,
  edges: readonly EdgeSketch[]
): Levelled {
  const board = new Board(lanes, levelled, edges);
  const columns = board.columns.filter(({ length }) => length > 1);
  let { cost } = tangleOf(board.lines);
  let [least, best] = [cost, board.levelled()];
  let chance = 1;
  /** Below a number, evenly enough (Lehmer's generator), and the same every time. */
  const draw = (below: number) => (chance = (chance * 48271) % 2147483647) % below;
  for (let turn = 0; turn < TURNS && columns.length > 0; turn++) {
    const column = columns[draw(columns.length)] ?? [];
    const at = draw(column.length - 1);
    swap(column, at);
    const found = tangleOf(board.lines).cost;
    if (found > cost + SLACK * (1 - turn / TURNS)) {
      swap(column, at);
      continue;
    }
    cost = found;
    if (cost < least - GAIN) [least, best] = [cost, board.levelled()];
  }
  return best;
}

/** An item and the one below it trade places, between the same ends. */
function swap(column: Item[], at: number): void {
  const [upper, lower] = [column[at], column[at + 1]];
  if (!upper || !lower) return;
  const [top, bottom] = [upper.top, lower.top + lower.height];
  move(lower, top);
  move(upper, bottom - upper.height);
  column[at] = lower;
  column[at + 1] = upper;
}

function move(item: Item, top: number): void {
  item.top = top;
  for (const { spot, down } of item.spots) spot.y = top + down;
}

/** An arrangement whose things can be moved, and the lines that move with them. */
class Board {
  readonly columns: readonly Item[][];
  readonly lines: readonly Line[];
  readonly #blocks: readonly (readonly [Block, Item, x: number])[];
  readonly #ways: readonly (readonly [id: string, way: readonly Spot[]])[];

  constructor(lanes: readonly Lane[], { blocks, ways }: Levelled, edges: readonly EdgeSketch[]) {
    const nodes = new Map<string, Spot>();
    const items = lanes.map((lane) =>
      lane.blocks.map(
        (block) => [block, itemOf(block, blocks.get(block)?.top ?? lane.top, lane.x, nodes)] as const
      )
    );
    this.#ways = [...ways].map(([id, way]) => [id, way.map(({ x, y }) => ({ x, y }))] as const);
    const all = this.#ways.flatMap(([, way]) => way);
    this.#blocks = lanes.flatMap(({ x }, index) =>
      (items[index] ?? []).map(([block, item]) => [block, item, x] as const)
    );
    this.columns = lanes.map(({ x, top, bottom }, index) => {
      const own = all.filter((spot) => spot.x === x && spot.y >= top && spot.y <= bottom);
      const column = [...(items[index] ?? []).map(([, item]) => item), ...own.map(wayItem)];
      return column.sort((a, b) => a.top - b.top);
    });
    const led = new Map(this.#ways);
    this.lines = edges.flatMap(({ id, kind, from, to }): readonly Line[] => {
      const [a, b] = [nodes.get(from), nodes.get(to)];
      if (!a || !b || kind === 'attachment') return [];
      return [{ from, to, points: [a, ...(led.get(id) ?? []), b] }];
    });
  }

  levelled(): Levelled {
    return {
      blocks: new Map(this.#blocks.map(([block, { top }, x]) => [block, { x, top }])),
      ways: new Map(this.#ways.map(([id, way]) => [id, way.map(({ x, y }) => ({ x, y }))]))
    };
  }
}

function itemOf(block: Block, top: number, x: number, nodes: Map<string, Spot>): Item {
  const spots = block.members.map(({ cell, dx, dy }) => {
    const down = dy + cell.drop;
    const spot = { x: x + dx, y: top + down };
    nodes.set(cell.node.id, spot);
    return { spot, down };
  });
  return { top, height: block.height, spots };
}

/** Height of the room kept for a way: see level.ts. */
const WAY = 4;

function wayItem(spot: Spot): Item {
  return { top: spot.y - WAY / 2, height: WAY, spots: [{ spot, down: WAY / 2 }] };
}
