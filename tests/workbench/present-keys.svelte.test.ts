/** The keys of presenting, in a browser: they know what somebody types in. */
import { expect, test } from 'vitest';
import { toPresentCommand } from '../../src/lib/workbench/present-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {},
  target: Element | null = null
) =>
  toPresentCommand({
    key,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    target,
    ...held
  });

test.each([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  ['ArrowDown', 'next'],
  [' ', 'next'],
  ['PageUp', 'back'],
  ['ArrowUp', 'back'],
  ['Home', 'first'],
  ['N', 'note'],
  ['r', 'live'],
  ['H', 'redact'],
  ['Escape', 'leave'],
  ['constructor', null],
  ['q', null]
] as const)('the key %s asks for %s', (key, command) => {
  expect(press(key, { shiftKey: /^[A-Z]$/.test(key) })).toBe(command);
});

test('keys with a modifier belong to the browser', () => {
  expect(['r', 'h', 'ArrowRight'].map((key) => press(key, { ctrlKey: true }))).toEqual([null, null, null]);
});

test.each(['ArrowRight', 'PageDown', 'Home', ' '])('Shift and %s is somebody else’s', (key) => {
  expect(press(key, { shiftKey: true })).toBeNull();
});

test('a key event of a browser is read as well as a plain one', () => {
  expect(toPresentCommand(new KeyboardEvent('keydown', { key: 'n' }))).toBe('note');
  expect(toPresentCommand(new KeyboardEvent('keydown', { key: 'r', metaKey: true }))).toBeNull();
});

/** What an element with these attributes makes of a key. */
function pressIn(name: string, key: string, attributes: Readonly<Record<string, string>> = {}) {
  const target = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) target.setAttribute(attribute, value);
  return press(key, {}, target);
}

test.each([
  ['input', {}],
  ['textarea', {}],
  ['dialog', {}],
  ['ul', { role: 'tree' }],
  ['ul', { role: 'listbox' }],
  ['ul', { role: 'menu' }]
])('a %s %j keeps its keys', (name, attributes) => {
  for (const key of ['ArrowRight', ' ', 'Home', 'Escape', 'n']) {
    expect(pressIn(name, key, attributes)).toBeNull();
  }
});

test('a popover keeps its keys while it is open', () => {
  const target = document.createElement('div');
  target.setAttribute('popover', '');
  document.body.append(target);
  expect(press('Escape', {}, target)).toBe('leave');
  target.showPopover();
  expect(press('Escape', {}, target)).toBeNull();
  target.remove();
});

test.each(['button', 'summary', 'a'])(
  'a %s is pressed by the space bar, and leaves the other keys',
  (name) => {
    expect(pressIn(name, ' ')).toBeNull();
    expect(pressIn(name, 'PageDown')).toBe('next');
  }
);
