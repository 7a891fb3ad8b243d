// Identity providers: their calls, and what of their claims lives on in the session.
import { describe, expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import type { PrincipalFacts } from '../../src/lib/engine/facts.ts';
import { factsOf, knownOf, valueOf } from '../support/facts.ts';
import type { SaidRequest } from '../support/facts.ts';
import { CORP, DEPLOY, GITHUB, JENKINS, world } from './context-world.ts';

const ask = (said: SaidRequest) => toRequest(world, factsOf(said));
const github: PrincipalFacts = { kind: 'identityProvider', provider: GITHUB };
const corp: PrincipalFacts = { kind: 'identityProvider', provider: CORP };
const SUB = 'token.actions.githubusercontent.com:sub';
const EMAIL = 'token.actions.githubusercontent.com:email';

// KEY-23, KEY-56, XACC-14
describe('callers of an identity provider', () => {
  const action = 'sts:AssumeRoleWithWebIdentity';
  test('OIDC: the provider is a key of the call', () => {
    const principal: PrincipalFacts = { kind: 'identityProvider', provider: GITHUB };
    const request = ask({ principal, action, resource: JENKINS });
    expect(request.caller).toEqual({ kind: 'identityProvider', provider: GITHUB });
    expect(valueOf(request, 'aws:FederatedProvider')).toBe(GITHUB);
    expect(valueOf(request, 'aws:PrincipalAccount')).toBeUndefined();
  });

  test('SAML: account and name of the provider, no aws:FederatedProvider', () => {
    const principal: PrincipalFacts = { kind: 'identityProvider', provider: CORP };
    const request = ask({ principal, action: 'sts:AssumeRoleWithSAML', resource: JENKINS });
    expect(valueOf(request, 'saml:doc')).toBe('111111111111/corp');
    expect(valueOf(request, 'aws:FederatedProvider')).toBeUndefined();
  });
});

// KEY-23, KEY-55, KEY-56, XACC-14
describe('a hop by an identity provider', () => {
  const context = { [SUB]: 'repo:acme/web', [EMAIL]: 'a@acme.example', 'aws:SourceIp': '203.0.113.7' };
  const request = ask({ principal: github, context, assume: [{ role: JENKINS }, { role: DEPLOY }] });
  const [first, second] = request.hops;

  test('has an action of its own', () => {
    expect(first).toMatchObject({ action: 'sts:AssumeRoleWithWebIdentity', caller: github });
    const saml = ask({ principal: corp, assume: [{ role: JENKINS }] });
    expect(saml.hops[0]?.action).toBe('sts:AssumeRoleWithSAML');
    expect(saml.caller).toMatchObject({ issued: 'AssumeRoleWithSAML' });
  });

  test.each([
    [SUB, ['repo:acme/web', 'repo:acme/web', undefined]],
    [EMAIL, ['a@acme.example', undefined, undefined]],
    ['aws:FederatedProvider', [GITHUB, GITHUB, undefined]],
    ['aws:SourceIp', ['203.0.113.7', '203.0.113.7', '203.0.113.7']]
  ])('%s in the call, the session, the chained session', (key, values) => {
    expect([first, second, request].map((one) => valueOf(one, key))).toEqual(values);
  });

  test('of SAML, only three claims last', () => {
    const saml = { 'saml:sub': 's', 'saml:aud': 'a', 'saml:namequalifier': 'n' };
    const request = ask({ principal: corp, context: saml, assume: [{ role: JENKINS }] });
    const kept = [...request.context.keys()].filter((key) => key.startsWith('saml:'));
    expect(kept).toEqual(['saml:sub', 'saml:namequalifier']);
    expect(knownOf(request, 'saml:sub')?.from.kind).toBe('session');
  });
});
