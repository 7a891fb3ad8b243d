/**
 * Whom one need not ask: principals that nothing allows an action. Says so only where it is sure without looking at
 * resources and conditions of statements; the others are decided.
 */
import { findResource } from '../world/resource.ts';
import { accountIn } from '../world/arn.ts';
import type { AccountId, Arn, Principal, World } from '../world/world.ts';
import { lower } from './lower.ts';
import { placesOf, type GatheredTarget, type Places } from './places.ts';

/**
 * Whether a user or role is refused `action` on `resource` for want of an Allow (EVAL-01, XACC-01): none of its own
 * policies is about the action, or the resource is of another account, and in both cases no Allow of the resource's
 * policies is about it. Never where a policy is broken that it is subject to, so that this is said; nor for STS, KMS
 * and listed buckets, where more than policies can allow.
 *
 * @returns true: `decide` would deny
 */
export function refuser(world: World, action: string, resource: Arn): (principal: Principal) => boolean {
  const places = placesOf(world);
  const name = lower(action);
  const found = findResource(world, resource);
  const isEverybodys = resource.includes(':aws:');
  const owner = isEverybodys ? null : (found?.resource.account ?? accountIn(resource));
  const hung = [resource, found?.resource.arn ?? resource].map((at) => places.at('resource', at));
  if (isDecidedOtherwise(name, found !== null) || hung.some((at) => at !== null && speaks(at, name))) {
    return () => false;
  }
  const isBroken = brokenAccounts(world, places);
  return (principal) => {
    const { kind, arn, account } = principal;
    if (kind === 'session' || kind === 'root') return false;
    if (isBroken('rcp', owner ?? account) || isBroken('scp', account)) return false;
    if (places.at('boundary', arn)?.index.isBroken === true) return false;
    const own = ownPlaces(places, principal);
    if (own.some(({ index }) => index.isBroken)) return false;
    return (owner !== null && owner !== account) || own.every((at) => !speaks(at, name));
  };
}

/** Operations without a policy (STS-01), grants (SVC-04), ACLs (EVAL-23). */
function isDecidedOtherwise(action: string, isListed: boolean): boolean {
  return action.startsWith('sts:') || action.startsWith('kms:') || (action.startsWith('s3:') && isListed);
}

/** Whether an Allow there is about the action, or nobody knows. */
function speaks({ index }: GatheredTarget, action: string): boolean {
  return index.isBroken || index.candidates(action).allows.length > 0;
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
