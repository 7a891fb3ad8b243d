/** ARNs taken apart. */
import { describe, expect, test } from 'vitest';
import {
  accountIn,
  asAccountId,
  asArn,
  federatedUserArn,
  lastName,
  resourceType,
  roleOfSession,
  rootArn,
  sessionArn,
  splitArn,
  splitSessionArn,
  toArn
} from '../../src/lib/world/arn.ts';
import { uniqueId } from '../../src/lib/world/unique-id.ts';

const ROLE = asArn('arn:aws:iam::111111111111:role/ci/blue/deploy');

// Source: IAM User Guide, "IAM identifiers" (RES-01, RES-02).
describe('splitting an ARN', () => {
  test.each([
    ['arn:aws:s3:::b/k', ['aws', 's3', '', '', 'b/k']],
    ['arn:aws:sqs:eu-west-1:111111111111:q', ['aws', 'sqs', 'eu-west-1', '111111111111', 'q']],
    [
      'arn:aws:logs:us-east-1:111111111111:log-group:/a:log-stream:x/y',
      ['aws', 'logs', 'us-east-1', '111111111111', 'log-group:/a:log-stream:x/y']
    ],
    ['arn:aws-cn:iam::aws:policy/ReadOnlyAccess', ['aws-cn', 'iam', '', 'aws', 'policy/ReadOnlyAccess']],
    ['arn:aws:s3:::', ['aws', 's3', '', '', '']]
  ])('%s has the parts %j', (text, parts) => {
    const split = splitArn(text);
    expect(split && Object.values(split)).toEqual(parts);
    expect(split && toArn(split)).toBe(text);
  });

  test.each(['*', '', 'arn:aws:s3', 'arn:aws:s3::', 'ARN:aws:s3:::b', 'ec2.amazonaws.com'])(
    '%j is no ARN',
    (text) => {
      expect(splitArn(text)).toBeNull();
      expect(accountIn(text)).toBeNull();
    }
  );
});

describe('what ARNs tell of each other', () => {
  test('a session ARN has no path (KEY-03)', () => {
    expect(sessionArn(ROLE, 'build-42')).toBe('arn:aws:sts::111111111111:assumed-role/deploy/build-42');
  });

  test('a session finds its role by name, path and all', () => {
    const session = sessionArn(ROLE, 'build-42');
    expect(roleOfSession(session, [rootArn(asAccountId('111111111111')), ROLE])).toBe(ROLE);
    expect(roleOfSession(session)).toBe('arn:aws:iam::111111111111:role/deploy');
    expect(roleOfSession(ROLE)).toBeNull();
  });

  test('a role of the same name in another account is not the role of the session', () => {
    const other = asArn('arn:aws:iam::222222222222:role/deploy');
    expect(roleOfSession(sessionArn(ROLE, 's1'), [other])).not.toBe(other);
  });

  test.each([
    ['arn:aws:sts::111111111111:assumed-role/deploy/a@b.c', { roleName: 'deploy', session: 'a@b.c' }],
    ['arn:aws:sts::111111111111:assumed-role/deploy', null],
    ['arn:aws:sts::111111111111:federated-user/bob', null],
    ['arn:aws:iam::111111111111:role/deploy', null]
  ])('%s is the session %j', (arn, expected) => {
    const found = splitSessionArn(arn);
    if (expected) expect(found).toMatchObject(expected);
    else expect(found).toBeNull();
  });

  test.each([
    [ROLE, 'deploy', 'role'],
    ['arn:aws:iam::111111111111:root', 'root', 'root'],
    ['arn:aws:s3:::my-bucket', 'my-bucket', 'my-bucket'],
    ['arn:aws:lambda:us-east-1:111111111111:function:hello', 'hello', 'function'],
    ['ec2.amazonaws.com', 'ec2.amazonaws.com', '']
  ])('the last name of %s is %s, its type %j', (arn, name, type) => {
    expect(lastName(arn)).toBe(name);
    expect(resourceType(arn)).toBe(type);
  });

  test('roots and federated users', () => {
    expect(rootArn(asAccountId('111111111111'), 'aws-cn')).toBe('arn:aws-cn:iam::111111111111:root');
    expect(federatedUserArn(asArn('arn:aws:iam::111111111111:user/p/ann'), 'guest')).toBe(
      'arn:aws:sts::111111111111:federated-user/guest'
    );
  });
});

test('a unique id is steady, looks like AWS’s, and differs from its neighbour’s', () => {
  expect(uniqueId('AROA', ROLE)).toBe(uniqueId('AROA', ROLE));
  expect(uniqueId('AROA', ROLE)).toMatch(/^AROA[A-Z2-7]{17}$/);
  expect(uniqueId('AROA', ROLE)).not.toBe(uniqueId('AROA', asArn(`${ROLE}2`)));
});
