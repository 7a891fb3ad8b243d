/** What is said of an authority beside IAM that is not modelled: at its gate, and in the verdict. */
import type { Evaluation, GateStep } from '../engine/trace.ts';
import { asked, who, type Context } from './context.ts';

/** What the authority of a call is called that is asked beside IAM; null where IAM alone decides. */
export function beyondOf({ steps }: Evaluation): string | null {
  for (const step of steps) if (step.kind === 'gate' && step.gate === 'beyond') return step.about ?? null;
  return null;
}

/** What its gate asks. */
export function beyondQuestion({ about = '' }: GateStep, context: Context): string {
  return `Does ${about} let ${who(context)} in as well?`;
}

/** What is known of it (SVC-34). */
export function beyondFinding({ about = '' }: GateStep, context: Context): string {
  return `${about} has permissions of its own, which are not modelled here: ${asked(context)} has to pass them too, and unless they were narrowed they let in everyone whom IAM lets in`;
}
