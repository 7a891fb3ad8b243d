/** What did not hold of an exercise, in words: for reports, and for the one who writes it. */
import { lastName } from '../world/arn.ts';
import type { Case } from '../scenario/scenario.ts';
import type { Goal } from './exercise.ts';
import type { Grade, Mark } from './grade.ts';

/** `deploy`, `unreachable a:user/b → c:role/d`, the pointer of a state. */
export function goalName(goal: Goal): string {
  switch (goal.kind) {
    case 'request':
      return goal.request;
    case 'unreachable':
      return `unreachable ${goal.names.join(' → ')}`;
    case 'state':
      return `state ${goal.at}`;
  }
}

/** One goal or probe and what there is instead: `` `deploy` is implicitDeny, expected allowed ``. */
function markText({ goal, found }: Mark, cases: readonly Case[]): string {
  const name = goalName(goal);
  switch (found.kind) {
    case 'noRequest':
      return `\`${name}\` is no request, or has an error`;
    case 'decision':
      return `\`${name}\` is ${decisionText(found)}, expected ${wanted(cases.find(({ id }) => id === name))}`;
    case 'way':
      return `${name}: ${wayText(found.way)}`;
    case 'state':
      return `${name} is ${found.value ?? 'not there'}${goal.kind === 'state' ? `, expected ${goal.equals}` : ''}`;
  }
}

function decisionText({ decision, by }: Extract<Mark['found'], { readonly kind: 'decision' }>): string {
  return `${decision ?? 'undecided'}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`;
}

function wayText(way: readonly string[] | null): string {
  if (way === null) return 'it names somebody who is not there';
  return `there is a way${way.length === 0 ? '' : `, by assuming ${way.map(lastName).join(', then ')}`}`;
}

function wanted(one: Case | undefined): string {
  const by = one?.by ?? null;
  return `${one?.expect ?? 'any decision'}${by === null ? '' : ` by ${by}`}`;
}

/** All that is not met, a line each; empty for a grade that passes. */
export function failures(grade: Grade, cases: readonly Case[]): readonly string[] {
  const marks = [...grade.goals, ...grade.probes].filter(({ isMet }) => !isMet);
  return [
    ...grade.broken.map((id) => `policy \`${id}\` has an error`),
    ...marks.map((mark) => markText(mark, cases))
  ];
}
