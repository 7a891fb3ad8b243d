/** Line breaks of every kind survive whatever is typed beside them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  leastPatch,
  mirrorOf,
  patched,
  toEditor,
  toPage,
  withPlainEndings
} from '../../src/lib/components/code-editor-endings.ts';

test.each([
  ['unix', 'a\nb\nc', { from: 2, to: 3, insert: 'x\ny' }, 'a\nx\ny\nc'],
  ['dos', 'a\r\nb\r\nc', { from: 2, to: 3, insert: 'x\ny' }, 'a\r\nx\r\ny\r\nc'],
  ['dos, a line joined', 'a\r\nb\r\nc', { from: 1, to: 2, insert: '' }, 'ab\r\nc'],
  ['mixed, dos first', 'a\r\nb\nc\rd', { from: 6, to: 6, insert: '\n' }, 'a\r\nb\nc\r\r\nd'],
  ['mixed, unix first', 'a\nb\r\nc\rd', { from: 4, to: 5, insert: '\n' }, 'a\nb\r\n\n\rd'],
  ['two breaks that must not become one', 'a\rx\nb', { from: 2, to: 3, insert: '' }, 'a\n\nb'],
  ['more than two', 'a\r\r', { from: 3, to: 3, insert: '\n' }, 'a\n\n\n'],
  ['a break typed behind a lone one', 'a\rb', { from: 2, to: 2, insert: '\n' }, 'a\n\nb'],
  ['none yet', 'ab', { from: 1, to: 1, insert: '\n' }, 'a\nb']
])('%s', (_what, text, patch, expected) => {
  expect(patched(mirrorOf(text), [patch])).toBe(expected);
});

const pageText = fc
  .array(fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '\r'), { maxLength: 30 })
  .map((parts) => parts.join(''));
const editorText = fc.array(fc.constantFrom('x', '\n'), { maxLength: 5 }).map((parts) => parts.join(''));

test('page and editor agree after any change, and nothing else has moved', () => {
  fc.assert(
    fc.property(pageText, editorText, fc.nat(40), fc.nat(40), (text, insert, a, b) => {
      const before = withPlainEndings(text);
      const [from = 0, to = 0] = [a, b].map((at) => Math.min(at, before.length)).sort((x, y) => x - y);
      const mirror = mirrorOf(text);
      const after = patched(mirror, [{ from, to, insert }]);
      expect(withPlainEndings(after)).toBe(before.slice(0, from) + insert + before.slice(to));
      expect(after.endsWith(text.slice(toPage(mirror, to)))).toBe(true);
      const kept = text.slice(0, toPage(mirror, from));
      const saved = kept.replace(/\r+$/, (run) => '\n'.repeat(run.length)); // from merging with what follows
      expect([kept, saved]).toContain(after.slice(0, kept.length));
    }),
    { numRuns: 2000 }
  );
});

test('offsets go there and back, and never between two characters of one break', () => {
  fc.assert(
    fc.property(pageText, (text) => {
      const mirror = mirrorOf(text);
      for (let at = 0; at <= withPlainEndings(text).length; at++) {
        const there = toPage(mirror, at);
        expect(toEditor(mirror, there)).toBe(at);
        expect(text.slice(there - 1, there + 1)).not.toBe('\r\n');
      }
    })
  );
});

test.each([
  ['same', 'same', null],
  ['abc', 'abXc', { from: 2, to: 2, insert: 'X' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['', 'x', { from: 0, to: 0, insert: 'x' }],
  ['one two', 'one three', { from: 5, to: 7, insert: 'hree' }]
])('the least that turns %j into %j', (before, after, expected) => {
  expect(leastPatch(before, after)).toEqual(expected);
});
