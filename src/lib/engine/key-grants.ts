/**
 * KMS grants: an Allow that hangs on the key beside its policy, for one grantee, for a few operations, perhaps only
 * with a certain encryption context. Source: KMS Developer Guide, "Grants in AWS KMS" (SVC-04, EVAL-22).
 */
import { findResource } from '../world/resource.ts';
import type { KeyGrant, World } from '../world/world.ts';
import { identityOf, isUnknown, type Caller, type Request, type RequestContext } from './request.ts';
import type { Grant } from './trace.ts';

/** What the grants of a key say to a request. */
export interface KeyGrantFinding {
  /** `unknown`: it hangs on an encryption context that is left open. */
  readonly outcome: 'match' | 'unknown' | 'noMatch';
  /** How the grant names the caller; null without a match. */
  readonly reach: Grant | null;
  readonly grant: KeyGrant | null;
}

const NOTHING: KeyGrantFinding = { outcome: 'noMatch', reach: null, grant: null };

/**
 * The grant that covers a request best: a sure one before one that hangs on open facts, then the first.
 *
 * @returns null where no grants are known: not a KMS action, no listed key, a key without grants
 */
export function askKeyGrants(world: World, request: Request): KeyGrantFinding | null {
  const [service, operation = ''] = request.action.toLowerCase().split(':');
  if (service !== 'kms') return null;
  const key = findResource(world, request.resource)?.resource;
  const grants = key?.grants ?? [];
  if (!key || grants.length === 0) return null;
  const found = grants.map((grant) => ask(grant, operation, request));
  if (operation === 'retiregrant') found.push(retiredByOwner(request.caller, key.account));
  return (
    found.find(({ outcome }) => outcome === 'match') ??
    found.find(({ outcome }) => outcome === 'unknown') ??
    NOTHING
  );
}

/** The grants that name the caller and wait for a pair of the encryption context that is left open. */
export function openGrants(world: World, request: Request): readonly KeyGrant[] {
  const [service, operation = ''] = request.action.toLowerCase().split(':');
  if (service !== 'kms') return [];
  const grants = findResource(world, request.resource)?.resource.grants ?? [];
  return grants.filter((grant) => ask(grant, operation, request).outcome === 'unknown');
}

/** The keys of the encryption context that are left open. */
export function openPairs(context: RequestContext): readonly string[] {
  return [...pairsOf(context)].flatMap(([key, value]) => (value === null ? [key] : []));
}

/** Whether a grant alone says who may: a policy that allows RetireGrant is not enough, and a key policy is nothing. */
export function isDecidedByGrants({ action }: Request): boolean {
  return action.toLowerCase() === 'kms:retiregrant';
}

function ask(grant: KeyGrant, operation: string, request: Request): KeyGrantFinding {
  if (operation === 'retiregrant') {
    const retires = grant.retiring === null ? null : reachOf(grant.retiring, request.caller);
    if (retires !== null) return { outcome: 'match', reach: retires, grant };
  }
  if (!grant.operations.some((granted) => granted.toLowerCase() === operation)) return NOTHING;
  const reach = reachOf(grant.grantee, request.caller);
  if (reach === null) return NOTHING;
  const outcome = CONSTRAINED.has(operation) ? fits(grant, request.context) : 'match';
  return outcome === 'noMatch' ? NOTHING : { outcome, reach, grant };
}

/**
 * The account of the key may retire every grant: its root user at once, others as its policies say. The account in
 * which a grant was made is taken to be the key's.
 */
function retiredByOwner(caller: Caller, owner: string): KeyGrantFinding {
  if (!('account' in caller) || caller.account !== owner) return NOTHING;
  return { outcome: 'match', reach: caller.kind === 'root' ? 'root' : 'account', grant: null };
}

/** Operations that take an encryption context; to all others a constraint does not apply. */
const CONSTRAINED: ReadonlySet<string> = new Set([
  'decrypt',
  'encrypt',
  'generatedatakey',
  'generatedatakeypair',
  'generatedatakeypairwithoutplaintext',
  'generatedatakeywithoutplaintext',
  'reencryptfrom',
  'reencryptto'
]);

function reachOf(named: string, caller: Caller): Grant | null {
  if (caller.kind === 'service') return named === caller.service ? 'service' : null;
  if (!('account' in caller)) return null;
  const isAccount = named === caller.account || named.endsWith(`:iam::${caller.account}:root`);
  if (caller.kind === 'root') return isAccount ? 'root' : null;
  if (named === caller.arn) return caller.kind === 'user' ? 'user' : 'session';
  return identityReach(named, caller) ?? (isAccount ? 'account' : null);
}

/** The role of a session; the user behind a GetFederationToken session. */
function identityReach(named: string, caller: Caller): Grant | null {
  if (named !== identityOf(caller)) return null;
  return caller.kind === 'roleSession' ? 'role' : 'issuer';
}

const PREFIX = 'kms:encryptioncontext:';

/** The encryption context of a request: null for a pair that is left open. */
function pairsOf(context: RequestContext): ReadonlyMap<string, string | null> {
  const given = new Map<string, string | null>();
  for (const [key, value] of context) {
    if (!key.startsWith(PREFIX)) continue;
    given.set(value.key.slice(PREFIX.length), isUnknown(value) ? null : (value.values[0] ?? null));
  }
  return given;
}

/** Pairs of the encryption context compare with case, key and value. One left open may also turn out to be absent. */
function fits(grant: KeyGrant, context: RequestContext): KeyGrantFinding['outcome'] {
  const { contextEquals, contextSubset } = grant;
  if (contextEquals === null && contextSubset === null) return 'match';
  const given = pairsOf(context);
  const wanted = [...(contextEquals ?? []), ...(contextSubset ?? [])];
  if (wanted.some(([key, value]) => isOther(given, key, value))) return 'noMatch';
  const more = contextEquals === null ? [] : [...given].filter(([key]) => !contextEquals.has(key));
  if (more.some(([, value]) => value !== null)) return 'noMatch';
  return more.length > 0 || wanted.some(([key]) => given.get(key) === null) ? 'unknown' : 'match';
}

function isOther(given: ReadonlyMap<string, string | null>, key: string, value: string): boolean {
  const has = given.get(key);
  return has === undefined || (has !== null && has !== value);
}
