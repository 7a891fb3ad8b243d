/** Values are made when they are asked for, each once; keys make none. */
import { expect, test, vi } from 'vitest';
import { LateMap } from '../../src/lib/source/late-map.ts';

const make = (text: string) => vi.fn(() => ({ text }));

test('asking for one value makes that one, and makes it once', () => {
  const [a, b] = [make('a'), make('b')];
  const map = new LateMap([
    ['a', a],
    ['b', b]
  ]);
  expect([map.size, map.has('a'), map.has('c'), [...map.keys()]]).toEqual([2, true, false, ['a', 'b']]);
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([0, 0]);
  expect(map.get('b')).toBe(map.get('b'));
  expect(map.get('c')).toBeUndefined();
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([0, 1]);
});

test('walking over it makes all, in order', () => {
  const map = new LateMap([
    ['a', make('a')],
    ['b', make('b')]
  ]);
  const seen: string[] = [];
  map.forEach(({ text }, key) => seen.push(`${key}=${text}`));
  expect(seen).toEqual(['a=a', 'b=b']);
  expect([...map].map(([key]) => key)).toEqual(['a', 'b']);
  expect([...map.values()].map(({ text }) => text)).toEqual(['a', 'b']);
});

test('what is put in later counts from then on', () => {
  const late = make('late');
  const map = new LateMap<string, { readonly text: string }>();
  map.set('a', { text: 'now' });
  map.setLate('b', late);
  expect([map.get('a')?.text, map.size, late.mock.calls.length]).toEqual(['now', 2, 0]);
  expect([map.get('b')?.text, map.get('b')?.text, late.mock.calls.length]).toEqual(['late', 'late', 1]);
  map.delete('a');
  expect([...map.keys()]).toEqual(['b']);
});
