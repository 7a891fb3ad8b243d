/** What a sentence about a step may look at: the words, the evaluation, and the steps around it. */
import type { Evaluation, PolicyStep, PolicyTypeStep, Step, TargetStep } from '../engine/trace.ts';
import type { Request } from '../engine/request.ts';
import { splitArn } from '../world/arn.ts';
import type { PolicyType } from '../world/world.ts';
import type { Words } from './words.ts';

export interface Context {
  readonly words: Words;
  /** The evaluation the step belongs to: the request, a hop or a check. */
  readonly evaluation: Evaluation;
}

/** The steps around a step, outermost first, without the evaluation itself; empty for a stop or layer. */
export function around(step: Step, evaluation: Evaluation): readonly Step[] {
  return descend(evaluation.steps, step.id) ?? [];
}

function descend(steps: readonly Step[], id: string): readonly Step[] | null {
  for (const step of steps) {
    if (step.id === id) return [];
    const below = descend(step.steps, id);
    if (below) return [step, ...below];
  }
  return null;
}

/** The layer of a type, if the evaluation has one. */
export function layerOf(evaluation: Evaluation, type: PolicyType): PolicyTypeStep | null {
  for (const step of evaluation.steps) {
    if (step.kind === 'policyType' && step.type === type) return step;
  }
  return null;
}

/** Every policy that a layer asked. */
export function policiesOf(layer: PolicyTypeStep): readonly PolicyStep[] {
  return layer.steps.flatMap((target: TargetStep) => target.steps);
}

/** The policy step around a statement, an element or a condition. */
export function policyAround(step: Step, evaluation: Evaluation): PolicyStep | null {
  for (const outer of around(step, evaluation)) if (outer.kind === 'policy') return outer;
  return null;
}

/** What is asked, in words: `s3:GetObject on app/q1.csv`, or the action alone where it names no resource. */
export function asked({ words, evaluation }: Context): string {
  const { action, resource } = evaluation.request;
  return resource === '*' ? action : `${action} on ${words.resource(resource)}`;
}

/** The account that the resource belongs to; null where nobody says it, as in the ARN of an unknown bucket. */
export function ownerOf(request: Request): string | null {
  const known = request.context.get('aws:resourceaccount');
  const said = known && 'values' in known ? known.values[0] : undefined;
  return said ?? (splitArn(request.resource)?.account || null);
}

/** Who asks, in short. */
export function who({ words, evaluation }: Context): string {
  return words.who(evaluation.request.caller);
}

/** A session with its name and its role, the comma of its apposition included. */
export function inFull(context: Context): string {
  const { caller } = context.evaluation.request;
  return caller.kind === 'roleSession'
    ? `${caller.session}, a session of ${who(context)},`
    : context.words.caller(caller);
}

/** A policy as a sentence names it; an SCP or RCP with the level it hangs on. */
export function paper(step: PolicyStep, { words }: Context): string {
  const name = words.policy(step.policy, step.target, step.type);
  const hasLevel = step.type === 'scp' || step.type === 'rcp';
  return hasLevel ? `${name} on ${words.target(step.target)}` : name;
}
