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
  return {
    fields: fields.map((field) => toGlob(field) ?? EMPTY_GLOB),
    whole,
    runsOn: parts.at(-1)?.kind === 'anyRun'
  };
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
export function matchesResource(pattern: ArnGlob, resource: string): boolean {
  const count = pattern.fields.length;
  const fields = toFields(resource);
  if (!fields) return matchesGlob(pattern.whole, resource);
  if (count < ARN_FIELDS) {
    if (!pattern.runsOn) return false;
    const head = fields.slice(0, count - 1);
    const rest = fields.slice(count - 1).join(':');
    return (
      matchesFields(pattern.fields.slice(0, -1), head) &&
      matchesGlob(pattern.fields.at(-1) ?? EMPTY_GLOB, rest)
    );
  }
  return matchesFields(pattern.fields, fields);
}

/** ArnEquals and ArnLike: both sides need all six fields (COND-40, COND-42, COND-44). */
export function matchesArn(pattern: ArnGlob, fields: readonly string[]): boolean {
  return pattern.fields.length === ARN_FIELDS && matchesFields(pattern.fields, fields);
}

function matchesFields(globs: readonly Glob[], fields: readonly string[]): boolean {
  return globs.length === fields.length && globs.every((glob, i) => matchesGlob(glob, fields[i] ?? ''));
}
