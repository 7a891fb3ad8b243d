/** What a key press is called, and to whom it belongs: nothing fires while somebody types or walks a tree or a list. */

export type Command = 'next' | 'back' | 'nextLayer' | 'backLayer' | 'first' | 'last' | 'deeper' | 'shallower';

/** The parts of a keyboard event that count. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, e.g. `KeyB`: counts where the letters are not Latin ones. */
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly target: EventTarget | null;
}

const MOVES: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowLeft: 'back',
  'Shift+ArrowRight': 'nextLayer',
  'Shift+ArrowLeft': 'backLayer',
  Home: 'first',
  End: 'last',
  ']': 'deeper',
  '[': 'shallower'
};

/** The move that a key asks for on a page that has films but no table of commands; null for every other key. */
export function toCommand(press: KeyPress): Command | null {
  const chord = toChord(press) ?? '';
  return isOwned(chord, press.target) ? null : (MOVES[chord] ?? null);
}

/** Keys that ask for nothing by themselves, and what is no key yet. */
const HELD = new Set([
  ...['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn'],
  ...['Dead', 'Process', 'Unidentified', '']
]);

/**
 * A key press as the table of commands writes it: `Shift+ArrowRight`, `Mod+z`, `b`, `?`. Null for a key that is
 * only held, and for the dead keys and unfinished characters of an input method.
 */
export function toChord(press: KeyPress): string | null {
  if (HELD.has(press.key)) return null;
  const name = nameOf(press.key, press.code ?? '');
  return `${name.length === 1 && !/[a-z]/.test(name) ? heldForSign(press) : heldFor(press)}${name}`;
}

function heldFor({ shiftKey, altKey, ctrlKey, metaKey }: KeyPress): string {
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}`;
}

/** Shift makes `?` of another key, AltGr (Ctrl and Alt at once) or a Mac's Option `[`: then they are the sign's. */
function heldForSign({ altKey, ctrlKey, metaKey }: KeyPress): string {
  return metaKey || (ctrlKey && !altKey) ? 'Mod+' : '';
}

/** A letter is small whether Caps Lock is on or not; of an alphabet that is not Latin it is the one in its place. */
function nameOf(key: string, code: string): string {
  if (key === ' ' || key === 'Spacebar') return 'Space';
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  const isForeign = key.length === 1 && /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
  return isForeign && place !== undefined ? place.toLowerCase() : key;
}

/** Whether it is one character with nothing held: what WCAG 2.1.4 calls a character key. */
export function isPlain(chord: string): boolean {
  return /^(?:Shift\+)?.$/u.test(chord);
}

const TYPED = [
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable="false"])',
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"], [type="submit"], [type="file"])'
].join(', ');

const WALK = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
const PRESS = ['Enter', 'Space'];
const SCROLL = ['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Space'];

/** What keeps which keys for itself while it has the focus. */
const OWNED: readonly { readonly by: string; readonly keys: ReadonlySet<string>; readonly letters?: true }[] =
  [
    {
      by: '[role="tree"], [role="listbox"], [role="menu"]',
      keys: new Set([...WALK, ...PRESS]),
      letters: true
    },
    {
      by: '[role="application"], [role="grid"], [role="tablist"], [role="radiogroup"], [role="slider"]',
      keys: new Set([...WALK, ...PRESS])
    },
    {
      by: 'input[type="radio"], input[type="range"], [role="separator"]',
      keys: new Set([...WALK, ...PRESS])
    },
    // Of the step on show nobody wants more than to open it in the paper.
    { by: ':is(button, a[href], [role="button"]):not([aria-current="step"])', keys: new Set(PRESS) },
    { by: 'summary, input, [role="checkbox"], [role="switch"], [role="option"]', keys: new Set(PRESS) },
    { by: 'button, a[href]', keys: new Set(['Space']) },
    // In a box that scrolls, these are the box's.
    { by: '[role="region"]', keys: new Set(SCROLL) }
  ];

/** Whether a key belongs to what has the focus and not to the page. */
export function isOwned(chord: string, target: EventTarget | null): boolean {
  if (isIn(target, TYPED) || isIn(target, 'dialog, [role="dialog"]')) return true;
  return OWNED.some(
    ({ by, keys, letters = false }) =>
      (keys.has(chord) || (letters && /^(Shift\+)?\p{L}$/u.test(chord))) && isIn(target, by)
  );
}

const BUSY =
  'input, select, textarea, [contenteditable], [role="tree"], [role="listbox"], [role="application"], dialog';

/** Whether what is typed or pasted belongs to what has the focus, e.g. a field one types in. */
export function isTyping(target: EventTarget | null): boolean {
  return isIn(target, BUSY);
}

function isIn(target: EventTarget | null, owners: string): boolean {
  return target instanceof Element && target.closest(owners) !== null;
}
