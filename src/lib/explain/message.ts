/**
 * The access-denied text as AWS words it. Source: IAM User Guide, "Troubleshoot access denied error messages"
 * (MSG-01 to MSG-07, MSG-12). Not our voice: these are AWS's own sentences.
 */
import { signatureError } from '../catalog/error-codes.ts';
import type { Caller, Request } from '../engine/request.ts';
import type { DecidedBy, DecisionRule, Evaluation } from '../engine/trace.ts';
import { doorKind } from './door.ts';
import { blockedText, faultText, wrongSignature } from './fault-text.ts';
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
  const { decidedBy: rule } = evaluation;
  if (rule.kind === 'blocked') {
    const blocking = blockingCall(evaluation);
    return blocking ? message(blocking, words) : null;
  }
  if (rule.kind !== 'explicitDeny' && rule.kind !== 'noAllow') return null;
  return unreasoned(evaluation, rule.by) ?? reasoned(evaluation, rule, words);
}

/** The refusals that have a text of their own, without a reason. */
function unreasoned(evaluation: Evaluation, by: DecidedBy): string | null {
  const { request, rule } = evaluation;
  const { caller, action } = request;
  const service = serviceOf(request);
  if (by === 'authentication') return signatureError(service, wrongSignature(evaluation)).text;
  if (caller.kind === 'anonymous') return signatureError(service, 'unsigned').text; // MSG-06, MSG-11
  const fault = faultText(evaluation);
  if (fault) return fault.text;
  if (caller.kind === 'identityProvider') return `Not authorized to perform ${action}`; // MSG-12
  if (rule === 'STS-06') return 'Roles may not be assumed by root accounts.'; // MSG-12
  return service === 's3' && isBeyondOrganization(evaluation) ? 'Access Denied' : null;
}

type Refusing = Extract<DecisionRule, { kind: 'explicitDeny' | 'noAllow' }>;

function reasoned(evaluation: Evaluation, rule: Refusing, words: Words): string {
  const { request } = evaluation;
  const service = serviceOf(request);
  const isExplicit = rule.kind === 'explicitDeny';
  const said = accessDenied({
    callerArn: nameOf(request.caller),
    action: request.action,
    resource: namedResource(request),
    by: reason(rule.by, evaluation),
    kind: isExplicit ? 'explicit' : 'implicit',
    policyArn: isExplicit ? arnOf(rule.at[0]?.policy, words) : null
  });
  if (rule.by === 'publicAccessBlock') return `${said} ${blockedText(evaluation)}`;
  return service === 'ec2' ? asEc2(said, request) : said;
}

/** S3 puts the ARN in quotes; no service names a resource where the call has none (MSG-07). */
function namedResource(request: Request): string | null {
  if (request.resource === '*') return null;
  return serviceOf(request) === 's3' ? `"${request.resource}"` : request.resource;
}

/** The hop or check that stopped a call which could not be made. */
export function blockingCall({ decidedBy, hops, checks }: Evaluation): Evaluation | null {
  if (decidedBy.kind !== 'blocked') return null;
  return [...hops, ...checks].find(({ id }) => id === decidedBy.step) ?? null;
}

/** Stands for what AWS encodes; only AWS can make and read it. */
const ENCODED = '…';

/**
 * EC2 puts a sentence before and, where an operation works on resources, an encoded reason behind (MSG-10). Which
 * operations do so is said operation by operation; calls without a resource are taken not to.
 */
function asEc2(said: string, { resource }: Request): string {
  const text = `You are not authorized to perform this operation. ${said}`;
  return resource === '*' ? text : `${text}. Encoded authorization failure message: ${ENCODED}`;
}

function serviceOf({ action }: Request): string {
  return action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
}

/**
 * S3 says why only to callers of the bucket's account or organization; to all others it answers `Access Denied`.
 * Source: S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors".
 */
function isBeyondOrganization({ sameAccount, request: { context } }: Evaluation): boolean {
  if (sameAccount !== false) return false;
  const [mine, theirs] = ['aws:principalorgid', 'aws:resourceorgid'].map((key) => {
    const known = context.get(key);
    return known && 'values' in known ? known.values[0] : undefined;
  });
  return mine === undefined || mine !== theirs;
}

/** A role session goes by its session ARN (MSG-06). */
function nameOf(caller: Caller): string {
  if ('arn' in caller) return caller.arn;
  return caller.kind === 'service' ? caller.service : 'anonymous';
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
