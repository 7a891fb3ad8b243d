/**
 * Condition operators, a row each. An operator says what it is; shared code asks its properties, never its name.
 * There is no operator but `Null` that asks whether a key is there (COND-08), no Like without case (COND-23), no
 * BoolNotEquals (COND-32). Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
import type { PatternPart } from '../policy/document.ts';
import { matchesGlob, toGlob } from '../policy/pattern.ts';
import { CHOICES } from './choices.ts';
import type { RuleId } from './trace.ts';
import { matchesArn, toArnGlob, toFields } from './values/arn-glob.ts';
import { parseBase64 } from './values/binary.ts';
import { parseDate } from './values/date.ts';
import { isInRange, parseIp, parseRange } from './values/ip.ts';
import { parseNumber } from './values/number.ts';

/** Whether a value of the request satisfies a policy value; null when one of them cannot be read in the operator's type. */
export type Test = (actual: string) => boolean | null;

export interface OperatorRow {
  /** `…Not…` operators: true if no policy value holds, and true if the key is missing (COND-06, COND-11). */
  readonly negated: boolean;
  /** Whether policy variables work in its values (VAR-11). */
  readonly variables: boolean;
  readonly rule: RuleId;
  /** Reads one policy value, its variables already replaced by literals. */
  readonly compile: (parts: readonly PatternPart[]) => Test;
}

const NEVER: Test = () => null;

/** The text of a pattern with its wildcards taken literally. */
export function toLiteral(parts: readonly PatternPart[]): string {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'literal') text += part.text;
    else if (part.kind === 'anyRun') text += '*';
    else if (part.kind === 'anyOne') text += '?';
  }
  return text;
}

const equals = (parts: readonly PatternPart[]): Test => {
  const expected = toLiteral(parts);
  return (actual) => actual === expected;
};

/** COND-24: simple case folding, so `ß` and `ss` differ. */
const equalsIgnoringCase = (parts: readonly PatternPart[]): Test => {
  const expected = toLiteral(parts).toLowerCase();
  return (actual) => actual.toLowerCase() === expected;
};

const like = (parts: readonly PatternPart[]): Test => {
  const glob = toGlob(parts);
  return glob ? (actual) => matchesGlob(glob, actual) : NEVER;
};

/** COND-43: with case, part by part. */
const arn = (parts: readonly PatternPart[]): Test => {
  const isBareStar = parts.length > 0 && parts.every((part) => part.kind === 'anyRun');
  if (isBareStar && CHOICES.arnLikeBareStarMatches) return () => true;
  const pattern = toArnGlob(parts);
  if (pattern?.fields.length !== 6) return NEVER;
  return (actual) => {
    const fields = toFields(actual);
    return fields ? matchesArn(pattern, fields) : null;
  };
};

/** An operator that reads both sides with the same reader and compares them. */
function reading<T>(read: (text: string) => T | null, compare: (actual: T, expected: T) => boolean) {
  return (parts: readonly PatternPart[]): Test => {
    const expected = read(toLiteral(parts));
    if (expected === null) return NEVER;
    return (text) => {
      const actual = read(text);
      return actual === null ? null : compare(actual, expected);
    };
  };
}

/** COND-38: of several ranges in none, once the shared code has negated it. */
const ip = (parts: readonly PatternPart[]): Test => {
  const range = parseRange(toLiteral(parts));
  if (!range) return NEVER;
  return (actual) => {
    const address = parseIp(actual);
    return address ? isInRange(address, range) : null;
  };
};

/** COND-30: letter case does not matter; anything but true and false is not comparable. */
function parseBool(text: string): boolean | null {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : null;
}

const same = <T>(a: T, b: T) => a === b;
const less = (a: number, b: number) => a < b;
const lessOrEqual = (a: number, b: number) => a <= b;
const greater = (a: number, b: number) => a > b;
const greaterOrEqual = (a: number, b: number) => a >= b;

type Compile = OperatorRow['compile'];
const row = (compile: Compile, rule: RuleId, negated: boolean, variables: boolean): OperatorRow => ({
  compile,
  rule,
  negated,
  variables
});

export const OPERATORS: ReadonlyMap<string, OperatorRow> = new Map([
  ['StringEquals', row(equals, 'COND-21', false, true)],
  ['StringNotEquals', row(equals, 'COND-21', true, true)],
  ['StringEqualsIgnoreCase', row(equalsIgnoringCase, 'COND-22', false, true)],
  ['StringNotEqualsIgnoreCase', row(equalsIgnoringCase, 'COND-22', true, true)],
  ['StringLike', row(like, 'COND-20', false, true)],
  ['StringNotLike', row(like, 'COND-20', true, true)],
  ['NumericEquals', row(reading(parseNumber, same), 'COND-25', false, false)],
  ['NumericNotEquals', row(reading(parseNumber, same), 'COND-25', true, false)],
  ['NumericLessThan', row(reading(parseNumber, less), 'COND-25', false, false)],
  ['NumericLessThanEquals', row(reading(parseNumber, lessOrEqual), 'COND-25', false, false)],
  ['NumericGreaterThan', row(reading(parseNumber, greater), 'COND-25', false, false)],
  ['NumericGreaterThanEquals', row(reading(parseNumber, greaterOrEqual), 'COND-25', false, false)],
  ['DateEquals', row(reading(parseDate, same), 'COND-28', false, false)],
  ['DateNotEquals', row(reading(parseDate, same), 'COND-28', true, false)],
  ['DateLessThan', row(reading(parseDate, less), 'COND-28', false, false)],
  ['DateLessThanEquals', row(reading(parseDate, lessOrEqual), 'COND-28', false, false)],
  ['DateGreaterThan', row(reading(parseDate, greater), 'COND-28', false, false)],
  ['DateGreaterThanEquals', row(reading(parseDate, greaterOrEqual), 'COND-28', false, false)],
  ['Bool', row(reading(parseBool, same), 'COND-30', false, true)],
  ['BinaryEquals', row(reading(parseBase64, same), 'COND-33', false, false)],
  ['IpAddress', row(ip, 'COND-35', false, false)],
  ['NotIpAddress', row(ip, 'COND-35', true, false)],
  ['ArnEquals', row(arn, 'COND-40', false, true)],
  ['ArnLike', row(arn, 'COND-40', false, true)],
  ['ArnNotEquals', row(arn, 'COND-40', true, true)],
  ['ArnNotLike', row(arn, 'COND-40', true, true)],
  // Null asks whether the key is there; conditions.ts answers it before any value is compared (COND-13).
  ['Null', row(reading(parseBool, same), 'COND-13', false, false)]
]);
