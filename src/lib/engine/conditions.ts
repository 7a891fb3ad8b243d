/**
 * One condition: an operator, a key, values. Follows the skeleton of part 3.1 line by line.
 * Source: IAM User Guide, "Condition operators" and "Single-valued vs. multivalued context keys".
 */
import { CHOICES } from './choices.ts';
import type { CompiledCondition, CompiledValue } from './compile.ts';
import type { Test } from './operators.ts';
import { isUnknown, type RequestContext } from './request.ts';
import type { Because, ConditionStep, ExpectedValue, Match, RuleId } from './trace.ts';
import type { PolicyId } from '../world/world.ts';
import { resolve } from './variables.ts';

interface Answer {
  readonly outcome: Match;
  readonly because: Because;
  readonly rule: RuleId;
}

const answer = (isMatch: boolean, because: Because, rule: RuleId): Answer => ({
  outcome: isMatch ? 'match' : 'noMatch',
  because,
  rule
});

/** Tests one condition. `id` is the step's id. */
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

const UNKNOWN: Answer = { outcome: 'unknown', because: 'unknownFact', rule: 'COND-02' };

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
  const { set, name } = compiled.condition.operator;
  const isEmpty = actual !== null && isEmptySet(actual, multivalued, set !== null);
  if (name === 'Null') return answerNull(compiled, actual === null || actual.length === 0);
  if (actual === null || isEmpty) return answerMissing(compiled, actual === null ? 'keyMissing' : 'emptySet');
  if (holdsForMissingOnly(compiled)) return answer(false, 'noValueMatched', 'COND-16');
  const hits = actual.map((text) => candidates.some((candidate) => candidate.test?.(text) === true));
  const known = answerPresent(compiled, actual, multivalued, hits, candidates);
  if (!candidates.some((candidate) => candidate.isUnknown)) return known;
  // A value with an open variable may match some values of the request, or all. More hits only ever move an answer
  // one way, so one that stands with all of them stands in between.
  const most = answerPresent(
    compiled,
    actual,
    multivalued,
    hits.map(() => true),
    candidates
  );
  return most.outcome === known.outcome ? known : UNKNOWN;
}

/** COND-16: with no value to compare with, set operators and IfExists can hold for a missing key only. */
function holdsForMissingOnly({ values, condition: { operator } }: CompiledCondition): boolean {
  return values.length === 0 && (operator.set !== null || operator.ifExists);
}

/** An empty multivalued key is an empty set; so is a lone empty string for set operators (COND-14). */
function isEmptySet(actual: readonly string[], multivalued: boolean, hasSet: boolean): boolean {
  if (actual.length === 0) return true;
  return (
    hasSet &&
    CHOICES.emptyStringIsEmptySet &&
    actual.every((text) => text === '') &&
    !(multivalued && actual.length > 1)
  );
}

/** COND-13, COND-15. */
function answerNull(compiled: CompiledCondition, isMissing: boolean): Answer {
  const { set } = compiled.condition.operator;
  if (set !== null)
    return answer(set === 'ForAllValues', isMissing ? 'keyMissing' : 'valueMatched', 'COND-15');
  const isAsked = compiled.values.some((value) => value.pattern.text.toLowerCase() === String(isMissing));
  return answer(isAsked, isMissing ? 'keyMissing' : isAsked ? 'valueMatched' : 'noValueMatched', 'COND-13');
}

/** COND-10, 11, 12, 51, 53, 56, 57. */
function answerMissing(compiled: CompiledCondition, because: 'keyMissing' | 'emptySet'): Answer {
  const { set, ifExists } = compiled.condition.operator;
  const { negated } = compiled.operator;
  if (set === 'ForAllValues') return answer(true, because, 'COND-51');
  if (set === 'ForAnyValue') {
    if (ifExists) return answer(CHOICES.forAnyValueIfExistsOnMissingKey, 'ifExists', 'COND-57');
    return negated
      ? answer(CHOICES.forAnyValueNegatedOnMissingKey, because, 'COND-56')
      : answer(false, because, 'COND-53');
  }
  if (ifExists) return answer(true, 'ifExists', 'COND-12');
  return answer(negated, because, negated ? 'COND-11' : 'COND-10');
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
  const isList = multivalued || actual.length > 1;
  if (set === null && isList && !CHOICES.plainOperatorReadsMultivaluedKey)
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
