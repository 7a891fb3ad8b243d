/** Patches: least, whole characters only, and back again. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch, applyPatches, invert, patchBetween } from '../../src/lib/source/patch.ts';

describe('patchBetween', () => {
  test.each([
    ['abc', 'abc', null],
    ['', 'a', { from: 0, to: 0, insert: 'a' }],
    ['abc', 'axc', { from: 1, to: 2, insert: 'x' }],
    ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
    ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
    // Two emoji that share their first unit, and two that share their last.
    ['a😀b', 'a😁b', { from: 1, to: 3, insert: '😁' }],
    ['a😀b', 'a🨀b', { from: 1, to: 3, insert: '🨀' }],
    ['a\r\nb', 'a\rb', { from: 1, to: 3, insert: '\r' }],
    ['a\r\nb', 'a\nb', { from: 1, to: 3, insert: '\n' }],
    ['a\rb', 'a\r\nb', { from: 1, to: 2, insert: '\r\n' }]
  ])('%j → %j', (before, after, patch) => {
    expect(patchBetween(before, after)).toEqual(patch);
  });

  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀', '😁', '🨀', '\ud83d') });
  test('leads there, back, and cuts nothing in two', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = patchBetween(before, after);
        if (patch === null) return void expect(before).toBe(after);
        const { from, to } = patch;
        expect(applyPatch(before, patch)).toBe(after);
        expect(applyPatch(after, invert(before, patch))).toBe(before);
        for (const at of [from, to])
          expect(/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/).not.toSatisfy((cut: RegExp) =>
            cut.test(before.slice(at - 1, at + 1))
          );
      })
    );
  });
});

test('applyPatches makes all of them, in any order', () => {
  const patches = [
    { from: 4, to: 4, insert: '!' },
    { from: 0, to: 1, insert: 'X' },
    { from: 1, to: 1, insert: '-' },
    { from: 2, to: 4, insert: '' }
  ];
  expect(applyPatches('abcd', patches)).toBe('X-b!');
});
