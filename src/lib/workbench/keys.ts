/** What a key asks for on the main screen. Nothing fires while somebody types or walks a tree or a list. */

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

/** Whether a key press asks what would change the decision. */
export function asksWhatIf(press: KeyPress): boolean {
  if (press.altKey || press.ctrlKey || press.metaKey || isOwned(press.target, OWNERS)) return false;
  return press.key === 'w' || press.key === 'W';
}

/** Whether a key belongs to what has the focus, e.g. a field one types in. */
export function isTyping(target: EventTarget | null): boolean {
  return isOwned(target, OWNERS);
}

function isOwned(target: EventTarget | null, owners: string): boolean {
  return target instanceof Element && target.closest(owners) !== null;
}

/** Whether a key press asks to take back, or to do again; where somebody types it is that field's own. */
export function toTurn({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
  target
}: KeyPress): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey || isOwned(target, FIELDS)) return null;
  if (key === 'y' || key === 'Y') return 'redo';
  if (key !== 'z' && key !== 'Z') return null;
  return shiftKey ? 'redo' : 'undo';
}
