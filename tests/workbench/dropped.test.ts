/** Dropped files are weighed before they are read; whatever goes wrong is said in a sentence. */
import { expect, test } from 'vitest';
import { ago } from '../../src/lib/workbench/ago.ts';
import { readDropped, toPasted } from '../../src/lib/workbench/dropped.ts';

const MB = 2 ** 20;
let read = 0;
const file = (name: string, size = 3, text: string | null = 'abc') => ({
  name,
  size,
  text: () => {
    read++;
    return text === null ? Promise.reject(new Error('gone')) : Promise.resolve(text);
  }
});

test('texts come in the order of the files', async () => {
  expect(await readDropped([file('b.yaml', 1, 'x'), file('a.json', 1, '{}')])).toEqual({
    sources: [
      { name: 'b.yaml', text: 'x' },
      { name: 'a.json', text: '{}' }
    ]
  });
});

test.each([
  [[], 'That was no file. Drop a scenario, or policies as JSON.'],
  [[file('a.yaml', 2 * MB + 1)], '“a.yaml” is larger than 2 MB, the limit for such a file.'],
  [
    [file('ok.yaml'), file('A.JSON', 20 * MB + 1)],
    '“A.JSON” is larger than 20 MB, the limit for such a file.'
  ],
  [[file('a\u202Eb.png', 3 * MB)], '“a<U+202E>b.png” is larger than 2 MB, the limit for such a file.'],
  [Array.from({ length: 51 }, () => file('a')), 'That is more than 50 files at once.']
])('refused before anything is read (%#)', async (files, message) => {
  read = 0;
  expect(await readDropped(files)).toEqual({ message });
  expect(read).toBe(0);
});

test('a folder', async () => {
  const message = '“things” cannot be read; it may be a folder.';
  expect(await readDropped([file('things', 0, null)])).toEqual({ message });
});

test.each([
  [' \n{"a": 1}', 'pasted.json'],
  ['[1]', 'pasted.json'],
  ['bouncer: 1', 'pasted.yaml'],
  ['', 'pasted.yaml']
])('%j is %s', (text, name) => {
  expect(toPasted(text)).toEqual({ name, text });
});

const NOON = Date.UTC(2026, 2, 3, 12);
test.each([
  [0, 'just now'],
  [-5000, 'just now'],
  [60_000, '1 minute ago'],
  [59 * 60_000, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [47 * 3_600_000, '1 day ago'],
  [13 * 86_400_000, '13 days ago'],
  [28 * 86_400_000, '3 February 2026']
])('%i ms before: %s', (past, words) => {
  expect(ago(NOON - past, NOON)).toBe(words);
});
