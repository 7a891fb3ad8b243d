/** Lake Formation decides beside IAM and is not modelled: its gate says so, and the verdict stands under it. */
import { expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { finding, question } from '../../src/lib/explain/sentence.ts';
import { toRoad } from '../../src/lib/explain/road.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { ruleSource } from '../../src/lib/explain/sources.ts';
import { parsed } from '../scenario/sample.ts';

const TABLE = 'arn:aws:glue:us-east-1:111111111111:table/sales/orders';

function ask(action: string, effect: string) {
  const { scenario } = parsed(`bouncer: 1
title: A table
accounts:
  lake:
    id: '111111111111'
    users:
      ana:
        inline:
          reads: { Version: '2012-10-17', Statement: [{ Effect: ${effect}, Action: 'glue:*', Resource: '*' }] }
requests:
  asks: { principal: 'lake:user/ana', action: '${action}', resource: '${TABLE}' }
`);
  const request = scenario.cases[0]?.request;
  if (!request) throw new Error('no request');
  const evaluation = evaluate(scenario.world, request);
  return { evaluation, context: { words: toWords(scenario.world), evaluation } };
}

test.each(['glue:GetTable', 'GLUE:gettables', 'glue:BatchDeletePartition'])('%s', (action) => {
  const { evaluation, context } = ask(action, 'Allow');
  expect(evaluation.outcome).toBe('allowed');
  const gate = evaluation.steps.at(-1);
  if (gate?.kind !== 'gate') throw new Error('no gate');
  expect(gate).toMatchObject({ gate: 'beyond', outcome: 'notModelled', about: 'Lake Formation' });
  expect(ruleSource(gate.rule)?.url).toContain('/lake-formation/');
  expect(question(gate, context)).toBe('Does Lake Formation let ana@lake in as well?');
  expect(finding(gate, context)).toMatch(
    /^Lake Formation has permissions of its own, which are not modelled here/
  );
  expect(finding(evaluation, context)).toMatch(/^Allowed, unless Lake Formation objects: /);
  const { lower, verdict } = toRoad(evaluation);
  expect(lower.gates.at(-1)).toMatchObject({
    name: 'Lake Formation',
    detail: 'may object, not modelled here',
    isFolded: false
  });
  expect(verdict).toMatchObject({ word: 'ALLOWED', reason: 'unless Lake Formation objects' });
});

test('what IAM denies stays denied', () => {
  const { evaluation, context } = ask('glue:GetTable', 'Deny');
  expect(evaluation.outcome).toBe('explicitDeny');
  expect(finding(evaluation, context)).toMatch(/^Denied by /);
});

test.each(['glue:StartJobRun', 'glue:GetDatabaseX', 's3:GetObject'])('%s is for IAM alone', (action) => {
  const { evaluation } = ask(action, 'Allow');
  expect(evaluation.steps.some((step) => step.kind === 'gate' && step.gate === 'beyond')).toBe(false);
});
