// The glossary: every term that an exercise teaches is there, related terms exist, each has a source and a world that shows it.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleSource } from '../../src/lib/explain/sources.ts';
import { anchorOf } from '../../src/lib/ladder/cited.ts';
import { GLOSSARY } from '../../src/lib/ladder/glossary.ts';
import { toSources } from '../../src/lib/ladder/told.ts';
import { meant, ran, worldOf } from './runs.ts';

const EXERCISES = readdirSync(new URL('../../scenarios/exercises/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));
const anchors = new Set(GLOSSARY.map(({ name }) => anchorOf(name)));

test('terms have anchors of their own', () => {
  expect(anchors.size).toBe(GLOSSARY.length);
  expect([...anchors].filter((anchor) => !/^[a-z-]+$/.test(anchor))).toEqual([]);
});

test.each(EXERCISES)('every term that %s teaches has an entry', (world) => {
  const teaches = worldOf({ page: 'exercise', world }).exercise?.teaches ?? [];
  expect(teaches.length).toBeGreaterThan(0);
  expect(teaches.filter((name) => !GLOSSARY.some((term) => term.name === name))).toEqual([]);
});

test.each(EXERCISES)('what %s says leads to terms that there are', (world) => {
  const text = readFileSync(new URL(`../../scenarios/exercises/${world}.yaml`, import.meta.url), 'utf8');
  const links = [...text.matchAll(/\]\(\/glossary\/?#([^)]*)\)/g)].map(([, anchor]) => anchor);
  expect(links.filter((anchor) => !anchors.has(anchor ?? ''))).toEqual([]);
});

test.each(GLOSSARY.map((term) => [term.name, term] as const))(
  '%s',
  (name, { says, run, related, ...cited }) => {
    expect(ran(run)).toEqual(meant(run));
    expect(related.filter((other) => other === name || !anchors.has(anchorOf(other)))).toEqual([]);
    const sentences = says.replace(/`[^`]*`/g, 'x').match(/[.?](?=\s|$)/g) ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(1);
    expect(sentences.length).toBeLessThanOrEqual(3);
    const sources = toSources(cited.rules, cited.pages ?? [], ruleSource);
    expect(sources.some(({ url }) => url?.startsWith('https://docs.aws.amazon.com/'))).toBe(true);
    expect(cited.rules.filter((rule) => ruleSource(rule) === null)).toEqual([]);
  }
);
