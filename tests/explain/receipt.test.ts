// One call as a receipt: a line for each check, why it is asked, the total.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { receiptOf, receiptText } from '../../src/lib/explain/receipt.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { may, readDanas, trusting } from '../support/dana.ts';

const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/k';

function evaluated(request: string, allowed: string) {
  const { value } = readDanas({
    statements: [may(allowed)],
    roles: [trusting('worker', 'lambda.amazonaws.com')],
    resources: [
      `"arn:aws:s3:::safe": { encryptedWith: "${KEY}" }`,
      '"arn:aws:s3:::open": {}',
      `"${KEY}": { name: key }`
    ],
    request: `{ principal: app:user/dana, ${request} }`
  });
  const asked = value?.cases[0]?.request;
  if (!value || !asked) throw new Error('no request');
  return { evaluation: evaluate(value.world, asked), words: toWords(value.world) };
}

test('a call that is one check has none', () => {
  const { evaluation, words } = evaluated(
    'action: "s3:GetObject", resource: "arn:aws:s3:::open/a"',
    '"s3:*"'
  );
  expect(receiptOf(evaluation, words)).toBeNull();
  expect(receiptText(evaluation, words)).toEqual([]);
});

const COPY = 'action: "s3:CopyObject", copyFrom: "arn:aws:s3:::safe/a", resource: "arn:aws:s3:::open/b"';

describe('a copy of an encrypted object', () => {
  test('allowed', () => {
    const { evaluation, words } = evaluated(COPY, '"s3:*", "kms:*"');
    expect(receiptText(evaluation, words)).toEqual([
      'CopyObject is 3 checks:',
      '  allowed  s3:PutObject  open/b  what is called',
      '  allowed  s3:GetObject  safe/a  a copy reads its source',
      '  allowed  kms:Decrypt   key     the object is encrypted with this key',
      '  total: allowed'
    ]);
  });

  test('the key refuses: the call itself was allowed, the total is not', () => {
    const { evaluation, words } = evaluated(COPY, '"s3:*"');
    const receipt = receiptOf(evaluation, words);
    expect(receipt?.lines.map(({ outcome }) => outcome)).toEqual(['allowed', 'allowed', 'implicitDeny']);
    expect(receipt?.total).toBe('implicitDeny');
    expect(receipt?.lines.map(({ id }) => id)).toEqual(['verdict', 'check1.verdict', 'check2.verdict']);
  });
});

test('a role that is handed over: permission, and the trust of the service', () => {
  const { evaluation, words } = evaluated(
    'action: "lambda:CreateFunction", resource: "arn:aws:lambda:eu-west-1:111111111111:function:f", passes: app:role/worker, requestTags: { a: b }',
    '"lambda:*", "iam:PassRole"'
  );
  expect(receiptOf(evaluation, words)?.lines.map(({ action, why }) => `${action}: ${why}`)).toEqual(
    expect.arrayContaining([
      'lambda:CreateFunction: what is called',
      'iam:PassRole: a role is handed to the service',
      'sts:AssumeRole: the service must be trusted with the role it is handed',
      'lambda:TagResource: it is made with tags'
    ])
  );
});
