// Rows follow "Principal key values" (IAM User Guide, "Policy variables") and "AWS global condition context keys".
import { describe, expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import type { PrincipalFacts } from '../../src/lib/engine/facts.ts';
import { asArn, asPolicyId } from '../../src/lib/world/arn.ts';
import { factsOf, knownOf, role, user, valueOf } from '../support/facts.ts';
import type { SaidRequest } from '../support/facts.ts';
import { AUDIT, DANA, DEPLOY, JENKINS, world } from './context-world.ts';

const ask = (said: SaidRequest) => toRequest(world, factsOf(said));
const ROOT: PrincipalFacts = { kind: 'root', arn: asArn('arn:aws:iam::111111111111:root') };
const EC2: PrincipalFacts = { kind: 'service', service: 'ec2.amazonaws.com' };
const GUEST: PrincipalFacts = {
  kind: 'federatedUser',
  arn: asArn('arn:aws:sts::111111111111:federated-user/guest'),
  issuer: asArn(DANA)
};
const STRANGER = 'arn:aws:iam::444444444444:role/x/vendor';

// KEY-01
describe('principal keys by kind of caller', () => {
  test.each<[string, SaidRequest, Readonly<Record<string, string | undefined>>]>([
    [
      'a user',
      { principal: user(DANA) },
      {
        PrincipalArn: DANA,
        PrincipalType: 'User',
        userid: 'AIDADANA',
        username: 'dana',
        PrincipalAccount: '111111111111',
        PrincipalIsAWSService: 'false'
      }
    ],
    [
      'root',
      { principal: ROOT },
      {
        PrincipalArn: 'arn:aws:iam::111111111111:root',
        PrincipalType: 'Account',
        userid: '111111111111',
        username: undefined
      }
    ],
    [
      'a role session',
      { principal: role(JENKINS), session: { name: 'build-42' } },
      {
        PrincipalArn: JENKINS, // with its path, KEY-02
        PrincipalType: 'AssumedRole',
        userid: 'AROAJENKINS:build-42',
        username: undefined, // KEY-04
        PrincipalIsAWSService: 'false'
      }
    ],
    [
      'a federated user',
      { principal: GUEST },
      {
        PrincipalArn: 'arn:aws:sts::111111111111:federated-user/guest',
        PrincipalType: 'FederatedUser',
        userid: '111111111111:guest',
        username: undefined
      }
    ],
    [
      'a service',
      { principal: EC2 },
      {
        PrincipalArn: undefined,
        PrincipalType: undefined,
        PrincipalAccount: undefined,
        PrincipalOrgID: undefined,
        userid: undefined,
        PrincipalIsAWSService: 'true',
        PrincipalServiceName: 'ec2.amazonaws.com'
      }
    ],
    [
      'anonymous',
      {},
      {
        PrincipalArn: undefined,
        PrincipalType: 'Anonymous',
        PrincipalAccount: 'anonymous',
        userid: 'anonymous',
        PrincipalIsAWSService: undefined
      }
    ],
    [
      'a role of an account that nobody lists',
      { principal: role(STRANGER) },
      {
        PrincipalArn: STRANGER,
        PrincipalAccount: '444444444444',
        PrincipalOrgID: undefined,
        PrincipalType: 'AssumedRole'
      }
    ],
    [
      'a user of an account outside any organization',
      { principal: user('arn:aws:iam::333333333333:user/lena') },
      { PrincipalOrgID: undefined, PrincipalOrgPaths: undefined, PrincipalAccount: '333333333333' }
    ]
  ])('%s', (_, said, keys) => {
    const request = ask(said);
    const found = Object.keys(keys).map((key) => [key, valueOf(request, `aws:${key}`)]);
    expect(Object.fromEntries(found)).toEqual(keys);
  });

  test('organization id and path, in a list (KEY-06, KEY-07)', () => {
    const request = ask({ principal: user(DANA) });
    expect(valueOf(request, 'aws:PrincipalOrgID')).toBe('o-acme');
    expect(valueOf(request, 'aws:PrincipalOrgPaths')).toEqual(['o-acme/r-ab12/ou-ab12-work/']);
    expect(knownOf(request, 'aws:PrincipalOrgID')?.from).toEqual({
      kind: 'world',
      path: '/organizations/acme/id'
    });
  });
});

describe('callers', () => {
  test('a role of the world, its session unnamed', () => {
    expect(ask({ principal: role(JENKINS) }).caller).toEqual({
      kind: 'roleSession',
      arn: 'arn:aws:sts::111111111111:assumed-role/jenkins/jenkins-session',
      account: '111111111111',
      role: JENKINS,
      roleId: 'AROAJENKINS',
      session: 'jenkins-session',
      serviceLinked: false,
      issued: null
    });
  });

  test('a session by ARN takes its name from there', () => {
    const arn = asArn('arn:aws:sts::111111111111:assumed-role/jenkins/build-42');
    const principal: PrincipalFacts = { kind: 'session', arn, role: asArn(JENKINS) };
    expect(ask({ principal, session: { name: 'other' } }).caller).toMatchObject({ arn, session: 'build-42' });
  });

  test('a role nobody lists has a steady id, and tells by its path that it is service-linked', () => {
    const arn = 'arn:aws:iam::444444444444:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
    const { caller } = ask({ principal: role(arn) });
    expect(caller).toMatchObject({ serviceLinked: true, issued: 'service' });
    expect(ask({ principal: role(arn) }).caller).toEqual(caller);
  });

  test('an Identity Center role is assumed with SAML (SSO-01)', () => {
    const principal = role(
      'arn:aws:iam::111111111111:role/aws-reserved/AWSReservedSSO_ReadOnly_0123456789abcdef'
    );
    const request = ask({ principal, session: { name: 'carla' } });
    expect(request.caller).toMatchObject({ issued: 'AssumeRoleWithSAML', session: 'carla' });
    expect(valueOf(request, 'aws:MultiFactorAuthPresent')).toBeUndefined();
  });

  test('GetFederationToken by a user: the session is the caller, the user its issuer', () => {
    const request = ask({ principal: user(DANA), session: { kind: 'federatedUser', name: 'guest' } });
    expect(request.caller).toMatchObject({ kind: 'federatedUser', arn: GUEST.arn, issuer: DANA });
  });

  test('AssumeRoot is a root session with its task policy (EVAL-17c, KEY-24)', () => {
    const taskPolicy = asPolicyId('task');
    const request = ask({ principal: ROOT, session: { kind: 'assumeRoot', policies: [taskPolicy] } });
    expect(request.caller).toMatchObject({ kind: 'root', assumed: true });
    expect(request.sessionPolicies).toEqual([taskPolicy]);
    expect(valueOf(request, 'aws:AssumedRoot')).toBe('true');
    expect(valueOf(ask({ principal: ROOT }), 'aws:AssumedRoot')).toBeUndefined();
  });

  test.each<[string, SaidRequest, string]>([
    ['keys unless said otherwise', {}, 'accessKey'],
    ['as said', { credential: 'console' }, 'console'],
    ['the console, if MFA is spoken of', { mfa: false }, 'console'],
    ['GetSessionToken by its session', { session: { kind: 'sessionToken' }, mfa: true }, 'sessionToken']
  ])('a user signs with %s', (_, said, credential) => {
    expect(ask({ principal: user(DANA), ...said }).caller).toMatchObject({ kind: 'user', credential });
  });
});

// KEY-20, the table of who has which MFA keys
describe('aws:MultiFactorAuthPresent and its age', () => {
  const issuedAt = Date.UTC(2026, 2, 3, 9, 30);
  test.each<[string, SaidRequest, string | undefined, string | undefined]>([
    ['long-term keys', { principal: user(DANA) }, undefined, undefined],
    ['long-term keys, whatever is said', { credential: 'accessKey', mfa: true }, undefined, undefined],
    [
      'the console, user without device',
      { principal: user(`${DANA}2`), credential: 'console' },
      'false',
      undefined
    ],
    ['the console, user with a device', { credential: 'console', session: { issuedAt } }, 'true', '1800'],
    ['the console, MFA denied', { credential: 'console', mfa: false }, 'false', undefined],
    ['GetSessionToken without code', { credential: 'sessionToken' }, 'false', undefined],
    ['GetSessionToken with code', { credential: 'sessionToken', mfa: true }, 'true', '0'],
    ['a role session', { principal: role(JENKINS) }, 'false', undefined],
    [
      'a role session with MFA',
      { principal: role(JENKINS), mfa: true, session: { issuedAt } },
      'true',
      '1800'
    ],
    ['GetFederationToken', { principal: GUEST, mfa: true }, undefined, undefined],
    ['a service', { principal: EC2 }, undefined, undefined],
    ['anonymous', { principal: { kind: 'anonymous' } }, undefined, undefined],
    ['root in the console, with a device', { principal: ROOT }, 'true', '0'],
    ['root with keys', { principal: ROOT, credential: 'accessKey' }, undefined, undefined],
    ['a service calling on for a user', { via: ['athena.amazonaws.com'] }, 'false', undefined],
    [
      'AssumeRole with long-term keys and a code',
      { credential: 'accessKey', mfa: true, action: 'sts:AssumeRole', resource: DEPLOY },
      'true',
      '0'
    ]
  ])('%s', (_, said, present, age) => {
    const request = ask({ principal: user(DANA), ...said });
    expect(valueOf(request, 'aws:MultiFactorAuthPresent')).toBe(present);
    expect(valueOf(request, 'aws:MultiFactorAuthAge')).toBe(age);
  });
});

describe('session keys', () => {
  test.each<[string, SaidRequest, string | undefined]>([
    ['long-term keys have none', { principal: user(DANA) }, undefined],
    ['a session nobody dates was issued at the request', { principal: role(AUDIT) }, '2026-03-03T10:00:00Z'],
    [
      'a session has its own',
      { principal: role(AUDIT), session: { issuedAt: Date.UTC(2026, 0, 1) } },
      '2026-01-01T00:00:00Z'
    ],
    ['federated users have one', { principal: GUEST }, '2026-03-03T10:00:00Z'],
    ['services have none', { principal: EC2 }, undefined]
  ])('aws:TokenIssueTime: %s (KEY-21)', (_, said, time) => {
    expect(valueOf(ask(said), 'aws:TokenIssueTime')).toBe(time);
  });

  test('source identity (KEY-22)', () => {
    const request = ask({ principal: role(JENKINS), session: { sourceIdentity: 'dana' } });
    expect(knownOf(request, 'aws:SourceIdentity')).toEqual({
      key: 'aws:SourceIdentity',
      values: ['dana'],
      multivalued: false,
      from: { kind: 'session', path: '/requests/r/session/sourceIdentity' }
    });
    expect(valueOf(request, 'sts:SourceIdentity')).toBeUndefined();
  });

  test('session policies: none and an empty list differ (EVAL-19)', () => {
    expect(ask({ principal: role(JENKINS), session: {} }).sessionPolicies).toBeNull();
    expect(ask({ principal: role(JENKINS), session: { policies: [] } }).sessionPolicies).toEqual([]);
  });
});

// KEY-08, KEY-09, COND-63
describe('aws:PrincipalTag', () => {
  test('a user’s tags, found without case, with the place of each', () => {
    const request = ask({ principal: user(DANA) });
    expect(valueOf(request, 'AWS:principaltag/TEAM')).toBe('web');
    expect(knownOf(request, 'aws:PrincipalTag/level')?.key).toBe('aws:PrincipalTag/Level');
    expect(knownOf(request, 'aws:PrincipalTag/team')?.from).toEqual({
      kind: 'world',
      path: '/accounts/tools/users/dana/tags/team'
    });
  });

  test('session tags override role tags whatever their case; the others stay', () => {
    const request = ask({ principal: role(JENKINS), session: { tags: { TEAM: 'web' } } });
    expect(valueOf(request, 'aws:PrincipalTag/team')).toBe('web');
    expect(valueOf(request, 'aws:PrincipalTag/stage')).toBe('build');
    expect(knownOf(request, 'aws:PrincipalTag/team')?.from).toEqual({
      kind: 'session',
      path: '/requests/r/session/tags/TEAM'
    });
  });

  test('a federated user has its issuer’s tags under its own', () => {
    const request = ask({ principal: GUEST, session: { kind: 'federatedUser', tags: { level: '1' } } });
    expect(valueOf(request, 'aws:PrincipalTag/team')).toBe('web');
    expect(valueOf(request, 'aws:PrincipalTag/level')).toBe('1');
  });

  test('root has none', () => {
    const keys = [...ask({ principal: ROOT }).context.keys()];
    expect(keys.filter((key) => key.startsWith('aws:principaltag/'))).toEqual([]);
  });
});
