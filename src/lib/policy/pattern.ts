/** Patterns: texts with `*`, `?` and policy variables. Splitting them into parts, and matching a text. */
import type { PatternPart } from './document.ts';

/**
 * The parts of a pattern as written.
 *
 * @param variables whether `${…}` is a policy variable here: version 2012-10-17, in Resource and in condition
 *   values (VAR-02, VAR-12). A lone `$`, or `${` without `}`, is text (VAR-15).
 * @returns adjacent literals merged; never throws. Time O(text).
 */
export function toParts(text: string, variables: boolean): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  let literal = '';
  const flush = () => {
    if (literal !== '') parts.push({ kind: 'literal', text: literal });
    literal = '';
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const end = variables && char === '$' && text[i + 1] === '{' ? text.indexOf('}', i + 2) : -1;
    if (end >= 0) {
      const inner = text.slice(i + 2, end);
      if (inner === '*' || inner === '?' || inner === '$') {
        literal += inner; // VAR-06
      } else {
        flush();
        parts.push(toVariable(inner));
      }
      i = end;
    } else if (char === '*' || char === '?') {
      flush();
      parts.push({ kind: char === '*' ? 'anyRun' : 'anyOne' });
    } else {
      literal += char;
    }
  }
  flush();
  return parts;
}

/** `key` or `key, 'text'` (VAR-05). The comma must be followed by the quoted text to count as a default. */
function toVariable(inner: string): PatternPart {
  const comma = inner.indexOf(',');
  if (comma >= 0) {
    const quoted = inner.slice(comma + 1).trim();
    if (quoted.length >= 2 && quoted.startsWith("'") && quoted.endsWith("'")) {
      return { kind: 'variable', key: inner.slice(0, comma).trim(), fallback: quoted.slice(1, -1) };
    }
  }
  return { kind: 'variable', key: inner, fallback: null };
}

const ANY_RUN = -1;
const ANY_ONE = -2;

/** A pattern ready to match. Most patterns are a plain text or a text with one star at its end. */
export interface Glob {
  /** Code points, or the two wildcards as negative numbers. */
  readonly symbols: readonly number[];
  /** The text before the first wildcard. */
  readonly prefix: string;
  /** What follows the prefix: nothing, one `*`, or something that has to be worked out. */
  readonly rest: 'nothing' | 'anyRun' | 'more';
  /** The texts between the stars, first and last included; null where characters have to be counted. */
  readonly pieces: readonly string[] | null;
}

/** Matches the empty text only. */
export const EMPTY_GLOB: Glob = { symbols: [], prefix: '', rest: 'nothing', pieces: [''] };

/** A pattern without variables as a glob. A part that is still a variable makes it match nothing: null. */
export function toGlob(parts: readonly PatternPart[]): Glob | null {
  const symbols: number[] = [];
  for (const part of parts) {
    if (part.kind === 'variable') return null;
    if (part.kind === 'literal') for (const char of part.text) symbols.push(char.codePointAt(0) ?? 0);
    else if (part.kind === 'anyOne') symbols.push(ANY_ONE);
    else if (symbols.at(-1) !== ANY_RUN) symbols.push(ANY_RUN);
  }
  const wild = symbols.filter((symbol) => symbol < 0).length;
  const rest = wild === 0 ? 'nothing' : wild === 1 && symbols.at(-1) === ANY_RUN ? 'anyRun' : 'more';
  return { symbols, prefix: toPrefix(parts), rest, pieces: toPieces(parts) };
}

/**
 * The texts between the stars. Null with a `?`, which counts code points, and with surrogates, half a pair of which
 * a search by UTF-16 units would find inside a whole one.
 */
function toPieces(parts: readonly PatternPart[]): readonly string[] | null {
  const pieces = [''];
  for (const part of parts) {
    if (part.kind === 'anyRun') pieces.push('');
    else if (part.kind !== 'literal' || /[\ud800-\udfff]/.test(part.text)) return null;
    else pieces.push((pieces.pop() ?? '') + part.text);
  }
  return pieces;
}

/** The literals before the first wildcard. */
function toPrefix(parts: readonly PatternPart[]): string {
  let prefix = '';
  for (const part of parts) {
    if (part.kind !== 'literal') break;
    prefix += part.text;
  }
  return prefix;
}

/**
 * Whether a whole text matches a glob. `*` stands for any run of characters, also the empty one and also across
 * `/` and `:`; `?` stands for exactly one character (code point). Compares with case. A partition is matched like any
 * other part of a resource (RES-07).
 *
 * Time O(glob × text), no backtracking beyond the latest star, which is the only one ever retried.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource", wildcards (RES-03, COND-20).
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  if (glob.rest === 'nothing') return text === glob.prefix;
  if (!text.startsWith(glob.prefix)) return false;
  if (glob.rest === 'anyRun') return true;
  return glob.pieces ? matchesPieces(glob.pieces, text) : matchesSymbols(glob.symbols, toCodePoints(text));
}

/** Each piece at its earliest place after the one before, the last one at the end of the text. */
function matchesPieces(pieces: readonly string[], text: string): boolean {
  const last = pieces.length - 1;
  let from = pieces[0]?.length ?? 0; // the prefix, already found
  for (let i = 1; i < last; i++) {
    const piece = pieces[i] ?? '';
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  const end = pieces[last] ?? '';
  return text.length - end.length >= from && text.endsWith(end);
}

function matchesSymbols(symbols: readonly number[], chars: readonly number[]): boolean {
  let s = 0;
  let t = 0;
  let star = -1; // place in the glob of the latest `*`
  let retry = 0; // place in the text where that `*` stops
  while (t < chars.length) {
    const symbol = symbols[s];
    if (symbol === ANY_RUN) {
      star = s++;
      retry = t;
    } else if (symbol !== undefined && (symbol === ANY_ONE || symbol === chars[t])) {
      s++;
      t++;
    } else if (star >= 0) {
      s = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (symbols[s] === ANY_RUN) s++;
  return s === symbols.length;
}

/** Matches parts against a text; false for a pattern that still has a variable in it. */
export function matchesPattern(parts: readonly PatternPart[], text: string): boolean {
  const glob = toGlob(parts);
  return glob !== null && matchesGlob(glob, text);
}

function toCodePoints(text: string): readonly number[] {
  const points: number[] = [];
  for (const char of text) points.push(char.codePointAt(0) ?? 0);
  return points;
}
