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

/** A pattern ready to match: code points, or the two wildcards as negative numbers. */
export type Glob = readonly number[];

/** A pattern without variables as a glob. A part that is still a variable makes it match nothing: null. */
export function toGlob(parts: readonly PatternPart[]): Glob | null {
  const glob: number[] = [];
  for (const part of parts) {
    switch (part.kind) {
      case 'literal':
        for (const char of part.text) glob.push(char.codePointAt(0) ?? 0);
        break;
      case 'anyRun':
        if (glob.at(-1) !== ANY_RUN) glob.push(ANY_RUN);
        break;
      case 'anyOne':
        glob.push(ANY_ONE);
        break;
      case 'variable':
        return null;
    }
  }
  return glob;
}

/**
 * Whether a whole text matches a glob. `*` stands for any run of characters, also the empty one and also across
 * `/` and `:`; `?` stands for exactly one character (code point). Compares with case.
 *
 * Time O(glob × text), no backtracking beyond the latest star, which is the only one ever retried.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource", wildcards (RES-03, COND-20).
 */
export function matchesGlob(glob: Glob, text: string): boolean {
  const chars = toCodePoints(text);
  let g = 0;
  let t = 0;
  let star = -1; // place in the glob of the latest `*`
  let retry = 0; // place in the text where that `*` stops
  while (t < chars.length) {
    const symbol = glob[g];
    if (symbol === ANY_RUN) {
      star = g++;
      retry = t;
    } else if (symbol !== undefined && (symbol === ANY_ONE || symbol === chars[t])) {
      g++;
      t++;
    } else if (star >= 0) {
      g = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (glob[g] === ANY_RUN) g++;
  return g === glob.length;
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
