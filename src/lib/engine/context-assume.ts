/**
 * A hop: the AssumeRole call that somebody makes on the way to a request, and the session it gives.
 * Source: IAM User Guide, "Pass session tags in AWS STS"; STS API, AssumeRole (KEY-50 to KEY-53, XACC-13, XACC-13b).
 */
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { actionOf, federatedProvider, isLasting, samlDocument, toProvider } from './context-claims.ts';
import type { Provider } from './context-claims.ts';
import { defaultSessionName, toRoleSession } from './context-role-session.ts';
import type { Credentials, Mfa, SessionTag } from './context-credentials.ts';
import { mfaOfCall } from './context-session.ts';
import { many, one, pointer, tagKeys, toValue } from './context-value.ts';
import type { WrittenFact } from './context-value.ts';
import type { HopFacts } from './facts.ts';
import type { KnownValue, Provenance, RoleSessionCaller } from './request.ts';

/** The action of the call: an identity provider's callers are unsigned and have actions of their own (XACC-14). */
export function assumeAction(world: World, by: Credentials): string {
  const provider = providerOf(world, by);
  return `sts:${provider ? actionOf(provider) : 'AssumeRole'}`;
}

const NO_KEYS: readonly KnownValue[] = [];

/** The keys that the caller's identity provider adds to the call; none for other callers. */
export function providerKeys(world: World, by: Credentials): readonly KnownValue[] {
  const provider = providerOf(world, by);
  return provider ? [...federatedProvider(provider, by.named), ...samlDocument(provider, by.named)] : NO_KEYS;
}

/** The caller's identity provider; null for everybody else. */
export function providerOf(world: World, by: Credentials): Provider | null {
  return by.caller.kind === 'identityProvider' ? toProvider(world, by.caller.provider) : null;
}

/** The keys that the parameters of a hop make; a session nobody names is called after its role. */
export function hopKeys(hop: HopFacts): readonly KnownValue[] {
  const { session, externalId, tags, transitive, sourceIdentity } = hop;
  const nameFrom = session === null ? ({ kind: 'hop', path: null } as const) : inHop(hop, 'session');
  return [
    one('sts:RoleSessionName', session ?? defaultSessionName(hop.role), nameFrom), // KEY-52
    ...(externalId === null ? [] : [one('sts:ExternalId', externalId, inHop(hop, 'externalId'))]), // KEY-50
    ...(sourceIdentity === null
      ? []
      : [one('sts:SourceIdentity', sourceIdentity, inHop(hop, 'sourceIdentity'))]),
    ...tagKeys('aws:RequestTag', tags, (key) => inHop(hop, 'tags', key)),
    ...(tags.size === 0 ? [] : [many('aws:TagKeys', [...tags.keys()], inHop(hop, 'tags'))]),
    ...(transitive.length === 0 ? [] : [many('sts:TransitiveTagKeys', transitive, inHop(hop, 'transitive'))])
  ];
}

/** The credentials that a hop gives, had it been allowed. */
export function assumed(world: World, hop: HopFacts, call: Call): Credentials {
  const { by } = call;
  const session = hop.session ?? defaultSessionName(hop.role);
  return {
    caller: toRoleSession(world, hop.role, session, issuedBy(world, by)),
    named: inHop(hop, 'role'),
    issued: { value: call.at.value, from: hop.at === null ? { kind: 'hop', path: null } : inHop(hop, 'at') },
    mfa: sessionMfa(call),
    tags: sessionTags(by, hop),
    sourceIdentity:
      by.sourceIdentity ?? // set once, never changed (KEY-22)
      (hop.sourceIdentity === null
        ? null
        : { value: hop.sourceIdentity, from: inHop(hop, 'sourceIdentity') }),
    policies: hop.policies,
    claims: lastingClaims(world, call),
    source: null,
    expires: call.at.value + (hop.duration ?? 3600) * 1000,
    inactiveKey: null,
    instance: null
  };
}

function issuedBy(world: World, by: Credentials): NonNullable<RoleSessionCaller['issued']> {
  const provider = providerOf(world, by);
  if (provider) return actionOf(provider);
  return by.caller.kind === 'service' ? 'service' : 'AssumeRole';
}

/** Federated sessions have no MFA keys; a user's MFA goes on into the session, a role session's does not (KEY-20). */
function sessionMfa(call: Call): Mfa | null {
  const { kind } = call.by.caller;
  if (kind === 'identityProvider') return null;
  const mfa = kind === 'user' ? mfaOfCall(call) : null;
  return mfa ?? { present: false, since: null, from: { kind: 'session', path: null } };
}

/**
 * Tags inherited from the caller's session, then those of the hop (XACC-13). AWS refuses a hop that passes an
 * inherited key again; here the inherited value stays.
 */
function sessionTags(by: Credentials, hop: HopFacts): readonly SessionTag[] {
  const inherited = by.tags.filter((tag) => tag.transitive);
  const taken = new Set(inherited.map((tag) => tag.key.toLowerCase()));
  const transitive = new Set(hop.transitive.map((key) => key.toLowerCase()));
  const passed = [...hop.tags]
    .filter(([key]) => !taken.has(key.toLowerCase()))
    .map(([key, value]) => ({
      key,
      value,
      transitive: transitive.has(key.toLowerCase()),
      from: inHop(hop, 'tags', key)
    }));
  return [...inherited, ...passed];
}

/** KEY-55, KEY-56: they live in this session's token; a session made from it has a token of its own. */
function lastingClaims(world: World, call: Call): readonly KnownValue[] {
  const provider = providerOf(world, call.by);
  if (!provider) return [];
  const written = call.written.filter((fact: WrittenFact) => isLasting(provider, fact.key));
  const values = written.map(toValue).filter((value) => value !== null);
  return [...federatedProvider(provider, call.by.named), ...values].map((value) => ({
    ...value,
    from: { kind: 'session', path: value.from.path }
  }));
}

function inHop(hop: HopFacts, ...keys: readonly string[]): Provenance {
  return { kind: 'hop', path: pointer(hop.path, ...keys) };
}
