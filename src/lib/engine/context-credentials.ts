/**
 * The credentials a call is signed with: who it is, since when, with which MFA, tags, source identity and session
 * policies. Made from what the scenario says of a principal; sessions made by a hop are in context-assume.ts.
 */
import {
  accountIn,
  asAccountId,
  asArn,
  federatedUserArn,
  lastName,
  partitionOf,
  rootArn,
  splitSessionArn
} from '../world/arn.ts';
import { uniqueId } from '../world/unique-id.ts';
import type { AccountId, Arn, PolicyId, World } from '../world/world.ts';
import { defaultSessionName, toRoleSession } from './context-role-session.ts';
import { expiryOf, HOUR, inactiveKeyOf, taskExpiry, TOKEN, tokenExpiry } from './context-expiry.ts';
import { pointer } from './context-value.ts';
import type { Sourced } from './context-value.ts';
import type { InstanceFacts, PrincipalFacts, RequestFacts } from './facts.ts';
import type { Caller, KnownValue, Provenance, UserCaller } from './request.ts';

export interface Credentials {
  readonly caller: Caller;
  /** Where the scenario names the caller. */
  readonly named: Provenance;
  /** When the session was made, ms since 1970; null for long-term keys and for callers without credentials. */
  readonly issued: Sourced<number> | null;
  /** Null where the MFA keys do not exist (KEY-20). */
  readonly mfa: Mfa | null;
  readonly tags: readonly SessionTag[];
  readonly sourceIdentity: Sourced<string> | null;
  /** Null for a session made without any. */
  readonly policies: readonly PolicyId[] | null;
  /** Keys of the identity provider that live on in the session (KEY-55, KEY-56). */
  readonly claims: readonly KnownValue[];
  /** For service principals: the resource that made the service call (KEY-45). */
  readonly source: CallSource | null;
  /** When they stop being good, ms since 1970; null for those that do not (EVAL-24). */
  readonly expires: number | null;
  /** The access key, where it is one that its user has made inactive; else null. */
  readonly inactiveKey: string | null;
  /** The permission set that Identity Center gives the caller no session of; absent for all other credentials. */
  readonly unassigned?: string;
  /** What the instance that got them adds to them (KEY-25). */
  readonly instance: InstanceFacts | null;
}

export interface Mfa {
  readonly present: boolean;
  /** When MFA was given, ms since 1970; null without. */
  readonly since: number | null;
  readonly from: Provenance;
}

export interface SessionTag {
  readonly key: string;
  readonly value: string;
  readonly transitive: boolean;
  readonly from: Provenance;
}

export interface CallSource {
  readonly arn: Sourced<Arn> | null;
  readonly account: Sourced<AccountId> | null;
}

type Of<Kind extends PrincipalFacts['kind']> = Extract<PrincipalFacts, { readonly kind: Kind }>;

const NOTHING = {
  issued: null,
  mfa: null,
  tags: [],
  sourceIdentity: null,
  policies: null,
  claims: [],
  source: null,
  expires: null,
  inactiveKey: null,
  instance: null
} as const;

/**
 * The credentials of a request's own principal, before any hop.
 *
 * @param firstUse ms since 1970 of the first call made with them: a session that does not say when it was issued
 *   was issued then
 */
export function toCredentials(world: World, facts: RequestFacts, firstUse: number): Credentials {
  const { principal } = facts;
  switch (principal.kind) {
    case 'user':
    case 'root':
      if (facts.session?.kind === 'federatedUser') return federatedUser(principal.arn, null, facts, firstUse);
      return principal.kind === 'user'
        ? userCredentials(world, principal.arn, facts, firstUse)
        : rootCredentials(world, principal.arn, facts, firstUse);
    case 'role':
    case 'session':
      return roleCredentials(world, principal, facts, firstUse);
    case 'federatedUser':
      return federatedUser(principal.issuer, principal.arn, facts, firstUse);
    case 'service':
      return { ...NOTHING, caller: principal, named: named(facts), source: sourceOf(facts) };
    case 'identityProvider':
    case 'anonymous':
      return { ...NOTHING, caller: principal, named: named(facts) };
  }
}

function userCredentials(world: World, arn: Arn, facts: RequestFacts, firstUse: number): Credentials {
  const user = world.principals.get(arn);
  const known = user?.kind === 'user' ? user : null;
  const credential = credentialOf(facts);
  const issued = credential === 'accessKey' ? null : issuedAt(facts, firstUse);
  // A user with a device cannot sign in to the console without it; an API session need not have used it.
  const usual = credential === 'console' && known?.mfa === true;
  const mfa = issued && mfaOf(facts, usual, issued.value);
  const caller: UserCaller = {
    kind: 'user',
    arn,
    account: accountIn(arn) ?? asAccountId(''),
    uniqueId: known?.uniqueId ?? uniqueId('AIDA', arn),
    credential,
    mfa: mfa?.present ?? false
  };
  return {
    caller,
    named: named(facts),
    issued,
    mfa,
    tags: NOTHING.tags,
    sourceIdentity: null,
    policies: null,
    claims: NOTHING.claims,
    source: null,
    expires: tokenExpiry(credential, facts, issued),
    inactiveKey: inactiveKeyOf(known, facts),
    instance: null
  };
}

/** What is said of MFA makes sense for temporary credentials only, so without more it means the console. */
function credentialOf(facts: RequestFacts): UserCaller['credential'] {
  if (facts.session?.kind === 'sessionToken') return 'sessionToken';
  return facts.credential ?? (facts.mfa === null ? 'accessKey' : 'console');
}

/** Root signs in to the console unless the scenario says that it uses keys. */
function rootCredentials(world: World, arn: Arn, facts: RequestFacts, firstUse: number): Credentials {
  const account = accountIn(arn) ?? asAccountId('');
  const known = world.principals.get(rootArn(account, partitionOf(arn)));
  const assumed = facts.session?.kind === 'assumeRoot';
  const issued = facts.credential === 'accessKey' && !assumed ? null : issuedAt(facts, firstUse);
  const usual = known?.kind === 'root' && known.mfa;
  return {
    ...NOTHING,
    caller: { kind: 'root', arn, account, assumed },
    named: named(facts),
    issued,
    mfa: issued && !assumed ? mfaOf(facts, usual, issued.value) : null,
    policies: assumed ? taskPolicies(world, facts) : null,
    expires: assumed && issued ? taskExpiry(facts, issued.value) : null
  };
}

/** The task policy of an AssumeRoot session, which is all that session may do (EVAL-17c). */
function taskPolicies(world: World, facts: RequestFacts): readonly PolicyId[] | null {
  const { policies = null, taskPolicy = null } = facts.session ?? {};
  if (policies !== null || taskPolicy === null) return policies;
  return [...world.papers.values()].filter((paper) => paper.arn === taskPolicy).map((paper) => paper.id);
}

/** A session of a role, assumed out of sight. */
function roleCredentials(
  world: World,
  principal: Of<'user' | 'role' | 'root'> | Of<'session'>,
  facts: RequestFacts,
  firstUse: number
): Credentials {
  const role = principal.kind === 'session' ? principal.role : principal.arn;
  const written = principal.kind === 'session' ? splitSessionArn(principal.arn)?.session : undefined;
  const session = written ?? facts.session?.name ?? defaultSessionName(role);
  const sso = lastName(role).startsWith('AWSReservedSSO_'); // SSO-01: assumed with SAML
  const caller = toRoleSession(world, role, session, sso ? 'AssumeRoleWithSAML' : null);
  const issued = issuedAt(facts, firstUse);
  const { tags, sourceIdentity, policies } = sessionOf(facts);
  return {
    ...unassignedOf(principal),
    tags,
    sourceIdentity,
    policies,
    caller: caller.serviceLinked ? { ...caller, issued: 'service' } : caller,
    named: named(facts),
    issued,
    mfa: sso ? null : mfaOf(facts, false, issued.value),
    claims: NOTHING.claims,
    source: null,
    expires: expiryOf(facts, issued.value, HOUR),
    inactiveKey: null,
    instance: facts.session?.instance ?? null
  };
}

function unassignedOf(principal: PrincipalFacts): Pick<Credentials, 'unassigned'> {
  return principal.kind === 'session' && principal.unassigned !== undefined
    ? { unassigned: principal.unassigned }
    : {};
}

function federatedUser(issuer: Arn, written: Arn | null, facts: RequestFacts, firstUse: number): Credentials {
  const name = facts.session?.name ?? `${lastName(issuer).slice(0, 24)}-session`;
  const arn = written ?? federatedUserArn(issuer, name);
  const account = accountIn(arn) ?? asAccountId('');
  const issued = issuedAt(facts, firstUse);
  return {
    ...NOTHING,
    caller: { kind: 'federatedUser', arn, account, issuer },
    named: named(facts),
    issued,
    ...sessionOf(facts),
    expires: expiryOf(facts, issued.value, issuer.endsWith(':root') ? HOUR : TOKEN)
  };
}

/** Tags, source identity and policies of the request's own session. */
function sessionOf(facts: RequestFacts): Pick<Credentials, 'tags' | 'sourceIdentity' | 'policies'> {
  const { session } = facts;
  if (!session) return NO_SESSION;
  const transitive = new Set(session.transitive.map((key) => key.toLowerCase())); // STS-30
  return {
    tags: [...session.tags].map(([key, value]) => ({
      key,
      value,
      transitive: transitive.has(key.toLowerCase()),
      from: inSession(facts, 'tags', key)
    })),
    sourceIdentity:
      session.sourceIdentity === null
        ? null
        : { value: session.sourceIdentity, from: inSession(facts, 'sourceIdentity') },
    policies: session.policies
  };
}

function issuedAt(facts: RequestFacts, firstUse: number): Sourced<number> {
  const written = facts.session?.issuedAt ?? null;
  return written === null
    ? { value: firstUse, from: UNSAID }
    : { value: written, from: inSession(facts, 'issuedAt') };
}

/** MFA is given when the session is made. */
function mfaOf(facts: RequestFacts, usual: boolean, issued: number): Mfa {
  const present = facts.mfa ?? usual;
  const from: Provenance =
    facts.mfa === null ? UNSAID : { kind: 'session', path: pointer(facts.path, 'mfa') };
  return { present, since: present ? issued : null, from };
}

const UNSAID: Provenance = { kind: 'session', path: null };
const NO_SESSION = { tags: [], sourceIdentity: null, policies: null } as const;

function sourceOf(facts: RequestFacts): CallSource {
  const from = (key: string): Provenance => ({ kind: 'request', path: pointer(facts.path, key) });
  const { onBehalfOf, sourceAccount } = facts;
  return {
    arn: onBehalfOf === null ? null : { value: asArn(onBehalfOf), from: from('onBehalfOf') },
    account: sourceAccount === null ? null : { value: sourceAccount, from: from('sourceAccount') }
  };
}

function named(facts: RequestFacts): Provenance {
  return { kind: 'request', path: `${facts.path}/principal` };
}

function inSession(facts: RequestFacts, ...keys: readonly string[]): Provenance {
  return { kind: 'session', path: pointer(facts.path, 'session', ...keys) };
}
