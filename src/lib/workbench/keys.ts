/** What a key asks for on the main screen. Nothing fires while somebody types or walks a tree or a list. */
import { COMMAND_IDS, entryOf, type CommandId } from './commands.ts';

export type Command = 'next' | 'back' | 'nextLayer' | 'backLayer' | 'first' | 'last' | 'deeper' | 'shallower';

/** The parts of a keyboard event that count. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly target: EventTarget | null;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowLeft: 'back',
  Home: 'first',
  End: 'last',
  ']': 'deeper',
  '[': 'shallower'
};

const BY_LAYER: Readonly<Record<string, Command>> = { ArrowRight: 'nextLayer', ArrowLeft: 'backLayer' };

/** Where arrow keys belong to what has the focus. */
const OWNERS =
  'input, select, textarea, [contenteditable], [role="tree"], [role="listbox"], [role="application"], dialog';

/** What has an undo of its own. */
const FIELDS = 'input, textarea, [contenteditable]';

/** The command of a key press; null for a key that means nothing here. */
export function toCommand(press: KeyPress): Command | null {
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  if (isOwned(press.target, OWNERS)) return null;
  // In a box that scrolls, Home and End are the box's.
  if ((press.key === 'Home' || press.key === 'End') && isOwned(press.target, '[role="region"]')) return null;
  return (press.shiftKey ? BY_LAYER[press.key] : undefined) ?? COMMANDS[press.key] ?? null;
}

/** Whether a key belongs to what has the focus, e.g. a field one types in. */
export function isTyping(target: EventTarget | null): boolean {
  return isOwned(target, OWNERS);
}

function isOwned(target: EventTarget | null, owners: string): boolean {
  return target instanceof Element && target.closest(owners) !== null;
}

/** The command of the main screen that a key press asks for; null for a key that is somebody else's. */
export function toCommandId(press: KeyPress): CommandId | null {
  const chord = toChord(press);
  const id = COMMAND_IDS.find((each) => entryOf(each).keys.includes(chord)) ?? null;
  if (id === null) return null;
  if (chord.startsWith('Mod+')) return isOwned(press.target, FIELDS) ? null : id;
  if (isOwned(press.target, OWNERS)) return null;
  return (press.key === 'Home' || press.key === 'End') && isOwned(press.target, '[role="region"]')
    ? null
    : id;
}

/** A key press as the table of commands writes it: `Shift+ArrowRight`, `Mod+z`, `b`. */
export function toChord({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): string {
  // Shift that only makes another character of a key is that character's.
  const isNamed = key.length > 1 || /^[a-z]$/i.test(key);
  const name = key === ' ' ? 'Space' : /^[a-z]$/i.test(key) && ctrlKey ? key.toLowerCase() : key;
  const held = [ctrlKey || metaKey ? 'Mod+' : '', altKey ? 'Alt+' : '', shiftKey && isNamed ? 'Shift+' : ''];
  return `${held.join('')}${name}`;
}
