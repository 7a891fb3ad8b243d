/** Every code in the catalogue of reading problems has a sample in the tests of this room. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The samples are rows of the tables of what is refused. */
test('every code of the catalogue has a sample in the tests of this room', () => {
  const codes = Array.from(
    read('../../src/lib/source/diagnostics.ts').matchAll(/'(source\/[\w-]+)'/g),
    (match) => match[1]
  );
  const tests = ['./json.test.ts', './yaml.test.ts', './read.test.ts', './change-cases.ts']
    .map(read)
    .join('\n');
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => code === undefined || !tests.includes(code))).toEqual([]);
});
