/**
 * What AWS answers to a call that fails by itself, with another code than for a missing permission. The texts of STS
 * are seen in public, not documented (STS-20, XACC-17); S3's stands in its list of error codes (SVC-11).
 */
import type { Evaluation } from '../engine/trace.ts';

export interface FaultText {
  readonly code: string;
  readonly text: string;
}

/** Null for every other refusal, and for those whose code AWS does not document (STS-30). */
export function faultText({ rule, request: { fault } }: Evaluation): FaultText | null {
  if (rule === 'SVC-11')
    return { code: 'AccessControlListNotSupported', text: 'The bucket does not allow ACLs' };
  if (!fault || fault.rule !== rule || fault.code !== 'ValidationError') return null;
  const { asked, limit } = fault;
  if (rule === 'XACC-17')
    return invalid(`${EXCEEDS} the 1 hour session limit for roles assumed by role chaining.`);
  if (asked === null || limit === null || rule !== 'STS-20') return null;
  return asked > limit
    ? invalid(`${EXCEEDS} the MaxSessionDuration set for this role.`)
    : invalid(
        `1 validation error detected: Value '${String(asked)}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to ${String(limit)}`
      );
}

const EXCEEDS = 'The requested DurationSeconds exceeds';

function invalid(text: string): FaultText {
  return { code: 'ValidationError', text };
}

/**
 * What is wrong with the credentials: keys that nobody knows (any more), a session that has run out, or none at all,
 * as for somebody to whom Identity Center gives no session (EVAL-24).
 */
export function wrongSignature(evaluation: Evaluation): 'unsigned' | 'unknown' | 'expired' {
  const { rule, request } = evaluation;
  if (request.caller.kind === 'anonymous' || isUntold(evaluation)) return 'unsigned';
  const isUnknown = rule === 'XACC-19' || request.fault?.code === 'InvalidClientTokenId';
  return isUnknown ? 'unknown' : 'expired';
}

/** AWS says that such a call fails, not how. */
export function isUntold({ rule, request: { fault } }: Evaluation): boolean {
  return fault?.rule === rule && fault.code === null;
}

/** The setting of Block Public Access that stops a call, in the words of S3's policy check. */
export function blockedText({ steps }: Evaluation): string {
  const step = steps.find((each) => each.kind === 'gate' && each.gate === 'publicAccess');
  const setting = (step?.kind === 'gate' ? step.about : undefined) ?? 'RestrictPublicBuckets';
  const what = setting.endsWith('Acls') ? 'public access control lists (ACLs)' : 'public policies';
  return `because ${what} are prevented by the ${setting} setting in S3 Block Public Access`;
}
