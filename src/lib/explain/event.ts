/**
 * What CloudTrail would record of a request, as far as a scenario tells it. Source: CloudTrail User Guide, "CloudTrail
 * userIdentity element" and "CloudTrail record contents" (CT-01, CT-04).
 */
import { operationOf } from '../catalog/operations.ts';
import type { Caller, Request } from '../engine/request.ts';
import type { Evaluation } from '../engine/trace.ts';
import { blockingCall } from './message.ts';
import type { Refusal } from './refusal.ts';

/** The members that follow from a request; whatever else an event has is not known and not there. */
export interface CloudTrailEvent {
  readonly userIdentity: UserIdentity;
  /** ISO 8601 to the second; null where the time is left open. */
  readonly eventTime: string | null;
  /** The operation called, or the action without its service where that has no other name. */
  readonly eventName: string;
  /** Only of a call that failed. */
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

export interface UserIdentity {
  readonly type:
    | 'Root'
    | 'IAMUser'
    | 'AssumedRole'
    | 'FederatedUser'
    | 'AWSAccount'
    | 'AWSService'
    | 'SAMLUser'
    | 'WebIdentityUser';
  readonly principalId?: string;
  readonly arn?: string;
  readonly accountId?: string;
  readonly userName?: string;
  readonly invokedBy?: string;
  readonly identityProvider?: string;
}

/**
 * The event of the call that was made: where a hop was refused, that of the hop.
 *
 * @param refusal what the caller got to see; null for an allowed call
 * @returns null where the request was neither allowed nor denied
 */
export function eventOf(evaluation: Evaluation, refusal: Refusal | null): CloudTrailEvent | null {
  const { outcome } = evaluation;
  if (outcome === null || outcome === 'conditional') return null;
  const blocking = blockingCall(evaluation);
  const made = blocking && evaluation.hops.includes(blocking) ? blocking.request : evaluation.request;
  return {
    userIdentity: identityOf(made.caller),
    eventTime: timeOf(made),
    eventName: made.operation ?? operationOf(made.action) ?? made.action.slice(made.action.indexOf(':') + 1),
    ...(refusal === null ? {} : { errorCode: codeOf(made, refusal), errorMessage: refusal.message })
  };
}

/** EC2's codes have a word before them in the log. */
function codeOf({ action }: Request, { code }: Refusal): string {
  return /^ec2:/i.test(action) ? `Client.${code}` : code;
}

function timeOf({ context }: Request): string | null {
  const time = context.get('aws:epochtime');
  const seconds = time && 'values' in time ? (time.values[0] ?? '') : '';
  if (!/^\d{1,11}$/.test(seconds)) return null;
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

function identityOf(caller: Caller): UserIdentity {
  switch (caller.kind) {
    case 'root':
      return {
        type: 'Root',
        principalId: caller.account,
        arn: caller.arn,
        accountId: caller.account
      };
    case 'user':
      return {
        type: 'IAMUser',
        principalId: caller.uniqueId,
        arn: caller.arn,
        accountId: caller.account,
        userName: nameIn(caller.arn)
      };
    case 'roleSession':
      return {
        type: 'AssumedRole',
        principalId: `${caller.roleId}:${caller.session}`,
        arn: caller.arn,
        accountId: caller.account
      };
    case 'federatedUser':
      return {
        type: 'FederatedUser',
        principalId: `${caller.account}:${nameIn(caller.arn)}`,
        arn: caller.arn,
        accountId: caller.account
      };
    case 'service':
      return { type: 'AWSService', invokedBy: caller.service };
    case 'identityProvider': {
      const type = caller.provider.includes(':saml-provider/') ? 'SAMLUser' : 'WebIdentityUser';
      return { type, identityProvider: caller.provider };
    }
    case 'anonymous':
      return { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' };
  }
}

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
