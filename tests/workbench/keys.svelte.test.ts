/** What a key press is called, and who may claim it before the page. In a browser, because focus is the browser's. */
import { expect, test } from 'vitest';
import { isOwned, isPlain, toChord, toCommand, type KeyPress } from '../../src/lib/workbench/keys.ts';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
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
])('%s %j moves %s', (key, rest, command) => {
  expect(toCommand(press(key, rest))).toBe(command);
});

test.each<[string, Partial<KeyPress>, string | null]>([
  ['b', {}, 'b'],
  ['B', {}, 'b'], // Caps Lock
  ['B', { shiftKey: true }, 'Shift+b'],
  ['b', { shiftKey: true }, 'Shift+b'], // Caps Lock and Shift
  ['K', { ctrlKey: true }, 'Mod+k'],
  ['k', { metaKey: true }, 'Mod+k'],
  ['Z', { metaKey: true, shiftKey: true }, 'Mod+Shift+z'],
  [' ', {}, 'Space'],
  ['?', { shiftKey: true }, '?'],
  ['/', { shiftKey: true }, '/'], // on a German keyboard Shift and 7
  ['1', { shiftKey: true }, '1'], // on a French one
  ['[', { ctrlKey: true, altKey: true }, '['], // AltGr and 8
  ['[', { altKey: true }, '['], // Option and 5 on a Mac
  [']', { ctrlKey: true }, 'Mod+]'],
  ['и', { code: 'KeyB' }, 'b'], // Cyrillic
  ['я', { code: 'KeyZ', ctrlKey: true }, 'Mod+z'],
  ['é', { code: 'KeyE' }, 'é'],
  ['F6', { shiftKey: true }, 'Shift+F6'],
  ['f', { altKey: true, shiftKey: true }, 'Alt+Shift+f'],
  ['Shift', { shiftKey: true }, null],
  ['Dead', {}, null],
  ['Process', {}, null]
])('%s %j is called %s', (key, rest, chord) => {
  expect(toChord(press(key, rest))).toBe(chord);
});

test.each([
  ['b', true],
  ['Shift+b', true],
  ['?', true],
  ['+', true],
  ['Mod+k', false],
  ['F6', false],
  ['ArrowRight', false]
])('%s is a character key: %s', (chord, isOne) => {
  expect(isPlain(chord)).toBe(isOne);
});

/** The inner of two elements that are written `outer > inner`. */
function made(html: string): Element {
  const box = document.createElement('div');
  box.innerHTML = html;
  return box.querySelector('[data-here]') ?? box;
}

const TREE = '<ul role="tree"><li role="treeitem" data-here></li></ul>';
const GRAPH = '<div role="application" data-here></div>';
const REGION = '<div role="region" tabindex="0" data-here></div>';
const STOP = '<button aria-current="step" data-here></button>';

test.each([
  ['<input data-here>', ['ArrowRight', 'Home', '[', 'b', 'Mod+z', 'Escape']],
  ['<input type="search" data-here>', ['b', 'Space']],
  ['<textarea data-here></textarea>', ['Enter', 'g']],
  ['<select data-here></select>', ['ArrowDown', 'a']],
  ['<div contenteditable="true"><p data-here></p></div>', ['b', 'Mod+z']],
  [TREE, ['ArrowRight', 'Enter', 'Space', 'g', 'Shift+g']],
  [GRAPH, ['ArrowRight', 'Enter', 'Home']],
  [REGION, ['Home', 'End', 'Space', 'ArrowDown']],
  ['<button data-here></button>', ['Enter', 'Space']],
  ['<a href="/" data-here></a>', ['Enter', 'Space']],
  ['<input type="checkbox" data-here>', ['Space']],
  ['<input type="radio" data-here>', ['ArrowRight']],
  ['<dialog><b data-here></b></dialog>', ['Mod+k', 'ArrowRight', '?']],
  [STOP, ['Space']]
])('%s keeps %j', (html, chords) => {
  for (const chord of chords) expect([chord, isOwned(chord, made(html))]).toEqual([chord, true]);
});

test.each([
  [TREE, ['Shift+ArrowRight', '?', '/', 'Mod+z', 'F6', '1']],
  [GRAPH, ['o', 'f', '.', 'g', 'Mod+k']],
  [REGION, ['ArrowRight', 'Enter', 'b']],
  ['<button data-here></button>', ['ArrowRight', 'Home', 'b', 'g']],
  ['<input type="checkbox" data-here>', ['b', 'ArrowRight']],
  ['<div contenteditable="false" data-here></div>', ['b']],
  [STOP, ['Enter', 'ArrowRight']],
  ['<p data-here></p>', ['Enter', 'Space', 'Home']]
])('%s leaves %j to the page', (html, chords) => {
  for (const chord of chords) expect([chord, isOwned(chord, made(html))]).toEqual([chord, false]);
});
