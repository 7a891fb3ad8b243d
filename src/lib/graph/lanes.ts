/** The columns of an account as lanes: where they stand, and where the spare width goes. */
import { COLUMN_GAP } from './geometry.ts';
import type { Lane } from './level.ts';
import type { Column } from './room.ts';
import type { EdgeSketch } from './sketch.ts';
import { padsOf, type TilePlace } from './tile.ts';

/** How much more of the spare width a gap gets for every line with a key that crosses it. */
const FOR_KEY = 1.5;
const MOST_FOR_KEYS = 4;

/** The columns of an account as lanes with an x and bounds. Spare width goes between them, most to where keys are told. */
export function toLanes(
  { tile, x, y, width, height }: TilePlace,
  edges: readonly EdgeSketch[]
): readonly Lane[] {
  const { room, box } = tile;
  if (!room) return [];
  const { side, top, bottom } = padsOf(box);
  const spare = Math.max(0, width - 2 * side - room.width);
  const shares = sharesOf(room.columns, edges);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let left = x + side + (spare * (shares[0] ?? 0)) / whole;
  return room.columns.map((column, index) => {
    const lane = {
      x: left + column.width / 2,
      top: y + top,
      bottom: y + height - bottom,
      blocks: column.blocks
    };
    left += column.width + COLUMN_GAP + (spare * (shares[index + 1] ?? 0)) / whole;
    return lane;
  });
}

/** The lines that carry conditions. */
export function keyed(edges: readonly EdgeSketch[]): readonly EdgeSketch[] {
  return edges.filter(({ conditions }) => conditions.length > 0);
}

/** Of the margin, each gap between two columns, and the other margin: how much of the spare width they get. */
function sharesOf(columns: readonly Column[], edges: readonly EdgeSketch[]): readonly number[] {
  const columnOf = new Map(
    columns.flatMap(({ blocks }, index) =>
      blocks.flatMap(({ members }) => members.map(({ cell }) => [cell.node.id, index] as const))
    )
  );
  const shares = [0.5, ...columns.slice(1).map(() => 1), 0.5];
  for (const { from, to, conditions } of edges) {
    const [a, b] = [columnOf.get(from), columnOf.get(to)];
    if (conditions.length === 0 || a === undefined || b === undefined) continue;
    for (let gap = Math.min(a, b) + 1; gap <= Math.max(a, b); gap++) {
      shares[gap] = Math.min(1 + MOST_FOR_KEYS, (shares[gap] ?? 1) + FOR_KEY / Math.abs(a - b));
    }
  }
  return shares;
}
