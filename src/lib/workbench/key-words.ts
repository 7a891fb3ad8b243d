/** Keys as they are written on a keyboard, and as they are spoken. Pure. */

const SIGNS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓'
};

const SPOKEN: Readonly<Record<string, string>> = {
  ArrowRight: 'right arrow',
  ArrowLeft: 'left arrow',
  ArrowUp: 'up arrow',
  ArrowDown: 'down arrow',
  Escape: 'Escape',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  '?': 'question mark',
  '/': 'slash',
  '.': 'full stop',
  ',': 'comma',
  '[': 'left bracket',
  ']': 'right bracket',
  '+': 'plus',
  '-': 'minus',
  '=': 'equals sign'
};

const HELD = {
  mac: { 'Mod+': '⌘', 'Alt+': '⌥', 'Shift+': '⇧' },
  other: { 'Mod+': 'Ctrl', 'Alt+': 'Alt', 'Shift+': 'Shift' },
  spokenMac: { 'Mod+': 'Command', 'Alt+': 'Option', 'Shift+': 'Shift' }
} as const;

/** `Mod+Shift+z` into what is held, in order, and the key itself. */
function partsOf(chord: string): readonly [held: readonly ('Mod+' | 'Alt+' | 'Shift+')[], key: string] {
  const held = (['Mod+', 'Alt+', 'Shift+'] as const).filter((each) => prefixOf(chord).includes(each));
  return [held, chord.slice(prefixOf(chord).length)];
}

function prefixOf(chord: string): string {
  return /^(?:(?:Mod|Alt|Shift)\+(?=.))*/.exec(chord)?.[0] ?? '';
}

/** The caps to press for keys, one list for each of a sequence: `[['Ctrl', 'K']]`, `[['G'], ['R']]`. */
export function capsOf(keys: string, isMac: boolean): readonly (readonly string[])[] {
  const words = HELD[isMac ? 'mac' : 'other'];
  return keys.split(' ').map((chord) => {
    const [held, key] = partsOf(chord);
    return [...held.map((each) => words[each]), SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)];
  });
}

/** In one line: `Ctrl K`, `G R`. For a button's title. */
export function writtenKeys(keys: string, isMac: boolean): string {
  return capsOf(keys, isMac)
    .map((caps) => caps.join(' '))
    .join(' ');
}

/** For a voice: `Control K`, `G then R`. */
export function spokenKeys(keys: string, isMac: boolean): string {
  const words = HELD[isMac ? 'spokenMac' : 'other'];
  const chords = keys.split(' ').map((chord) => {
    const [held, key] = partsOf(chord);
    const name = SPOKEN[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    return [...held.map((each) => (words[each] === 'Ctrl' ? 'Control' : words[each])), name].join(' ');
  });
  return chords.join(' then ');
}
