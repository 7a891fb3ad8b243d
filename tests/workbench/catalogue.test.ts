/** The catalogue: chapters in learning order, what each scenario holds, how its requests end; nobody is left out. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { Scenario } from '../../src/lib/scenario/scenario.ts';
import { toCatalogue } from '../../src/lib/workbench/catalogue.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);

function read(name: string, text: string): Scenario {
  const { value } = parseScenario({ name: `${name}.yaml`, text });
  if (!value) throw new Error(`${name} cannot be read`);
  return { ...value, name };
}

const world = (name: string, rest = '') =>
  read(name, `bouncer: 1\ntitle: T ${name}\naccounts:\n  a: { id: '111111111111' }\n${rest}`);

test('chapters come in the order of learning, and scenarios in that of their chapter', () => {
  const catalogue = toCatalogue([
    world('c', 'chapter: Ceilings\norder: 1'),
    world('b', 'chapter: First words\norder: 2'),
    world('x', 'chapter: First words'),
    world('a', 'chapter: First words\norder: 1')
  ]);
  expect(
    catalogue.map(({ number, title, scenarios }) => [number, title, scenarios.map((s) => s.name)])
  ).toEqual([
    [1, 'First words', ['a', 'b', 'x']],
    [6, 'Ceilings', ['c']]
  ]);
});

test('what is in no chapter, or in one that there is not, comes last', () => {
  const catalogue = toCatalogue([
    world('x', 'chapter: Nowhere'),
    world('y'),
    world('a', 'chapter: Ceilings')
  ]);
  expect(catalogue.map(({ number }) => number)).toEqual([6, null]);
  expect(catalogue[1]).toMatchObject({ id: 'chapter-more', scenarios: [{ name: 'x' }, { name: 'y' }] });
});

test('a scenario says how much is in it and how its requests end, in the order of the signs', () => {
  const text = readFileSync(new URL('read-one-bucket.yaml', FOLDER), 'utf8');
  const [chapter] = toCatalogue([read('read-one-bucket', text)]);
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
  const catalogue = toCatalogue(
    names.map((name) => read(name, readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')))
  );
  expect(catalogue.every(({ number }) => number !== null)).toBe(true);
  expect(catalogue.flatMap(({ scenarios }) => scenarios.map(({ name }) => name)).sort()).toEqual(
    names.sort()
  );
});
