/**
 * One condition: an operator, a key, values. Follows the skeleton of part 3.1 line by line. There are two readers of
 * the same tests: one stops at the first value that settles the matter, one looks at every value and says why.
 * Source: IAM User Guide, "Condition operators" and "Single-valued vs. multivalued context keys".
 */
import { answer, isEmptySet, UNKNOWN, type Answer } from './answers.ts';
import { CHOICES } from './choices.ts';
import type { CompiledCondition, CompiledValue } from './compile.ts';
import type { Test } from './operators.ts';
import { isUnknown, type RequestContext } from './request.ts';
import type { Because, ConditionStep, ExpectedValue, RuleId } from './trace.ts';
import { MAYBE, NO, YES, type Tri } from './tri.ts';
import type { PolicyId } from '../world/world.ts';
import { resolve, resolvedForm } from './variables.ts';

/**
 * Whether a condition holds. A missing key meets no positive operator, so that an Allow fails and a Deny misses
 * (COND-27, COND-67). Variables count under every set operator (COND-66), and `aws:ResourceOrgPaths` is a list like any
 * other (COND-61). Allocates nothing unless a variable has a new value.
 */
export function holdsCondition(compiled: CompiledCondition, context: RequestContext): Tri {
  const value = context.get(compiled.key);
  if (value === undefined) return compiled.answers.missing.holds;
  if (isUnknown(value)) return MAYBE;
  const { values: actual, multivalued } = value;
  if (isEmptySet(actual, multivalued, compiled.condition)) return compiled.answers.empty.holds;
  const { present } = compiled.answers;
  return present ? present.holds : compareAll(compiled, actual, multivalued, context);
}

/** Kleene's logic over the values of the request: a hit that hangs on an open variable is a perhaps. */
function compareAll(
  compiled: CompiledCondition,
  actual: readonly string[],
  multivalued: boolean,
  context: RequestContext
): Tri {
  const { set } = compiled.condition.operator;
  const { negated } = compiled.operator;
  if (set === null && isUnreadableList(actual, multivalued)) {
    return negated ? not(anyHit(compiled, actual, context)) : NO; // COND-60
  }
  if ((set === 'ForAllValues') === negated) {
    const hit = anyHit(compiled, actual, context);
    return negated ? not(hit) : hit;
  }
  const hit = everyHit(compiled, actual, context);
  return negated ? not(hit) : hit;
}

function not(hit: Tri): Tri {
  return hit === YES ? NO : hit === NO ? YES : MAYBE;
}

/** COND-60: a plain operator on a list. */
function isUnreadableList(actual: readonly string[], multivalued: boolean): boolean {
  return (multivalued || actual.length > 1) && !CHOICES.plainOperatorReadsMultivaluedKey;
}

function anyHit(compiled: CompiledCondition, actual: readonly string[], context: RequestContext): Tri {
  let most: Tri = NO;
  for (const text of actual) {
    const hit = hitOf(compiled, text, context);
    if (hit === YES) return YES;
    if (hit === MAYBE) most = MAYBE;
  }
  return most;
}

function everyHit(compiled: CompiledCondition, actual: readonly string[], context: RequestContext): Tri {
  let least: Tri = YES;
  for (const text of actual) {
    const hit = hitOf(compiled, text, context);
    if (hit === NO) return NO;
    if (hit === MAYBE) least = MAYBE;
  }
  return least;
}

/** Whether some policy value holds for one value of the request. */
function hitOf(compiled: CompiledCondition, text: string, context: RequestContext): Tri {
  let most: Tri = NO;
  for (const value of compiled.values) {
    const test = value.test ?? testIn(compiled, value, context);
    if (test === undefined) most = MAYBE;
    else if (test?.(text) === true) return YES;
  }
  return most;
}

/** The test of a value with variables; null and undefined as for {@link resolvedForm}. */
function testIn(
  { operator }: CompiledCondition,
  { pattern, latest }: CompiledValue,
  context: RequestContext
): Test | null | undefined {
  return latest && resolvedForm(pattern.parts, latest, context, operator.compile);
}

/** Tests one condition, every value of it. `id` is the step's id. */
export function matchCondition(
  id: string,
  policy: PolicyId,
  compiled: CompiledCondition,
  context: RequestContext
): ConditionStep {
  const { condition } = compiled;
  const value = context.get(compiled.key);
  const actual = value === undefined || isUnknown(value) ? null : value.values;
  const candidates = compiled.values.map((each) => toCandidate(each, compiled, context));
  const answered =
    value !== undefined && isUnknown(value)
      ? UNKNOWN
      : answerFor(compiled, actual, value?.multivalued ?? false, candidates);
  return {
    kind: 'condition',
    id,
    rule: answered.rule,
    outcome: answered.outcome,
    steps: [],
    at: { policy, path: condition.path },
    operator: condition.operator.text,
    key: condition.key,
    actual,
    expected: candidates.map((candidate) => toExpected(policy, candidate, actual)),
    because: answered.because
  };
}

/** A policy value as it stands in this request. */
interface Candidate {
  readonly value: CompiledValue;
  /** With variables replaced; null when one could not be. */
  readonly resolved: string | null;
  readonly test: Test | null;
  readonly isUnknown: boolean;
}

function toCandidate(value: CompiledValue, compiled: CompiledCondition, context: RequestContext): Candidate {
  const { pattern } = value;
  if (value.test) return { value, resolved: pattern.text, test: value.test, isUnknown: false };
  const resolution = resolve(pattern.parts, context);
  if (resolution.kind !== 'resolved') {
    return { value, resolved: null, test: null, isUnknown: resolution.kind === 'unknown' };
  }
  const resolved = resolution.parts
    .map((part) => (part.kind === 'literal' ? part.text : part.kind === 'anyRun' ? '*' : '?'))
    .join('');
  return { value, resolved, test: compiled.operator.compile(resolution.parts), isUnknown: false };
}

function toExpected(policy: PolicyId, candidate: Candidate, actual: readonly string[] | null): ExpectedValue {
  return {
    at: { policy, path: candidate.value.pattern.path },
    text: candidate.value.pattern.text,
    resolved: candidate.resolved,
    holds: actual?.some((text) => candidate.test?.(text) === true) ?? false
  };
}

function answerFor(
  compiled: CompiledCondition,
  actual: readonly string[] | null,
  multivalued: boolean,
  candidates: readonly Candidate[]
): Answer {
  const { answers } = compiled;
  if (actual === null) return answers.missing;
  if (isEmptySet(actual, multivalued, compiled.condition)) return answers.empty;
  if (answers.present) return answers.present;
  const hits = actual.map((text) => candidates.some((candidate) => candidate.test?.(text) === true));
  const known = answerPresent(compiled, actual, multivalued, hits, candidates);
  if (!candidates.some((candidate) => candidate.isUnknown)) return known;
  // A value with an open variable may match some values of the request, or all. More hits only ever move an answer
  // one way, so one that stands with all of them stands in between.
  const all = hits.map(() => true);
  const most = answerPresent(compiled, actual, multivalued, all, candidates);
  return most.outcome === known.outcome ? known : UNKNOWN;
}

/**
 * The key has values. `hits` says for each of them whether some policy value holds. The finding is `valueMatched`
 * where a hit decided, whichever way a negated operator then turns it.
 */
function answerPresent(
  compiled: CompiledCondition,
  actual: readonly string[],
  multivalued: boolean,
  hits: readonly boolean[],
  candidates: readonly Candidate[]
): Answer {
  const { set } = compiled.condition.operator;
  const { negated, rule } = compiled.operator;
  const anyHit = hits.some(Boolean);
  if (set === null && isUnreadableList(actual, multivalued))
    return answer(negated && !anyHit, 'multivalued', 'COND-60');
  const isSatisfied = (hit: boolean) => hit !== negated;
  const isMatch = set === 'ForAllValues' ? hits.every(isSatisfied) : hits.some(isSatisfied);
  const noHit = anyHit ? 'noValueMatched' : whyNoHit(actual, candidates);
  const because = isMatch === negated ? noHit : 'valueMatched';
  return answer(isMatch, because, because === 'unresolvedVariable' ? 'VAR-08' : ruleOf(set, negated, rule));
}

function ruleOf(set: 'ForAllValues' | 'ForAnyValue' | null, negated: boolean, rule: RuleId): RuleId {
  if (set === 'ForAllValues') return negated ? 'COND-54' : 'COND-50';
  if (set === 'ForAnyValue') return negated ? 'COND-55' : 'COND-52';
  return rule;
}

function whyNoHit(actual: readonly string[], candidates: readonly Candidate[]): Because {
  if (candidates.some((candidate) => candidate.test === null)) return 'unresolvedVariable';
  const isComparable = candidates.some((candidate) => actual.some((text) => candidate.test?.(text) !== null));
  return isComparable || candidates.length === 0 ? 'noValueMatched' : 'notComparable';
}
