// Rules by example, from text to decision: each request of these files is named after the rule that decides it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/lib/engine/decide.ts';
import { ruleOf } from '../../src/lib/catalog/rules.ts';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

function read(name: string) {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  const { value: scenario, diagnostics } = parseScenario({ name, text });
  if (scenario === null) throw new Error(`${name} is no scenario`);
  return { scenario, diagnostics, requests: checkScenario(scenario, diagnostics).requests };
}

describe.each(['rules.yaml', 'rules-beside.yaml', 'rules-s3.yaml', 'rules-sessions.yaml'])('%s', (name) => {
  const { scenario, diagnostics, requests } = read(name);

  test('the world has no errors, and every request is named after a rule', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(requests.filter(({ id }) => ruleOf(id.split('.')[0] ?? '') === null)).toEqual([]);
    expect(requests.filter(({ expect }) => expect === null)).toEqual([]);
  });

  test.each(requests.map((request) => [request.id, request] as const))('%s', (_id, request) => {
    const { decision, by, expect: expected, expectBy, ok } = request;
    expect(
      ok,
      `${String(decision)} by ${by.join(' ')}, not ${String(expected)} by ${expectBy ?? 'any'}`
    ).toBe(true);
  });

  test.each(scenario.cases.map(({ id, request }) => [id, request] as const))(
    '%s without a trace',
    (id, request) => {
      if (request === null) throw new Error(`${id} could not be read`);
      expect(decide(scenario.world, request)).toBe(requests.find((each) => each.id === id)?.decision);
    }
  );
});
