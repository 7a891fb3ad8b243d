/** One sentence for each moment of the film: what a step asks, and what it found. */
import type { Step } from '../engine/trace.ts';
import type { Context } from './context.ts';

/** What a step asks. Gives nothing away: it reads nothing that depends on the outcome. */
export function question(step: Step, context: Context): string {
  return `${step.kind} ${context.words.who(context.evaluation.request.caller)}?`;
}

/** What a step found: principal, document and outcome. */
export function finding(step: Step, context: Context): string {
  return `${step.kind} ${context.words.who(context.evaluation.request.caller)}: ${String(step.outcome)}.`;
}
