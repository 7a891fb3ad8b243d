/** A file while it is written: what is typed counts over what the file has, and what is broken breaks nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LiveReader, type Live, type TypedTexts } from '../../src/lib/scenario/live.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const FLAGSHIP = readFileSync('scenarios/tools-to-production.yaml', 'utf8');
const source = (text: string) => ({ name: 'flagship.yaml', text });

const DEPLOY = asPolicyId('prod:role/prod-deploy/deploy-web');
const BOUNDARY = asPolicyId('tools:policy/DeveloperBoundary');

const textOf = (live: Live, id: typeof DEPLOY) => live.texts.get(id)!;
const typedOver = (live: Live, id: typeof DEPLOY, text: string): TypedTexts => {
  const { pointer, over } = textOf(live, id);
  return new Map([[pointer, { text, over }]]);
};
const verdicts = ({ scenario }: Live) =>
  Object.fromEntries(toWatches(scenario!).map(({ case: { id }, outcome }) => [id, outcome]));

const before = new LiveReader().read(source(FLAGSHIP), new Map());

test('every policy is read from the JSON on show, and every range points into it', () => {
  const { world } = before.scenario!;
  expect([...before.texts.keys()]).toContain(DEPLOY);
  for (const [id, { text }] of before.texts) {
    const { range } = world.policies.get(id)!;
    expect(range.source.text).toBe(text);
    expect(JSON.parse(text)).toHaveProperty('Statement');
  }
});

test('a policy kept as text is shown word for word, one kept as a mapping as JSON', () => {
  expect(textOf(before, DEPLOY)).toMatchObject({ isVerbatim: true, isTyped: false });
  expect(textOf(before, DEPLOY).text).toMatch(/^\{\n {4}"Version"/);
  expect(textOf(before, BOUNDARY)).toMatchObject({ isVerbatim: false });
  expect(textOf(before, BOUNDARY).text).toMatch(/^\{\n {2}"Version"/);
});

test('half a policy leaves undecided what it applies to, and nothing else', () => {
  const live = new LiveReader().read(source(FLAGSHIP), typedOver(before, DEPLOY, '{ "Statement": ['));
  const [was, is] = [verdicts(before), verdicts(live)];
  const changed = Object.keys(is).filter((id) => is[id] !== was[id]);
  expect(changed).toEqual([
    'deploy',
    'read-logs',
    'pass-task-role',
    'pass-admin',
    'wrong-region',
    'customer-data'
  ]);
  expect(changed.map((id) => is[id])).toEqual(changed.map(() => null));
  expect(live.diagnostics.map(({ code, range }) => [code, range.source.text])).toEqual([
    ['source/syntax', '{ "Statement": [']
  ]);
});

test('what is typed over something else than what stands there does not count', () => {
  const typed: TypedTexts = new Map([
    [textOf(before, DEPLOY).pointer, { text: '{', over: 'something else' }]
  ]);
  expect(verdicts(new LiveReader().read(source(FLAGSHIP), typed))).toEqual(verdicts(before));
});

test('what came without what stands below it counts', () => {
  const typed: TypedTexts = new Map([[textOf(before, DEPLOY).pointer, { text: '{', over: null }]]);
  expect(textOf(new LiveReader().read(source(FLAGSHIP), typed), DEPLOY).isTyped).toBe(true);
});

test('a graph goes on drawing the last sound document of what is broken', () => {
  const reader = new LiveReader();
  const sound = reader.read(source(FLAGSHIP), new Map()).scenario!.world.policies.get(DEPLOY);
  const live = reader.read(source(FLAGSHIP), typedOver(before, DEPLOY, '{'));
  expect(live.scenario!.world.policies.has(DEPLOY)).toBe(false);
  expect(live.drawn!.policies.get(DEPLOY)).toBe(sound);
});

test('what did not change is not read again', () => {
  const reader = new LiveReader();
  const first = reader.read(source(FLAGSHIP), new Map()).scenario!.world;
  const second = reader.read(source(FLAGSHIP), typedOver(before, DEPLOY, '{')).scenario!.world;
  expect(second.policies.get(BOUNDARY)).toBe(first.policies.get(BOUNDARY));
});

test('a duplicate key in the file keeps a policy broken, although its JSON on show reads well', () => {
  const text = FLAGSHIP.replace(
    "Version: '2012-10-17'",
    "Version: '2012-10-17'\n          Version: '2012-10-17'"
  );
  const live = new LiveReader().read(source(text), new Map());
  expect([...live.scenario!.world.broken.keys()]).toHaveLength(1);
});

test('a text that is no scenario gives its problems and nothing else', () => {
  const live = new LiveReader().read(source('{{{'), new Map());
  expect(live).toMatchObject({ scenario: null, drawn: null });
  expect(live.diagnostics.length).toBeGreaterThan(0);
});

test('what is read can be sent from a worker', () => {
  const live = new LiveReader().read(source(FLAGSHIP), typedOver(before, DEPLOY, '{'));
  expect(structuredClone(live)).toEqual(live);
});
