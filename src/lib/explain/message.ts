/**
 * The access-denied text as AWS words it. Source: IAM User Guide, "Troubleshoot access denied error messages"
 * (MSG-01 to MSG-07, MSG-12). Not our voice: these are AWS's own sentences.
 */
import type { Caller } from '../engine/request.ts';
import type { DecidedBy, Evaluation } from '../engine/trace.ts';
import { doorKind } from './door.ts';
import type { Words } from './words.ts';

/** What one access-denied text is made of. */
export interface Denial {
  readonly callerArn: string;
  readonly action: string;
  /** Null where the service passes none (MSG-07). */
  readonly resource: string | null;
  /** Null for denials that AWS gives without a reason. */
  readonly by: keyof typeof REASONS | null;
  readonly kind: 'explicit' | 'implicit';
  /** ARN of the denying policy; only in explicit denials, and not of every service (MSG-04). */
  readonly policyArn: string | null;
}

const REASONS = {
  scp: ['a service control policy', 'service control policy'],
  rcp: ['a resource control policy', 'resource control policy'],
  endpoint: ['a VPC endpoint policy', 'VPC endpoint policy'],
  boundary: ['a permissions boundary', 'permissions boundary'],
  session: ['a session policy', 'session policy'],
  resource: ['a resource-based policy', 'resource-based policy'],
  trust: ['the role trust policy', 'role trust policy'],
  identity: ['an identity-based policy', 'identity-based policy']
} as const;

/** The text of one denial (MSG-01, MSG-02). */
export function accessDenied({ callerArn, action, resource, by, kind, policyArn }: Denial): string {
  const on = resource === null ? '' : ` on resource: ${resource}`;
  const said = `User: ${callerArn} is not authorized to perform: ${action}${on}`;
  if (by === null) return said;
  const [explicit, implicit] = REASONS[by];
  if (kind === 'implicit') return `${said} because no ${implicit} allows the ${action} action`;
  return `${said} with an explicit deny in ${explicit}${policyArn === null ? '' : `: ${policyArn}`}`;
}

/**
 * What AWS would answer to this request.
 *
 * @param words gives the ARN of a managed policy that denies
 * @returns null unless the request was denied; a blocked request has the text of the call that blocks it
 */
export function message(evaluation: Evaluation, words: Words): string | null {
  const { decidedBy: rule, request } = evaluation;
  if (rule.kind === 'blocked') {
    const blocking = [...evaluation.hops, ...evaluation.checks].find((each) => each.id === rule.step);
    return blocking ? message(blocking, words) : null;
  }
  if (rule.kind !== 'explicitDeny' && rule.kind !== 'noAllow') return null;
  const { caller, action } = request;
  if (caller.kind === 'anonymous') return 'Access Denied'; // MSG-06
  if (caller.kind === 'identityProvider') return `Not authorized to perform ${action}`; // MSG-12
  if (evaluation.rule === 'STS-06') return 'Roles may not be assumed by root accounts.'; // MSG-12
  return accessDenied({
    callerArn: nameOf(caller),
    action,
    resource: request.resource === '*' ? null : request.resource,
    by: reason(rule.by, evaluation),
    kind: rule.kind === 'explicitDeny' ? 'explicit' : 'implicit',
    policyArn: rule.kind === 'explicitDeny' ? arnOf(rule.at[0]?.policy, words) : null
  });
}

/** A role session goes by its session ARN (MSG-06). */
function nameOf(caller: Exclude<Caller, { kind: 'anonymous' | 'identityProvider' }>): string {
  return caller.kind === 'service' ? caller.service : caller.arn;
}

/** The fixed limits of STS and operations that stay at home come without a reason. */
function reason(by: DecidedBy, { request, rule }: Evaluation): Denial['by'] {
  if (rule === 'XACC-15' || rule === 'XACC-16' || rule === 'SVC-20') return null;
  if (by === 'resource') return doorKind(request) === 'trust' ? 'trust' : 'resource';
  return REASON_TYPES.find((type) => type === by) ?? null;
}

const REASON_TYPES = ['scp', 'rcp', 'endpoint', 'boundary', 'session', 'identity'] as const;

function arnOf(policy: Parameters<Words['policyArn']>[0] | undefined, words: Words): string | null {
  return policy === undefined ? null : words.policyArn(policy);
}
