/** The keys of presenting: of the table like all others, before those of the page below, and letters off with the rest. */
import { beforeEach, expect, test } from 'vitest';
import type { CommandId } from '../../src/lib/workbench/commands.ts';
import { Commands } from '../../src/lib/workbench/commands.svelte.ts';
import { Keyboard, type KeyEvent } from '../../src/lib/workbench/keyboard.svelte.ts';
import { mapOfKeys } from '../../src/lib/workbench/key-map.ts';

/** What the page offers, and over it whoever presents. */
const BELOW = ['next', 'back', 'first', 'last', 'play', 'hint', 'redact', 'leave'] as const;
const PRESENTING = [
  ...(['nextScene', 'nextShown', 'backScene', 'backShown', 'firstScene', 'lastScene'] as const),
  ...(['note', 'live', 'redactShown', 'leave'] as const)
];

let commands: Commands;
let keyboard: Keyboard;
let done: string[];

beforeEach(() => {
  localStorage.removeItem('bouncer.keys');
  commands = new Commands();
  done = [];
  keyboard = new Keyboard(commands, { isCovered: () => false, later: () => () => {} });
  for (const id of BELOW) commands.offer(id, () => done.push(`below: ${id}`));
  for (const id of PRESENTING) commands.offer(id, () => done.push(id));
});

function press(key: string, rest: Partial<KeyEvent> = {}): readonly string[] {
  done = [];
  keyboard.press({
    ...{ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, target: document.body },
    ...{ repeat: false, isComposing: false, defaultPrevented: false, preventDefault: () => {} },
    ...rest
  });
  return done;
}

test.each<[string, CommandId]>([
  ['ArrowRight', 'nextScene'],
  ['PageDown', 'nextScene'],
  ['ArrowDown', 'nextShown'],
  [' ', 'nextScene'],
  ['ArrowLeft', 'backScene'],
  ['PageUp', 'backScene'],
  ['ArrowUp', 'backShown'],
  ['Home', 'firstScene'],
  ['End', 'lastScene'],
  ['N', 'note'],
  ['r', 'live'],
  ['H', 'redactShown'],
  ['Escape', 'leave']
])('the key %s asks for %s, and for nothing of the page below', (key, command) => {
  expect(press(key)).toEqual([command]);
});

test('held with Ctrl they belong to the browser, and what is typed stays text', () => {
  const target = document.createElement('textarea');
  for (const key of ['r', 'h', 'n', 'ArrowRight']) {
    expect([press(key, { ctrlKey: true }), press(key, { target })]).toEqual([[], []]);
  }
});

test.each(['button', 'a'])('a %s is pressed by the space bar, and leaves the other keys', (name) => {
  const target = document.createElement(name);
  if (target instanceof HTMLAnchorElement) target.href = '#';
  expect(press(' ', { target })).toEqual([]);
  expect(press('PageDown', { target })).toEqual(['nextScene']);
});

test('with letters off, letters ask for nothing while presenting either; the others do', () => {
  commands.own.value = { ...commands.own.value, isPlainOff: true };
  expect(['n', 'r', 'h'].map((key) => press(key))).toEqual([[], [], []]);
  expect(press('PageDown')).toEqual(['nextScene']);
  expect(commands.written('live')).toBe('');
});

test('the map of keys lists them', () => {
  const own = commands.own.value;
  const listed = mapOfKeys('', own).find(({ group }) => group === 'Presenting');
  expect(listed?.ids).toEqual(['nextShown', 'backShown', 'live', 'redactShown']);
});
