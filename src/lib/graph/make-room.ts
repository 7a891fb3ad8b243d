/** Lets things keep their places as far as they do not cover each other; the firm come first and the others give way. */
import type { Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import { leastShift, touches, type Area } from './free-spot.ts';

/** What moves as one. */
export interface Group {
  readonly id: string;
  readonly parts: readonly Rectangle[];
  /** Whether somebody put it where it stands. */
  readonly isFirm: boolean;
}

const STAYS: Point = { x: 0, y: 0 };

/**
 * By id how far each has to move; who stays is not among them. Firm ones are asked first, in their order; of the rest
 * first those that are not in the way, then those that are.
 *
 * @param standing what does not move at all
 */
export function makeRoom(
  groups: readonly Group[],
  standing: readonly Rectangle[],
  gap: number,
  area: Area
): ReadonlyMap<string, Point> {
  const taken = [...standing];
  const shifts = new Map<string, Point>();
  const settle = ({ id, parts }: Group, shift: Point) => {
    taken.push(...parts.map((part) => ({ ...part, x: part.x + shift.x, y: part.y + shift.y })));
    if (shift.x !== 0 || shift.y !== 0) shifts.set(id, shift);
  };
  const move = (group: Group) => {
    settle(group, fits(group, taken, gap, area) ? STAYS : leastShift(group.parts, taken, gap, area));
  };
  groups.filter(({ isFirm }) => isFirm).forEach(move);
  const firm = [...taken];
  const [easy, displaced] = parted(
    groups.filter(({ isFirm }) => !isFirm),
    (group) => fits(group, firm, gap, area)
  );
  for (const group of easy) move(group);
  displaced.forEach(move);
  return shifts;
}

function fits({ parts }: Group, taken: readonly Rectangle[], gap: number, area: Area): boolean {
  return parts.every(
    (part) =>
      part.x >= area.left - 0.5 &&
      part.y >= area.top - 0.5 &&
      taken.every((other) => !touches(part, other, gap))
  );
}

function parted<Item>(items: readonly Item[], test: (item: Item) => boolean): readonly [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
