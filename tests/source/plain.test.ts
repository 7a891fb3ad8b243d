/** A tree as plain data: what is no text becomes none, and nothing becomes another number on the way. */
import { expect, test } from 'vitest';
import { toPlain } from '../../src/lib/source/plain.ts';
import { readTree } from '../../src/lib/source/read.ts';

test.each([
  ['10', 10],
  ['-1.5', -1.5],
  ['1.0', '1.0'],
  ['12345678901234567890', '12345678901234567890'],
  ['012345678901', '012345678901'],
  ['1e400', '1e400'],
  ['NaN', 'NaN'],
  ["'10'", '10'],
  ['true', true],
  ["'true'", 'true'],
  ['null', null],
  ['~', null],
  ['[a, 1]', ['a', 1]],
  ['{ "__proto__": a }', { ['__proto__']: 'a' }]
])('%s', (text, plain) => {
  const { value } = readTree({ name: 'file.yaml', text: `value: ${text}\n` });
  expect(value && toPlain(value)).toEqual({ value: plain });
});
