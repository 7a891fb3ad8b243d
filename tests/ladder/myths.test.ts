// The myths: each counter-example exists and ends as its card says, each card has a source, and says no more than it should.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleSource } from '../../src/lib/explain/sources.ts';
import { queryOf } from '../../src/lib/ladder/cited.ts';
import { MYTHS } from '../../src/lib/ladder/myths.ts';
import { toSources } from '../../src/lib/ladder/told.ts';
import { meant, ran, worldOf } from './runs.ts';

const RUNS = MYTHS.flatMap((myth) =>
  myth.runs.map((run) => [`${myth.id}: ${run.world} ${run.request}`, run] as const)
);

test('there are sixteen, with anchors of their own', () => {
  expect(MYTHS).toHaveLength(16);
  expect(new Set(MYTHS.map(({ id }) => id)).size).toBe(16);
  expect(MYTHS.filter(({ id }) => !/^[a-z-]+$/.test(id))).toEqual([]);
});

test.each(RUNS)('%s', (_, run) => {
  expect(ran(run)).toEqual(meant(run));
});

test.each(MYTHS.map((myth) => [myth.id, myth] as const))('%s is told in two to four sentences', (_, myth) => {
  const sentences = myth.truth.replace(/`[^`]*`/g, 'x').match(/[.?](?=\s|$)/g) ?? [];
  expect(sentences.length).toBeGreaterThanOrEqual(2);
  expect(sentences.length).toBeLessThanOrEqual(4);
  expect([1, 2]).toContain(myth.runs.length);
});

test.each(MYTHS.map((myth) => [myth.id, myth] as const))('%s has a page of AWS', (_, myth) => {
  const sources = toSources(myth.rules, myth.pages ?? [], ruleSource);
  expect(sources.some(({ url }) => url?.startsWith('https://docs.aws.amazon.com/'))).toBe(true);
  expect(myth.rules.filter((rule) => ruleSource(rule) === null)).toEqual([]);
});

test.each(MYTHS.flatMap(({ exercise }) => exercise ?? []))('%s is an exercise', (name) => {
  expect(existsSync(new URL(`../../scenarios/exercises/${name}.yaml`, import.meta.url))).toBe(true);
  expect(worldOf({ page: 'exercise', world: name }).hasExercise).toBe(true);
});

test('an address says world, request, step and, for a statement, how deep', () => {
  const [{ runs } = { runs: [] }] = MYTHS;
  expect(runs.map(queryOf)[0]).toBe(
    '?example=one-tuesday&request=next-tuesday&step=identity@sarah/Tuesday%23NineToFive&detail=statements'
  );
});
