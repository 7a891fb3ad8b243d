/** Which key does what, and who else may claim it. In a browser, because focus is the browser's. */
import { expect, test } from 'vitest';
import { toCommand } from '../../src/lib/workbench/keys.ts';

const press = (key: string, rest: Partial<KeyboardEvent> = {}) =>
  toCommand({
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
  ['ArrowLeft', {}, 'back'],
  ['ArrowRight', { shiftKey: true }, 'nextLayer'],
  ['ArrowLeft', { shiftKey: true }, 'backLayer'],
  ['Home', {}, 'first'],
  ['End', {}, 'last'],
  [']', {}, 'deeper'],
  ['[', {}, 'shallower'],
  ['ArrowRight', { altKey: true }, null], // the browser's own history
  ['ArrowLeft', { metaKey: true }, null],
  ['x', {}, null]
])('%s %j is %s', (key, rest, command) => {
  expect(press(key, rest)).toBe(command);
});

test.each(['input', 'textarea', 'select'])('in a %s every key belongs to the writer', (name) => {
  const target = document.createElement(name);
  for (const key of ['ArrowRight', 'Home', '[']) expect(press(key, { target })).toBeNull();
});

test('a tree walks its own rows', () => {
  const tree = document.createElement('ul');
  tree.setAttribute('role', 'tree');
  const row = tree.appendChild(document.createElement('li'));
  expect(press('ArrowRight', { target: row })).toBeNull();
});

test('a button leaves the arrows to the ribbon', () => {
  expect(press('ArrowRight', { target: document.createElement('button') })).toBe('next');
});
