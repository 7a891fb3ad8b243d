// Conditions in words, by way of the real operators: one row for each way in which a condition can turn out.
import { expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { finding } from '../../src/lib/explain/sentence.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';
import type { World } from '../../src/lib/world/world.ts';
import { document, type Texts } from '../support/document.ts';
import { APP, INTERN } from './names.ts';
import { context, request, user } from './requests.ts';
import { WORLD } from './world.ts';

const words = toWords(WORLD);

/** What is said of one condition when the request brings these values; undefined leaves the key out. */
function said(operator: string, key: string, expected: Texts, actual: Texts | null | undefined): string {
  const policy = document([
    { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { [operator]: { [key]: expected } } }
  ]);
  const world: World = {
    ...WORLD,
    policies: new Map([...WORLD.policies, [asPolicyId('intern/knock'), policy]])
  };
  const facts = context(actual === undefined ? {} : { [key]: actual });
  const evaluation = evaluate(world, request(user(INTERN), 's3:GetObject', `${APP}/a`, { context: facts }));
  const frame = toFrames(evaluation, 'elements').find(
    ({ step }) => step.kind === 'condition' && step.at.policy === 'intern/knock'
  );
  if (!frame) throw new Error('the condition was not asked');
  return finding(frame.step, { words, evaluation }).replace('The inline policy knock asks ', '');
}

test.each([
  // operator, key, in the policy, in the request, sentence
  [
    'StringEquals',
    'aws:x',
    'a',
    'a',
    'StringEquals of aws:x: the request brings a, which it names, so the condition holds.'
  ],
  [
    'StringEquals',
    'aws:x',
    ['a', 'b'],
    'c',
    'StringEquals of aws:x: the request brings c, which does not equal a or b, so the condition fails.'
  ],
  [
    'StringNotEquals',
    'aws:x',
    ['a', 'b'],
    'c',
    'StringNotEquals of aws:x: the request brings c, which does not equal a or b, so the condition holds.'
  ],
  [
    'StringNotEquals',
    'aws:x',
    'a',
    'a',
    'StringNotEquals of aws:x: the request brings a, which it names, so the condition fails.'
  ],
  [
    'StringLike',
    'aws:x',
    'a*',
    'abc',
    'StringLike of aws:x: the request brings abc, which fits a*, so the condition holds.'
  ],
  [
    'NumericLessThan',
    'aws:x',
    '10',
    '12',
    'NumericLessThan of aws:x: the request brings 12, which is not less than 10, so the condition fails.'
  ],
  [
    'DateLessThan',
    'aws:CurrentTime',
    '2026-01-01',
    '2025-06-01T00:00:00Z',
    'DateLessThan of aws:CurrentTime: the request brings 2025-06-01T00:00:00Z, which is before 2026-01-01, so the condition holds.'
  ],
  [
    'NotIpAddress',
    'aws:SourceIp',
    '203.0.113.0/24',
    '198.51.100.1',
    'NotIpAddress of aws:SourceIp: the request brings 198.51.100.1, which lies outside 203.0.113.0/24, so the condition holds.'
  ],
  [
    'ArnLike',
    'aws:PrincipalArn',
    'arn:aws:iam::*:role/x',
    'arn:aws:iam::1:user/y',
    'ArnLike of aws:PrincipalArn: the request brings arn:aws:iam::1:user/y, which does not fit arn:aws:iam::*:role/x, so the condition fails.'
  ],
  [
    'Bool',
    'aws:MultiFactorAuthPresent',
    'true',
    undefined,
    'Bool of aws:MultiFactorAuthPresent: the request brings no such key, so the condition fails.'
  ],
  [
    'StringNotEquals',
    'aws:SourceVpc',
    'vpc-1',
    undefined,
    'StringNotEquals of aws:SourceVpc: the request brings no such key, and a negated operator holds without it.'
  ],
  [
    'BoolIfExists',
    'aws:x',
    'true',
    undefined,
    'BoolIfExists of aws:x: the request brings no such key, and IfExists lets that pass.'
  ],
  [
    'Null',
    'aws:x',
    'true',
    undefined,
    'Null of aws:x: the request brings no such key, so the condition holds.'
  ],
  ['Null', 'aws:x', 'true', 'a', 'Null of aws:x: the request brings this key, so the condition fails.'],
  [
    'ForAllValues:StringEquals',
    'aws:TagKeys',
    ['a', 'b'],
    ['a', 'c'],
    'ForAllValues:StringEquals of aws:TagKeys: the request brings a and c, and not every one of them equals a or b, so the condition fails.'
  ],
  [
    'ForAllValues:StringEquals',
    'aws:TagKeys',
    'a',
    [],
    'ForAllValues:StringEquals of aws:TagKeys: the request brings an empty list, and with nothing to check ForAllValues holds.'
  ],
  [
    'ForAllValues:StringEquals',
    'aws:TagKeys',
    ['a', 'b'],
    ['a'],
    'ForAllValues:StringEquals of aws:TagKeys: the request brings a, which it names, so the condition holds.'
  ],
  [
    'ForAllValues:StringNotEquals',
    'aws:TagKeys',
    ['a', 'b'],
    ['c', 'd'],
    'ForAllValues:StringNotEquals of aws:TagKeys: the request brings c and d, and every one of them meets StringNotEquals a or b, so the condition holds.'
  ],
  [
    'ForAnyValue:StringEquals',
    'aws:TagKeys',
    ['a', 'b'],
    ['c'],
    'ForAnyValue:StringEquals of aws:TagKeys: the request brings c, which does not equal a or b, so the condition fails.'
  ],
  [
    'ForAnyValue:StringEquals',
    'aws:TagKeys',
    ['a', 'b'],
    ['a', 'c'],
    'ForAnyValue:StringEquals of aws:TagKeys: the request brings a and c, and at least one of them equals a or b, so the condition holds.'
  ],
  [
    'ForAnyValue:StringEquals',
    'aws:TagKeys',
    'a',
    undefined,
    'ForAnyValue:StringEquals of aws:TagKeys: the request brings no such key, and ForAnyValue wants at least one value, so the condition fails.'
  ],
  [
    'StringEquals',
    'aws:TagKeys',
    'a',
    ['a', 'b'],
    'StringEquals of aws:TagKeys: the request brings a and b, several values for an operator that takes one, so the condition fails.'
  ],
  [
    'StringEquals',
    'aws:x',
    '${aws:PrincipalTag/team}',
    'web',
    'StringEquals of aws:x: ${aws:PrincipalTag/team} has no value in this request, so nothing can match it and the condition fails.'
  ],
  [
    'NumericLessThan',
    'aws:x',
    '10',
    'nine',
    'NumericLessThan of aws:x: the request brings nine, which cannot be compared with 10, so the condition fails.'
  ],
  [
    'Bool',
    'aws:x',
    'true',
    null,
    'Bool of aws:x: aws:x is left open: it holds when aws:x is true, and the call is then allowed, otherwise implicitly denied.'
  ]
] as const)('%s %s %j with %j', (operator, key, expected, actual, sentence) => {
  expect(said(operator, key, expected, actual)).toBe(sentence);
});
