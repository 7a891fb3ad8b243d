/**
 * What no policy can change: who may call which STS operation, partitions, and operations that never cross accounts.
 * Source: IAM User Guide, "Compare AWS STS credentials" (STS-01 to STS-07); XACC-15, XACC-16, XACC-19, SVC-20.
 */
import { isKmsCrossAccountOperation, isSqsSameAccountOnly } from '../catalog/services.ts';
import { isTaskPolicy } from '../catalog/task-policies.ts';
import { lower } from './lower.ts';
import { accountIn } from '../world/arn.ts';
import type { AccountId, World } from '../world/world.ts';
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

/** What decides before any policy does; null where policies decide. In the order in which AWS asks. */
export function askGates(world: World, request: Request): GateFinding | null {
  return (
    askFault(request) ?? askPartition(request) ?? askSts(request) ?? askAssumeRoot(world, request) ?? null
  );
}

/** EVAL-24, STS-20, STS-30, XACC-17: credentials that are no good, parameters that STS refuses. */
function askFault({ fault }: Request): GateFinding | null {
  return fault ? refused(fault.rule) : null;
}

/** The restrictions that come with the caller's credentials; null where none applies. */
function askSts(request: Request): GateFinding | null {
  const action = lower(request.action);
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
 * STS-07: AssumeRoot is for users and roles of the management account and of a delegated administrator for IAM, over
 * member accounts of an organization that has centralized root access; STS-34: with one of AWS's task policies.
 */
function askAssumeRoot(world: World, { caller, action, resource, context }: Request): GateFinding | null {
  if (lower(action) !== 'sts:assumeroot') return null;
  if (caller.kind !== 'user' && caller.kind !== 'roleSession') return refused('STS-07');
  if (!mayAssumeRoot(world, caller.account, accountIn(resource) ?? caller.account)) return refused('STS-07');
  const task = context.get('sts:taskpolicyarn');
  const arn = task && 'values' in task ? task.values[0] : undefined;
  return arn === undefined || isTaskPolicy(arn) ? null : refused('STS-34');
}

function mayAssumeRoot(world: World, caller: AccountId, over: AccountId): boolean {
  const organization = world.organizations.get(world.accounts.get(over)?.organization ?? '');
  if (organization?.centralRootAccess !== true || organization.management === over) return false;
  const delegated = organization.delegatedAdministrators?.get(caller) ?? [];
  return organization.management === caller || delegated.includes('iam.amazonaws.com');
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
  const { resource } = request;
  if (!resource.startsWith('arn:') || resource.indexOf(':', 4) < 0) return null;
  const { arn } = request.caller;
  const end = arn.indexOf(':', 4);
  return end > 0 && resource.startsWith(arn.slice(0, end + 1)) ? null : refused('XACC-19');
}

/** Operations that stay at home even where both sides would allow them. */
export function askCrossAccount(request: Request, isKey: boolean): GateFinding | null {
  if (isKey && !isKmsCrossAccountOperation(request.action)) return refused('XACC-15');
  if (lower(request.action) === 'iam:passrole') return refused('XACC-16');
  return isSqsSameAccountOnly(request.action) ? refused('SVC-20') : null;
}
