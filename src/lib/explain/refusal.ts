/**
 * All that a refused caller gets to see: error code, operation, text, and the line of the AWS command line (MSG-01 to
 * MSG-12). What of it AWS does not document is told beside it.
 */
import { deniedCode, signatureError } from '../catalog/error-codes.ts';
import { operationOf } from '../catalog/operations.ts';
import type { Evaluation } from '../engine/trace.ts';
import { decoded } from './decoded.ts';
import { faultText, isUntold, wrongSignature } from './fault-text.ts';
import { blockingCall, message } from './message.ts';
import type { Words } from './words.ts';

export interface Refusal {
  /** `AccessDenied`, `UnauthorizedOperation` … */
  readonly code: string;
  /** The operation called, whose permission or one of whose permissions is missing; null where none is known. */
  readonly operation: string | null;
  readonly message: string;
  /** As the AWS command line and boto3 print it (MSG-09); the bare text where no operation is known. */
  readonly line: string;
  /** Id of the verdict of the call that was refused: the request's own, a hop's or a check's. */
  readonly step: string;
  /** Its action. */
  readonly action: string;
  /** For EC2: what the encoded part says, as JSON. */
  readonly decoded: string | null;
  /** What of this AWS does not document, or what to know about it; sentences. */
  readonly notes: readonly string[];
}

/** Null unless the request was denied. */
export function refusalOf(evaluation: Evaluation, words: Words): Refusal | null {
  return refused(evaluation, evaluation, words);
}

/** @param whole the call of which `evaluation` is the authorization, or one of several */
function refused(evaluation: Evaluation, whole: Evaluation, words: Words): Refusal | null {
  const blocking = blockingCall(evaluation);
  if (blocking) return refused(blocking, evaluation.hops.includes(blocking) ? blocking : evaluation, words);
  const text = message(evaluation, words);
  if (text === null) return null;
  const operation = whole.request.operation ?? operationOf(whole.request.action);
  const { code, isSure } = codeOf(evaluation, whole);
  const isEncoded = /^ec2:/i.test(evaluation.request.action) && evaluation.request.resource !== '*';
  return {
    code,
    operation,
    message: text,
    line:
      operation === null
        ? text
        : `An error occurred (${code}) when calling the ${operation} operation: ${text}`,
    step: evaluation.id,
    action: evaluation.request.action,
    decoded: isEncoded ? decoded(evaluation) : null,
    notes: notesOn(evaluation, { isSure, isEncoded })
  };
}

/** The code is that of the service called, also where a further permission is missing. */
function codeOf(evaluation: Evaluation, whole: Evaluation): { code: string; isSure: boolean } {
  const { decidedBy, request } = evaluation;
  const service = whole.request.action.split(':')[0] ?? '';
  if (request.caller.kind === 'anonymous')
    return { code: signatureError(service, 'unsigned').code, isSure: true };
  if (decidedBy.kind === 'noAllow' && decidedBy.by === 'authentication') {
    return { code: signatureError(service, wrongSignature(evaluation)).code, isSure: true };
  }
  const fault = faultText(evaluation);
  return fault ? { code: fault.code, isSure: true } : deniedCode(service);
}

function notesOn(
  evaluation: Evaluation,
  { isSure, isEncoded }: { readonly isSure: boolean; readonly isEncoded: boolean }
): readonly string[] {
  const { caller } = evaluation.request;
  return [
    ...(typesThatRefuse(evaluation) > 1
      ? [
          'More than one kind of policy refuses this. AWS names one of them and does not document which; the order is our choice.'
        ]
      : []),
    ...(isSure ? [] : ['The error code is the usual one; what this service calls it may differ.']),
    ...(isEncoded
      ? [
          'EC2 encodes its reason. AWS decodes it for callers who may use sts:DecodeAuthorizationMessage; what it would say here is made from the steps of this page.'
        ]
      : []),
    ...(caller.kind === 'service'
      ? ['A service calls here, not a person: the text stands in CloudTrail or in what the service reports.']
      : []),
    ...(matchesInVain(evaluation)
      ? [
          'A statement matches all the same; here that alone is no yes. The step of that policy says what it lacks.'
        ]
      : []),
    ...(isByBlock(evaluation) ? ['For Block Public Access the words are our choice.'] : []),
    ...(isUntold(evaluation) ? ['AWS documents that this call fails, not with which error.'] : [])
  ];
}

/** Whether an Allow matches in the very kind of policy that AWS calls silent (XACC-14, EVAL-16). */
function matchesInVain({ decidedBy, steps }: Evaluation): boolean {
  if (decidedBy.kind !== 'noAllow') return false;
  return steps.some(
    (step) =>
      step.kind === 'policyType' &&
      step.type === decidedBy.by &&
      step.type === 'resource' &&
      step.steps.some((target) =>
        target.steps.some((policy) =>
          policy.steps.some(({ effect, outcome }) => effect === 'Allow' && outcome === 'match')
        )
      )
  );
}

function isByBlock({ decidedBy }: Evaluation): boolean {
  return 'by' in decidedBy && decidedBy.by === 'publicAccessBlock';
}

/** How many kinds of policy say no in the way that decided. */
function typesThatRefuse({ decidedBy, steps }: Evaluation): number {
  if (decidedBy.kind !== 'explicitDeny' && decidedBy.kind !== 'noAllow') return 0;
  const outcome = decidedBy.kind === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny';
  return steps.filter((step) => step.kind === 'policyType' && step.outcome === outcome).length;
}
