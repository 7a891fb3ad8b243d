// The conditional request of the shipped scenario, from the file to the words on every side.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { wholeCondition } from '../../src/lib/explain/facts.ts';
import { branchCondition, branchStep, branchWords } from '../../src/lib/explain/sentence-open.ts';
import { outline } from '../../src/lib/explain/outline.ts';
import { finding } from '../../src/lib/explain/sentence.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const NAME = 'mfa-that-isnt.yaml';
const text = readFileSync(new URL(`../../scenarios/${NAME}`, import.meta.url), 'utf8');
const scenario = parseScenario({ name: NAME, text }).value;
const request = scenario?.cases.find(({ id }) => id === 'ravi-deletes')?.request;

describe('a request of which neither MFA nor Region is said', () => {
  if (!scenario || !request) throw new Error('the scenario has no such request');
  const words = toWords(scenario.world);
  const evaluation = evaluate(scenario.world, request);

  test('is allowed under a condition', () => {
    expect(evaluation.outcome).toBe('conditional');
    expect(evaluation.when && wholeCondition(evaluation.when)).toBe(
      'MFA is present and the Region is eu-west-1 or eu-central-1'
    );
    expect(finding(evaluation, { words, evaluation })).toBe(
      'Allowed when MFA is present and the Region is eu-west-1 or eu-central-1; otherwise explicitly denied by the policy StayInEurope or implicitly denied.'
    );
  });

  test('lists every way it can go, with the step that decides', () => {
    const rows = evaluation.forks.map((fork) => [
      branchCondition(fork, words),
      branchWords(fork, words),
      branchStep(fork)
    ]);
    expect(rows).toEqual([
      [
        'MFA is present and the Region is eu-west-1 or eu-central-1',
        'allowed',
        'identity@ravi/AllowBool#DeleteWithMfa'
      ],
      [
        'the Region is neither eu-west-1 nor eu-central-1',
        'explicitly denied by the policy StayInEurope',
        'identity@ravi/StayInEurope#IrelandAndFrankfurt'
      ],
      ['MFA is not present and the Region is eu-west-1 or eu-central-1', 'implicitly denied', 'identity']
    ]);
  });

  test('forks at the two conditions', () => {
    const splits = evaluation.splits.map(({ step, holds, fails }) => [step, holds, fails]);
    expect(splits).toEqual([
      [
        'identity@ravi/StayInEurope#IrelandAndFrankfurt:StringNotEquals.aws:RequestedRegion',
        ['explicitDeny'],
        ['allowed', 'implicitDeny']
      ],
      [
        'identity@ravi/AllowBool#DeleteWithMfa:Bool.aws:MultiFactorAuthPresent',
        ['allowed', 'explicitDeny'],
        ['explicitDeny', 'implicitDeny']
      ]
    ]);
    expect(outline(evaluation, words)).toContain(
      'when the Region is neither eu-west-1 nor eu-central-1: explicitly denied'
    );
  });
});
