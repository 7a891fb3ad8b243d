/**
 * What a condition comes to before any value is compared: for a missing key, an empty set, the Null operator, a list
 * of no values. Depends on the policy alone, so it is worked out when the policy is compiled.
 * Source: IAM User Guide, "Condition operators"; part 3.1 of the rules.
 */
import type { Condition } from '../policy/document.ts';
import { CHOICES } from './choices.ts';
import type { OperatorRow } from './operators.ts';
import type { Because, Match, RuleId } from './trace.ts';
import { MAYBE, toTri, type Tri } from './tri.ts';

export interface Answer {
  readonly outcome: Match;
  /** The outcome again, as a number. */
  readonly holds: Tri;
  readonly because: Because;
  readonly rule: RuleId;
}

export const UNKNOWN: Answer = { outcome: 'unknown', holds: MAYBE, because: 'unknownFact', rule: 'COND-02' };

export function answer(isMatch: boolean, because: Because, rule: RuleId): Answer {
  const outcome: Match = isMatch ? 'match' : 'noMatch';
  return { outcome, holds: toTri(outcome), because, rule };
}

/** A condition's answers by what the request has under its key. */
export interface Answers {
  /** The key is not there. */
  readonly missing: Answer;
  /** The key is there as an empty set (COND-14). */
  readonly empty: Answer;
  /** The key has values; null where they have to be compared. */
  readonly present: Answer | null;
}

export function toAnswers(condition: Condition, row: OperatorRow): Answers {
  const { name } = condition.operator;
  if (name === 'Null') {
    const missing = answerNull(condition, true);
    return { missing, empty: missing, present: answerNull(condition, false) };
  }
  return {
    missing: answerMissing(condition, row, 'keyMissing'),
    empty: answerMissing(condition, row, 'emptySet'),
    present: holdsForMissingOnly(condition) ? answer(false, 'noValueMatched', 'COND-16') : null
  };
}

/**
 * Whether the values are an empty set: none at all, or for set operators a lone empty string (COND-14). The Null
 * operator takes an empty string for a value.
 */
export function isEmptySet(actual: readonly string[], multivalued: boolean, condition: Condition): boolean {
  if (actual.length === 0) return true;
  const { set, name } = condition.operator;
  return (
    set !== null &&
    name !== 'Null' &&
    CHOICES.emptyStringIsEmptySet &&
    !(multivalued && actual.length > 1) &&
    actual.every((text) => text === '')
  );
}

/** COND-16: with no value to compare with, set operators and IfExists can hold for a missing key only. */
function holdsForMissingOnly({ values, operator }: Condition): boolean {
  return values.length === 0 && (operator.set !== null || operator.ifExists);
}

/** COND-13, COND-15. */
function answerNull({ operator, values }: Condition, isMissing: boolean): Answer {
  const { set } = operator;
  if (set !== null)
    return answer(set === 'ForAllValues', isMissing ? 'keyMissing' : 'valueMatched', 'COND-15');
  const isAsked = values.some((value) => value.text.toLowerCase() === String(isMissing));
  return answer(isAsked, isMissing ? 'keyMissing' : isAsked ? 'valueMatched' : 'noValueMatched', 'COND-13');
}

/** COND-10, 11, 12, 51, 53, 56, 57. */
function answerMissing(
  { operator }: Condition,
  { negated }: OperatorRow,
  because: 'keyMissing' | 'emptySet'
): Answer {
  const { set, ifExists } = operator;
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
