/**
 * Values of a condition key that make a condition hold, or keep it from holding. Samples: whoever uses one evaluates
 * it. Source: IAM User Guide, "IAM JSON policy elements: Condition operators" (part 3 of the rules).
 */
import { OPERATORS } from '../engine/operators.ts';
import type { ConditionStep, ExpectedValue } from '../engine/trace.ts';
import { baseOf } from './widen.ts';

/** Null stands for a key that is absent. */
export type FactValue = string | null;

/** Of a long list of values so many are tried. */
const TRIED = 2;

const DAY = 86_400_000;

/** What of a condition its values hang on: no request is needed for it. */
export interface Wanted extends Pick<ConditionStep, 'operator' | 'key'> {
  readonly expected: readonly Pick<ExpectedValue, 'text' | 'resolved'>[];
}

/** The likeliest first; none where the operator leaves none. */
export function valuesFor(step: Wanted, holds: boolean): readonly FactValue[] {
  const base = baseOf(step.operator);
  const row = OPERATORS.get(base);
  if (!row) return [];
  const texts = step.expected.map(({ resolved, text }) => resolved ?? text);
  if (base === 'Null') return nullValues(texts[0] === 'true', holds, step.key);
  const isMet = holds !== row.negated;
  const values = texts
    .slice(0, TRIED)
    .flatMap((text) => sample(base.replace('Not', ''), text, isMet, step.key));
  return [...new Set(values)];
}

/** `Null: true` asks for a key that is not there (COND-13). */
function nullValues(asksAbsence: boolean, holds: boolean, key: string): readonly FactValue[] {
  return asksAbsence === holds ? [null] : [other('', key)];
}

function sample(base: string, text: string, isMet: boolean, key: string): readonly string[] {
  if (base.startsWith('Numeric')) return beside(text, Number(text), 1, base.slice(7), isMet, String);
  if (base.startsWith('Date')) return beside(text, toTime(text), DAY, base.slice(4), isMet, toDate);
  switch (base) {
    case 'Bool':
      return [isMet === (text.toLowerCase() === 'true') ? 'true' : 'false'];
    case 'IpAddress':
      return [isMet ? addressIn(text) : elsewhere(text)];
    default:
      return [isMet ? plain(text, base) : other(text, key)];
  }
}

/** A number or date that compares as wanted. */
function beside(
  text: string,
  value: number,
  step: number,
  comparison: string,
  isMet: boolean,
  print: (value: number) => string
): readonly string[] {
  if (!Number.isFinite(value)) return [];
  const [same, below, above] = [text, print(value - step), print(value + step)];
  switch (comparison) {
    case 'LessThan':
      return [isMet ? below : same];
    case 'LessThanEquals':
      return [isMet ? same : above];
    case 'GreaterThan':
      return [isMet ? above : same];
    case 'GreaterThanEquals':
      return [isMet ? same : below];
    default:
      return [isMet ? same : above];
  }
}

function toTime(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function toDate(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The first address of a network that a machine may have. */
function addressIn(range: string): string {
  const [network = range, bits] = range.split('/');
  if (bits === undefined || bits === '32' || bits === '128') return network;
  if (network.includes(':')) return network.endsWith('::') ? `${network}1` : network;
  return network.replace(/\.0$/, '.1');
}

/** Addresses that are nobody's. Source: RFC 5737. */
function elsewhere(range: string): string {
  return range.startsWith('198.51.100.') ? '203.0.113.99' : '198.51.100.99';
}

/** Wildcards filled in, where the operator has them. */
function plain(text: string, base: string): string {
  if (!base.endsWith('Like') && !base.startsWith('Arn')) return text;
  return text.replaceAll('*', 'example').replaceAll('?', 'x');
}

/** By the end of the key: values that are somebody else's. */
const OTHERS: readonly (readonly [key: RegExp, value: string])[] = [
  [/arn$/i, 'arn:aws:s3:::other'],
  [/account$/i, '999999999999'],
  [/vpc$/i, 'vpc-0fedcba9876543210'],
  [/vpce$/i, 'vpce-0fedcba9876543210']
];

/** A value that is not the one; of the kind that the key has. */
function other(text: string, key: string): string {
  if (/^aws:requestedregion$/i.test(key)) return text === 'eu-central-1' ? 'us-east-1' : 'eu-central-1';
  if (/present$|^aws:(securetransport|viaawsservice)$/i.test(key)) return text === 'true' ? 'false' : 'true';
  const kind = OTHERS.find(([pattern]) => pattern.test(key));
  if (kind) return kind[1];
  return text === 'other' ? 'another' : 'other';
}
