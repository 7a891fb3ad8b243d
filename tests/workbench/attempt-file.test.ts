// Which files of a device are attempts at an exercise, by what they began as; and taking them off.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attemptIn, removeAttempts } from '../../src/lib/workbench/attempt-file.ts';
import { EXERCISES } from './shipped-task.ts';

const SCENARIOS = readdirSync(new URL('../../scenarios', import.meta.url)).filter((name) =>
  name.endsWith('.yaml')
);
const stem = (name: string) => name.replace(/\.yaml$/, '');

test.each([
  ['7-05-carla-from-the-directory', '7.5'],
  ['8-10-public-by-accident', '8.10'],
  ['tools-to-production', undefined],
  ['', undefined],
  [null, undefined]
])('%s is an attempt at %s', (base, number) => {
  expect(attemptIn(base)?.number).toBe(number);
});

test('every exercise is told by its name, and no scenario', () => {
  expect(EXERCISES.filter((name) => attemptIn(stem(name))?.exercise !== stem(name))).toEqual([]);
  expect(SCENARIOS.filter((name) => attemptIn(stem(name)) !== null)).toEqual([]);
});

test('attempts go, other files stay', async () => {
  const recent = [
    { id: 'a', base: '7-05-carla-from-the-directory' },
    { id: 'b', base: null },
    { id: 'c', base: '1-01-the-empty-badge' }
  ];
  const gone: string[] = [];
  const remove = (id: string) => Promise.resolve(void gone.push(id));
  expect(await removeAttempts({ recent, remove })).toBe(2);
  expect(gone).toEqual(['a', 'c']);
});
