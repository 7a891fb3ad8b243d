/** The goals and probes of an exercise as one reads them: what is asked, what there is, where it is decided. */
import type { Evaluation } from '../engine/trace.ts';
import type { Goal } from '../exercise/exercise.ts';
import type { Grade } from '../exercise/grade.ts';
import type { Expectation, Scenario } from '../scenario/scenario.ts';

export interface GoalRow {
  /** Stands for it in lists. */
  readonly key: string;
  readonly title: string;
  /** The request that shows it; null for what no request shows. */
  readonly request: string | null;
  /** Null while it is not told: a prediction comes first. */
  readonly isMet: boolean | null;
  readonly decision: Evaluation['outcome'] | null;
  /** `must be allowed`. */
  readonly wants: string;
}

const WANTS: Readonly<Record<Expectation, string>> = {
  allowed: 'must be allowed',
  implicitDeny: 'must be denied, by silence',
  explicitDeny: 'must be denied, by a Deny',
  denied: 'must be denied',
  conditional: 'must hang on open facts'
};

/** @param isTold whether the state of a request may be told already */
export function goalRows(
  marks: Grade['goals'],
  { cases }: Pick<Scenario, 'cases'>,
  isTold: (request: string) => boolean
): readonly GoalRow[] {
  return marks.map((mark): GoalRow => {
    const { goal, isMet, found } = mark;
    if (goal.kind !== 'request') {
      return { key: keyOf(goal), title: titleOf(goal), request: null, isMet, decision: null, wants: '' };
    }
    const one = cases.find(({ id }) => id === goal.request);
    const isOpen = isTold(goal.request);
    return {
      key: goal.request,
      title: one?.title ?? goal.request,
      request: goal.request,
      isMet: isOpen ? isMet : null,
      decision: isOpen && found.kind === 'decision' ? found.decision : null,
      wants: one?.expect ? WANTS[one.expect] : ''
    };
  });
}

function keyOf(goal: Goal): string {
  switch (goal.kind) {
    case 'request':
      return goal.request;
    case 'unreachable':
      return goal.names.join(' ');
    case 'state':
      return goal.at;
  }
}

function titleOf(goal: Exclude<Goal, { readonly kind: 'request' }>): string {
  return goal.kind === 'unreachable'
    ? `${goal.names[0]} must not get to ${goal.names[1]}`
    : `${goal.at.split('/').at(-1) ?? goal.at} must be ${goal.equals}`;
}
