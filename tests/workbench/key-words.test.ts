/** Keys in writing and in words; and what a key that is pressed for a command leads to. */
import { expect, test } from 'vitest';
import { AS_SHIPPED, clashes, toBindings, whyNot, withKeys } from '../../src/lib/workbench/bindings.ts';
import { capsOf, spokenKeys, writtenKeys } from '../../src/lib/workbench/key-words.ts';
import { mapOfKeys, pressedFor } from '../../src/lib/workbench/key-map.ts';

test.each([
  ['Mod+k', 'Ctrl K', '⌘ K', 'Control K'],
  ['Mod+Shift+z', 'Ctrl Shift Z', '⌘ ⇧ Z', 'Control Shift Z'],
  ['g r', 'G R', 'G R', 'G then R'],
  ['ArrowRight', '→', '→', 'right arrow'],
  ['+', '+', '+', 'plus'],
  ['Mod++', 'Ctrl +', '⌘ +', 'Control plus'],
  ['?', '?', '?', 'question mark'],
  ['Escape', 'Esc', 'Esc', 'Escape']
])('%s', (keys, written, onMac, spoken) => {
  expect([writtenKeys(keys, false), writtenKeys(keys, true), spokenKeys(keys, false)]).toEqual([
    written,
    onMac,
    spoken
  ]);
});

test('each key of a sequence has its caps', () => {
  expect(capsOf('g Shift+b', false)).toEqual([['G'], ['Shift', 'B']]);
});

const ids = (text: string) => mapOfKeys(text, AS_SHIPPED).flatMap((group) => group.ids);

test.each([
  ['verdict', ['last']],
  ['ctrl k', ['palette']],
  ['⌘ k', ['palette']],
  ['g then w', ['goWatches']],
  ['nothing of the sort', []]
])('the map searched for “%s”', (text, found) => {
  expect(ids(text)).toEqual(found);
});

test('without a text the map has every command, also by keys that somebody chose', () => {
  expect(ids('').length).toBeGreaterThan(40);
  expect(mapOfKeys('alt l', withKeys('lens', 'Alt+l', AS_SHIPPED)).flatMap((each) => each.ids)).toEqual([
    'lens'
  ]);
});

const rules = {
  begins: (chord: string) => toBindings(AS_SHIPPED).begun.has(chord),
  whyNot,
  clashes: (id: Parameters<typeof clashes>[0], keys: string) => clashes(id, keys, AS_SHIPPED)
};

test.each([
  ['u', null, { does: 'give', keys: 'u' }],
  ['b', null, { does: 'ask', keys: 'b', of: ['breakpoint'] }],
  ['g', null, { does: 'wait', begun: 'g' }],
  ['z', 'g', { does: 'give', keys: 'g z' }],
  ['r', 'g', { does: 'ask', keys: 'g r', of: ['goRequest'] }],
  ['Escape', null, { does: 'stop' }],
  ['Escape', 'g', { does: 'stop' }],
  ['Delete', null, { does: 'clear' }],
  ['Mod+c', null, { does: 'refuse', why: 'The browser needs these keys itself.' }]
])('%s after %s for the lens', (chord, begun, pressed) => {
  expect(pressedFor('lens', chord, begun, rules)).toEqual(pressed);
});
