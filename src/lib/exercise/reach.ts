/**
 * Whether somebody gets to a role by assuming roles, over as many hops as it takes. Each hop is asked of STS as any
 * request is. What the caller is free to choose or may come by (external id, session name, source identity, MFA) is
 * left open, and a hop that hangs on it counts as a way: what must be unreachable must be so without luck.
 */
import { toLazyRequest } from '../engine/context.ts';
import { decideOpen } from '../engine/decide.ts';
import { NOTHING_SAID } from '../engine/facts.ts';
import type { Arn, World } from '../world/world.ts';

const CHOSEN = ['sts:ExternalId', 'sts:RoleSessionName', 'sts:SourceIdentity', 'aws:MultiFactorAuthPresent'];

/**
 * The roles taken on to get there, the last one `to`; null where there is no way. Nobody needs a way to themselves.
 *
 * Time: a decision for each pair of a role that is reached and one that is not.
 */
export function wayTo(world: World, from: Arn, to: Arn): readonly Arn[] | null {
  const ways = new Map<Arn, readonly Arn[]>([[from, []]]);
  const roles = [...world.principals.values()].filter(({ kind }) => kind === 'role').map(({ arn }) => arn);
  for (const [arn, way] of ways) {
    if (arn === to) return way;
    // A map is walked to its end, what is put in on the way included.
    for (const role of roles)
      if (!ways.has(role) && mayAssume(world, arn, role)) ways.set(role, [...way, role]);
  }
  return null;
}

function mayAssume(world: World, from: Arn, role: Arn): boolean {
  const kind = world.principals.get(from)?.kind;
  if (kind === undefined || kind === 'session') return false;
  const principal = { kind, arn: from };
  const request = toLazyRequest(world, { ...ASSUMING, principal, resources: [role] });
  const outcome = decideOpen(world, request);
  return outcome === 'allowed' || outcome === 'conditional';
}

const ASSUMING = { ...NOTHING_SAID, id: 'way', action: 'sts:AssumeRole', unknown: CHOSEN };
