/**
 * What no policy can change: who may call which STS operation, partitions, and operations that never cross accounts.
 * Source: IAM User Guide, "Compare AWS STS credentials" (STS-01 to STS-07); XACC-15, XACC-16, XACC-19, SVC-20.
 */
import { isKmsCrossAccountOperation, isSqsSameAccountOnly } from '../catalog/services.ts';
import { accountIn } from '../world/arn.ts';
import type { World } from '../world/world.ts';
import type { Caller, Request } from './request.ts';
import type { RuleId } from './trace.ts';

/** `free` needs no permission and cannot be denied; `refused` cannot be allowed. */
export interface GateFinding {
  readonly outcome: 'free' | 'refused';
  readonly rule: RuleId;
}

const free = (rule: RuleId): GateFinding => ({ outcome: 'free', rule });
const refused = (rule: RuleId): GateFinding => ({ outcome: 'refused', rule });

/** The calls that carry a token instead of a signature, and what such a call needs besides (XACC-13, XACC-13b). */
const UNSIGNED = new Set(['sts:assumerolewithsaml', 'sts:assumerolewithwebidentity']);
const WITH_ANY_ROLE = new Set(['sts:tagsession', 'sts:setsourceidentity']);

/** The restrictions that come with the caller's credentials; null where none applies. */
export function askSts(request: Request): GateFinding | null {
  const action = request.action.toLowerCase();
  if (action.startsWith('sts:') && !isSignedAsNeeded(request.caller, action)) return refused('STS-07');
  if (action === 'sts:getcalleridentity') return free('STS-01');
  if (action === 'sts:getsessiontoken')
    return isLongTerm(request.caller) ? free('STS-02') : refused('STS-02');
  if (action === 'sts:getfederationtoken' && !isLongTerm(request.caller)) return refused('STS-03');
  if (request.caller.kind === 'root' && action === 'sts:assumerole') return refused('STS-06');
  return askSession(request.caller, action);
}

/** STS-07: a token's bearer calls AssumeRoleWith… and nothing else; everybody else signs and calls the rest. */
function isSignedAsNeeded(caller: Caller, action: string): boolean {
  if (caller.kind === 'anonymous') return false;
  if (WITH_ANY_ROLE.has(action)) return true;
  return UNSIGNED.has(action) === (caller.kind === 'identityProvider');
}

/**
 * STS-07: AssumeRoot is for users and roles of the management account, over accounts of its organization. Delegated
 * administrators may as well; the world does not know them.
 */
export function askAssumeRoot(world: World, { caller, action, resource }: Request): GateFinding | null {
  if (action.toLowerCase() !== 'sts:assumeroot') return null;
  if (caller.kind !== 'user' && caller.kind !== 'roleSession') return refused('STS-07');
  const target = world.accounts.get(accountIn(resource) ?? caller.account);
  const organization = world.organizations.get(target?.organization ?? '');
  return organization?.management === caller.account ? null : refused('STS-07');
}

function askSession(caller: Caller, action: string): GateFinding | null {
  const isIam = action.startsWith('iam:');
  const isSts = action.startsWith('sts:');
  if (caller.kind === 'federatedUser' && (isIam || isSts)) return refused('STS-04');
  if (caller.kind === 'user' && caller.credential === 'sessionToken') {
    if (isIam && !caller.mfa) return refused('STS-05');
    if (isSts && action !== 'sts:assumerole' && !WITH_ANY_ROLE.has(action)) return refused('STS-05');
  }
  return null;
}

/** Long-term keys of an IAM user or of root. A console sign-in counts: the console holds them on the user's behalf. */
function isLongTerm(caller: Caller): boolean {
  if (caller.kind === 'root') return !caller.assumed;
  return caller.kind === 'user' && caller.credential !== 'sessionToken';
}

/** XACC-19: nothing reaches across partitions. */
export function askPartition(request: Request): GateFinding | null {
  if (!('arn' in request.caller)) return null;
  const mine = request.caller.arn.split(':')[1];
  const theirs = /^arn:([^:]*):/.exec(request.resource)?.[1];
  return theirs !== undefined && theirs !== mine ? refused('XACC-19') : null;
}

/** Operations that stay at home even where both sides would allow them. */
export function askCrossAccount(request: Request, isKey: boolean): GateFinding | null {
  if (isKey && !isKmsCrossAccountOperation(request.action)) return refused('XACC-15');
  if (request.action.toLowerCase() === 'iam:passrole') return refused('XACC-16');
  return isSqsSameAccountOnly(request.action) ? refused('SVC-20') : null;
}
