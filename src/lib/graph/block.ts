/** An identity with the policies tucked around it: what a column is stacked from. */
import { toCell } from './cell.ts';
import type { Cell } from './cell.ts';
import type { NodeSketch } from './sketch.ts';

/** Between an identity and its policies. */
const TUCK_Y = 9;
const TUCK_X = 12;

export interface BlockMember {
  readonly cell: Cell;
  /** Centre of the cell from the block's centre line. */
  readonly dx: number;
  /** Top of the cell from the block's top. */
  readonly dy: number;
}

export interface Block {
  /** Id of the identity, or of the lone node. */
  readonly id: string;
  readonly members: readonly BlockMember[];
  readonly width: number;
  readonly height: number;
  /** From the block's top to the centre of the identity's shape. */
  readonly drop: number;
}

/** `stack`: the first policy below, the second above. `wide`: from the second on, two beside each other below. */
export type Tuck = 'stack' | 'wide';

export function toBlock(node: NodeSketch, policies: readonly NodeSketch[], tuck: Tuck): Block {
  const head = toCell(node);
  const cells = policies.map(toCell);
  const [first, second] = cells;
  if (cells.length <= 1) return column(head, [], first ? [first] : []);
  if (tuck === 'stack' && cells.length === 2 && first && second) return column(head, [second], [first]);
  return grid(head, cells);
}

function column(head: Cell, above: readonly Cell[], below: readonly Cell[]): Block {
  const members: BlockMember[] = [];
  let dy = 0;
  let drop = 0;
  for (const cell of [...above, head, ...below]) {
    members.push({ cell, dx: 0, dy });
    if (cell === head) drop = dy + cell.drop;
    dy += cell.height + TUCK_Y;
  }
  const width = Math.max(...members.map(({ cell }) => cell.width));
  return { id: head.node.id, members, width, height: dy - TUCK_Y, drop };
}

/** The head above two columns of policies: every line to a policy finds a way between the others. */
function grid(head: Cell, cells: readonly Cell[]): Block {
  const wide = cells.reduce((most, { width }) => Math.max(most, width), 0);
  const members: BlockMember[] = [{ cell: head, dx: 0, dy: 0 }];
  let dy = head.height + TUCK_Y;
  for (let i = 0; i < cells.length; i += 2) {
    const row = cells.slice(i, i + 2);
    row.forEach((cell, side) => {
      members.push({ cell, dx: ((side === 0 ? -1 : 1) * (wide + TUCK_X)) / 2, dy });
    });
    dy += Math.max(...row.map(({ height }) => height)) + TUCK_Y;
  }
  const width = Math.max(head.width, 2 * wide + TUCK_X);
  return { id: head.node.id, members, width, height: dy - TUCK_Y, drop: head.drop };
}
