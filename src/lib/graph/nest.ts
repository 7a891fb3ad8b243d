/** Boxes in boxes after some of them moved or grew: siblings keep apart, and who holds others is as large as they want. */
import { withTab } from './cell-box.ts';
import { ANYWHERE, boundsOf } from './free-spot.ts';
import { STACK_GAP, TAB_INSET, UNIT_PAD, rise, tabWidth } from './geometry.ts';
import type { GraphBox } from './graph.ts';
import { makeRoom } from './make-room.ts';
import { movedBox } from './move.ts';
import type { Pins } from './pins.ts';

/** The box around each box; null for the outermost. */
export type Parents = ReadonlyMap<string, string | null>;

/**
 * Every box where it stands in the end.
 *
 * @param boxes outer before inner, accounts at the size they want
 * @param before the same boxes in a drawing in which nothing overlaps
 * @param pins where somebody put accounts: they move last
 * @param isTight whether a box around pinned ones is no larger than they want
 */
export function nest(
  boxes: readonly GraphBox[],
  before: readonly GraphBox[],
  parents: Parents,
  pins: Pins,
  isTight = true
): readonly GraphBox[] {
  const old = new Map(before.map((box) => [box.id, box]));
  const placed = new Map(boxes.map((box) => [box.id, pinTo(box, pins)]));
  const children = childrenOf(boxes, parents);
  for (const parent of [...boxes.map(({ id }) => id).reverse(), null]) {
    const own = (children.get(parent) ?? []).flatMap((id) => placed.get(id) ?? []);
    if (own.every((box) => isSame(box, old.get(box.id)))) continue;
    const order = new Map([...pins.keys()].map((id, place) => [id, place]));
    const isFirm = (id: string): boolean =>
      pins.has(id) || (children.get(id) ?? []).some((child) => isFirm(child));
    const groups = own.map((box) => ({ id: box.id, parts: [withTab(box)], isFirm: isFirm(box.id) }));
    groups.sort((a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity) || 0);
    for (const [id, shift] of makeRoom(groups, [], STACK_GAP, ANYWHERE)) {
      for (const inner of [id, ...within(id, children)]) {
        const box = placed.get(inner);
        if (box) placed.set(inner, movedBox(box, shift));
      }
    }
    const holder = parent === null ? undefined : placed.get(parent);
    const inside = own.flatMap(({ id }) => placed.get(id) ?? []);
    if (holder) placed.set(holder.id, around(holder, inside, isTight && own.some(({ id }) => isFirm(id))));
  }
  return boxes.map((box) => placed.get(box.id) ?? box);
}

function pinTo(box: GraphBox, pins: Pins): GraphBox {
  const pin = box.kind === 'account' ? pins.get(box.id) : undefined;
  return movedBox(box, pin && { x: pin.x - box.x, y: pin.y - box.y });
}

function isSame(a: GraphBox, b: GraphBox | undefined): boolean {
  return b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function childrenOf(
  boxes: readonly GraphBox[],
  parents: Parents
): ReadonlyMap<string | null, readonly string[]> {
  const children = new Map<string | null, string[]>();
  for (const { id } of boxes) {
    const parent = parents.get(id) ?? null;
    const list = children.get(parent);
    if (list) list.push(id);
    else children.set(parent, [id]);
  }
  return children;
}

/** Everything inside, at any depth. */
function within(id: string, children: ReadonlyMap<string | null, readonly string[]>): readonly string[] {
  return (children.get(id) ?? []).flatMap((child) => [child, ...within(child, children)]);
}

/** A box that holds others, around them; wide enough for its own title. It shrinks only where somebody moved things. */
function around(box: GraphBox, inside: readonly GraphBox[], isTight: boolean): GraphBox {
  const content = boundsOf(inside.map(withTab));
  const top = rise(box.kind) + 4;
  const frame = {
    x: content.x - UNIT_PAD,
    y: content.y - top,
    width: Math.max(content.width + 2 * UNIT_PAD, tabWidth(box) + 2 * TAB_INSET),
    height: content.height + top + UNIT_PAD
  };
  return { ...box, ...(isTight ? frame : boundsOf([box, frame])) };
}
