/** How a request of an exercise ends on the start: what is to be foretold. */
import { evaluate } from '../engine/evaluate.ts';
import { verdictOf } from '../explain/road-verdict.ts';
import { splitBy } from '../scenario/by.ts';
import { decidingSteps } from '../scenario/check.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer } from './prediction.ts';

/** Null for a request that the file has not, or that has an error. */
export function answerOf(
  { world, cases }: Pick<Scenario, 'world' | 'cases'>,
  request: string
): Answer | null {
  const asked = cases.find(({ id }) => id === request)?.request ?? null;
  if (asked === null) return null;
  const evaluation = evaluate(world, asked);
  const layers = decidingSteps(evaluation).flatMap((by) => splitBy(by)?.type ?? []);
  return {
    decision: evaluation.outcome,
    layers: [...new Set(layers)],
    reason: verdictOf(evaluation).reason
  };
}
