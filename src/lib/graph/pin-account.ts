/** The inside of one account when some of its nodes have places of their own: the others give way, the walls yield. */
import { cellBox } from './cell-box.ts';
import { boundsOf, type Area } from './free-spot.ts';
import { rise } from './geometry.ts';
import type { GraphBox, GraphNode } from './graph.ts';
import { makeRoom } from './make-room.ts';
import { moved } from './move.ts';
import type { Pins } from './pins.ts';

/** Between two identities with what hangs on them. */
const GAP = 8;
/** Between the walls and what stands inside. */
const PAD = 6;

/**
 * The account at its own corner, as large as it has to be, and its nodes. A policy without a place of its own goes
 * with its identity.
 */
export function arrangeAccount(
  box: GraphBox,
  nodes: readonly GraphNode[],
  owners: ReadonlyMap<string, string>,
  pins: Pins
): { readonly box: GraphBox; readonly nodes: readonly GraphNode[] } {
  if (!nodes.some(({ id }) => pins.has(id))) return { box, nodes };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const placed = nodes.map((node) => {
    const [own, head] = [pins.get(node.id), byId.get(headOf(node, byId, owners, pins))];
    const pin = own ?? (head && pins.get(head.id));
    const from = own ? node : head;
    return pin && from ? moved(node, { x: box.x + pin.x - from.x, y: box.y + pin.y - from.y }) : node;
  });
  const groups = groupsOf(placed, (node) => headOf(node, byId, owners, pins), pins);
  const shifts = makeRoom(groups, [], GAP, insideOf(box));
  const settled = placed.map((node) => moved(node, shifts.get(headOf(node, byId, owners, pins))));
  return { box: grown(box, boundsOf(settled.map(cellBox))), nodes: settled };
}

/** Whom a node goes with: itself, or for a policy without a place of its own the identity it hangs on. */
function headOf(
  { id }: GraphNode,
  byId: ReadonlyMap<string, GraphNode>,
  owners: ReadonlyMap<string, string>,
  pins: Pins
): string {
  const owner = owners.get(id);
  return owner !== undefined && byId.has(owner) && !pins.has(id) ? owner : id;
}

/** Who somebody put somewhere comes in the order of the pins: the place asked for first is had first. */
function groupsOf(nodes: readonly GraphNode[], headOf: (node: GraphNode) => string, pins: Pins) {
  const heads = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const members = heads.get(headOf(node));
    if (members) members.push(node);
    else heads.set(headOf(node), [node]);
  }
  const firm = [...pins.keys()].filter((id) => heads.has(id));
  const rest = [...heads.keys()].filter((id) => !pins.has(id));
  return [...firm, ...rest].map((id) => ({
    id,
    parts: (heads.get(id) ?? []).map(cellBox),
    isFirm: pins.has(id)
  }));
}

/** Where nodes may stand. */
export function insideOf({ kind, x, y, width, height, roof, floor }: GraphBox): Area {
  return {
    left: x + PAD,
    top: Math.max(y + rise(kind) + 2, ...roof.map((band) => band.y + band.height)) + PAD,
    right: x + width - PAD,
    bottom: Math.min(y + height, ...floor.map((band) => band.y)) - PAD
  };
}

/** As large as its content wants, never smaller than before; the floor goes down with the wall. */
export function grown(
  box: GraphBox,
  content: { x: number; y: number; width: number; height: number }
): GraphBox {
  const { right, bottom } = insideOf(box);
  const wider = Math.max(0, Math.ceil(content.x + content.width - right));
  const higher = Math.max(0, Math.ceil(content.y + content.height - bottom));
  if (wider === 0 && higher === 0) return box;
  return {
    ...box,
    width: box.width + wider,
    height: box.height + higher,
    floor: box.floor.map((band) => ({ ...band, y: band.y + higher }))
  };
}
