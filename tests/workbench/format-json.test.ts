/** Formatting: a fresh layout, the same document. */
import { expect, test } from 'vitest';
import { formatJson } from '../../src/lib/workbench/format-json.ts';

test.each([
  ['{"b":1,"a":[]}', '{\n  "b": 1,\n  "a": []\n}'],
  ['{"b":\r\n"x"}\n', '{\n  "b": "x"\n}\n'],
  [' [ true , null ] ', '[\n  true,\n  null\n]'],
  ['{"a": "01", "b": 1.50}', '{\n  "a": "01",\n  "b": 1.50\n}'],
  ['{"a": 1, "a": 2}', null],
  ['{"a": 1,}', null],
  ['bouncer: 1', null],
  ['', null]
])('%j', (text, expected) => {
  expect(formatJson(text)).toBe(expected);
});

test('what is formatted stays as it is', () => {
  const once = formatJson('{"Statement":[{"Effect":"Allow"}]}');
  expect(formatJson(once ?? '')).toBe(once);
});
