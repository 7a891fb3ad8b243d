// `bouncer actions`: what patterns hold, in words and as JSON, and what is said of one that holds nothing.
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

test('lists by access level, with what each action takes', () => {
  const { code, out, err } = run(['actions', 'sqs:*Permission', 'sqs:ListQueues', 'SQS:get*attributes']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatchInlineSnapshot(`
    "Read (2)
      sqs:GetQueueAttributes  queue
      sqs:ListQueues          *

    Permissions management (2)
      sqs:AddPermission       queue
      sqs:RemovePermission    queue

    4 of the 20 actions of Amazon SQS
    "
  `);
});

test('as JSON it says what a program needs', () => {
  const { code, out } = run(['actions', 'iam:PassRole', '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    patterns: ['iam:PassRole'],
    count: 1,
    actions: [
      {
        action: 'iam:PassRole',
        access: 'Write',
        resources: [{ type: 'role', required: true }],
        keys: expect.arrayContaining(['iam:PassedToService'])
      }
    ]
  });
});

test('several services are counted together', () => {
  const { out } = run(['actions', 's3:GetObject', 'kms:Decrypt']);
  expect(out).toMatch(/2 of the \d+ actions of 2 services\n$/);
});

describe('a pattern that holds nothing', () => {
  test.each([
    [['s3:GetObjects'], '`s3:GetObjects` holds no action', 'did you mean `s3:GetObject`?'],
    [['s3:HeadObject'], '`s3:HeadObject` holds no action', 'did you mean `s3:GetObject`?'],
    [['s3:Zap*'], '`s3:Zap*` holds no action', 'e.g. `s3:Get*`'],
    [['\u001b[31m'], '`\\u001b[31m` holds no action', 'a pattern is SERVICE:NAME']
  ])('%j', (patterns, message, help) => {
    const { code, out, err } = run(['actions', ...patterns]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(help);
  });

  test('does not hide what the others hold', () => {
    const { code, out, err } = run(['actions', 's3:Zap*', 'kms:Decrypt']);
    expect(code).toBe(1);
    expect(out).toContain('kms:Decrypt');
    expect(err).toContain('`s3:Zap*` holds no action');
  });

  test('no pattern at all is a wrong command line', () => {
    expect(run(['actions'])).toMatchObject({ code: 2, out: '' });
  });
});
