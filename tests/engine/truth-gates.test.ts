// What stands before and beside the tables: STS, partitions, operations that stay at home, NotPrincipal.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import {
  ABROAD,
  ALLOW_ALL,
  ask,
  askFor,
  CALLERS,
  decide,
  DENY_ALL,
  FORMS,
  grantTo,
  HOME,
  TARGETS,
  unlisted
} from './truth-world.ts';
import { toCase, type Vector } from './vector-world.ts';

type Principal = Vector['request']['principal'];
const QUEUE = TARGETS.queue.arn(HOME);
const ROLE = TARGETS.trust.arn(HOME);
const ALLOW_ALL_RCP = grantTo('*');
const TOKEN: Principal = { ...CALLERS.user, session: 'GetSessionToken' };
const TOKEN_MFA: Principal = { ...TOKEN, mfa: true };

/** Everything that policies can give: what is refused all the same is refused by the gate. */
const EVERYTHING = (hasResource: boolean): Vector['policies'] => ({
  identity: [ALLOW_ALL],
  resource: grantTo('*', '*', hasResource)
});

describe('STS-01 to STS-07', () => {
  const WHO: Readonly<Record<string, Principal>> = { ...CALLERS, token: TOKEN, tokenMfa: TOKEN_MFA };
  const NAMES = Object.keys(WHO);
  // action → callers who may call it when every policy says yes
  test.each([
    ['sts:GetCallerIdentity', 'user session federated root service token tokenMfa'],
    ['sts:GetSessionToken', 'user root'],
    ['sts:GetFederationToken', 'user root'],
    ['sts:AssumeRole', 'user session service token tokenMfa'],
    ['sts:TagSession', 'user session root service provider token tokenMfa'],
    ['sts:AssumeRoleWithWebIdentity', 'provider'],
    ['sts:AssumeRoleWithSAML', 'provider'],
    ['sts:AssumeRoot', ''],
    ['iam:GetUser', 'user session root service provider anonymous tokenMfa'],
    ['s3:GetObject', 'user session federated root service provider anonymous token tokenMfa']
  ])('%s', (action, may) => {
    const isTrust = /assumerole|tagsession/i.test(action);
    const resource = isTrust ? ROLE : QUEUE;
    const allowed = NAMES.filter((name) => {
      const principal = WHO[name] ?? CALLERS.user;
      return ask(principal, action, resource, EVERYTHING(!isTrust)).outcome === 'allowed';
    });
    expect(allowed).toEqual(NAMES.filter((name) => may.split(' ').includes(name)));
  });

  test.each([
    ['sts:GetCallerIdentity', 'STS-01', 'allowed'],
    ['sts:GetSessionToken', 'STS-02', 'allowed'],
    ['sts:GetFederationToken', 'EVAL-02', 'explicitDeny']
  ])('%s under a Deny for everything: %s', (action, rule, outcome) => {
    const policies = { identity: [DENY_ALL], scps: [[DENY_ALL]] };
    expect(ask(CALLERS.user, action, '*', policies)).toMatchObject({ rule, outcome });
  });

  test.each([
    [CALLERS.anonymous, 'sts:AssumeRole', 'STS-07'],
    [CALLERS.anonymous, 'sts:GetCallerIdentity', 'STS-07'],
    [CALLERS.provider, 'sts:AssumeRole', 'STS-07'],
    [CALLERS.user, 'sts:AssumeRoleWithSAML', 'STS-07'],
    [CALLERS.session, 'sts:GetSessionToken', 'STS-02'],
    [CALLERS.session, 'sts:GetFederationToken', 'STS-03'],
    [CALLERS.federated, 'sts:AssumeRole', 'STS-04'],
    [TOKEN_MFA, 'sts:GetFederationToken', 'STS-03'],
    [TOKEN, 'iam:ListUsers', 'STS-05'],
    [CALLERS.root, 'sts:AssumeRole', 'STS-06']
  ] as const)('%o %s: %s', (principal, action, rule) => {
    const { outcome, decidedBy, ...said } = ask(principal, action, ROLE, EVERYTHING(false));
    expect({ rule: said.rule, outcome, by: 'by' in decidedBy ? decidedBy.by : null }).toEqual({
      rule,
      outcome: 'implicitDeny',
      by: 'sts'
    });
  });

  test('tags on a role go with a GetSessionToken credential (STS-05)', () => {
    const trust = grantTo(FORMS.user, 'sts:*', false);
    const tag = ask(TOKEN, 'sts:TagSession', ROLE, { identity: [ALLOW_ALL], resource: trust });
    expect(tag.outcome).toBe('allowed');
  });
});

describe('AssumeRoot (STS-07)', () => {
  const root = `arn:aws:iam::${ABROAD}:root`;
  const run = (principal: Principal, management: string, identity?: readonly unknown[]) => {
    const vector = { ...askFor(principal, 'sts:AssumeRoot', root) };
    return decide({
      ...vector,
      world: { managementAccount: management },
      policies: {
        identity: identity ?? [ALLOW_ALL],
        resourceAccount: ABROAD,
        rcps: [[ALLOW_ALL_RCP], [ALLOW_ALL_RCP]]
      }
    });
  };
  test('by the management account, whose identity-based policies decide', () => {
    expect(run(CALLERS.user, HOME).outcome).toBe('allowed');
    expect(run(CALLERS.session, HOME).outcome).toBe('allowed');
    expect(run(CALLERS.user, HOME, []).outcome).toBe('implicitDeny');
  });
  test('by nobody else', () => {
    expect(run(CALLERS.user, '333333333333').rule).toBe('STS-07');
    expect(run(CALLERS.root, HOME).rule).toBe('STS-07');
    expect(ask(CALLERS.user, 'sts:AssumeRoot', root, { identity: [ALLOW_ALL] }).rule).toBe('STS-07');
  });
});

describe('AssumeRoot sessions (EVAL-17c)', () => {
  const assumed = (resource: string, policies: Vector['policies']) => {
    const vector = askFor(CALLERS.root, 'kms:Decrypt', resource);
    return decide({
      ...vector,
      policies,
      request: { ...vector.request, context: { 'aws:AssumedRoot': 'true' } }
    });
  };
  test.each([
    ['a key at home', TARGETS.key.arn(HOME), HOME],
    ['a key abroad', TARGETS.key.arn(ABROAD), ABROAD]
  ])('%s', (_name, key, resourceAccount) => {
    const resource = grantTo('*');
    expect(assumed(key, { resource, resourceAccount }).rule).toBe('EVAL-17c');
    expect(assumed(key, { resource, resourceAccount, sessionPolicies: [ALLOW_ALL] }).outcome).toBe('allowed');
  });
});

describe('operations that stay at home', () => {
  test.each([
    ['kms:DisableKey', TARGETS.key.arn(ABROAD), 'XACC-15'],
    ['sqs:DeleteQueue', TARGETS.queue.arn(ABROAD), 'SVC-20'],
    ['iam:PassRole', TARGETS.trust.arn(ABROAD), 'XACC-16']
  ])('%s', (action, resource, rule) => {
    for (const principal of [CALLERS.user, CALLERS.session, CALLERS.root]) {
      const policies = { ...EVERYTHING(true), resourceAccount: ABROAD };
      expect(ask(principal, action, resource, policies)).toMatchObject({ outcome: 'implicitDeny', rule });
      const denied = { ...policies, resource: grantTo('*', '*', true, { Effect: 'Deny' }) };
      // SVC-01: nothing that hangs on a role has a say in passing it.
      const outcome = action === 'iam:PassRole' ? 'implicitDeny' : 'explicitDeny';
      expect(ask(principal, action, resource, denied).outcome).toBe(outcome);
      const atHome = resource.replace(ABROAD, HOME);
      expect(ask(principal, action, atHome, EVERYTHING(true)).outcome).toBe('allowed');
    }
  });

  test('nothing crosses partitions, not even what everybody may (XACC-19)', () => {
    const queue = QUEUE.replace('arn:aws:', 'arn:aws-cn:');
    for (const principal of [CALLERS.user, CALLERS.session, CALLERS.federated, CALLERS.root])
      expect(ask(principal, 'sqs:SendMessage', queue, EVERYTHING(true)).rule).toBe('XACC-19');
  });

  test("AWS's own managed policies are everybody's to read", () => {
    const policy = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const mine = { identity: [ALLOW_ALL] };
    const { world, request } = toCase({ ...askFor(CALLERS.user, 'iam:GetPolicy', policy), policies: mine });
    expect(evaluate(unlisted(world), request)).toMatchObject({ outcome: 'allowed', junction: 'or' });
    const root = toCase(askFor(CALLERS.root, 'iam:GetPolicy', policy));
    expect(evaluate(unlisted(root.world), root.request).outcome).toBe('allowed');
  });
});

describe('NotPrincipal (PRIN-20 to PRIN-25)', () => {
  const ACCOUNT = `arn:aws:iam::${HOME}:root`;
  const not = (effect: string, principal: unknown) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, NotPrincipal: principal, Action: '*', Resource: '*' }]
  });
  const USER = FORMS.user.AWS;
  const SESSION = FORMS.session.AWS;
  // who, listed, whether the Deny hits
  test.each([
    ['user', [ACCOUNT, USER], false],
    ['user', [HOME, 'AIDAANA'], false],
    ['user', [USER], true],
    ['user', [ACCOUNT], true],
    ['user', [ACCOUNT, FORMS.stranger.AWS], true],
    ['session', [ACCOUNT, FORMS.role.AWS, SESSION], false],
    ['session', [ACCOUNT, FORMS.role.AWS], true],
    ['session', [FORMS.role.AWS, SESSION], true],
    ['federated', [ACCOUNT, FORMS.federated.AWS], false],
    ['root', [ACCOUNT], false],
    ['root', [USER], true],
    ['service', [ACCOUNT], true],
    ['anonymous', [ACCOUNT, USER], true]
  ] as const)('Deny: %s of %j, hit: %s', (who, listed, isHit) => {
    const policies = { identity: [ALLOW_ALL], resource: not('Deny', { AWS: listed }) };
    expect(ask(CALLERS[who], 'sqs:SendMessage', QUEUE, policies).outcome === 'explicitDeny').toBe(isHit);
  });

  test('Deny: a service is spared by its name (PRIN-25), a boundary spares nobody (PRIN-23)', () => {
    const service = not('Deny', { Service: FORMS.service.Service });
    expect(ask(CALLERS.service, 'sqs:SendMessage', QUEUE, { resource: service }).outcome).toBe(
      'implicitDeny'
    );
    const user = not('Deny', { AWS: [ACCOUNT, USER] });
    const policies = { identity: [ALLOW_ALL], boundary: ALLOW_ALL, resource: user };
    expect(ask(CALLERS.user, 'sqs:SendMessage', QUEUE, policies).outcome).toBe('explicitDeny');
  });

  test.each([
    [[ACCOUNT, USER], 'implicitDeny'],
    [[USER], 'implicitDeny'],
    [[FORMS.stranger.AWS], 'allowed']
  ])('Allow is for everyone else only: %j', (listed, outcome) => {
    const policies = { boundary: ALLOW_ALL, resource: not('Allow', { AWS: listed }) };
    expect(ask(CALLERS.user, 'sqs:SendMessage', QUEUE, policies).outcome).toBe(outcome);
  });
});
