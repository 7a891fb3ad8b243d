/**
 * Why two engines disagree. A class names the rule and the page that decide; a disagreement that fits no class is
 * news, and the command fails.
 */
import type { Vector } from '../engine/vector-world.ts';

export interface Class {
  readonly id: string;
  /** The engine that answers otherwise. */
  readonly engine: string;
  /** `not-documented`: AWS does not say, both may be right. */
  readonly verdict: 'peer-wrong' | 'not-documented';
  readonly rule: string;
  readonly page: string;
  readonly why: string;
  readonly fits: (seen: Seen) => boolean;
}

/** A shrunk case and its parts, as the classes look at them. */
export interface Seen {
  readonly vector: Vector;
  readonly ours: string;
  readonly theirs: string;
  /** Every condition test of every statement. */
  readonly tests: readonly Test[];
  /** All texts of the policies, one behind the other. */
  readonly text: string;
}

export interface Test {
  readonly operator: string;
  readonly key: string;
  readonly wanted: readonly string[];
  /** Null where the key is missing. */
  readonly given: string | readonly string[] | null;
}

export const CLASSES: readonly Class[] = [
  {
    id: 'base64-without-padding',
    engine: 'naive reference',
    verdict: 'not-documented',
    rule: 'COND-33',
    page: 'IAM:reference_policies_elements_condition_operators',
    why: 'whether base64 in a policy may leave its padding out; we read it, the reference does not',
    fits: ({ tests }) =>
      tests.some(
        ({ operator, wanted }) => operator.includes('Binary') && wanted.some((each) => each.length % 4 !== 0)
      )
  },
  {
    id: 'short-digits-as-date',
    engine: 'naive reference',
    verdict: 'not-documented',
    rule: 'COND-29b',
    page: 'IAM:reference_policies_elements_condition_operators',
    why: 'whether one to three digits are seconds since 1970; we read no date, the reference reads seconds',
    fits: ({ tests }) =>
      tests.some(
        ({ operator, wanted, given }) =>
          operator.includes('Date') &&
          [...wanted, ...[given ?? []].flat()].some((each) => /^\d{1,3}$/.test(each))
      )
  }
];

/** The class of a disagreement; null for one that nobody has thought about. */
export function classOf(classes: readonly Class[], engine: string, seen: Seen): Class | null {
  return classes.find((each) => each.engine === engine && each.fits(seen)) ?? null;
}

export function see(vector: Vector, ours: string, theirs: string): Seen {
  const tests: Test[] = [];
  collect(vector.policies, vector.request.context, tests);
  return { vector, ours, theirs, tests, text: JSON.stringify(vector.policies) };
}

function collect(tree: unknown, context: Vector['request']['context'], tests: Test[]): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [name, value] of Object.entries(tree)) {
    if (name === 'Condition') tests.push(...testsOf(value, context));
    else collect(value, context, tests);
  }
}

function testsOf(
  condition: Record<string, Record<string, unknown>>,
  context: Vector['request']['context']
): Test[] {
  const given = (key: string) =>
    Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1] ?? null;
  return Object.entries(condition).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, values]) => ({
      operator,
      key,
      wanted: (Array.isArray(values) ? values : [values]).map(String),
      given: given(key)
    }))
  );
}
