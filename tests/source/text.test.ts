/** Line and column of an offset, for every kind of line end. */
import { expect, test } from 'vitest';
import { lineColumn } from '../../src/lib/source/text.ts';

test.each([
  ['', 0, 1, 1],
  ['', 9, 1, 1],
  ['abc', -1, 1, 1],
  ['abc', 2, 1, 3],
  ['abc', 9, 1, 4],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 2, 1, 3],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['\n\n\n', 3, 4, 1],
  ['\r\r\n\n', 4, 4, 1],
  ['ä\u{1F600}b', 3, 1, 4]
])('%j at %i is %i:%i', (text, offset, line, column) => {
  const source = { name: 'a', text };
  expect(lineColumn(source, offset)).toEqual({ line, column });
  expect(lineColumn(source, offset)).toEqual({ line, column });
});
