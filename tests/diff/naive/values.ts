/** What the condition operators compare, read digit by digit: numbers, dates, addresses, bytes, ARNs (part 3). */
import { readDate } from './dates.ts';
import { isDigits } from './digits.ts';
import { isBareStar, matches, splitMarks, splitText, spell, type Mark } from './text.ts';

/** A policy value and a request value: does the positive operator hold? */
export type Test = (pattern: readonly Mark[], value: string) => boolean;

/** COND-25: a decimal number as a fraction of whole numbers; null for what is none (COND-26). */
export function readNumber(text: string): { over: bigint; under: bigint } | null {
  const sign = text.startsWith('-') ? -1n : 1n;
  const bare = text.startsWith('-') || text.startsWith('+') ? text.slice(1) : text;
  const dot = bare.indexOf('.');
  const whole = dot < 0 ? bare : bare.slice(0, dot);
  const part = dot < 0 ? '' : bare.slice(dot + 1);
  if (!isDigits(whole) || (dot >= 0 && !isDigits(part))) return null;
  return { over: sign * BigInt(whole + part), under: 10n ** BigInt(part.length) };
}

/** Minus, nothing or plus: how a request's number stands to a policy's; null where either is none. */
export function compareNumbers(value: string, bound: string): number | null {
  const [a, b] = [readNumber(value), readNumber(bound)];
  if (!a || !b) return null;
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** COND-35: an address as bits, `0` and `1`, 32 or 128 of them; null for what is none (COND-39). */
export function readAddress(text: string): string | null {
  return text.includes(':') ? readSix(text) : readFour(text);
}

const bitsOf = (value: number, width: number) => value.toString(2).padStart(width, '0');

function readFour(text: string): string | null {
  const parts = text.split('.');
  const fits = (part: string) => isDigits(part) && Number(part) <= 255 && String(Number(part)) === part;
  return parts.length === 4 && parts.every(fits)
    ? parts.map((part) => bitsOf(Number(part), 8)).join('')
    : null;
}

function readSix(text: string): string | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groups = halves.map((half) => readGroups(half));
  const [head, tail] = groups;
  if (head === undefined || head === null || tail === null) return null;
  if (tail === undefined) return head.length === 128 ? head : null;
  const missing = 128 - head.length - tail.length;
  return missing >= 16 ? head + '0'.repeat(missing) + tail : null;
}

function readGroups(text: string): string | null {
  if (text === '') return '';
  let bits = '';
  const groups = text.split(':');
  for (const [i, group] of groups.entries()) {
    if (i === groups.length - 1 && group.includes('.')) {
      const four = readFour(group);
      if (four === null) return null;
      bits += four;
    } else {
      const isHex =
        group !== '' && [...group.toLowerCase()].every((char) => '0123456789abcdef'.includes(char));
      if (!isHex || group.length > 4) return null;
      bits += bitsOf(parseInt(group, 16), 16);
    }
  }
  return bits;
}

/** COND-36, COND-37: whether an address lies in a range. */
export function isInRange(range: string, address: string): boolean {
  const slash = range.indexOf('/');
  const net = readAddress(slash < 0 ? range : range.slice(0, slash));
  const bits = readAddress(address);
  if (net?.length !== bits?.length || net === null || bits === null) return false;
  const length = slash < 0 ? String(net.length) : range.slice(slash + 1);
  if (!isDigits(length) || Number(length) > net.length) return false;
  return net.slice(0, Number(length)) === bits.slice(0, Number(length));
}

/** COND-33: the bytes that base64 says; null for what is no base64. */
export function readBytes(text: string): string | null {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bare = text.slice(0, text.length - padding);
  if (text.length % 4 !== 0 || ![...bare].every((char) => alphabet.includes(char))) return null;
  const bits = [...bare].map((char) => bitsOf(alphabet.indexOf(char), 6)).join('');
  return bits.slice(0, bits.length - (bits.length % 8));
}

/** COND-40 to COND-44: part by part, six of them. */
export const likeArn: Test = (pattern, value) => {
  if (isBareStar(pattern)) return true;
  const wanted = splitMarks(pattern, 5);
  const given = splitText(value, 5);
  if (wanted.length !== 6 || given.length !== 6 || given[0] !== 'arn') return false;
  return wanted.every((part, i) => matches(part, given[i]!));
};

const exact: Test = (pattern, value) => spell(pattern) === value;
const folded: Test = (pattern, value) => spell(pattern).toLowerCase() === value.toLowerCase();
const numbers =
  (holds: (order: number) => boolean): Test =>
  (pattern, value) => {
    const order = compareNumbers(value, spell(pattern));
    return order !== null && holds(order);
  };
const dates =
  (holds: (order: number) => boolean): Test =>
  (pattern, value) => {
    const [at, bound] = [readDate(value), readDate(spell(pattern))];
    return at !== null && bound !== null && holds(at < bound ? -1 : at > bound ? 1 : 0);
  };
const truth: Test = (pattern, value) => {
  const wanted = spell(pattern).toLowerCase();
  return (wanted === 'true' || wanted === 'false') && wanted === value.toLowerCase();
};
const bytes: Test = (pattern, value) => {
  const [wanted, given] = [readBytes(spell(pattern)), readBytes(value)];
  return wanted !== null && wanted === given;
};
const address: Test = (pattern, value) => isInRange(spell(pattern), value);

/** Every operator but Null: its positive test, whether it is negated, whether variables stand in its values (VAR-11). */
export const OPERATORS: Readonly<Record<string, { test: Test; negated: boolean; variables: boolean }>> = {
  ...both('StringEquals', 'StringNotEquals', exact, true),
  ...both('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', folded, true),
  ...both('StringLike', 'StringNotLike', (pattern, value) => matches(pattern, value), true),
  ...both('ArnEquals', 'ArnNotEquals', likeArn, true),
  ...both('ArnLike', 'ArnNotLike', likeArn, true),
  ...both('IpAddress', 'NotIpAddress', address, false),
  ...ordered('Numeric', numbers),
  ...ordered('Date', dates),
  Bool: { test: truth, negated: false, variables: true },
  BinaryEquals: { test: bytes, negated: false, variables: false }
};

function both(yes: string, no: string, test: Test, variables: boolean) {
  return { [yes]: { test, negated: false, variables }, [no]: { test, negated: true, variables } };
}

function ordered(family: string, make: (holds: (order: number) => boolean) => Test) {
  const one = (test: Test) => ({ test, negated: false, variables: false });
  return {
    ...both(
      `${family}Equals`,
      `${family}NotEquals`,
      make((order) => order === 0),
      false
    ),
    [`${family}LessThan`]: one(make((order) => order < 0)),
    [`${family}LessThanEquals`]: one(make((order) => order <= 0)),
    [`${family}GreaterThan`]: one(make((order) => order > 0)),
    [`${family}GreaterThanEquals`]: one(make((order) => order >= 0))
  };
}
