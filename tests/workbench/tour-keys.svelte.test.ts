/** Which key does what in a walkthrough, and whose it is otherwise. In a browser, because focus is the browser's. */
import { expect, test } from 'vitest';
import { toTourCommand } from '../../src/lib/workbench/tour-keys.ts';

const press = (key: string, rest: Partial<KeyboardEvent> = {}) =>
  toTourCommand({
    key,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    target: document.body,
    ...rest
  });

test.each([
  ['ArrowRight', {}, 'next'],
  ['PageDown', {}, 'next'],
  [' ', {}, 'next'],
  ['ArrowLeft', {}, 'back'],
  ['PageUp', {}, 'back'],
  ['Home', {}, 'first'],
  ['End', {}, 'last'],
  ['Escape', {}, 'leave'],
  ['n', {}, 'note'],
  ['N', { shiftKey: true }, 'note'],
  ['ArrowRight', { shiftKey: true }, null], // the stops of the request
  ['ArrowLeft', { altKey: true }, null], // the browser's own history
  ['n', { ctrlKey: true }, null],
  ['PageDown', { metaKey: true }, null],
  ['constructor', {}, null],
  ['x', {}, null]
])('%s %j is %s', (key, rest, command) => {
  expect(press(key, rest)).toBe(command);
});

test.each([
  [{ key: 'ArrowRight' }, 'next'],
  [{ key: 'ArrowRight', shiftKey: true }, null],
  [{ key: 'ArrowLeft', altKey: true }, null],
  [{ key: 'n', ctrlKey: true }, null],
  [{ key: 'PageDown', metaKey: true }, null],
  [{ key: 'N', shiftKey: true }, 'note']
])('an event of the browser, %j, is %s', (init, command) => {
  expect(toTourCommand(new KeyboardEvent('keydown', init))).toBe(command);
});

/** What an element with these attributes makes of a key. */
function pressIn(name: string, key: string, attributes: Readonly<Record<string, string>> = {}) {
  const target = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) target.setAttribute(attribute, value);
  return press(key, { target });
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
  expect(press('Escape', { target })).toBe('leave');
  target.showPopover();
  expect(press('Escape', { target })).toBeNull();
  target.remove();
});

test.each(['button', 'summary', 'a'])(
  'a %s is pressed by the space bar, and leaves the other keys',
  (name) => {
    expect(pressIn(name, ' ')).toBeNull();
    expect(pressIn(name, 'PageDown')).toBe('next');
  }
);
