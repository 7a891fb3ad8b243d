/** Policy variables: replacing `${key}` by the request's single value of that key. */
import type { PatternPart } from '../policy/document.ts';
import { isUnknown, type RequestContext } from './request.ts';

export type Resolution =
  | { readonly kind: 'resolved'; readonly parts: readonly PatternPart[] }
  /** A variable without value and without default (VAR-07, VAR-08). */
  | { readonly kind: 'unresolved' }
  /** A variable whose key is an open question. */
  | { readonly kind: 'unknown'; readonly key: string };

const UNRESOLVED: Resolution = { kind: 'unresolved' };

/** Whether anything is left to replace. */
export function hasVariables(parts: readonly PatternPart[]): boolean {
  return parts.some((part) => part.kind === 'variable');
}

/**
 * Replaces variables by literals. Key names compare without case (VAR-03); a key with several values cannot be used
 * (VAR-04); the default counts only when the key is missing (VAR-05); wildcards and `${` in a substituted value are
 * ordinary characters (VAR-10, VAR-15).
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
    const value = context.get(part.key.toLowerCase());
    if (!value) {
      if (part.fallback === null) return UNRESOLVED;
      resolved.push({ kind: 'literal', text: part.fallback });
    } else if (isUnknown(value)) {
      return { kind: 'unknown', key: value.key };
    } else {
      const [text] = value.values;
      if (value.multivalued || text === undefined || value.values.length > 1) return UNRESOLVED;
      resolved.push({ kind: 'literal', text });
    }
  }
  return { kind: 'resolved', parts: resolved };
}
