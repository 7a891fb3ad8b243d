/** What a key or a clicker asks for while a scenario is presented. */
import { isTyping, type KeyPress } from './keys.ts';
import type { TourCommand } from './tour-keys.ts';

export type PresentCommand = TourCommand | 'live' | 'redact';

/** By the key in small letters. Clickers send PageDown and PageUp, some the arrows up and down. */
const KEYS: Readonly<Record<string, PresentCommand>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
  n: 'note',
  r: 'live',
  h: 'redact'
};

/** What closes itself by Escape and walks by arrows. */
const LISTS = '[role="menu"], :popover-open';
/** What the space bar presses. */
const PRESSED = 'button, summary, a, [role="button"], [role="tab"]';

/** The command of a key press; null for a key that belongs to somebody else. */
export function toPresentCommand(press: KeyPress): PresentCommand | null {
  const { target } = press;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const command = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  if (command === undefined || isHeld(press, key)) return null;
  if (isTyping(target) || isIn(target, LISTS)) return null;
  return key === ' ' && isIn(target, PRESSED) ? null : command;
}

/** Whether something is held with it; Shift makes no other key of a letter. */
function isHeld({ altKey, ctrlKey, metaKey, shiftKey }: KeyPress, key: string): boolean {
  return altKey || ctrlKey || metaKey || (shiftKey && !/^[a-z]$/.test(key));
}

function isIn(target: EventTarget | null, owners: string): boolean {
  return target instanceof Element && target.closest(owners) !== null;
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
