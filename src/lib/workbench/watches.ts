/** Every request of a file with the verdict it ends in: decided anew whenever the world changes. */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation } from '../engine/trace.ts';
import { wholeCondition } from '../explain/facts.ts';
import { decidingSteps, fitsDecision } from '../scenario/check.ts';
import type { Case, Scenario } from '../scenario/scenario.ts';

export interface Watch {
  readonly case: Case;
  /** Null is undecided, and so is a request that has an error. */
  readonly outcome: Evaluation['outcome'];
  /** Whether it ends as the file says it should; null where the file expects nothing. */
  readonly holds: boolean | null;
  /** What it hangs on, in words; null where it hangs on nothing. */
  readonly condition: string | null;
  /** What decided, as `TYPE[@LEVEL][/POLICY[#SID]]`; none where it is undecided or hangs on open facts. */
  readonly by: readonly string[];
}

/** Decides every request of a scenario. */
export function toWatches({ world, cases }: Pick<Scenario, 'world' | 'cases'>): readonly Watch[] {
  return cases.map((each) => {
    const found = each.request === null ? null : evaluate(world, each.request);
    const outcome = found?.outcome ?? null;
    const holds = each.expect === null ? null : fitsDecision(each.expect, outcome);
    const condition = found?.when ? wholeCondition(found.when) : null;
    return { case: each, outcome, holds, condition, by: found ? decidingSteps(found) : [] };
  });
}

/** One that does not tell how it ends. */
export function veiled({ case: each }: Watch): Watch {
  return { case: each, outcome: null, holds: null, condition: null, by: [] };
}
