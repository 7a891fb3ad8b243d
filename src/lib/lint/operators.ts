/** What the condition operators have in common, and which keys of a statement are tested how. */
import type { Condition, Statement } from '../policy/document.ts';

export type Family = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn' | 'Null';

/** The family of a base operator. */
export function familyOf(name: string): Family {
  if (name.endsWith('IpAddress')) return 'Ip';
  return FAMILIES.find((family) => name.startsWith(family)) ?? 'String';
}

const FAMILIES: readonly Family[] = ['String', 'Numeric', 'Date', 'Bool', 'Binary', 'Arn', 'Null'];

/** `StringNotEquals`, `NotIpAddress` …: true for what is not listed, and for a missing key (COND-11). */
export function isNegated({ operator }: Condition): boolean {
  return operator.name.includes('Not');
}

/** Whether a condition can only hold when its key is there: positive, without `IfExists`, no `ForAllValues`. */
export function needsKey(condition: Condition): boolean {
  const { operator, values } = condition;
  if (operator.name === 'Null')
    return operator.set === null && values.every(({ text }) => isText(text, 'false'));
  if (operator.ifExists || operator.set === 'ForAllValues') return false;
  return operator.set === 'ForAnyValue' || !isNegated(condition);
}

/** Condition keys compare without case (COND-03). */
export function isKey({ key }: Condition, ...names: readonly string[]): boolean {
  return names.some((name) => isText(key, name));
}

/** The conditions on one of these keys. */
export function conditionsOn(statement: Statement, ...names: readonly string[]): readonly Condition[] {
  return statement.conditions.filter((condition) => isKey(condition, ...names));
}

/** Whether two texts are equal but for case. */
export function isText(text: string, other: string): boolean {
  return text.toLowerCase() === other.toLowerCase();
}

/** Whether all values are the same word, e.g. `true`. */
export function isOnly({ values }: Condition, word: string): boolean {
  return values.length > 0 && values.every(({ text }) => isText(text, word));
}
