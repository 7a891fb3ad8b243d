// What stands above the tables and around them: organization, endpoint, rescue, broken documents, hops and checks.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Request } from '../../src/lib/engine/request.ts';
import type { Arn, World } from '../../src/lib/world/world.ts';
import {
  ABROAD,
  ALLOW_ALL,
  ask,
  askFor,
  CALLERS,
  decide,
  DENY_ALL,
  grantTo,
  HOME,
  TARGETS,
  unlisted,
  type CallerName
} from './truth-world.ts';
import { toCase, type Vector } from './vector-world.ts';

const QUEUE = TARGETS.queue.arn(HOME);
const ALLOW_ALL_RCP = grantTo('*');

describe('gates of the organization', () => {
  const silent = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }]
  };
  const denyRcp = grantTo('*', '*', true, { Effect: 'Deny' });
  const whom = Object.keys(CALLERS) as CallerName[];
  const open = { identity: [ALLOW_ALL], sessionPolicies: [ALLOW_ALL], resource: grantTo('*') };

  test.each(whom.map((who) => [who]))('SCPs bind %s if it is of an account', (who) => {
    const isBound = 'account' in CALLERS[who];
    const { sessionPolicies, ...rest } = open;
    const policies = 'account' in CALLERS[who] ? { ...rest, sessionPolicies } : rest;
    const asked = (scps: readonly (readonly unknown[])[]) =>
      ask(CALLERS[who], 'sqs:SendMessage', QUEUE, { ...policies, scps }).outcome;
    expect(asked([[ALLOW_ALL], [ALLOW_ALL]])).toBe('allowed');
    expect(asked([[ALLOW_ALL], [silent]])).toBe(isBound ? 'implicitDeny' : 'allowed');
    expect(asked([[ALLOW_ALL], []])).toBe(isBound ? 'implicitDeny' : 'allowed');
    expect(asked([[ALLOW_ALL, DENY_ALL], [ALLOW_ALL]])).toBe(isBound ? 'explicitDeny' : 'allowed');
  });

  test.each(whom.map((who) => [who]))('RCPs bind %s, whoever it is', (who) => {
    const { sessionPolicies, ...rest } = open;
    const policies = 'account' in CALLERS[who] ? { ...rest, sessionPolicies } : rest;
    const asked = (action: string, rcp: unknown) =>
      ask(CALLERS[who], action, QUEUE, { ...policies, resourceAccount: HOME, rcps: [[ALLOW_ALL_RCP], [rcp]] })
        .outcome;
    expect(asked('sqs:SendMessage', denyRcp)).toBe('explicitDeny');
    expect(asked('sqs:SendMessage', grantTo('*', 's3:*'))).toBe('implicitDeny');
    expect(asked('sns:Publish', denyRcp)).toBe('allowed'); // EVAL-03c
    expect(asked('kms:RetireGrant', denyRcp)).toBe('allowed'); // EVAL-03b
  });

  test('service-linked roles and the management account are spared (EVAL-03b, EVAL-04b)', () => {
    const policies = { ...open, scps: [[DENY_ALL]], rcps: [[denyRcp]] };
    const linked = { ...CALLERS.session, serviceLinked: true };
    expect(ask(CALLERS.session, 'sqs:SendMessage', QUEUE, policies).outcome).toBe('explicitDeny');
    expect(ask(linked, 'sqs:SendMessage', QUEUE, policies).outcome).toBe('allowed');
    const managed = { ...askFor(CALLERS.root, 'sqs:SendMessage', QUEUE), policies };
    expect(decide(managed).outcome).toBe('explicitDeny');
    expect(decide({ ...managed, world: { managementAccount: HOME } }).outcome).toBe('allowed');
  });

  test.each(whom.map((who) => [who]))('an endpoint policy names whom it lets through: %s', (who) => {
    const { sessionPolicies, ...rest } = open;
    const policies = 'account' in CALLERS[who] ? { ...rest, sessionPolicies } : rest;
    const asked = (vpcEndpoint: unknown) =>
      ask(CALLERS[who], 'sqs:SendMessage', QUEUE, { ...policies, vpcEndpoint }).outcome;
    expect(asked(grantTo('*'))).toBe('allowed');
    expect(asked(grantTo({ AWS: HOME }))).toBe('account' in CALLERS[who] ? 'allowed' : 'implicitDeny');
    expect(asked(grantTo({ AWS: '333333333333' }))).toBe('implicitDeny');
    expect(asked(grantTo('*', '*', true, { Effect: 'Deny' }))).toBe('explicitDeny');
  });
});

describe('root and its bucket (EVAL-17b)', () => {
  const deny = grantTo('*', '*', true, { Effect: 'Deny' });
  test.each([
    ['s3:GetBucketPolicy', 'root', {}, 'allowed'],
    ['s3:PutBucketPolicy', 'root', {}, 'allowed'],
    ['s3:DeleteBucketPolicy', 'root', {}, 'allowed'],
    ['s3:GetObject', 'root', {}, 'explicitDeny'],
    ['s3:DeleteBucketPolicy', 'user', {}, 'explicitDeny'],
    ['s3:DeleteBucketPolicy', 'root', { resourceAccount: ABROAD }, 'explicitDeny'],
    ['s3:DeleteBucketPolicy', 'root', { scps: [[DENY_ALL]] }, 'explicitDeny'],
    ['s3:DeleteBucketPolicy', 'root', { rcps: [[deny]] }, 'explicitDeny']
  ] as const)('%s by %s, %j: %s', (action, who, more, outcome) => {
    const policies = { identity: [ALLOW_ALL], resource: deny, ...more };
    expect(ask(CALLERS[who], action, 'arn:aws:s3:::b', policies).outcome).toBe(outcome);
  });
});

describe('broken documents', () => {
  const broken = (policies: Vector['policies'], action = 'sqs:SendMessage') => {
    const { world, request } = toCase({ ...askFor(CALLERS.user, action, QUEUE), policies });
    const last = [...world.policies.keys()].at(-1);
    const rest = new Map([...world.policies].filter(([id]) => id !== last));
    return evaluate({ ...world, policies: rest }, request);
  };
  test('leave undecided what they apply to', () => {
    expect(broken({ identity: [ALLOW_ALL] })).toMatchObject({ outcome: null, rule: 'GRAM-01' });
    expect(broken({ identity: [ALLOW_ALL], boundary: ALLOW_ALL }).outcome).toBeNull();
    expect(broken({ identity: [ALLOW_ALL], scps: [[ALLOW_ALL]] }).outcome).toBeNull();
  });
  test('and nothing else', () => {
    const rcps = [[ALLOW_ALL_RCP]];
    expect(broken({ identity: [ALLOW_ALL], rcps }).outcome).toBeNull();
    expect(broken({ identity: [ALLOW_ALL], rcps }, 'sns:Publish').outcome).toBe('allowed');
    expect(broken({ identity: [ALLOW_ALL] }, 'sts:GetCallerIdentity').outcome).toBe('allowed');
  });
});

describe('hops and checks', () => {
  const YES: Vector = {
    ...askFor(CALLERS.user, 'sqs:SendMessage', QUEUE),
    policies: { identity: [ALLOW_ALL] }
  };
  const yes = toCase(YES);
  const no: Request = { ...yes.request, resource: QUEUE.replace(HOME, '333333333333') as Arn };
  const from = { kind: 'request', path: null } as const;
  const world = { ...yes.world, policies: withCondition() };
  const maybe: Request = {
    ...yes.request,
    action: 'sns:Publish',
    context: new Map([['aws:k', { key: 'aws:k', unknown: true, from }]])
  };

  function withCondition(): World['policies'] {
    const conditional = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
        { Effect: 'Allow', Action: 'sns:*', Resource: '*', Condition: { Bool: { 'aws:k': 'true' } } }
      ]
    };
    return toCase({ ...YES, policies: { identity: [conditional] } }).world.policies;
  }

  const run = (own: Request, hops: readonly Request[], checks: readonly Request[]) =>
    evaluate(unlisted(world), { ...own, hops, checks });
  const ok = yes.request;

  test.each([
    ['all is well', ok, [ok, ok], [ok], 'allowed', 'allowed'],
    ['a hop is refused', ok, [ok, no], [ok], 'implicitDeny', 'blocked'],
    ['a check is refused', ok, [], [ok, no], 'implicitDeny', 'blocked'],
    ['an open hop before a refused one', ok, [maybe, no], [], 'implicitDeny', 'blocked'],
    ['an open hop before a refused call', no, [maybe], [], 'implicitDeny', 'noAllow'],
    ['an open check before a refused one', ok, [], [maybe, no], 'implicitDeny', 'blocked'],
    ['an open call with a refused check', maybe, [], [no], 'implicitDeny', 'blocked'],
    ['a refused call with an open check', no, [], [maybe], 'implicitDeny', 'noAllow'],
    ['an open hop', ok, [maybe], [], 'conditional', 'conditional'],
    ['an open check', ok, [], [maybe], 'conditional', 'conditional'],
    ['an open call', maybe, [ok], [ok], 'conditional', 'conditional']
  ] as const)('%s', (_name, own, hops, checks, outcome, kind) => {
    const evaluation = run(own, hops, checks);
    expect({ outcome: evaluation.outcome, kind: evaluation.decidedBy.kind }).toEqual({ outcome, kind });
  });

  test('a call behind a refused hop is never asked', () => {
    expect(run(ok, [no], [ok])).toMatchObject({ steps: [], checks: [] });
  });
});
