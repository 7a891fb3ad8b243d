/**
 * The making of context values: key, values, where from; and the merging of what is derived, written and left
 * open into one request context. Knows no principal and no world.
 */
import type { ContextFact } from './facts.ts';
import { isMultivalued, usualSpelling } from './context-key.ts';
import type { ContextValue, KnownValue, Provenance, RequestContext } from './request.ts';

/** A fact with its origin. */
export interface Sourced<T> {
  readonly value: T;
  readonly from: Provenance;
}

/** A line of a `context` in the scenario file; without a kind it stands in a request. */
export interface WrittenFact extends ContextFact {
  readonly kind?: 'hop';
}

/** A key left open, with the pointer of the line that says so. */
export interface OpenFact {
  readonly key: string;
  readonly path: string;
}

/** A single-valued key. */
export function one(key: string, value: string, from: Provenance): KnownValue {
  return { key, values: [value], multivalued: false, from };
}

/** A multivalued key; an empty list is not the same as a missing key. */
export function many(key: string, values: readonly string[], from: Provenance): KnownValue {
  return { key, values, multivalued: true, from };
}

/** A Boolean key. */
export function flag(key: string, value: boolean, from: Provenance): KnownValue {
  return one(key, String(value), from);
}

/** One single-valued key per tag: `aws:RequestTag/team` (COND-62). */
export function tagKeys(
  prefix: string,
  tags: ReadonlyMap<string, string>,
  from: (key: string) => Provenance
): readonly KnownValue[] {
  return [...tags].map(([key, value]) => one(`${prefix}/${key}`, value, from(key)));
}

/** A time as AWS writes it, to the second: `2026-03-03T10:00:00Z`. */
export function isoTime(ms: number): string {
  if (ms === latest.ms) return latest.text;
  const date = new Date(ms);
  latest.text = Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/\.\d+Z$/, 'Z');
  latest.ms = ms;
  return latest.text;
}

/** Most requests are made at the world's one time. */
const latest = { ms: 0, text: '1970-01-01T00:00:00Z' };

/** A JSON Pointer into the scenario file, `/requests/deploy` and on from there. */
export function pointer(base: string, ...keys: readonly string[]): string {
  let made = base;
  for (const key of keys) made += `/${isPlain(key) ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return made;
}

function isPlain(key: string): boolean {
  return !key.includes('~') && !key.includes('/');
}

/**
 * The whole context. Of several values for a key the last one counts, whatever the case of its spelling
 * (COND-03, COND-63): derived ones first, then what is written, then what is left open.
 */
export function toContext(
  derived: readonly ContextValue[],
  written: readonly WrittenFact[],
  open: readonly OpenFact[]
): RequestContext {
  const context = new Map<string, ContextValue>();
  for (const value of derived) context.set(value.key.toLowerCase(), value);
  for (const fact of written) {
    const value = toValue(fact);
    if (value) context.set(fact.key.toLowerCase(), value);
    else context.delete(fact.key.toLowerCase());
  }
  for (const { key, path } of open) {
    const from = { kind: 'request', path } as const;
    context.set(key.toLowerCase(), { key: usualSpelling(key), unknown: true, from });
  }
  return context;
}

/** A written line as a value; null for a line that removes its key. A multivalued key stays one when written as one text. */
export function toValue(fact: WrittenFact): KnownValue | null {
  if (fact.values === null) return null;
  return {
    key: usualSpelling(fact.key),
    values: fact.values,
    multivalued: fact.multivalued || isMultivalued(fact.key),
    from: { kind: fact.kind ?? 'request', path: fact.path }
  };
}
