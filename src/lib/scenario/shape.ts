/**
 * Shapes: what a part of a scenario file looks like, said once. A shape reads a tree into a typed value, with the
 * exact place of every problem, and prints itself as JSON Schema (draft 2020-12). Knows no key of the format.
 */
import { isNull, type Tree, type TreeText } from '../source/tree.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { invalidValue, outOfRange, unknownWord, wrongKind } from './diagnostics.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonSchema;
export interface JsonSchema {
  readonly [key: string]: Json;
}
/** The `$defs` met so far, by name. */
export type Definitions = Map<string, JsonSchema>;
/** Where reading leaves its problems. */
export type Log = Diagnostic[];

export interface Shape<T> {
  /** As much as could be read; null when nothing could, and then `log` says why. Never throws. */
  readonly read: (tree: Tree, log: Log) => T | null;
  readonly schema: (definitions: Definitions) => JsonSchema;
  /** What is expected, with its article: `a list`. */
  readonly expected: string;
}

/** What a shape reads into. */
export type Read<S> = S extends Shape<infer T> ? T : never;

/** A scalar as text. An unquoted number or boolean is text too: all scalars of the file are. */
function scalar<T>(
  expected: string,
  schema: JsonSchema,
  toValue: (at: TreeText, log: Log) => T | null
): Shape<T> {
  return {
    expected,
    schema: () => schema,
    read: (tree, log) => {
      if (tree.kind === 'text' && !isNull(tree)) return toValue(tree, log);
      log.push(wrongKind(tree, expected));
      return null;
    }
  };
}

const ANY_SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'] };

/** Any text, also a number or boolean without quotes. */
export const text: Shape<string> = scalar('text', ANY_SCALAR, (at) => at.text);

/** The name of something else in the file; keeps its place, so that a wrong name can be underlined. */
export function reference(expected: string): Shape<TreeText> {
  return scalar(expected, ANY_SCALAR, (at) => at);
}

/**
 * Text that a pattern of ours matches. The pattern must be linear: it runs over user text.
 *
 * @param help what to write instead of a text that it does not match
 */
export function matching(
  expected: string,
  pattern: RegExp,
  help: (written: string) => string | undefined = () => undefined
): Shape<string> {
  return scalar(expected, { ...ANY_SCALAR, pattern: pattern.source }, (at, log) => {
    if (pattern.test(at.text)) return at.text;
    log.push(invalidValue(at, expected, help(at.text)));
    return null;
  });
}

/** One of a few words; a near miss is suggested. */
export function choice<const Word extends string>(...words: readonly Word[]): Shape<Word> {
  const expected = `one of ${words.map((word) => `\`${word}\``).join(', ')}`;
  return scalar(expected, { enum: words }, (at, log) => {
    const word = words.find((candidate) => candidate === at.text);
    if (word === undefined) log.push(unknownWord(at, words));
    return word ?? null;
  });
}

/** `true` or `false`, with or without quotes. */
export const flag: Shape<boolean> = scalar(
  '`true` or `false`',
  { enum: [true, false, 'true', 'false'] },
  (at, log) => {
    if (at.text === 'true') return true;
    if (at.text === 'false') return false;
    log.push(invalidValue(at, '`true` or `false`'));
    return null;
  }
);

/** A whole number within bounds, both included. */
export function integer(min = 0, max = Number.MAX_SAFE_INTEGER): Shape<number> {
  const bounds = max === Number.MAX_SAFE_INTEGER ? { minimum: min } : { minimum: min, maximum: max };
  const schema: JsonSchema = { type: ['integer', 'string'], pattern: '^-?[0-9]+$', ...bounds };
  return scalar('a whole number', schema, (at, log) => {
    const number = /^-?[0-9]{1,15}$/.test(at.text) ? Number(at.text) : null;
    if (number === null) log.push(invalidValue(at, 'a whole number'));
    else if (number < min || number > max) log.push(outOfRange(at, min, max));
    else return number;
    return null;
  });
}

/** A number, e.g. a coordinate. */
export const number: Shape<number> = scalar(
  'a number',
  { type: ['number', 'string'], pattern: '^-?[0-9]+(\\.[0-9]+)?$' },
  (at, log) => {
    if (/^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(at.text)) return Number(at.text);
    log.push(invalidValue(at, 'a number'));
    return null;
  }
);

const INSTANT =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$/;

/** A moment, ISO 8601 with zone, as ms since 1970. A day the calendar does not have is refused. */
export const instant: Shape<number> = scalar(
  'a time such as `2026-03-03T10:00:00Z`',
  { type: 'string', pattern: INSTANT.source },
  (at, log) => {
    const ms = toInstant(at.text);
    if (ms === null) log.push(invalidValue(at, 'a time with zone, such as `2026-03-03T10:00:00Z`'));
    return ms;
  }
);

/** ms since 1970, or null for what is no ISO 8601 time with zone. */
function toInstant(written: string): number | null {
  const match = INSTANT.exec(written);
  if (!match) return null;
  const [, year, month, day] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const exists = new Date(midnight).getUTCDate() === Number(day);
  const ms = Date.parse(written);
  return exists && !Number.isNaN(ms) ? ms : null;
}

const DURATION = /^P(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?$/;

/** A span in seconds: a whole number, or ISO 8601 such as `PT1H`. */
export const duration: Shape<number> = scalar(
  'a duration: seconds, or ISO 8601 such as `PT1H`',
  { type: ['integer', 'string'], pattern: `^[0-9]+$|${DURATION.source}` },
  (at, log) => {
    const seconds = /^[0-9]{1,9}$/.test(at.text) ? Number(at.text) : isoSeconds(at.text);
    if (seconds === null) log.push(invalidValue(at, 'a duration: seconds, or ISO 8601 such as `PT1H`'));
    return seconds;
  }
);

function isoSeconds(written: string): number | null {
  const match = DURATION.exec(written);
  if (!match || !/[0-9]/.test(written)) return null;
  const units = [86_400, 3600, 60, 1];
  return units.reduce((sum, seconds, i) => sum + seconds * Number(match[i + 1] ?? 0), 0);
}

/** Any tree at all, read by someone else. */
export function raw(expected: string, schema: JsonSchema = {}): Shape<Tree> {
  return { expected, schema: () => schema, read: (tree) => tree };
}
