/** Whether a Principal or NotPrincipal element covers the caller, and in which way. */
import type { Effect, PrincipalElement, PrincipalEntry } from '../policy/document.ts';
import type { Arn } from '../world/world.ts';
import { CHOICES } from './choices.ts';
import { accountOf, type Caller, type Request } from './request.ts';
import type { ExpectedValue, Grant, Match, NodeRef } from './trace.ts';

/** What the caller is measured against beside the policy. */
export interface PrincipalSetting {
  readonly request: Request;
  /** PRIN-23: a NotPrincipal Deny always hits identities with a permissions boundary. */
  readonly hasBoundary: boolean;
  /** The account that owns the resource; an identity provider counts only in its own account (XACC-14). */
  readonly resourceAccount: string | null;
  /** PRIN-04g: the canonical id of the caller's account; null where nobody says it, and outside S3. */
  readonly canonicalId: string | null;
}

export interface PrincipalFinding {
  readonly outcome: Match;
  readonly matched: NodeRef | null;
  readonly grant: Grant | null;
  readonly expected: readonly ExpectedValue[];
}

/** From the most to the least far-reaching; a policy that names a caller twice counts by the first of these. */
const RANK: Readonly<Record<Grant, number>> = {
  session: 0,
  user: 1,
  everyone: 2,
  service: 3,
  provider: 4,
  root: 5,
  role: 6,
  issuer: 7,
  account: 8
};

/** The most far-reaching of some grants; null for none. */
export function strongest(grants: readonly Grant[]): Grant | null {
  let most: Grant | null = null;
  for (const grant of grants) if (most === null || RANK[grant] < RANK[most]) most = grant;
  return most;
}

/** A Principal or NotPrincipal element, read once. */
export interface CompiledPrincipal {
  readonly element: PrincipalElement;
  readonly entries: readonly CompiledEntry[];
  /** By value; of equal ones the last. */
  readonly listed: ReadonlyMap<string, PrincipalEntry>;
}

interface CompiledEntry {
  readonly entry: PrincipalEntry;
  /** For an AWS entry that names a whole account: which (PRIN-02). */
  readonly account: NamedAccount | null;
}

export function compilePrincipal(element: PrincipalElement): CompiledPrincipal {
  return {
    element,
    entries: element.entries.map((entry) => ({
      entry,
      account: entry.type === 'AWS' ? accountNamed(entry.value) : null
    })),
    listed: new Map(element.entries.map((entry) => [entry.value, entry] as const))
  };
}

/** How the element names the caller, at its strongest; null where the statement is not about this caller. */
export function namedBy(
  compiled: CompiledPrincipal,
  effect: Effect,
  setting: PrincipalSetting
): Grant | null {
  if (compiled.element.negated) return escapesNotPrincipal(compiled, effect, setting) ? null : 'everyone';
  let strongest: Grant | null = null;
  for (const entry of compiled.entries) {
    const grant = grantOf(entry, setting);
    if (grant !== null && (strongest === null || RANK[grant] < RANK[strongest])) strongest = grant;
  }
  return strongest;
}

/** Every entry against the caller. Entries are OR-ed, over types as well (PRIN-10). */
export function matchPrincipal(
  policy: NodeRef['policy'],
  compiled: CompiledPrincipal,
  effect: Effect,
  setting: PrincipalSetting
): PrincipalFinding {
  const { element } = compiled;
  const found = compiled.entries.map((each) => ({ entry: each.entry, grant: grantOf(each, setting) }));
  const expected = found.map(({ entry, grant }) => ({
    at: { policy, path: entry.path },
    text: entry.value,
    resolved: entry.value,
    holds: grant !== null
  }));
  if (element.negated) return { ...matchNotPrincipal(policy, compiled, effect, setting), expected };
  const grant = namedBy(compiled, effect, setting);
  const first = found.find((each) => each.grant !== null && each.grant === grant);
  return {
    outcome: grant ? 'match' : 'noMatch',
    matched: first ? { policy, path: first.entry.path } : null,
    grant,
    expected
  };
}

/** How one entry names the caller; null if it does not. ARNs compare exactly (PRIN-05). */
function grantOf({ entry, account }: CompiledEntry, setting: PrincipalSetting): Grant | null {
  const { caller } = setting.request;
  switch (entry.type) {
    case '*':
      return 'everyone';
    case 'AWS':
      if (entry.value === '*') return starGrant(caller);
      return account === null ? awsGrant(entry.value, caller) : accountGrant(account, caller);
    case 'Service':
      return caller.kind === 'service' && caller.service === entry.value ? 'service' : null; // PRIN-12, PRIN-13
    case 'Federated':
      return isProvider(entry.value, setting) ? 'provider' : null;
    case 'CanonicalUser':
      return entry.value === setting.canonicalId ? ofAccount(caller) : null;
  }
}

/** Everybody, in any account: also under a trust policy (XACC-22), and for callers without credentials (SVC-15). */
function starGrant(caller: Caller): Grant | null {
  return caller.kind === 'service' && !CHOICES.awsStarCoversServices ? null : 'everyone';
}

function awsGrant(value: string, caller: Caller): Grant | null {
  switch (caller.kind) {
    case 'user':
      return value === caller.arn || value === caller.uniqueId ? 'user' : null;
    case 'roleSession':
      if (value === caller.arn) return 'session';
      return value === caller.role || value === caller.roleId ? 'role' : null;
    case 'federatedUser':
      if (value === caller.arn) return 'session';
      return value === caller.issuer ? 'issuer' : null; // EVAL-15
    default:
      return null;
  }
}

/** PRIN-02, PRIN-15, PRIN-17. */
function accountGrant(named: NamedAccount, caller: Caller): Grant | null {
  if (named.id !== accountOf(caller)) return null;
  if (named.partition !== null && named.partition !== partitionOf(caller)) return null;
  return ofAccount(caller);
}

/** Whoever is of an account that is named as a whole (PRIN-15). */
function ofAccount(caller: Caller): Grant {
  return caller.kind === 'root' ? 'root' : 'account';
}

interface NamedAccount {
  readonly id: string;
  /** Null for a bare account id. */
  readonly partition: string | null;
}

/** PRIN-02: twelve digits or a root ARN name the whole account. */
function accountNamed(value: string): NamedAccount | null {
  if (/^\d{12}$/.test(value)) return { id: value, partition: null };
  const found = /^arn:(aws[a-z-]*):iam::(\d{12}):root$/.exec(value);
  return found ? { id: found[2] ?? '', partition: found[1] ?? null } : null;
}

function isProvider(value: string, setting: PrincipalSetting): boolean {
  const { caller } = setting.request;
  if (caller.kind !== 'identityProvider' || caller.provider !== value) return false;
  const account = /^arn:[^:]*:iam::(\d{12}):/.exec(value)?.[1];
  return account === undefined || setting.resourceAccount === null || account === setting.resourceAccount;
}

/**
 * The caller escapes a NotPrincipal Deny only if its whole identity chain is listed: account and user; account, role
 * and session (PRIN-21, PRIN-22); a service by its name (PRIN-25). Identities with a permissions boundary never escape it (PRIN-23). An Allow is for
 * everyone else (PRIN-20), so there one link that is listed is enough to be left out.
 */
function escapesNotPrincipal(
  { listed }: CompiledPrincipal,
  effect: Effect,
  setting: PrincipalSetting
): boolean {
  if (effect === 'Deny' && setting.hasBoundary) return false;
  if (listed.has('*')) return true;
  const chain = chainOf(setting);
  const isListed = (names: readonly string[]) => names.some((name) => listed.has(name));
  const isStrict = effect === 'Deny' && CHOICES.incompleteNotPrincipalHits;
  return chain.length > 0 && (isStrict ? chain.every(isListed) : chain.some(isListed));
}

function matchNotPrincipal(
  policy: NodeRef['policy'],
  compiled: CompiledPrincipal,
  effect: Effect,
  setting: PrincipalSetting
): Omit<PrincipalFinding, 'expected'> {
  if (!escapesNotPrincipal(compiled, effect, setting)) {
    return { outcome: 'match', matched: null, grant: 'everyone' };
  }
  const names = ['*', ...chainOf(setting).flat()];
  const entry = names.map((name) => compiled.listed.get(name)).find((each) => each !== undefined);
  return { outcome: 'noMatch', matched: entry ? { policy, path: entry.path } : null, grant: null };
}

/** The names that must be listed, each link by any of its spellings. */
function chainOf({ request: { caller }, canonicalId }: PrincipalSetting): readonly (readonly string[])[] {
  switch (caller.kind) {
    case 'user':
      return [accountNames(caller, canonicalId), [caller.arn, caller.uniqueId]];
    case 'root':
      return [accountNames(caller, canonicalId)];
    case 'roleSession':
      return [accountNames(caller, canonicalId), [caller.role, caller.roleId], [caller.arn]];
    case 'federatedUser':
      return [accountNames(caller, canonicalId), [caller.arn]];
    case 'service':
      return [[caller.service]];
    case 'identityProvider':
      return [[caller.provider]];
    case 'anonymous':
      return [];
  }
}

function accountNames(
  { account, arn }: { readonly account: string; readonly arn: Arn },
  canonicalId: string | null
): readonly string[] {
  const names = [account, `arn:${arn.split(':')[1] ?? 'aws'}:iam::${account}:root`];
  return canonicalId === null ? names : [...names, canonicalId];
}

/** PRIN-17: an account ARN of another partition never matches; a bare account id has none. */
function partitionOf(caller: Caller): string | null {
  return 'arn' in caller ? (caller.arn.split(':')[1] ?? null) : null;
}
