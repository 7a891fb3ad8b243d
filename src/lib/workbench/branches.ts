/** The ways in which the facts left open may lie, as the rows of a small table. */
import type { Branch, Evaluation } from '../engine/trace.ts';
import { keyWords } from '../explain/facts.ts';
import { branchCondition, branchStep, branchWords } from '../explain/sentence-open.ts';
import type { Words } from '../explain/words.ts';
import { toSign } from './verdict-sign.ts';

export interface BranchRow {
  /** `MFA is present and the Region is eu-west-1`. */
  readonly condition: string;
  readonly sign: ReturnType<typeof toSign>;
  /** `explicitly denied by the SCP Fence`. */
  readonly decision: string;
  /** The step that decides it; null where that is the verdict itself. */
  readonly step: string | null;
  /** An example of the facts, to be taken. */
  readonly facts: Branch['facts'];
  /** The example in words. */
  readonly example: string;
}

/** One row for each way; none where nothing hangs on open facts. */
export function toBranches(evaluation: Evaluation | null, words: Words): readonly BranchRow[] {
  if (!evaluation || evaluation.forks.length < 2) return [];
  return evaluation.forks.map((fork) => ({
    condition: branchCondition(fork, words),
    sign: toSign(fork.outcome),
    decision: branchWords(fork, words),
    step: branchStep(fork),
    facts: fork.facts,
    example: fork.facts.map((fact) => told(fact, words)).join('; ')
  }));
}

function told({ key, values }: Branch['facts'][number], words: Words): string {
  const name = keyWords(key);
  return values === null ? `${name} missing` : `${name} ${values.map(words.value).join(', ')}`;
}
