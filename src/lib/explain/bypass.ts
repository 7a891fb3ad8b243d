/** What a grant in the resource's own policy goes past at home: the silence of layers that would else limit the caller. */
import type { Evaluation, Grant, PolicyTypeStep } from '../engine/trace.ts';
import { layerOf } from './context.ts';

/** Grants that reach the caller itself, past boundary and session policy (EVAL-11, EVAL-12, EVAL-14). */
const DIRECT: ReadonlySet<Grant> = new Set(['session', 'user', 'everyone']);

/** Grants that need no identity-based policy, but bow to boundary and session policy (EVAL-13, EVAL-15). */
const LIMITED: ReadonlySet<Grant> = new Set(['role', 'issuer']);

/** Whether a grant reaches the caller itself, so that boundary and session policy limit it by no silence. */
export function isDirect(grant: Grant | null): grant is 'session' | 'user' | 'everyone' {
  return grant !== null && DIRECT.has(grant);
}

/** Whether nobody can take this layer's silence for a no: a grant at home goes past it. Only a Deny would count. */
export function isBypassed(step: PolicyTypeStep, evaluation: Evaluation): boolean {
  const isSilent = step.outcome === 'implicitDeny' || (step.type === 'identity' && step.exempt === 'none');
  const grant = grantAtHome(evaluation);
  if (!isSilent || grant === null) return false;
  if (step.type === 'identity') return DIRECT.has(grant) || LIMITED.has(grant);
  return (step.type === 'boundary' || step.type === 'session') && DIRECT.has(grant);
}

/** Whether the grant at home is one that a boundary or session policy limits. */
export function isLimited(evaluation: Evaluation): boolean {
  const grant = grantAtHome(evaluation);
  return grant !== null && LIMITED.has(grant);
}

/** Null across accounts, where nothing is bypassed (XACC-04), and for root users, who have rules of their own. */
function grantAtHome(evaluation: Evaluation): Grant | null {
  const door = layerOf(evaluation, 'resource');
  if (!door || evaluation.sameAccount !== true || evaluation.request.caller.kind === 'root') return null;
  return door.outcome === 'allowed' || door.outcome === 'unknown' ? door.grant : null;
}
