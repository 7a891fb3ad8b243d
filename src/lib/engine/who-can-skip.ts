/**
 * Whom one need not ask: principals that nothing allows an action on a resource. Says so only where it is sure without
 * looking at conditions and variables; the others are decided.
 */
import { findResource, type FoundResource } from '../world/resource.ts';
import { accountIn, asAccountId, splitArn } from '../world/arn.ts';
import type { AccountId, Arn, Principal, World } from '../world/world.ts';
import type { CompiledStatement } from './compile.ts';
import { lower } from './lower.ts';
import type { CompiledPrincipal } from './principal.ts';
import { placesOf, type GatheredTarget, type Places } from './places.ts';
import { matchesResource, toSplitText, type SplitText } from './values/arn-glob.ts';

/**
 * Whether a user or role is refused `action` on `resource` for want of an Allow (EVAL-01, XACC-01): none of its own
 * policies allows such a call, or the resource is of another account, and the resource's policies name nobody of its
 * account. Never where a policy is broken that it is subject to, so that this is said; nor for what more than policies
 * can allow: operations without a policy, keys, listed buckets.
 *
 * @returns true: `decide` would deny
 */
export function refuser(world: World, action: string, resource: Arn): (principal: Principal) => boolean {
  const places = placesOf(world);
  const name = lower(action);
  const found = findResource(world, resource);
  const asked = { action: name, resource: toSplitText(resource) };
  const named = namedAt([places.at('resource', resource), placeOf(places, found?.resource.arn)], asked);
  if (isDecidedOtherwise(name, found) || named === null) return () => false;
  const isEverybodys = splitArn(resource)?.account === 'aws'; // counts as everybody's own
  const owner = isEverybodys ? null : (found?.resource.account ?? accountIn(resource));
  const isBroken = brokenAccounts(world, places);
  return (principal) => {
    const { kind, arn, account } = principal;
    if (kind === 'session' || kind === 'root' || named.has(account)) return false;
    if (isBroken('rcp', owner ?? account) || isBroken('scp', account)) return false;
    if (places.at('boundary', arn)?.index.isBroken === true) return false;
    const own = ownPlaces(places, principal);
    if (own.some(({ index }) => index.isBroken)) return false;
    return (owner !== null && owner !== account) || own.every((at) => allowsAt(at, asked).length === 0);
  };
}

interface Asked {
  /** In lower case. */
  readonly action: string;
  readonly resource: SplitText;
}

/** Operations without a policy (STS-01) and AssumeRoot, grants of keys (SVC-04), ACLs (EVAL-23). */
function isDecidedOtherwise(action: string, found: FoundResource | null): boolean {
  if (action.startsWith('sts:')) return action !== 'sts:assumerole';
  if (action.startsWith('s3:')) return mayHaveAcl(action, found);
  return action.startsWith('kms:');
}

/** RES-09: one action takes `arn:aws:s3:::*` for its resource. */
function mayHaveAcl(action: string, found: FoundResource | null): boolean {
  if (action === 's3:listallmybuckets') return true;
  return (
    found !== null && (found.resource.objectOwnership ?? 'BucketOwnerEnforced') !== 'BucketOwnerEnforced'
  );
}

/** The Allows at a place that are about the action and may be about the resource. */
function allowsAt({ index }: GatheredTarget, { action, resource }: Asked): readonly CompiledStatement[] {
  return index.candidates(action).allows.filter((statement) => mayCover(statement, resource));
}

function mayCover({ resources, resourceRule }: CompiledStatement, asked: SplitText): boolean {
  if (resourceRule === null || resourceRule.negated) return true;
  for (const { arn } of resources) if (arn === null || matchesResource(arn, asked)) return true;
  return false;
}

/** The accounts that Allows at some places name, as a whole or in part; null: anybody, or nobody knows. */
function namedAt(places: readonly (GatheredTarget | null)[], asked: Asked): ReadonlySet<AccountId> | null {
  const named = new Set<AccountId>();
  for (const place of places) {
    if (place?.index.isBroken === true) return null;
    for (const { principal } of place ? allowsAt(place, asked) : []) {
      const accounts = principal && accountsIn(principal);
      if (accounts === null) return null;
      for (const account of accounts) named.add(account);
    }
  }
  return named;
}

/** Null as above. Services and identity providers are no users or roles. */
function accountsIn({ element, entries }: CompiledPrincipal): readonly AccountId[] | null {
  if (element.negated) return null;
  const accounts: AccountId[] = [];
  for (const { entry, account } of entries) {
    if (entry.type === 'Service' || entry.type === 'Federated') continue;
    const id = account?.id ?? accountIn(entry.value);
    if (id === null) return null;
    accounts.push(asAccountId(id));
  }
  return accounts;
}

function placeOf(places: Places, arn: Arn | undefined): GatheredTarget | null {
  return arn === undefined ? null : places.at('resource', arn);
}

function ownPlaces(places: Places, principal: Principal): readonly GatheredTarget[] {
  const own = places.at('identity', principal.arn);
  if (principal.kind !== 'user' || principal.groups.length === 0) return own === null ? NOWHERE : [own];
  const groups = principal.groups.map((group) => places.at('identity', group));
  return [own, ...groups].filter((each) => each !== null);
}

const NOWHERE: readonly GatheredTarget[] = [];

/** Whether a policy on the way from the root to an account is broken, looked up once for each account. */
function brokenAccounts(world: World, places: Places): (type: 'scp' | 'rcp', id: AccountId) => boolean {
  const known = { scp: new Map<AccountId, boolean>(), rcp: new Map<AccountId, boolean>() };
  return (type, id) => {
    const said = known[type].get(id);
    if (said !== undefined) return said;
    const account = world.accounts.get(id);
    const made = account ? places.levels(type, account).some(({ index }) => index.isBroken) : false;
    known[type].set(id, made);
    return made;
  };
}
