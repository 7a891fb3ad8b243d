/** Where a command leads from here: the next frame, the next stop, another level of detail. Changes nothing itself. */
import { DETAILS, type Detail, type Frame } from '../explain/frame.ts';
import type { Command } from './keys.ts';

export interface Standing {
  readonly frames: readonly Frame[];
  readonly index: number;
  /** Places at which another stop begins. */
  readonly layers: readonly number[];
  readonly detail: Detail;
}

export interface Move {
  /** Id of a frame. */
  readonly step: string | null;
  readonly detail: Detail;
}

/** Null for a command that leads nowhere from here. */
export function toMove(command: Command, at: Standing): Move | null {
  if (command === 'deeper' || command === 'shallower') {
    const detail = DETAILS[DETAILS.indexOf(at.detail) + (command === 'deeper' ? 1 : -1)];
    return detail ? { step: at.frames[at.index]?.id ?? null, detail } : null;
  }
  const frame = at.frames[toPlace(command, at)];
  return frame ? { step: frame.id, detail: at.detail } : null;
}

function toPlace(
  command: Exclude<Command, 'deeper' | 'shallower'>,
  { frames, index, layers }: Standing
): number {
  const end = frames.length - 1;
  switch (command) {
    case 'next':
      return Math.min(index + 1, end);
    case 'back':
      return Math.max(index - 1, 0);
    case 'nextLayer':
      return layers.find((place) => place > index) ?? end;
    case 'backLayer':
      return layers.findLast((place) => place < index) ?? 0;
    case 'first':
      return 0;
    case 'last':
      return end;
  }
}

/** Ids of the frames up to and with this one. */
export function toPassed(frames: readonly Frame[], index: number): ReadonlySet<string> {
  return new Set(frames.slice(0, index + 1).map((frame) => frame.id));
}

/** The next place of a ring, or the one before; from nowhere to its beginning or end. NaN for an empty one. */
export function toPlaceOf(place: number, by: 1 | -1, count: number): number {
  return place < 0 ? (by > 0 ? 0 : count - 1) : (place + by + count) % count;
}
