/**
 * One sentence for each moment of the film: what a step asks, and what it found. One voice, plain text; each
 * sentence says who, by which document, with what outcome, and does not say again what the one around it says.
 */
import type { Step } from '../engine/trace.ts';
import type { Context } from './context.ts';
import { conditionFinding, conditionQuestion } from './sentence-conditions.ts';
import {
  layerFinding,
  layerQuestion,
  policyFinding,
  policyQuestion,
  targetFinding,
  targetQuestion
} from './sentence-layers.ts';
import {
  elementFinding,
  elementQuestion,
  statementFinding,
  statementQuestion
} from './sentence-statements.ts';
import { stopFinding, stopQuestion } from './sentence-stops.ts';
import { verdict, verdictQuestion } from './sentence-verdict.ts';

export type { Context } from './context.ts';

/** What a step asks. Gives nothing away: it reads nothing that depends on the outcome. */
export function question(step: Step, context: Context): string {
  switch (step.kind) {
    case 'evaluation':
      return verdictQuestion(step, context.words);
    case 'gate':
      return stopQuestion(step, context);
    case 'policyType':
      return layerQuestion(step, context);
    case 'target':
      return targetQuestion(step, context);
    case 'policy':
      return policyQuestion(step, context);
    case 'statement':
      return statementQuestion(step, context);
    case 'element':
      return elementQuestion(step, context);
    case 'condition':
      return conditionQuestion(step, context);
  }
}

/** What a step found; for the evaluation itself the verdict, with the rule that decided and what is missing. */
export function finding(step: Step, context: Context): string {
  switch (step.kind) {
    case 'evaluation':
      return verdict(step, context.words);
    case 'gate':
      return stopFinding(step, context);
    case 'policyType':
      return layerFinding(step, context);
    case 'target':
      return targetFinding(step, context);
    case 'policy':
      return policyFinding(step, context);
    case 'statement':
      return statementFinding(step, context);
    case 'element':
      return elementFinding(step, context);
    case 'condition':
      return conditionFinding(step, context);
  }
}
