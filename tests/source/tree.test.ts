/** Finding many places of one tree finds what finding each by itself does. */
import { expect, test } from 'vitest';
import { readTree } from '../../src/lib/source/read.ts';
import { finderIn, treeAt } from '../../src/lib/source/tree.ts';

const TEXT = `{
  "a": { "b": ["x", { "c/d": "y", "e~f": "z", "": "empty" }] },
  "twice": { "first": "1" },
  "twice": { "second": "2" }
}`;

const { value: root } = readTree({ name: 'tree.json', text: TEXT });
const at = finderIn(root!);

test.each([
  '',
  '/a',
  '/a/b/0',
  '/a/b/1/c~1d',
  '/a/b/1/e~0f',
  '/a/b/1/',
  '/a/b/2',
  '/a/b/01',
  '/a/b/x',
  '/a/b/0/deeper',
  '/twice/first',
  '/twice/second',
  '/none',
  '/none/below'
])('at %j', (pointer) => {
  expect(at(pointer)).toBe(treeAt(root!, pointer));
  expect(at(pointer)).toBe(treeAt(root!, pointer));
});

test('there is something at all', () => {
  expect(at('/a/b/1/c~1d')).toMatchObject({ kind: 'text', text: 'y' });
});
