/**
 * From findings to a decision, unknown facts included. There are two kinds of findings, those of a trace and those
 * of a fold that keeps none (decide.ts); what follows from them is the same function.
 */
import type { PolicyType } from '../world/world.ts';
import { askCrossAccount } from './gates.ts';
import type { Gathered } from './gather.ts';
import type { Request } from './request.ts';
import { findDeny, settle, type Settled, type View } from './settle.ts';
import type { Grant } from './trace.ts';
import { MAYBE, NO, toTri, YES, type Tri } from './tri.ts';

/** What the statements of each policy type come to. */
export interface Findings {
  /** Whether a Deny of the type matches. */
  deny: (type: PolicyType) => Tri;
  /**
   * Whether the type allows: every level of the organization must (EVAL-03, EVAL-04); of all else one Allow is
   * enough (EVAL-06). A type that is not asked stands in nobody's way, and allows nothing by itself.
   */
  allow: (type: PolicyType) => Tri;
  /** How Allows of the resource's policies name the caller that match at least so surely. */
  grants: (atLeast: Tri) => ReadonlySet<Grant>;
  /** Whether some answer so far hung on an unknown fact. */
  isOpen: () => boolean;
}

/**
 * The decision; null where it hangs on unknown facts. Nothing is asked of the findings that the answers before have
 * settled.
 */
export function conclude(request: Request, gathered: Gathered, findings: Findings): Settled | null {
  // XACC-02: a deny on either side wins; XACC-06: what is left is what both sides give.
  const denied = findDeny(request, gathered, (type) => findings.deny(type) === YES);
  if (denied) return denied;
  const stopped = gathered.isHome === false ? askCrossAccount(request, gathered.isKey) : null;
  if (stopped) return { decision: 'implicitDeny', by: ['resource'], rule: stopped.rule };
  const least = settle(request, gathered, viewAt(YES, gathered, findings));
  // The two views differ in what is unknown only.
  if (!findings.isOpen() && !isKeyGrantOpen(gathered)) return least;
  const most = settle(request, gathered, viewAt(MAYBE, gathered, findings));
  // If even the open Allows are not enough, the open Denies make no difference.
  if (most.decision !== 'allowed') return least;
  const mayDeny = findDeny(request, gathered, (type) => findings.deny(type) === MAYBE);
  return !mayDeny && least.decision === 'allowed' ? least : null;
}

/** The findings, seen with a rule for what counts as a match. */
function viewAt(atLeast: Tri, { beside: { keyGrant } }: Gathered, findings: Findings): View {
  return {
    allows: (type) => findings.allow(type) >= atLeast,
    grants: findings.grants(atLeast),
    keyGrant: keyGrant !== null && toTri(keyGrant.outcome) >= atLeast ? keyGrant.reach : null
  };
}

function isKeyGrantOpen({ beside: { keyGrant } }: Gathered): boolean {
  return keyGrant !== null && toTri(keyGrant.outcome) === MAYBE;
}

/** What a type comes to that has no policies of its own to ask: no ceiling, and no Allow. */
export function allowUnasked(type: PolicyType): Tri {
  return type === 'identity' || type === 'resource' ? NO : YES;
}

/** Whether the places of a type are levels, each of which must allow. */
export function hasLevels(type: PolicyType): boolean {
  return type === 'scp' || type === 'rcp';
}
