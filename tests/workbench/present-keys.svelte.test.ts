/** The keys of presenting, in a browser: they know what somebody types in. */
import { expect, test } from 'vitest';
import { toPresentCommand } from '../../src/lib/workbench/present-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}
) =>
  toPresentCommand({
    key,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    target: null,
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
  ['q', null]
] as const)('the key %s asks for %s', (key, command) => {
  expect(press(key, { shiftKey: /^[A-Z]$/.test(key) })).toBe(command);
});

test('keys with a modifier belong to the browser', () => {
  expect(['r', 'h', 'ArrowRight'].map((key) => press(key, { ctrlKey: true }))).toEqual([null, null, null]);
});

test('a key event of a browser is read as well as a plain one', () => {
  expect(toPresentCommand(new KeyboardEvent('keydown', { key: 'n' }))).toBe('note');
  expect(toPresentCommand(new KeyboardEvent('keydown', { key: 'r', metaKey: true }))).toBeNull();
});
