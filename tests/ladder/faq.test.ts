// The questions: each answer is short, has a source, and its worlds end as it says.
import { expect, test } from 'vitest';
import { ruleSource } from '../../src/lib/explain/sources.ts';
import { QUESTIONS } from '../../src/lib/ladder/faq.ts';
import { toSources } from '../../src/lib/ladder/told.ts';
import { meant, ran } from './runs.ts';

const RUNS = QUESTIONS.flatMap(({ id, runs }) =>
  runs.map((run) => [`${id}: ${run.world} ${run.request}`, run] as const)
);

test('questions have anchors of their own', () => {
  expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
  expect(QUESTIONS.filter(({ id }) => !/^[a-z-]+$/.test(id))).toEqual([]);
  expect(QUESTIONS.filter(({ asks }) => !asks.endsWith('?'))).toEqual([]);
});

test.each(RUNS)('%s', (_, run) => {
  expect(ran(run)).toEqual(meant(run));
});

test.each(QUESTIONS.map((each) => [each.id, each] as const))(
  '%s is short, can be run, has a source',
  (_, each) => {
    const sentences = each.answer.replace(/`[^`]*`/g, 'x').match(/[.?](?=\s|$)/g) ?? [];
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect([1, 2]).toContain(each.runs.length);
    const sources = toSources(each.rules, each.pages ?? [], ruleSource);
    expect(sources.some(({ url }) => url?.startsWith('https://docs.aws.amazon.com/'))).toBe(true);
    expect(each.rules.filter((rule) => ruleSource(rule) === null)).toEqual([]);
  }
);
