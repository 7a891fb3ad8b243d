/** The Allow that came closest: what a silent layer lacks, more exactly. */
import type {
  ConditionStep,
  ElementStep,
  PolicyStep,
  PolicyTypeStep,
  StatementStep
} from '../engine/trace.ts';
import type { Context } from './context.ts';
import { list } from './nouns.ts';
import { fact } from './sentence-conditions.ts';
import { principalEntry, statementName } from './sentence-statements.ts';

interface Miss {
  readonly policy: PolicyStep;
  readonly statement: StatementStep;
  readonly part: ConditionStep | ElementStep;
}

/**
 * A clause on the Allow that came closest: that failed at a condition, else at its Resource; at its Action or Principal
 * only if no other Allow got as far. Null without one.
 *
 * @param isNamed whether the sentence has just named the layer's only policy, so that `it` will do
 */
export function nearMiss(layer: PolicyTypeStep, isNamed: boolean, context: Context): string | null {
  const found = misses(layer);
  const furthest = found.reduce((most, each) => Math.max(most, reach(each)), -1);
  const [miss, ...rivals] = found.filter((each) => reach(each) === furthest);
  if (!miss || (rivals.length > 0 && furthest < REACH.Resource)) return null;
  const name = nameOf(miss, isNamed, context);
  return miss.part.kind === 'condition'
    ? conditioned(name, miss.part, context)
    : aside(name, miss.part, context);
}

/** How far an Allow got before it failed: elements are asked in this order, conditions last. */
function reach({ part }: Miss): number {
  return part.kind === 'condition' ? REACH.Condition : REACH[part.element];
}

const REACH = { Principal: 0, Action: 1, Resource: 2, Condition: 3 } as const;

/** Of levels, only those that stayed silent lack anything. */
function misses(layer: PolicyTypeStep): readonly Miss[] {
  const silent = layer.steps.filter((target) => target.outcome === 'implicitDeny');
  return silent
    .flatMap((target) => target.steps)
    .flatMap((policy) =>
      policy.steps.flatMap((statement) => {
        const part = statement.steps.find((each) => each.outcome === 'noMatch');
        return statement.effect === 'Allow' && part ? [{ policy, statement, part }] : [];
      })
    );
}

/** The policy stands for its only Allow. */
function nameOf({ policy, statement }: Miss, isNamed: boolean, { words }: Context): string {
  const isOnly = policy.steps.filter(({ effect }) => effect === 'Allow').length === 1;
  if (isNamed) return isOnly ? 'it' : `its ${statementName(statement)}`;
  const name = words.policyName(policy.policy);
  return isOnly ? name : `${statement.sid || statementName(statement)} of ${name}`;
}

function conditioned(name: string, part: ConditionStep, context: Context): string {
  const isFrom = part.key.toLowerCase() === 'aws:sourceip' && part.actual?.length === 1;
  const why = isFrom ? `the request came from ${part.actual[0] ?? ''}` : fact(part, context, 'it');
  return `${name} covers this, but its condition on ${part.key} does not hold (${why})`;
}

function aside(name: string, part: ElementStep, context: Context): string | null {
  const { words } = context;
  if (part.element === 'Principal') return stranger(name, part, context);
  const written = list(part.expected.map((each) => words.value(each.resolved ?? each.text)));
  if (written === '') return `${name} covers no ${part.element.toLowerCase()} at all`;
  if (part.negated) return `${name} leaves it out by its Not${part.element} ${written}`;
  const open = part.expected.some((each) => each.resolved === null);
  return `${name} covers only ${written}${open ? ', whose variable has no value here' : ''}`;
}

function stranger(name: string, part: ElementStep, context: Context): string | null {
  if (part.negated || part.expected.length === 0) return null;
  return `${name} names only ${list(part.expected.map((each) => principalEntry(each, context)))}`;
}
