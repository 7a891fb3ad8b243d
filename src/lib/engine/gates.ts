/**
 * What no policy can change: who may call which STS operation, partitions, and operations that never cross accounts.
 * Source: IAM User Guide, "Compare AWS STS credentials" (STS-01 to STS-07); XACC-15, XACC-19, SVC-20.
 */
import { isKmsCrossAccountOperation, isSqsSameAccountOnly } from '../catalog/services.ts';
import type { Caller, Request } from './request.ts';
import type { RuleId } from './trace.ts';

/** `free` needs no permission and cannot be denied; `refused` cannot be allowed. */
export interface GateFinding {
  readonly outcome: 'free' | 'refused';
  readonly rule: RuleId;
}

const free = (rule: RuleId): GateFinding => ({ outcome: 'free', rule });
const refused = (rule: RuleId): GateFinding => ({ outcome: 'refused', rule });

/** The restrictions that come with the caller's credentials; null where none applies. */
export function askSts(request: Request): GateFinding | null {
  const action = request.action.toLowerCase();
  if (action === 'sts:getcalleridentity') return free('STS-01');
  if (action === 'sts:getsessiontoken')
    return isLongTerm(request.caller) ? free('STS-02') : refused('STS-02');
  if (action === 'sts:getfederationtoken' && !isLongTerm(request.caller)) return refused('STS-03');
  if (request.caller.kind === 'root' && action === 'sts:assumerole') return refused('STS-06');
  return askSession(request.caller, action);
}

function askSession(caller: Caller, action: string): GateFinding | null {
  const isIam = action.startsWith('iam:');
  const isSts = action.startsWith('sts:');
  if (caller.kind === 'federatedUser' && (isIam || isSts)) return refused('STS-04');
  if (caller.kind === 'user' && caller.credential === 'sessionToken') {
    if (isIam && !caller.mfa) return refused('STS-05');
    if (isSts && action !== 'sts:assumerole') return refused('STS-05');
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
  return isSqsSameAccountOnly(request.action) ? refused('SVC-20') : null;
}
