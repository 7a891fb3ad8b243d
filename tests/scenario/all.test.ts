// Every shipped scenario holds: it reads without errors, is valid by the schema, and each expectation is met.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { scenarioSchema } from '../../src/lib/scenario/schema.ts';
import { SchemaCheck } from './json-schema.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.ya?ml$/.test(name)
);

test('there are scenarios', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const { value, diagnostics } = parseScenario({ name, text });
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === 'error' && !value?.startErrors.includes(code)
  );

  test('reads without errors', () => {
    expect(errors.map(({ code, message, path }) => `${path} ${code} ${message}`)).toEqual([]);
    expect(value).not.toBeNull();
  });

  test('names its schema and is valid by it', () => {
    const up = '../'.repeat(name.split('/').length);
    expect(text).toContain(`# yaml-language-server: $schema=${up}static/schema/scenario-1.json`);
    expect(new SchemaCheck(scenarioSchema()).validate(parse(text))).toEqual([]);
  });

  const report = value ? checkScenario(value, diagnostics) : null;

  test.each(report?.requests ?? [])('request $id', ({ ok, decision, by, expect: expected, expectBy }) => {
    expect(
      ok,
      `${String(decision)} by ${by.join(', ')}, not ${String(expected)} by ${String(expectBy)}`
    ).not.toBe(false);
  });

  test('every scene holds', () => {
    expect(report?.scenes.filter(({ ok }) => ok === false)).toEqual([]);
  });
});
