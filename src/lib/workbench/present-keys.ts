/** What a key or a clicker asks for while a scenario is presented. */
import type { KeyPress } from './keys.ts';
import { toTourCommand, type TourCommand } from './tour-keys.ts';

export type PresentCommand = TourCommand | 'live' | 'redact';

/** Beside the keys of the walkthrough. */
const MORE: Readonly<Record<string, PresentCommand>> = {
  r: 'live',
  h: 'redact',
  ArrowDown: 'next',
  ArrowUp: 'back'
};

/** The command of a key press; null for a key that belongs to somebody else. */
export function toPresentCommand(press: KeyPress): PresentCommand | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const more = Object.hasOwn(MORE, key) ? MORE[key] : undefined;
  // An event's own properties are no copy of it.
  const { altKey, ctrlKey, metaKey, target } = press;
  const held = { altKey, ctrlKey, metaKey, target };
  if (more === undefined)
    return toTourCommand({ ...held, key: press.key, shiftKey: press.shiftKey && key !== 'n' });
  // Held keys and typing are told apart as for the walkthrough, by a key that it knows.
  return toTourCommand({ ...held, key: 'n', shiftKey: false }) === null ? null : more;
}

/** How large a text is said, so that the longest still fits a screen. */
export function sizeOf(say: string): 'short' | 'middle' | 'long' | 'longest' {
  if (say.length <= 120) return 'short';
  if (say.length <= 220) return 'middle';
  return say.length <= 420 ? 'long' : 'longest';
}

/** Where a tap leads: the left third of the screen back, the rest on. */
export function tapped(x: number, width: number): 'next' | 'back' {
  return x < width / 3 ? 'back' : 'next';
}
