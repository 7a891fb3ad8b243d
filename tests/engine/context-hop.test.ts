// Hops and sessions through chains (XACC-09 to XACC-17, KEY-20, KEY-50 to KEY-53).
import { describe, expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import type { PrincipalFacts } from '../../src/lib/engine/facts.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';
import { factsOf, knownOf, role, user, valueOf } from '../support/facts.ts';
import type { SaidRequest } from '../support/facts.ts';
import { AUDIT, BUCKET, CORP, DANA, DEPLOY, GITHUB, JENKINS, world } from './context-world.ts';

const ask = (said: SaidRequest) => toRequest(world, factsOf({ principal: role(JENKINS), ...said }));
const github: PrincipalFacts = { kind: 'identityProvider', provider: GITHUB };
const corp: PrincipalFacts = { kind: 'identityProvider', provider: CORP };

describe('one hop', () => {
  const request = ask({
    session: { name: 'build-42' },
    assume: [{ role: DEPLOY, session: 'release', externalId: 'acme-7f3a', policies: [asPolicyId('p')] }],
    action: 's3:GetObject',
    resource: `${BUCKET}/x`,
    requestTags: { a: 'b' },
    context: { 'aws:SourceIp': '203.0.113.7', 's3:prefix': 'x', 'aws:RequestedRegion': 'eu-west-1' }
  });
  const [hop] = request.hops;

  test('is a request of its own by the caller before it', () => {
    expect(hop).toMatchObject({ id: 'r/hop/0', action: 'sts:AssumeRole', resource: DEPLOY, hops: [] });
    expect(hop?.caller).toMatchObject({ kind: 'roleSession', role: JENKINS, session: 'build-42' });
    expect(hop?.checks).toEqual([]);
  });

  test('ends in the session that makes the request (XACC-09, XACC-18)', () => {
    expect(request.caller).toMatchObject({
      arn: 'arn:aws:sts::222222222222:assumed-role/prod-deploy/release',
      account: '222222222222',
      role: DEPLOY,
      roleId: 'AROADEPLOY',
      issued: 'AssumeRole'
    });
    expect(request.sessionPolicies).toEqual(['p']);
    expect(hop?.sessionPolicies).toBeNull();
    expect(valueOf(request, 'aws:PrincipalArn')).toBe(DEPLOY);
    expect(valueOf(request, 'aws:PrincipalTag/team')).toBe('prod');
    expect(knownOf(request, 'aws:PrincipalArn')?.from).toEqual({
      kind: 'hop',
      path: '/requests/r/assume/0/role'
    });
  });

  test('has the keys of AssumeRole, the request has not (KEY-50, KEY-52)', () => {
    expect(valueOf(hop, 'sts:ExternalId')).toBe('acme-7f3a');
    expect(valueOf(hop, 'sts:RoleSessionName')).toBe('release');
    expect(knownOf(hop, 'sts:ExternalId')?.from).toEqual({
      kind: 'hop',
      path: '/requests/r/assume/0/externalId'
    });
    expect([...request.context.keys()].filter((key) => key.startsWith('sts:'))).toEqual([]);
  });

  test('takes over the network, nothing of the action', () => {
    expect(valueOf(hop, 'aws:SourceIp')).toBe('203.0.113.7');
    expect(valueOf(hop, 's3:prefix')).toBeUndefined();
    expect(valueOf(hop, 'aws:RequestTag/a')).toBeUndefined();
    expect(valueOf(hop, 'aws:RequestedRegion')).toBe('us-east-1');
    expect(valueOf(hop, 'aws:ResourceAccount')).toBe('222222222222');
  });

  test('unnamed, its session is called after the role', () => {
    const unnamed = ask({ assume: [{ role: DEPLOY }] });
    expect(valueOf(unnamed.hops[0], 'sts:RoleSessionName')).toBe('prod-deploy-session');
    expect(unnamed.caller).toMatchObject({ session: 'prod-deploy-session' });
  });
});

describe('what a hop takes over', () => {
  test.each<[string, SaidRequest, string, string | undefined]>([
    [
      'its own line counts',
      {
        context: { 'aws:SourceIp': '203.0.113.7' },
        assume: [{ role: DEPLOY, context: { 'aws:sourceip': '198.51.100.1' } }]
      },
      'aws:SourceIp',
      '198.51.100.1'
    ],
    [
      'a removed key stays removed',
      { context: { 'aws:SecureTransport': null }, assume: [{ role: DEPLOY }] },
      'aws:SecureTransport',
      undefined
    ],
    [
      'the request’s time',
      { at: Date.UTC(2026, 0, 1), assume: [{ role: DEPLOY }] },
      'aws:CurrentTime',
      '2026-01-01T00:00:00Z'
    ],
    [
      'its own time',
      { at: Date.UTC(2026, 0, 1), assume: [{ role: DEPLOY, at: Date.UTC(2025, 0, 1) }] },
      'aws:CurrentTime',
      '2025-01-01T00:00:00Z'
    ],
    [
      'its own time before a written one',
      { context: { 'aws:CurrentTime': 'x' }, assume: [{ role: DEPLOY, at: Date.UTC(2025, 0, 1) }] },
      'aws:CurrentTime',
      '2025-01-01T00:00:00Z'
    ],
    ['an open address', { unknown: ['aws:SourceIp'], assume: [{ role: DEPLOY }] }, 'aws:SourceIp', 'unknown'],
    [
      'not an open key of the action',
      { unknown: ['s3:prefix'], assume: [{ role: DEPLOY }] },
      's3:prefix',
      undefined
    ],
    [
      'an endpoint for S3 does not carry STS',
      { endpoint: 'vpce-1', assume: [{ role: DEPLOY }] },
      'aws:SourceVpce',
      undefined
    ],
    [
      'an endpoint for STS does',
      { endpoint: 'vpce-2', assume: [{ role: DEPLOY }] },
      'aws:SourceVpce',
      'vpce-2'
    ],
    ['its own endpoint', { assume: [{ role: DEPLOY, endpoint: 'vpce-2' }] }, 'aws:SourceVpce', 'vpce-2'],
    [
      'another network’s address stays behind',
      { context: { 'aws:SourceIp': '203.0.113.7' }, assume: [{ role: DEPLOY, endpoint: 'vpce-2' }] },
      'aws:SourceIp',
      undefined
    ]
  ])('%s', (_, said, key, value) => {
    expect(valueOf(ask(said).hops[0], key)).toBe(value);
  });

  test('nothing, where nothing is derived', () => {
    const said = { derive: false, context: { 'aws:SourceIp': '203.0.113.7' } };
    const { hops } = ask({ ...said, assume: [{ role: DEPLOY, context: { 'sts:ExternalId': 'x' } }] });
    expect([...(hops[0]?.context.keys() ?? [])]).toEqual(['sts:externalid']);
  });
});

// KEY-20: XACC-11
describe('MFA on the way', () => {
  const toDeploy = { role: DEPLOY };
  test.each<[string, SaidRequest, readonly (string | undefined)[]]>([
    // who                                                                       each hop, then the request
    ['long-term keys', { principal: user(DANA), assume: [toDeploy] }, [undefined, 'false']],
    [
      'long-term keys and a code',
      { principal: user(DANA), assume: [{ ...toDeploy, mfa: true }] },
      ['true', 'true']
    ],
    [
      'a console with MFA',
      { principal: user(DANA), credential: 'console', assume: [toDeploy] },
      ['true', 'true']
    ],
    [
      'GetSessionToken without',
      { principal: user(DANA), credential: 'sessionToken', assume: [toDeploy] },
      ['false', 'false']
    ],
    [
      'chaining loses it',
      { principal: user(DANA), assume: [{ role: JENKINS, mfa: true }, toDeploy] },
      ['true', 'true', 'false']
    ],
    ['roles have no device', { assume: [{ ...toDeploy, mfa: true }] }, ['false', 'false']],
    [
      'a provider’s session has no such key',
      { principal: github, assume: [{ role: JENKINS }] },
      [undefined, undefined]
    ],
    [
      'a session chained from it has',
      { principal: corp, assume: [{ role: JENKINS }, toDeploy] },
      [undefined, undefined, 'false']
    ],
    [
      'open for the request, open for its first hop',
      { principal: user(DANA), unknown: ['aws:MultiFactorAuthPresent'], assume: [toDeploy] },
      ['unknown', 'unknown']
    ]
  ])('%s', (_, said, expected) => {
    const request = ask(said);
    const values = [...request.hops, request].map((one) => valueOf(one, 'aws:MultiFactorAuthPresent'));
    expect(values).toEqual(expected);
  });

  test('its age counts from the call that carried the code', () => {
    const at = Date.UTC(2026, 2, 3, 9);
    const request = ask({ principal: user(DANA), assume: [{ role: DEPLOY, mfa: true, at }] });
    expect(valueOf(request.hops[0], 'aws:MultiFactorAuthAge')).toBe('0');
    expect(valueOf(request, 'aws:MultiFactorAuthAge')).toBe('3600');
    expect(valueOf(request, 'aws:TokenIssueTime')).toBe('2026-03-03T09:00:00Z');
  });
});

// XACC-13, XACC-13b: id_session-tags, "Chaining roles with session tags"
describe('tags and source identity through a chain', () => {
  const request = ask({
    principal: user(DANA),
    assume: [
      { role: JENKINS, tags: { Star: '1', moon: '2' }, transitive: ['star'], sourceIdentity: 'dana' },
      { role: AUDIT, tags: { STAR: '9', sun: '3' }, sourceIdentity: 'eve' },
      { role: DEPLOY }
    ]
  });
  const [first, second, third] = request.hops;

  test.each([
    ['first hop passes its tags', 0, 'aws:RequestTag/star', '1'],
    ['first hop names the transitive ones', 0, 'sts:TransitiveTagKeys', ['star']],
    ['first hop lists the keys', 0, 'aws:TagKeys', ['Star', 'moon']],
    ['second caller has the session’s tags', 1, 'aws:PrincipalTag/moon', '2'],
    ['and its role’s', 1, 'aws:PrincipalTag/stage', 'build'],
    ['third caller has the transitive tag, which nobody overrides', 2, 'aws:PrincipalTag/star', '1'],
    ['not the others', 2, 'aws:PrincipalTag/moon', undefined],
    ['but the second hop’s', 2, 'aws:PrincipalTag/sun', '3'],
    ['third hop passes none itself', 2, 'aws:TagKeys', undefined],
    ['the request still has the transitive tag', 3, 'aws:PrincipalTag/star', '1'],
    ['not the second hop’s', 3, 'aws:PrincipalTag/sun', undefined],
    ['role tags are never transitive', 3, 'aws:PrincipalTag/stage', undefined],
    ['the source identity is set in the first hop', 0, 'sts:SourceIdentity', 'dana'],
    ['where the caller has none yet', 0, 'aws:SourceIdentity', undefined],
    ['it stays', 2, 'aws:SourceIdentity', 'dana'],
    ['to the end', 3, 'aws:SourceIdentity', 'dana']
  ])('%s', (_, index, key, value) => {
    expect(valueOf([...request.hops, request][index], key)).toEqual(value);
  });

  test('every hop that tags, or hands transitive tags on, is checked for it', () => {
    const actions = [first, second, third].map((hop) => hop?.checks.map((check) => check.action));
    expect(actions).toEqual(Array(3).fill(['sts:TagSession', 'sts:SetSourceIdentity']));
    expect(first?.checks[1]).toMatchObject({
      id: 'r/hop/0/check/1',
      resource: JENKINS,
      caller: { arn: DANA }
    });
    expect(first?.checks[0]?.context).toBe(first?.context);
  });

  test('tags of a session assumed out of sight travel likewise', () => {
    const session = { tags: { Star: '1', moon: '2' }, transitive: ['Star'] };
    const chained = ask({ session, assume: [{ role: DEPLOY }] });
    expect(valueOf(chained, 'aws:PrincipalTag/star')).toBe('1');
    expect(valueOf(chained, 'aws:PrincipalTag/moon')).toBeUndefined();
    expect(chained.hops[0]?.checks.map((check) => check.action)).toEqual(['sts:TagSession']);
  });
});

describe('a service on the way (XACC-12)', () => {
  test('its source keys stay in the hop', () => {
    const principal: PrincipalFacts = { kind: 'service', service: 'lambda.amazonaws.com' };
    const request = ask({ principal, onBehalfOf: BUCKET, assume: [{ role: JENKINS }] });
    expect(request.hops[0]).toMatchObject({ action: 'sts:AssumeRole', caller: principal });
    expect(valueOf(request.hops[0], 'aws:SourceArn')).toBe(BUCKET);
    expect(request.caller).toMatchObject({ issued: 'service' });
    expect(valueOf(request, 'aws:SourceArn')).toBeUndefined();
    expect(valueOf(request, 'aws:PrincipalIsAWSService')).toBe('false');
  });
});
