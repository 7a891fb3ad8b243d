/** Which principals of a world may do something to a resource: every one of them is asked, none is guessed. */
import { rootArn } from '../world/arn.ts';
import type { Arn, World } from '../world/world.ts';
import { toLazyRequest } from './context.ts';
import { decideOpen, type Outcome } from './decide.ts';
import { NOTHING_SAID, type PrincipalFacts, type RequestFacts } from './facts.ts';
import { placesOf } from './places.ts';
import { refuser } from './who-can-skip.ts';

export interface Holder {
  /** A user, a role, or the root user of an account. */
  readonly principal: Arn;
  /**
   * `conditional` where it hangs on what nobody has said of the request, such as MFA or the Region; null while a policy
   * it needs is broken.
   */
  readonly outcome: Exclude<Outcome, 'explicitDeny' | 'implicitDeny'>;
}

/**
 * Everyone who may call `action` on `resource`, or might: users with access keys, roles by a session that was made
 * without tags, policies or MFA, root users in the console, each directly and now.
 *
 * @param action as in a request, `s3:GetObject`
 * @returns in the order of the world, roots last
 */
export function whoCan(world: World, action: string, resource: Arn): readonly Holder[] {
  const holders: Holder[] = [];
  const ask = (principal: PrincipalFacts & { readonly arn: Arn }) => {
    const outcome = decideOpen(world, toLazyRequest(world, factsFor(principal, action, resource)));
    if (outcome === 'explicitDeny' || outcome === 'implicitDeny') return;
    holders.push({ principal: principal.arn, outcome });
  };
  const isRefused = refuser(world, action, resource);
  for (const principal of world.principals.values()) {
    const { kind, arn } = principal;
    if ((kind === 'user' || kind === 'role') && !isRefused(principal)) ask({ kind, arn });
  }
  for (const arn of rootsOf(world)) ask({ kind: 'root', arn });
  return holders;
}

/** Every account has a root user, listed or not. */
function rootsOf(world: World): readonly Arn[] {
  const listed = [...world.principals.values()].filter(({ kind }) => kind === 'root');
  const known = new Set(listed.map(({ account }) => account));
  const others = [...world.accounts.keys()].filter((account) => !known.has(account));
  return [...listed.map(({ arn }) => arn), ...others.map((account) => rootArn(account))];
}

/**
 * Reads every policy that hangs somewhere; asking does it too, the first time for each place.
 *
 * @returns at how many places a policy is broken
 */
export function compileWorld(world: World): number {
  return placesOf(world)
    .all()
    .filter(({ index }) => index.isBroken).length;
}

function factsFor(principal: PrincipalFacts, action: string, resource: Arn): RequestFacts {
  return { ...NOTHING_SAID, id: 'who-can', principal, action, resources: [resource] };
}
