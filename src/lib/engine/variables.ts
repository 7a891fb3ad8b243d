/** Policy variables: replacing `${key}` by the request's single value of that key. */
import type { PatternPart } from '../policy/document.ts';
import { lower } from './lower.ts';
import { isUnknown, type RequestContext } from './request.ts';

export type Resolution =
  | { readonly kind: 'resolved'; readonly parts: readonly PatternPart[] }
  /** A variable without value and without default (VAR-07, VAR-08). */
  | { readonly kind: 'unresolved' }
  /** A variable whose key is an open question. */
  | { readonly kind: 'unknown' };

const UNRESOLVED: Resolution = { kind: 'unresolved' };
const UNKNOWN: Resolution = { kind: 'unknown' };

/** A pattern's last form and the variables' values it was made with; requests that follow each other share them. */
export interface Latest<T> {
  values: string | null;
  made: T | null;
}

type Variable = Extract<PatternPart, { readonly kind: 'variable' }>;

/** Whether anything is left to replace. */
export function hasVariables(parts: readonly PatternPart[]): boolean {
  return parts.some((part) => part.kind === 'variable');
}

/**
 * Replaces variables by literals. Key names compare without case (VAR-03); a key with several values cannot be used
 * (VAR-04); the default counts only when the key is missing (VAR-05); wildcards and `${` in a substituted value are
 * ordinary characters (VAR-10, VAR-15). What is put in keeps its case (VAR-14).
 *
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function resolve(parts: readonly PatternPart[], context: RequestContext): Resolution {
  const resolved: PatternPart[] = [];
  for (const part of parts) {
    if (part.kind !== 'variable') {
      resolved.push(part);
      continue;
    }
    const text = textOf(part, context);
    if (text === undefined) return UNKNOWN;
    if (text === null) return UNRESOLVED;
    resolved.push({ kind: 'literal', text });
  }
  return { kind: 'resolved', parts: resolved };
}

/** What a variable stands for; null where it stands for nothing, undefined where nobody knows. */
function textOf(variable: Variable, context: RequestContext): string | null | undefined {
  const value = context.get(lower(variable.key));
  if (!value) return variable.fallback;
  if (isUnknown(value)) return undefined;
  const text = value.values[0];
  return value.multivalued || text === undefined || value.values.length > 1 ? null : text;
}

/**
 * A pattern's form for this request, made anew only when a variable has another value than last time.
 *
 * @param make from parts without variables; null if they cannot be read
 * @returns null where a variable stands for nothing, undefined where nobody knows what it stands for
 */
export function resolvedForm<T>(
  parts: readonly PatternPart[],
  latest: Latest<T>,
  context: RequestContext,
  make: (parts: readonly PatternPart[]) => T | null
): T | null | undefined {
  const values = valuesOf(parts, context);
  if (values === null || values === undefined) return values;
  if (latest.values === values) return latest.made;
  const resolution = resolve(parts, context);
  latest.made = resolution.kind === 'resolved' ? make(resolution.parts) : null;
  latest.values = values;
  return latest.made;
}

/** The values of all variables as one text: a lone one as it is, several each behind its length. */
function valuesOf(parts: readonly PatternPart[], context: RequestContext): string | null | undefined {
  let values = '';
  let count = 0;
  for (const part of parts) {
    if (part.kind !== 'variable') continue;
    const text = textOf(part, context);
    if (typeof text !== 'string') return text;
    if (count === 1) values = `${values.length}:${values}`;
    values = count === 0 ? text : `${values}${text.length}:${text}`;
    count++;
  }
  return values;
}
