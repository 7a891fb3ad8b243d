/** What a key or a clicker asks for while a walkthrough is shown, and which scene that leads to. */
import { isTyping, type KeyPress } from './keys.ts';

export type TourCommand = 'next' | 'back' | 'first' | 'last' | 'leave' | 'note';

/** Clickers send PageDown and PageUp. */
const COMMANDS: Readonly<Record<string, TourCommand>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
  n: 'note',
  N: 'note'
};

/** What closes itself by Escape and walks by arrows. */
const LISTS = '[role="menu"], :popover-open';
/** What the space bar presses. */
const PRESSED = 'button, summary, a, [role="button"], [role="tab"]';

/** The command of a key press; null for a key that belongs to somebody else. */
export function toTourCommand(press: KeyPress): TourCommand | null {
  // Each by its name: what an event has stands on its prototype, where rest and spread do not find it.
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = press;
  const command = Object.hasOwn(COMMANDS, key) ? COMMANDS[key] : undefined;
  if (command === undefined || altKey || ctrlKey || metaKey) return null;
  // Shift and an arrow walk the stops of the request, also in a tour.
  if (shiftKey && key !== 'N') return null;
  if (isTyping(target) || isIn(target, LISTS)) return null;
  return key === ' ' && isIn(target, PRESSED) ? null : command;
}

function isIn(target: EventTarget | null, owners: string): boolean {
  return target instanceof Element && target.closest(owners) !== null;
}

/** The scene a command leads to; null where there is none: at the ends, and for commands that stay. */
export function sceneAfter(command: TourCommand, index: number, count: number): number | null {
  const to = { next: index + 1, back: index - 1, first: 0, last: count - 1, leave: index, note: index }[
    command
  ];
  return to === index || to < 0 || to >= count ? null : to;
}
