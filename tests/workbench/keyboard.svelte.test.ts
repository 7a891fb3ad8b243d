/** Presses become commands: one key or two, held down, over a dialog; and who of several is asked. */
import { beforeEach, expect, test } from 'vitest';
import { withKeys } from '../../src/lib/workbench/bindings.ts';
import type { CommandId } from '../../src/lib/workbench/commands.ts';
import { Commands } from '../../src/lib/workbench/commands.svelte.ts';
import { Keyboard, type KeyEvent } from '../../src/lib/workbench/keyboard.svelte.ts';

let commands: Commands;
let keyboard: Keyboard;
let done: CommandId[];
let waiting: (() => void) | null;
let isCovered: boolean;

beforeEach(() => {
  localStorage.removeItem('bouncer.keys');
  commands = new Commands();
  done = [];
  waiting = null;
  isCovered = false;
  keyboard = new Keyboard(commands, {
    isCovered: () => isCovered,
    later: (act) => {
      waiting = act;
      return () => (waiting = null);
    }
  });
});

function offer(...ids: CommandId[]): void {
  for (const id of ids) commands.offer(id, () => done.push(id));
}

/** @returns whether the key was taken from the browser */
function press(key: string, rest: Partial<KeyEvent> = {}): boolean {
  let isTaken = false;
  keyboard.press({
    key,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
    target: document.body,
    preventDefault: () => (isTaken = true),
    ...rest
  });
  return isTaken;
}

const field = () => document.createElement('input');

test('a key asks for its command, and is taken only if somebody does it', () => {
  offer('next');
  expect([press('ArrowRight'), press('ArrowLeft')]).toEqual([true, false]);
  expect(done).toEqual(['next']);
});

test('the last who offered is asked first; who has nothing to do passes it on', () => {
  commands.offer('leave', () => done.push('leave'));
  const takeBack = commands.offer('leave', () => false);
  expect(press('Escape')).toBe(true);
  takeBack();
  const last = commands.offer('leave', () => done.push('back'));
  press('Escape');
  last();
  press('Escape');
  expect(done).toEqual(['leave', 'back', 'leave']);
});

test('two keys after each other; the hint says what may follow', () => {
  offer('goRequest', 'goPaper');
  press('g');
  expect(keyboard.begun).toBe('g');
  expect(keyboard.following.map(({ key }) => key)).toEqual(['r', 'p']);
  expect(press('r')).toBe(true);
  expect([keyboard.begun, done]).toEqual([null, ['goRequest']]);
});

test('a sequence is forgotten after a while, by Escape, and by another letter', () => {
  offer('goRequest', 'leave', 'lens');
  press('g');
  waiting?.();
  expect(keyboard.begun).toBeNull();
  press('r');
  press('g');
  press('Escape');
  press('g');
  press('f');
  expect([keyboard.begun, done]).toEqual([null, []]);
});

test('a key that ends no sequence but is no letter is meant for itself', () => {
  offer('goRequest', 'next');
  press('g');
  press('ArrowRight');
  expect(done).toEqual(['next']);
});

test('what is typed stays text, also in the middle of a sequence; some commands are asked for even then', () => {
  offer('goRequest', 'lens', 'palette', 'undo', 'leave');
  press('g');
  expect(press('r', { target: field() })).toBe(false);
  expect(press('f', { target: field() })).toBe(false);
  expect(press('z', { target: field(), ctrlKey: true })).toBe(false);
  expect(press('k', { target: field(), ctrlKey: true })).toBe(true);
  expect(press('Escape', { target: field() })).toBe(true);
  expect(done).toEqual(['palette', 'leave']);
});

test('a dialog above the page has the keys to itself', () => {
  offer('next', 'palette');
  isCovered = true;
  expect([press('ArrowRight'), press('k', { ctrlKey: true })]).toEqual([false, false]);
});

test('what somebody else has taken, and unfinished characters, are left alone', () => {
  offer('next', 'lens');
  press('ArrowRight', { defaultPrevented: true });
  press('f', { isComposing: true });
  expect(done).toEqual([]);
});

test('held down, a key goes on stepping but switches nothing on and off', () => {
  offer('next', 'lens');
  press('ArrowRight', { repeat: true });
  press('f', { repeat: true });
  expect(done).toEqual(['next']);
});

test('keys that somebody chose count at once, and are kept', () => {
  offer('lens');
  commands.own.value = withKeys('lens', 'Alt+l', commands.own.value);
  press('f');
  press('l', { altKey: true });
  expect(done).toEqual(['lens']);
  const later = new Commands();
  later.load();
  expect(later.keys('lens')).toEqual(['Alt+l']);
});

test('without letters by themselves, letters ask for nothing', () => {
  offer('lens', 'goRequest', 'next');
  commands.own.value = { ...commands.own.value, isPlainOff: true };
  press('f');
  press('g');
  press('ArrowRight');
  expect([done, keyboard.begun]).toEqual([['next'], null]);
});

test('an offer says whether there is something to do', () => {
  let can = false;
  commands.offer(
    'undo',
    () => {},
    () => can
  );
  expect(commands.can('undo')).toBe(false);
  can = true;
  expect(commands.can('undo')).toBe(true);
});
