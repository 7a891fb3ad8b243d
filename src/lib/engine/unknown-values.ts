/**
 * The values that tell the conditions on one key apart: each constant a policy compares it with, and one value for
 * each stretch between, beside and beyond them. Numbers, times, addresses, Booleans, texts and ARNs.
 */
import type { PatternPart } from '../policy/document.ts';
import { toLiteral } from './operators.ts';
import { examples, type TextPattern, type TextSymbol } from './unknown-text.ts';
import { typeOf } from './unknown-keys.ts';
import { addressesBetween } from './unknown-addresses.ts';
import { parseDate } from './values/date.ts';
import { parseNumber } from './values/number.ts';

/** What a key is compared with: the operator's bare name and one policy value without variables. */
export interface Comparison {
  readonly operator: string;
  readonly parts: readonly PatternPart[];
}

/**
 * @param others texts worth a class of their own, such as those of a key it is compared with
 * @returns values that stand for all; several may behave alike. Null when the patterns overlap in too many ways.
 */
export function telling(
  key: string,
  comparisons: readonly Comparison[],
  others: readonly string[]
): readonly string[] | null {
  const of = (start: string) => comparisons.filter(({ operator }) => operator.startsWith(start));
  if (typeOf(key) === 'Bool') return ['true', 'false'];
  const numbers = of('Numeric').flatMap(({ parts }) => parseNumber(toLiteral(parts)) ?? []);
  const dates = of('Date').flatMap(({ parts }) => parseDate(toLiteral(parts)) ?? []);
  const ranges = comparisons.filter(({ operator }) => /IpAddress$/.test(operator));
  const texts = textsOf(key, comparisons, others);
  if (texts === null) return null;
  const values = [
    ...(of('Bool').length > 0 ? ['true', 'false'] : []),
    ...numbersBetween(numbers, /Age(Days)?$|Seconds$/i.test(key)).map(String),
    ...instantsBetween(dates).map((ms) => toDateText(key, ms)),
    ...addressesBetween(ranges.map(({ parts }) => toLiteral(parts))),
    ...texts
  ];
  return [...new Set(values.length > 0 ? values : [usual(key)])];
}

/** A value nobody compares with, of the key's type. */
function usual(key: string): string {
  const type = typeOf(key) ?? '';
  return key === 'aws:epochtime' ? '1767225600' : (USUAL[type] ?? 'something-else');
}

const USUAL: Readonly<Record<string, string>> = {
  Numeric: '60',
  Date: '2026-01-01T00:00:00Z',
  IPAddress: '198.51.100.20',
  ARN: 'arn:aws:iam::000000000000:role/another'
};

/** Each number, and one in each gap: a whole one where there is room. */
function numbersBetween(constants: readonly number[], fromZero: boolean): readonly number[] {
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  const all = sorted.flatMap((value, i) => {
    const next = sorted[i + 1];
    return next === undefined ? [value, value + 1] : [value, between(value, next)];
  });
  const [first] = sorted;
  if (first === undefined) return [];
  const least = fromZero && first > 0 && first < 1 ? first / 2 : first - 1;
  return [...all, least].filter((value) => !fromZero || value >= 0);
}

function between(a: number, b: number): number {
  return Math.floor(a) + 1 < b ? Math.floor(a) + 1 : (a + b) / 2;
}

const DAY = 86_400_000;

function instantsBetween(constants: readonly number[]): readonly number[] {
  const sorted = [...new Set(constants)].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) return [];
  return [
    first - DAY,
    ...sorted.flatMap((at, i) => {
      const next = sorted[i + 1];
      return [at, next === undefined ? at + DAY : at + Math.min(DAY, Math.floor((next - at) / 2))];
    })
  ];
}

/** KEY-43: `aws:EpochTime` is written in seconds. */
function toDateText(key: string, ms: number): string {
  if (key === 'aws:epochtime') return String(ms / 1000);
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00Z' : date.toISOString().replace('.000Z', 'Z');
}

const REGIONS = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-southeast-2', 'ca-central-1', 'eu-north-1'];

/** Constants as they are, an example of what fits each set of patterns, and a text that nobody names. */
function textsOf(
  key: string,
  comparisons: readonly Comparison[],
  others: readonly string[]
): readonly string[] | null {
  const asked = comparisons.filter(({ operator }) => /^(String|Arn|Binary)/.test(operator));
  if (asked.length === 0 && others.length === 0) return [];
  const constants = asked.flatMap(constantsOf);
  const taken = new Set([...constants, ...others]);
  const found = examples(asked.flatMap(toPattern), taken);
  if (found === null) return null;
  const familiar = key === 'aws:requestedregion' ? REGIONS.filter((region) => !taken.has(region)) : [];
  const other = typeOf(key) === 'ARN' ? (USUAL['ARN'] ?? '') : 'something-else';
  return [...taken, ...familiar.slice(0, 3), other, ...found];
}

/** Texts that stand for themselves; of one that compares without case also its other spellings. */
function constantsOf({ operator, parts }: Comparison): readonly string[] {
  const hasWildcard = parts.some((part) => part.kind !== 'literal');
  if (hasWildcard && /Like$|^Arn/.test(operator)) return [];
  const text = toLiteral(parts);
  return operator.endsWith('IgnoreCase') ? [text, text.toLowerCase(), text.toUpperCase()] : [text];
}

function toPattern({ operator, parts }: Comparison): readonly TextPattern[] {
  const hasWildcard = parts.some((part) => part.kind !== 'literal');
  if (!hasWildcard || !/Like$|^Arn/.test(operator)) return [];
  const isArn = operator.startsWith('Arn') && parts.some((part) => part.kind === 'literal');
  let colons = 0;
  const symbols: TextSymbol[] = [];
  for (const part of parts) {
    const acrossColon = !isArn || colons >= 5;
    if (part.kind === 'anyRun') symbols.push({ kind: 'run', acrossColon });
    else if (part.kind === 'anyOne') symbols.push({ kind: 'one', acrossColon });
    else if (part.kind === 'literal') {
      for (const char of part.text) symbols.push({ kind: 'char', char, anyCase: false });
      colons += part.text.split(':').length - 1;
    }
  }
  return [symbols];
}
