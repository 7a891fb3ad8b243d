/** Which texts have a line that no editor can lay out. */
import { expect, test } from 'vitest';
import { hasEndlessLine } from '../../src/lib/workbench/endless-line.ts';

const LINE = `${'x'.repeat(99)}\n`;

test.each([
  ['nothing', '', false],
  ['a line as long as it may be', 'x'.repeat(200_000), false],
  ['a longer one', 'x'.repeat(200_001), true],
  ['many short lines', LINE.repeat(10_000), false],
  ['a long line behind short ones', LINE.repeat(10_000) + 'x'.repeat(200_001), true],
  ['a long line before short ones', `${'x'.repeat(200_001)}\n${LINE.repeat(10_000)}`, true],
  ['two lines that only together are long', `${'x'.repeat(150_000)}\n${'x'.repeat(150_000)}`, false]
])('%s: %#', (_, text, expected) => {
  expect(hasEndlessLine(text)).toBe(expected);
});
