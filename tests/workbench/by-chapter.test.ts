/** Shipped scenarios: chapters in learning order, what each scenario holds, how its requests end; nobody is left out. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { Scenario } from '../../src/lib/scenario/scenario.ts';
import { byChapter } from '../../src/lib/workbench/by-chapter.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);

function read(name: string, text: string): Scenario {
  const { value } = parseScenario({ name: `${name}.yaml`, text });
  if (!value) throw new Error(`${name} cannot be read`);
  return { ...value, name };
}

const world = (name: string, rest = '') =>
  read(name, `bouncer: 1\ntitle: T ${name}\naccounts:\n  a: { id: '111111111111' }\n${rest}`);

test('chapters come in the order of learning, and scenarios in that of their chapter', () => {
  const chapters = byChapter([
    world('c', 'chapter: Ceilings\norder: 1'),
    world('b', 'chapter: First words\norder: 2'),
    world('x', 'chapter: First words'),
    world('a', 'chapter: First words\norder: 1')
  ]);
  expect(chapters.map(({ number, scenarios }) => [number, scenarios.map((s) => s.name)])).toEqual([
    [1, ['a', 'b', 'x']],
    [6, ['c']]
  ]);
});

test('what is in no chapter, or in one that there is not, comes last', () => {
  const chapters = byChapter([world('x', 'chapter: Nowhere'), world('y'), world('a', 'chapter: Ceilings')]);
  expect(chapters.map(({ number }) => number)).toEqual([6, null]);
  expect(chapters[1]).toMatchObject({ scenarios: [{ name: 'x' }, { name: 'y' }] });
});

test('a scenario says how much is in it and how its requests end, in the order of the signs', () => {
  const text = readFileSync(new URL('read-one-bucket.yaml', FOLDER), 'utf8');
  const [chapter] = byChapter([read('read-one-bucket', text)]);
  expect(chapter?.scenarios[0]).toMatchObject({
    size: '1 account · 10 requests',
    verdicts: [
      { sign: 'pass', count: 3 },
      { sign: 'silent', count: 6 },
      { sign: 'deny', count: 1 }
    ]
  });
});

test('every shipped scenario stands in a chapter, once', () => {
  const names = readdirSync(FOLDER).flatMap((file) => /^(.*)\.yaml$/.exec(file)?.[1] ?? []);
  const chapters = byChapter(
    names.map((name) => read(name, readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')))
  );
  expect(chapters.every(({ number }) => number !== null)).toBe(true);
  expect(chapters.flatMap(({ scenarios }) => scenarios.map(({ name }) => name)).sort()).toEqual(names.sort());
});
