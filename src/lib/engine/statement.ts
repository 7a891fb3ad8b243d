/** Whether a statement matches, stopping at the first element that does not: the fold's half of match.ts. */
import type { CompiledStatement } from './compile.ts';
import { holdsCondition } from './conditions.ts';
import { holdsResource } from './match.ts';
import type { Question } from './question.ts';
import { MAYBE, NO, YES, type Tri } from './tri.ts';

/** Resource and conditions; Action and Principal are known to match. Allocates nothing. */
export function holdsBelow(statement: CompiledStatement, question: Question): Tri {
  let least = holdsResources(statement, question);
  if (least === NO) return NO;
  for (const condition of statement.conditions) {
    const holds = holdsCondition(condition, question.request.context);
    if (holds === NO) return NO;
    if (holds === MAYBE) least = MAYBE;
  }
  return least;
}

/** Resource or NotResource; a statement without either is about whatever the policy hangs on. */
function holdsResources({ resources, resourceRule }: CompiledStatement, question: Question): Tri {
  if (resourceRule === null) return YES;
  if (resourceRule.isEmpty) return NO;
  let isOpen = false;
  for (const resource of resources) {
    const holds = holdsResource(resource, question);
    if (holds === true) return resourceRule.negated ? NO : YES;
    if (holds === undefined) isOpen = true;
  }
  return isOpen ? MAYBE : resourceRule.negated ? YES : NO;
}
