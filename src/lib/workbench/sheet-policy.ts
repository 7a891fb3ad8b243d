/** Which document a frame of the film reads: the one it is in, else the one that tells most. */
import type { Evaluation, NodeRef, PolicyStep, PolicyTypeStep, Step, TargetStep } from '../engine/trace.ts';
import { around } from '../explain/context.ts';
import type { Frame } from '../explain/frame.ts';
import type { PolicyId } from '../world/world.ts';

/** Every policy step of an evaluation, in reading order. */
export function policySteps(evaluation: Evaluation): readonly PolicyStep[] {
  return evaluation.steps.flatMap((step) =>
    step.kind === 'policyType' ? step.steps.flatMap((target) => target.steps) : []
  );
}

/** The policy step a frame is about. */
export function policyShown({ step, moment, evaluation }: Frame): PolicyStep | null {
  const trail = step.kind === 'evaluation' ? [] : [...around(step, evaluation), step];
  const inside = policyIn(trail);
  if (inside || moment === 'close') return inside ?? policyBehind(step, evaluation);
  return firstPolicy(step); // a question opens at the first document, not at the one that will answer it
}

function firstPolicy(step: Step): PolicyStep | null {
  if (step.kind === 'target') return step.steps[0] ?? null;
  return step.kind === 'policyType' ? (step.steps.flatMap((target) => target.steps)[0] ?? null) : null;
}

/** How a document fared, where it was read first. */
export function readOf(evaluations: readonly Evaluation[], policy: PolicyId): PolicyStep | null {
  return evaluations.flatMap((each) => policySteps(each)).find((each) => each.policy === policy) ?? null;
}

function policyIn(trail: readonly Step[]): PolicyStep | null {
  for (const step of trail) if (step.kind === 'policy') return step;
  return null;
}

/** For steps around policies, the one that tells most: the one that decided, else the first that speaks, else the first. */
function policyBehind(step: Step, evaluation: Evaluation): PolicyStep | null {
  const all = policySteps(evaluation);
  if (step.kind === 'policyType' || step.kind === 'target') {
    const own = step.kind === 'target' ? step.steps : tellingTargets(step).flatMap((target) => target.steps);
    return (
      own.find((each) => each.outcome === 'Deny') ??
      own.find((each) => each.outcome === 'Allow') ??
      own[0] ??
      null
    );
  }
  const first = decidingPlace(step, evaluation);
  return (first && all.find((each) => each.policy === first.policy)) ?? silentPolicy(step, evaluation);
}

/** Of a silent layer the places that are silent: for an organization the floor that is missing. */
function tellingTargets(layer: PolicyTypeStep): readonly TargetStep[] {
  const silent = layer.steps.filter((target) => target.outcome === layer.outcome);
  return silent.length > 0 ? silent : layer.steps;
}

function decidingPlace(step: Step, evaluation: Evaluation): NodeRef | null {
  if (step.kind === 'gate') return step.at[0] ?? null;
  if (step.kind !== 'evaluation') return null;
  const { decidedBy } = evaluation;
  return 'at' in decidedBy ? (decidedBy.at.at(-1) ?? null) : null;
}

/** For a verdict of silence: the policy that could have spoken. */
function silentPolicy(step: Step, evaluation: Evaluation): PolicyStep | null {
  if (step.kind !== 'evaluation' || evaluation.decidedBy.kind !== 'noAllow') return null;
  const { by, steps } = evaluation.decidedBy;
  const silent = policySteps(evaluation).filter((each) => each.type === by && each.outcome !== 'Allow');
  // For levels of the organization the steps name the floor that is missing.
  return silent.find((each) => steps.some((id) => each.id.startsWith(`${id}/`))) ?? silent[0] ?? null;
}
