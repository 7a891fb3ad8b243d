/** The Allow that came closest: what a silent layer lacks, more exactly. */
import type {
  ConditionStep,
  ElementStep,
  PolicyStep,
  PolicyTypeStep,
  StatementStep
} from '../engine/trace.ts';
import { policiesOf, type Context } from './context.ts';
import { list } from './nouns.ts';
import { fact } from './sentence-conditions.ts';
import { statementName } from './sentence-statements.ts';

interface Miss {
  readonly policy: PolicyStep;
  readonly statement: StatementStep;
  readonly part: ConditionStep | ElementStep;
}

/**
 * A clause on the Allow that covered the request but for a condition, else but for its Resource; null without one.
 *
 * @param isNamed whether the sentence has just named the layer's only policy, so that `it` will do
 */
export function nearMiss(layer: PolicyTypeStep, isNamed: boolean, context: Context): string | null {
  const found = misses(layer);
  const miss =
    found.find(({ part }) => part.kind === 'condition') ??
    found.find(({ part }) => part.kind === 'element' && part.element === 'Resource');
  if (!miss) return null;
  const name = nameOf(miss, isNamed, context);
  return miss.part.kind === 'condition'
    ? conditioned(name, miss.part, context)
    : aside(name, miss.part, context);
}

function misses(layer: PolicyTypeStep): readonly Miss[] {
  return policiesOf(layer).flatMap((policy) =>
    policy.steps.flatMap((statement) => {
      const part = statement.steps.find((each) => each.outcome === 'noMatch');
      return statement.effect === 'Allow' && part ? [{ policy, statement, part }] : [];
    })
  );
}

/** The policy stands for its only statement. */
function nameOf({ policy, statement }: Miss, isNamed: boolean, { words }: Context): string {
  const isOnly = policy.steps.length === 1;
  if (isNamed) return isOnly ? 'it' : `its ${statementName(statement)}`;
  const name = words.policyName(policy.policy);
  return isOnly ? name : `${statement.sid || statementName(statement)} of ${name}`;
}

function conditioned(name: string, part: ConditionStep, context: Context): string {
  const isFrom = part.key.toLowerCase() === 'aws:sourceip' && part.actual?.length === 1;
  const why = isFrom ? `the request came from ${part.actual[0] ?? ''}` : fact(part, context, 'it');
  return `${name} covers this, but its condition on ${part.key} does not hold (${why})`;
}

function aside(name: string, part: ElementStep, { words }: Context): string {
  const written = list(part.expected.map((each) => words.value(each.resolved ?? each.text)));
  if (written === '') return `${name} covers no resource at all`;
  if (part.negated) return `${name} leaves it out by its NotResource ${written}`;
  const open = part.expected.some((each) => each.resolved === null);
  return `${name} covers only ${written}${open ? ', whose variable has no value here' : ''}`;
}
