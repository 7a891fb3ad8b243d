/** Sizes of panels: what a key does, and that nothing stored or dragged makes a panel unusable. */
import { expect, test } from 'vitest';
import { PANEL_SIZES, readSize, sizeAfter, withinRange } from '../../src/lib/workbench/panel-sizes.ts';

const range = PANEL_SIZES.outline; // 140 to 420

test.each([
  ['ArrowRight', 208, 1, 224],
  ['ArrowRight', 208, -1, 192],
  ['ArrowUp', 208, -1, 224],
  ['PageDown', 208, 1, 272],
  ['ArrowRight', 416, 1, 420],
  ['ArrowLeft', 140, 1, 140],
  ['Home', 208, -1, 140],
  ['End', 208, -1, 420],
  ['Enter', 208, 1, null],
  ['toString', 208, 1, null]
] as const)('%s at %i, growing %i: %s', (key, size, grows, expected) => {
  expect(sizeAfter(key, size, range, grows)).toBe(expected);
});

test.each([
  ['300', 300],
  ['140', 140],
  ['139', null],
  ['421', null],
  ['1e3', null],
  ['300px', null],
  ['-300', null],
  ['', null],
  [null, null]
])('stored %j is read as %s', (text, expected) => {
  expect(readSize(text, range)).toBe(expected);
});

test('what is dragged beyond the limits stays at them, in whole units', () => {
  expect([withinRange(1e6, range), withinRange(-5, range), withinRange(200.4, range)]).toEqual([
    420, 140, 200
  ]);
});
