/**
 * Conditions on unknown facts: making them, weighing them, and asking whether given facts meet them. A fact reads like
 * a condition of a policy with a positive operator, but a missing key never meets it, whatever the operator.
 */
import { toParts } from '../policy/pattern.ts';
import { isMultivalued } from './context-key.ts';
import { OPERATORS, type Test } from './operators.ts';
import type { ContextValue, RequestContext } from './request.ts';
import type { Expression, Fact } from './trace.ts';
import { hasVariables, resolve } from './variables.ts';

/** Lower-case key → its values; null where the request has no such key. */
export type Facts = ReadonlyMap<string, readonly string[] | null>;

/** Whether facts meet a condition. A key that is not among them counts as missing. */
export function meets(expression: Expression, facts: Facts): boolean {
  switch (expression.kind) {
    case 'fact':
      return meetsFact(expression, facts);
    case 'not':
      return !meets(expression.of, facts);
    case 'and':
      return expression.of.every((each) => meets(each, facts));
    case 'or':
      return expression.of.some((each) => meets(each, facts));
  }
}

function meetsFact(fact: Fact, facts: Facts): boolean {
  const actual = facts.get(fact.key.toLowerCase()) ?? [];
  if (fact.operator === 'Null') return actual.length === 0;
  if (actual.length === 0) return false;
  const tests = compiled.get(fact) ?? compileFact(fact, facts);
  const isHit = (text: string) => tests.some((test) => test(text) === true);
  return fact.of === 'every' ? actual.every(isHit) : actual.some(isHit);
}

/** The tests of facts without variables, which are the same whatever else is known. */
const compiled = new WeakMap<Fact, readonly Test[]>();

function compileFact(fact: Fact, facts: Facts): readonly Test[] {
  const row = OPERATORS.get(fact.operator);
  if (!row) return [];
  const patterns = fact.values.map((text) => toParts(text, row.variables));
  const context = toContext(facts);
  const tests = patterns.flatMap((parts) => {
    const resolution = resolve(parts, context);
    return resolution.kind === 'resolved' ? [row.compile(resolution.parts)] : [];
  });
  if (!patterns.some(hasVariables)) compiled.set(fact, tests);
  return tests;
}

function toContext(facts: Facts): RequestContext {
  const from = { kind: 'request', path: null } as const;
  const known = [...facts].flatMap(([key, values]): readonly (readonly [string, ContextValue])[] =>
    values === null ? [] : [[key, { key, values, multivalued: isMultivalued(key), from }]]
  );
  return new Map(known);
}

/** How much there is to read. */
export function lengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'fact':
      return 1 + 0.1 * Math.max(0, expression.values.length - 1);
    case 'not':
      return lengthOf(expression.of) + 0.15;
    case 'and':
    case 'or':
      return expression.of.reduce((sum, each) => sum + lengthOf(each) + 0.05, 0);
  }
}

/** The keys a condition asks for, each once. */
export function keysIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'fact':
      return [expression.key];
    case 'not':
      return keysIn(expression.of);
    case 'and':
    case 'or':
      return [...new Set(expression.of.flatMap(keysIn))];
  }
}

/** Conditions joined, flat; facts of one key under one operator become one with several values. */
export function join(kind: 'and' | 'or', parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((each) => (each.kind === kind ? each.of : [each]));
  const merged: Expression[] = [];
  for (const each of flat) {
    const i = merged.findIndex((other) => mergeFacts(kind, other, each) !== null);
    const other = merged[i];
    const made = other ? mergeFacts(kind, other, each) : null;
    if (made) merged[i] = made;
    else merged.push(each);
  }
  const [only, ...others] = merged;
  return only && others.length === 0 ? only : { kind, of: merged };
}

/** One of a or one of b is one of both; neither a nor b is none of both. */
function mergeFacts(kind: 'and' | 'or', a: Expression, b: Expression): Expression | null {
  if (kind === 'and' && a.kind === 'not' && b.kind === 'not') {
    const of = mergeFacts('or', a.of, b.of);
    return of && { kind: 'not', of };
  }
  if (kind !== 'or' || a.kind !== 'fact' || b.kind !== 'fact' || !isAlike(a, b)) return null;
  return { ...a, values: [...new Set([...a.values, ...b.values])] };
}

function isAlike(a: Fact, b: Fact): boolean {
  const isSame = a.key === b.key && a.operator === b.operator && a.of === b.of;
  return isSame && a.of !== 'every' && !/^(Numeric|Date).*Than/.test(a.operator);
}

/** The opposite, without a double not. */
export function negate(expression: Expression): Expression {
  switch (expression.kind) {
    case 'not':
      return expression.of;
    case 'and':
    case 'or':
      return join(expression.kind === 'and' ? 'or' : 'and', expression.of.map(negate));
    case 'fact':
      return { kind: 'not', of: expression };
  }
}
