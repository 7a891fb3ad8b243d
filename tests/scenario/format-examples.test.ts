// The examples of the format's page: each reads without errors, is valid by the schema, and holds what it expects.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkAll } from '../../src/lib/exercise/check.ts';
import { QUESTIONS } from '../../src/lib/ladder/faq.ts';
import { MYTHS } from '../../src/lib/ladder/myths.ts';
import { BY_TYPES } from '../../src/lib/scenario/format-requests.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { scenarioSchema } from '../../src/lib/scenario/schema.ts';
import { toSections } from '../../src/lib/workbench/format-keys.ts';
import { FIRST, WORDS } from '../../src/routes/format/words.ts';
import { SchemaCheck } from './json-schema.ts';

const folder = new URL('../../src/routes/format/examples-data/', import.meta.url);
const files = readdirSync(folder);

/** The one example that is there to be warned of. */
const WARNED = 'decides-nothing.yaml';

test('there are examples', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const { value, diagnostics } = parseScenario({ name, text });

  test('has an address', () => {
    expect(name).toMatch(/^[a-z-]+\.yaml$/);
  });

  test('reads without a word, or with those it is there for', () => {
    const codes = new Set(diagnostics.map(({ code }) => code));
    expect([...codes]).toEqual(name === WARNED ? ['scenario/not-modelled'] : []);
    expect(value).not.toBeNull();
  });

  test('is valid by the schema', () => {
    expect(new SchemaCheck(scenarioSchema()).validate(parse(text))).toEqual([]);
  });

  test('holds what it expects of every request and scene', () => {
    const report = checkAll(value!, diagnostics);
    const all = [...report.requests, ...report.scenes];
    expect(all.filter(({ ok }) => ok === false)).toEqual([]);
    // With an exercise goals and probes are held by its law, not against the start.
    expect(report.exercise?.problems ?? []).toEqual([]);
    expect(report.requests.filter(({ ok }) => (ok === null) !== value!.hasExercise)).toEqual([]);
    expect(report.requests.length).toBeGreaterThan(0);
  });

  test('fits a page that does not scroll sideways', () => {
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});

describe('the words of the page', () => {
  const sections = toSections(scenarioSchema());
  const places = sections.flatMap(({ key, blocks }) => [key, ...blocks.map((block) => block.key)]);

  test.each(Object.keys(WORDS))('%s is a key that has a place of its own', (id) => {
    expect(places.map((key) => key.id)).toContain(id);
  });

  test('every example is told once, or run by a page that is read', () => {
    const told = [FIRST, ...Object.values(WORDS).flatMap(({ examples }) => examples)];
    expect(new Set(told).size).toBe(told.length);
    const runs = [...MYTHS, ...QUESTIONS].flatMap((entry) => entry.runs);
    const run = runs.filter(({ page }) => page === 'example');
    const all = new Set([...told, ...run.map(({ world }) => world)]);
    expect([...all].map((name) => `${name}.yaml`).sort()).toEqual([...files].sort());
  });

  test('every kind of `by` is told that can have decided', () => {
    const said = WORDS['requests']?.says.join(' ') ?? '';
    expect(BY_TYPES.filter((type) => !said.includes(`\`${type}\``))).toEqual([]);
  });
});
