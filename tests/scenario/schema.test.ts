/** The published JSON Schema is the parser's own definition, and the shipped files keep to it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../../src/lib/scenario/schema.ts';
import { SchemaCheck } from './json-schema.ts';

const sample = readFileSync(new URL('samples/every-key.yaml', import.meta.url), 'utf8');

// `npx vitest run tests/scenario/schema.test.ts --update` writes the file anew.
test('the published schema is the definition that parses', async () => {
  const text = `${JSON.stringify(scenarioSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../static/schema/scenario-1.json');
});

test('the sample of every key is valid', () => {
  expect(new SchemaCheck(scenarioSchema()).validate(parse(sample))).toEqual([]);
});

test('the sample really has every key', () => {
  const check = new SchemaCheck(scenarioSchema());
  check.validate(parse(sample));
  const missed = check.properties().filter((at) => !check.met.has(at) && !at.startsWith('#/$defs/policy/'));
  expect(missed).toEqual([]);
});

test.each([
  ['bouncer: 1\ntitle: t\nsummary: s', '/: lacks accounts'],
  ['bouncer: 1\ntitle: t\nsummary: s\naccounts: {}\nacounts: {}', '/: may not have acounts'],
  [
    'bouncer: 1\ntitle: t\nsummary: s\naccounts: { a: { id: "12" } }',
    '/accounts/a/id: does not match "^[0-9]{12}$"'
  ],
  [
    'bouncer: 1\ntitle: t\nsummary: s\naccounts: { a: { id: "123456789012", users: { u: { kind: cat } } } }',
    '/accounts/a/users/u/kind: is none of ["human","workload"]'
  ]
])('the schema refuses %j', (text, error) => {
  expect(new SchemaCheck(scenarioSchema()).validate(parse(text))).toContain(error);
});
