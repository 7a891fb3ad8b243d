/** Where in an evaluation a step stands: policy type, target, policy and statement, as far as it has them. */
import type { Evaluation, GateStep, Step } from '../engine/trace.ts';
import type { PolicyId, PolicyType } from '../world/world.ts';

export interface Place {
  readonly type: PolicyType;
  /** Null for a whole policy type. */
  readonly target: string | null;
  readonly policy: PolicyId | null;
  /** JSON Pointer of the statement; null for a whole policy. */
  readonly statement: string | null;
}

type PolicyRelated = Exclude<Step, Evaluation | GateStep>;

/** The place of a step; elements and conditions stand where their statement stands. */
export function placeOf(step: PolicyRelated, evaluation: Evaluation): Place {
  switch (step.kind) {
    case 'policyType':
      return { type: step.type, target: null, policy: null, statement: null };
    case 'target':
      return { type: step.type, target: step.target, policy: null, statement: null };
    case 'policy':
      return { type: step.type, target: step.target, policy: step.policy, statement: null };
    case 'statement':
    case 'element':
    case 'condition':
      return statementPlace(step, evaluation);
  }
}

/** Statements know their policy but not where it hangs: found by the step's own id, which begins like its policy's. */
function statementPlace(
  step: Extract<PolicyRelated, { kind: 'statement' | 'element' | 'condition' }>,
  evaluation: Evaluation
): Place {
  const path = /^\/Statement(\/\d+)?/.exec(step.at.path)?.[0] ?? step.at.path;
  let best: Place | null = null;
  let length = -1;
  for (const type of evaluation.steps) {
    if (type.kind !== 'policyType') continue;
    for (const { target, steps } of type.steps) {
      for (const { policy, id } of steps) {
        const isOwn = policy === step.at.policy;
        const fit = isOwn ? (step.id.startsWith(id) ? id.length : 0) : -1;
        if (fit <= length) continue;
        best = { type: type.type, target, policy, statement: path };
        length = fit;
      }
    }
  }
  return best ?? { type: 'resource', target: null, policy: step.at.policy, statement: path };
}
