/** Whether a statement matches a request: principal, action, resource, every condition (parts 2 and 3). */
import { OPERATORS } from './values.ts';
import {
  isBareStar,
  literal,
  matches,
  plain,
  splitMarks,
  splitText,
  substitute,
  type Fact,
  type Facts
} from './text.ts';
import { reachOf, isSpared, type Person, type Reach } from './principal.ts';

/** JSON as it comes out of a policy document. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Statement = Readonly<Record<string, Json>>;

export interface Question {
  readonly person: Person;
  readonly action: string;
  readonly resource: string;
  readonly facts: Facts;
  /** Whether the statement's policy is of version 2012-10-17. */
  readonly modern: boolean;
}

export const toList = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

/** The strongest way in which a statement covers the request; null where it does not. */
export function covers(statement: Statement, question: Question, hasPrincipal: boolean): Reach | null {
  const reach = hasPrincipal ? principalOf(statement, question.person) : 'direct';
  if (reach === null) return null;
  const matched =
    matchesAction(statement, question.action) &&
    matchesResource(statement, question) &&
    matchesCondition(statement['Condition'], question);
  return matched ? reach : null;
}

function principalOf(statement: Statement, person: Person): Reach | null {
  if (statement['NotPrincipal'] !== undefined) {
    return isSpared(statement['NotPrincipal'], person) ? null : 'direct';
  }
  return reachOf(statement['Principal'], person);
}

/** ACT-01 to ACT-06; GRAM-14: an empty list covers nothing, in either element. */
function matchesAction(statement: Statement, action: string): boolean {
  const listed = (list: readonly Json[]) =>
    list.some((each) => matches(plain(String(each).toLowerCase()), action.toLowerCase()));
  if (statement['NotAction'] === undefined) return listed(toList(statement['Action']));
  const spared = toList(statement['NotAction']);
  return spared.length > 0 && !listed(spared);
}

/** RES-01 to RES-09; trust policies name no resource (GRAM-12). */
function matchesResource(statement: Statement, { resource, action, facts, modern }: Question): boolean {
  const names =
    action.toLowerCase() === 's3:listallmybuckets' && resource === '*' ? ['*', 'arn:aws:s3:::*'] : [resource];
  const listed = (list: readonly Json[]) =>
    list.some((each) => {
      const pattern = substitute(String(each), modern ? facts : null);
      return pattern !== null && names.some((name) => matchesArn(pattern, name));
    });
  if (statement['Resource'] !== undefined) return listed(toList(statement['Resource']));
  if (statement['NotResource'] === undefined) return true;
  const spared = toList(statement['NotResource']);
  return spared.length > 0 && !listed(spared);
}

/** RES-03 to RES-05: field by field; a last field that ends in `*` runs on over what is left. */
function matchesArn(pattern: ReturnType<typeof plain>, name: string): boolean {
  if (isBareStar(pattern)) return true;
  const wanted = splitMarks(pattern, 5);
  const given = splitText(name, 5);
  if (wanted.length > given.length) return false;
  const last = wanted.length - 1;
  if (!wanted.slice(0, last).every((part, i) => matches(part, given[i]!))) return false;
  const final = wanted[last]!;
  if (wanted.length === given.length) return matches(final, given[last]!);
  const end = final.at(-1);
  return end?.wild === true && end.char === '*' && matches(final, given[last]!);
}

/** Part 3.1: all operators, all keys. */
function matchesCondition(condition: Json | undefined, question: Question): boolean {
  return Object.entries((condition ?? {}) as Readonly<Record<string, Json>>).every(([operator, block]) =>
    Object.entries(block as Readonly<Record<string, Json>>).every(([key, values]) =>
      test(operator, key, toList(values).map(String), question)
    )
  );
}

type Set = 'ForAllValues' | 'ForAnyValue' | null;

function readOperator(written: string): { set: Set; base: string; ifExists: boolean } {
  const colon = written.indexOf(':');
  const prefix = colon < 0 ? '' : written.slice(0, colon);
  const name = written.slice(colon + 1);
  const ifExists = name.endsWith('IfExists');
  const set = prefix === 'ForAllValues' || prefix === 'ForAnyValue' ? prefix : null;
  return { set, base: ifExists ? name.slice(0, -'IfExists'.length) : name, ifExists };
}

function test(written: string, key: string, wanted: readonly string[], question: Question): boolean {
  const { set, base, ifExists } = readOperator(written);
  const fact = question.facts.get(key.toLowerCase());
  const missing = !fact || fact.values.length === 0;
  // COND-14: for set operators a lone empty text is an empty set, and an empty set is a missing key.
  const empty = missing || (set !== null && fact.values.every((value) => value === ''));
  if (base === 'Null') return testNull(set, wanted, missing);
  const operator = OPERATORS[base];
  if (!operator) throw new Error(`no operator ${written}`);
  if (empty) return testMissing(set, ifExists, operator.negated);
  // COND-16: an empty list meets nothing that is there; only the plain negated operator is true for it.
  if (wanted.length === 0) return operator.negated && set === null && !ifExists;
  const hit = (value: string) =>
    wanted.some((each) => {
      const pattern = operator.variables
        ? substitute(each, question.modern ? question.facts : null)
        : literal(each);
      return pattern !== null && operator.test(pattern, value);
    });
  return testValues(set, operator.negated, fact, hit);
}

/** COND-50 to COND-55; without a set operator a list meets no positive test (COND-60). */
function testValues(
  set: Set,
  negated: boolean,
  { values, many }: Fact,
  hit: (value: string) => boolean
): boolean {
  const ok = (value: string) => hit(value) !== negated;
  if (set === 'ForAllValues') return values.every(ok);
  if (set === 'ForAnyValue') return values.some(ok);
  if (!many) return ok(values[0]!);
  return negated && !values.some(hit);
}

/** COND-13, COND-15. */
function testNull(set: Set, wanted: readonly string[], missing: boolean): boolean {
  if (set === 'ForAllValues') return true;
  if (set === 'ForAnyValue') return false;
  return wanted.some((each) => each.toLowerCase() === String(missing));
}

/** COND-51, COND-12, COND-57, COND-53, COND-56, COND-10, COND-11, in this order. */
function testMissing(set: Set, ifExists: boolean, negated: boolean): boolean {
  if (set === 'ForAllValues' || ifExists) return true;
  return set === 'ForAnyValue' ? false : negated;
}
