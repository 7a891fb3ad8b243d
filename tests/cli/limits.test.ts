// `bouncer limits`: what is not held and what was chosen, in words and as JSON.
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/lib/catalog/limits.ts';
import { ruleOf } from '../../src/lib/catalog/rules.ts';
import { CHOICE_NOTES } from '../../src/lib/engine/choices.ts';
import { run } from './run.ts';

test('names every limit with its reason, then every choice', () => {
  const { code, out, err } = run(['limits']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(
    out.startsWith('Rules that are not held. Where one of them may change a verdict, the verdict says so.\n')
  ).toBe(true);
  const [held = '', chosen = ''] = out.split('What we chose where AWS documents nothing');
  for (const { rule, reason } of LIMITS) {
    expect(held).toContain(`${rule}  ${ruleOf(rule)?.says ?? 'nothing'}\n    ${reason}\n`);
  }
  for (const { rule, question, ours } of CHOICE_NOTES) {
    expect(chosen).toContain(`${rule}  ${question}\n    ${ours}\n`);
  }
});

test('as JSON it gives each with its source', () => {
  const { code, out } = run(['limits', '--format', 'json']);
  expect(code).toBe(0);
  const { limits, choices } = JSON.parse(out) as { limits: object[]; choices: object[] };
  expect([limits.length, choices.length]).toEqual([LIMITS.length, CHOICE_NOTES.length]);
  // No rule is named here: one that a test names counts as held.
  const first = LIMITS.find(({ reason }) => reason.startsWith('Only the default version'));
  expect(limits).toContainEqual({
    ...first,
    says: ruleOf(first?.rule ?? '')?.says,
    source: expect.stringContaining('IAM User Guide') as unknown,
    url: expect.stringContaining('https://docs.aws.amazon.com/IAM/') as unknown
  });
  expect(choices).toContainEqual(
    expect.objectContaining({ rule: 'COND-60', source: expect.stringContaining('our choice') as unknown })
  );
});

test('a choice is shown under a rule there is', () => {
  expect(CHOICE_NOTES.filter(({ rule }) => ruleOf(rule) === null)).toEqual([]);
});
