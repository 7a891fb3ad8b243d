/** ARN patterns: six fields, wildcards that stay inside theirs. */
import type { PatternPart } from '../../policy/document.ts';
import { EMPTY_GLOB, matchesGlob, toGlob, type Glob } from '../../policy/pattern.ts';

const ARN_FIELDS = 6;

/** A pattern split at its first five literal colons. Parts must have no variables left. */
export interface ArnGlob {
  readonly fields: readonly Glob[];
  /** The whole pattern, for texts that are no ARN. */
  readonly whole: Glob;
  /** Whether the last field present ends in `*`, so that a short pattern may run on. */
  readonly runsOn: boolean;
  /** Whether matching the whole text says the same as matching field by field. */
  readonly isPlain: boolean;
}

/** A text with its six fields, split at most once for many patterns; no fields where it is no ARN (RES-01). */
export class SplitText {
  readonly text: string;
  #fields: readonly string[] | null | undefined = undefined;

  constructor(text: string) {
    this.text = text;
  }

  get fields(): readonly string[] | null {
    if (this.#fields === undefined) this.#fields = toFields(this.text);
    return this.#fields;
  }
}

/** A text, split. */
export function toSplitText(text: string): SplitText {
  return new SplitText(text);
}

/** Splits a pattern without variables; null if one is left. */
export function toArnGlob(parts: readonly PatternPart[]): ArnGlob | null {
  const whole = toGlob(parts);
  if (!whole) return null;
  const fields: PatternPart[][] = [[]];
  for (const part of parts) {
    if (part.kind !== 'literal') {
      fields.at(-1)?.push(part);
      continue;
    }
    let rest = part.text;
    for (let colon = rest.indexOf(':'); colon >= 0 && fields.length < ARN_FIELDS; colon = rest.indexOf(':')) {
      fields.at(-1)?.push({ kind: 'literal', text: rest.slice(0, colon) });
      fields.push([]);
      rest = rest.slice(colon + 1);
    }
    if (rest !== '') fields.at(-1)?.push({ kind: 'literal', text: rest });
  }
  const globs = fields.map((field) => toGlob(field) ?? EMPTY_GLOB);
  return { fields: globs, whole, runsOn: parts.at(-1)?.kind === 'anyRun', isPlain: isPlain(globs, whole) };
}

/** A lone `*`; or wildcards in the sixth field alone, which has no end before the text's. */
function isPlain(fields: readonly Glob[], whole: Glob): boolean {
  if (fields.length === 1) return whole.prefix === '' && whole.rest === 'anyRun';
  return fields.length === ARN_FIELDS && fields.every(({ rest }, i) => i === 5 || rest === 'nothing');
}

/** The six fields of an ARN, the sixth with all further colons; null for a text with fewer (RES-01). */
export function toFields(text: string): readonly string[] | null {
  const fields: string[] = [];
  let from = 0;
  while (fields.length < ARN_FIELDS - 1) {
    const colon = text.indexOf(':', from);
    if (colon < 0) return null;
    fields.push(text.slice(from, colon));
    from = colon + 1;
  }
  fields.push(text.slice(from));
  return fields;
}

/**
 * Whether a Resource pattern matches the resource of a request. A short pattern matches only if it ends in `*`,
 * which then runs over the remaining colons; a resource that is no ARN (`*`) is compared as a text.
 *
 * Source: IAM User Guide, "IAM JSON policy elements: Resource" (RES-02 to RES-06, RES-09).
 */
export function matchesResource(pattern: ArnGlob, split: SplitText): boolean {
  if (pattern.isPlain) return matchesGlob(pattern.whole, split.text);
  const { text, fields } = split;
  if (fields === null) return matchesGlob(pattern.whole, text);
  const count = pattern.fields.length;
  if (count === ARN_FIELDS) return matchesFields(pattern.fields, fields, count);
  return (
    pattern.runsOn &&
    matchesFields(pattern.fields, fields, count - 1) &&
    matchesGlob(pattern.fields[count - 1] ?? EMPTY_GLOB, fields.slice(count - 1).join(':'))
  );
}

/** ArnEquals and ArnLike: both sides need all six fields (COND-40, COND-42, COND-44). */
export function matchesArn(pattern: ArnGlob, fields: readonly string[]): boolean {
  return pattern.fields.length === ARN_FIELDS && matchesFields(pattern.fields, fields, ARN_FIELDS);
}

/** The first so many fields. */
function matchesFields(globs: readonly Glob[], fields: readonly string[], count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (!matchesGlob(globs[i] ?? EMPTY_GLOB, fields[i] ?? '')) return false;
  }
  return true;
}
