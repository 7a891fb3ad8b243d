/**
 * Texts as the naive reference reads them: characters that know whether they are wildcards, policy variables, and
 * matching by trying every way. Slow on purpose: it shares nothing with the engine, least of all its shortcuts.
 */

/** One Unicode character of a pattern; `*` and `?` are wild unless an escape or a variable put them there. */
export interface Mark {
  readonly char: string;
  readonly wild: boolean;
}

/** Request context: lower-case key → values; a multivalued key says so. */
export interface Fact {
  readonly values: readonly string[];
  readonly many: boolean;
}
export type Facts = ReadonlyMap<string, Fact>;

/** Every character as it stands; `*` and `?` wild. */
export function plain(text: string): Mark[] {
  return [...text].map((char) => ({ char, wild: char === '*' || char === '?' }));
}

/** Every character for itself. */
export function literal(text: string): Mark[] {
  return [...text].map((char) => ({ char, wild: false }));
}

/**
 * A text with its policy variables replaced (VAR-01 to VAR-15); what they put in is literal (VAR-10).
 * @param facts null for version 2008-10-17, where variables are text (VAR-02)
 * @returns null where a variable has no value and no default (VAR-07, VAR-08)
 */
export function substitute(text: string, facts: Facts | null): Mark[] | null {
  if (!facts) return plain(text);
  const out: Mark[] = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf('${');
    const end = start < 0 ? -1 : rest.indexOf('}', start);
    if (end < 0) return [...out, ...plain(rest)];
    out.push(...plain(rest.slice(0, start)));
    const value = resolve(rest.slice(start + 2, end), facts);
    if (value === null) return null;
    out.push(...literal(value));
    rest = rest.slice(end + 1);
  }
}

function resolve(inside: string, facts: Facts): string | null {
  if (inside === '*' || inside === '?' || inside === '$') return inside; // VAR-06
  const comma = inside.indexOf(',');
  const name = (comma < 0 ? inside : inside.slice(0, comma)).toLowerCase();
  const fact = facts.get(name);
  const value = fact && !fact.many ? fact.values[0] : undefined; // VAR-04
  if (value !== undefined) return value;
  return comma < 0 || fact ? null : unquote(inside.slice(comma + 1).trim());
}

/** VAR-05: a default stands in single quotes. */
function unquote(text: string): string | null {
  return text.length >= 2 && text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1) : null;
}

/** Whether a pattern covers a whole text: `*` any run of characters, `?` exactly one. */
export function matches(pattern: readonly Mark[], text: string): boolean {
  const chars = [...text];
  // reached[i]: the pattern read so far can end before character i
  let reached = chars.map(() => false).concat(false);
  reached[0] = true;
  for (const mark of pattern) {
    const next = reached.map(() => false);
    for (let i = 0; i <= chars.length; i++) {
      if (!reached[i]) continue;
      if (mark.wild && mark.char === '*') for (let to = i; to <= chars.length; to++) next[to] = true;
      else if (i < chars.length && (mark.wild || mark.char === chars[i])) next[i + 1] = true;
    }
    reached = next;
  }
  return reached[chars.length] === true;
}

/** A pattern in parts, at its first so many colons. */
export function splitMarks(pattern: readonly Mark[], colons: number): Mark[][] {
  const parts: Mark[][] = [[]];
  for (const mark of pattern) {
    if (mark.char === ':' && parts.length <= colons) parts.push([]);
    else parts[parts.length - 1]!.push(mark);
  }
  return parts;
}

/** A text in parts, at its first so many colons. */
export function splitText(text: string, colons: number): string[] {
  return splitMarks(literal(text), colons).map((part) => part.map(({ char }) => char).join(''));
}

export function spell(marks: readonly Mark[]): string {
  return marks.map(({ char }) => char).join('');
}

/** The bare `*`. */
export function isBareStar(pattern: readonly Mark[]): boolean {
  return pattern.length === 1 && pattern[0]!.wild && pattern[0]!.char === '*';
}
