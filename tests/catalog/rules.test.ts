// Every rule of IAM is held by a test or stands among the limits with its reason; none is in both, and none is lost.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/lib/catalog/limits.ts';
import { AREAS, ruleOf, RULES } from '../../src/lib/catalog/rules.ts';
import { ruleSource } from '../../src/lib/explain/sources.ts';

const ID = /\b(?:GRAM|MAL|QUO|ACT|RES|VAR|PRIN|COND|KEY|EVAL|SVC|XACC|MSG|CT|STS|ORG|SSO|IAM)-\d+[a-z]?\b/g;
const ROOT = join(import.meta.dirname, '../..');
const OWN = 'rules.test.ts';

/** Ids that stand in the files of a folder, outside of comments. */
function cited(folder: string, endings: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith(OWN) || file.includes('node_modules')) continue;
    if (!endings.some((ending) => file.endsWith(ending))) continue;
    const text = readFileSync(join(ROOT, folder, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*|#).*$/gm, '');
    for (const id of text.match(ID) ?? []) found.add(id);
  }
  return found;
}

/** What a citation says of a rule that goes beyond its page. */
const NOTES = {
  documented: null,
  contradictory: 'our choice',
  observed: 'seen in public',
  recalled: 'general knowledge',
  inferred: 'inferred',
  chosen: 'our choice'
} as const;

const held = cited('tests', [
  '.test.ts',
  '.e2e.ts',
  'vectors.json',
  'rules.yaml',
  'rules-beside.yaml',
  'rules-s3.yaml',
  'rules-sessions.yaml'
]);
const limits = new Set(LIMITS.map(({ rule }) => rule));

describe('every rule is held or a limit, and never both', () => {
  test.each(RULES.map(({ id }) => [id]))('%s', (id) => {
    expect({ held: held.has(id), limit: limits.has(id) }).toEqual(
      limits.has(id) ? { held: false, limit: true } : { held: true, limit: false }
    );
  });
});

test('limits are rules, each named once, with a reason', () => {
  expect(LIMITS.filter(({ rule }) => ruleOf(rule) === null)).toEqual([]);
  expect(limits.size).toBe(LIMITS.length);
  expect(LIMITS.filter(({ reason }) => !/^[A-Z`].{30,}\.$/s.test(reason))).toEqual([]);
});

test('no step of an evaluation rests on a limit but the one gate that says so', () => {
  const named = [...cited('src/lib/engine', ['.ts'])];
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((id) => limits.has(id))).toEqual(['SVC-34']);
});

test('rules have unique ids of known areas', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  expect(RULES.filter(({ id }) => !AREAS.has(id.split('-')[0] ?? ''))).toEqual([]);
  expect(RULES.filter(({ says }) => says.length < 20 || says.length > 300)).toEqual([]);
});

/** Ids in the files of a room, comments and runs such as `COND-10 to COND-13` or `EVAL-10, 11` included. */
function citedInCode(room: string): readonly string[] {
  const folder = join(ROOT, 'src/lib', room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    if (!file.endsWith('.ts') || /(?:limits|choices|sources)\.ts$/.test(file)) return [];
    const text = readFileSync(join(folder, file), 'utf8');
    const runs = [...text.matchAll(/\b([A-Z]+)-(\d+) to (?:[A-Z]+-)?(\d+)/g)].flatMap(
      ([, area = '', from, to]) =>
        Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i).map((number) => [
          area,
          number
        ])
    );
    const lists = [...text.matchAll(/\b([A-Z]+)-\d+((?:, \d+)+)/g)].flatMap(([, area = '', rest = '']) =>
      (rest.match(/\d+/g) ?? []).map((number) => [area, Number(number)])
    );
    const more = [...runs, ...lists].map(
      ([area, number]) => `${String(area)}-${String(number).padStart(2, '0')}`
    );
    return [...(text.match(ID) ?? []), ...more];
  });
}

test('code cites the rules that it decides by', () => {
  const rooms = ['catalog', 'policy', 'world', 'engine', 'scenario', 'lint', 'explain'];
  const found = new Set(rooms.flatMap(citedInCode));
  expect(RULES.filter(({ id }) => !limits.has(id) && !found.has(id)).map(({ id }) => id)).toEqual([]);
});

test('what the product cites is a rule', () => {
  const unknown = [...cited('src', ['.ts', '.svelte'])].filter((id) => ruleOf(id) === null);
  expect(unknown).toEqual([]);
});

test.each(RULES.map(({ id, status }) => [id, status] as const))(
  '%s has a source that is called %s, or is said to be ours',
  (id, status) => {
    const title = ruleSource(id)?.title ?? '';
    expect(title).not.toBe('');
    const note = NOTES[status];
    if (note === null) expect(title).not.toMatch(/not documented|our choice|general knowledge/);
    else expect(title).toContain(note);
  }
);
