/** Keys pressed while a field is on its way: what is typed is kept for it, nothing else hears of it. */
import { expect, test } from 'vitest';
import { TypeAhead } from '../../src/lib/workbench/type-ahead.ts';

interface Held {
  readonly ctrlKey?: boolean;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
}

/** @returns whether the key was kept from the page and from the browser */
function press(ahead: TypeAhead, key: string, held: Held = {}): boolean {
  let [isPrevented, isStopped] = [false, false];
  ahead.take({
    ...{ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false },
    target: null,
    preventDefault: () => (isPrevented = true),
    stopPropagation: () => (isStopped = true),
    ...held
  });
  expect(isPrevented).toBe(isStopped);
  return isPrevented;
}

test.each([
  ['letters, in order', ['e', 'm', ' ', 'M'], 'em M'],
  ['signs and letters of any alphabet', ['<', 'ж', '😀'], '<ж😀'],
  ['a letter less for Backspace, of whatever length', ['a', '😀', 'Backspace'], 'a'],
  ['nothing for keys that write nothing', ['a', 'Enter', 'ArrowRight', 'F2', 'Tab'], 'a']
])('keeps %s', (_, keys, text) => {
  const ahead = new TypeAhead(() => {});
  expect(keys.map((key) => press(ahead, key))).toEqual(keys.map(() => true));
  expect([ahead.give(), ahead.give()]).toEqual([text, '']);
});

test('leaves alone what goes with Ctrl, what is only held and what an input method composes', () => {
  const ahead = new TypeAhead(() => {});
  const left = [
    press(ahead, 'r', { ctrlKey: true }),
    press(ahead, 'Shift', { shiftKey: true }),
    press(ahead, 'k', { isComposing: true })
  ];
  expect([left, ahead.give()]).toEqual([[false, false, false], '']);
});

test('a sign that AltGr makes is a sign', () => {
  const ahead = new TypeAhead(() => {});
  press(ahead, '[', { ctrlKey: true, altKey: true });
  expect(ahead.give()).toBe('[');
});

test('Escape takes it all back', () => {
  let left = 0;
  const ahead = new TypeAhead(() => (left += 1));
  press(ahead, 'a');
  press(ahead, 'Escape');
  expect([left, ahead.give()]).toEqual([1, '']);
});
