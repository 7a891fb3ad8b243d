/** Of a long text only what is near to where one looks is in pieces; every line keeps its text and its place. */
import { expect, test } from 'vitest';
import { toLines } from '../../src/lib/workbench/lines.ts';
import { blockOf, isLongText, nearInFull } from '../../src/lib/workbench/near-lines.ts';

const texts = (count: number) =>
  toLines(
    Array.from({ length: count }, (_, i) => [
      { text: '  ', kind: '' },
      { text: `"arn:aws:iam::1:role/r${String(i)}"`, kind: 'string' },
      { text: i < count - 1 ? ',\n' : ',', kind: 'punctuation' }
    ]).flat(),
    []
  );
const inFull = (lines: ReturnType<typeof texts>) => [
  ...new Set(
    lines
      .filter(({ runs }) => runs.flatMap(({ pieces }) => pieces).length > 1)
      .map(({ number }) => blockOf(number))
  )
];
const written = (lines: ReturnType<typeof texts>) =>
  lines.map(({ runs }) => runs.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''));

test('a short text is left alone', () => {
  const lines = texts(96);
  expect(isLongText(lines)).toBe(false);
  expect(nearInFull(lines, new Set(), [])).toBe(lines);
});

test.each([
  ['nothing seen', [], [], [0, 1]],
  ['a block seen', [9], [], [0, 1, 9]],
  ['something marked', [], [160], [0, 1, 9, 10, 11]]
])('a long text with %s', (_, seen, marked, blocks) => {
  const lines = texts(400);
  const starts = marked.map((number) => lines[number]?.from ?? 0);
  const shown = nearInFull(lines, new Set(seen), starts);
  expect(inFull([...shown])).toEqual(blocks);
});

test('every line keeps its text, its number and where it begins', () => {
  const lines = texts(400);
  const shown = nearInFull(lines, new Set(), []);
  expect(written([...shown])).toEqual(written(lines));
  const places = (each: typeof shown) =>
    each.map(({ number, from, to, runs }) => [number, from, to, runs[0]?.pieces[0]?.from]);
  expect(places(shown)).toEqual(places(lines));
});
