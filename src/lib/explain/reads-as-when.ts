/** When a statement holds: one condition as a clause. What a missing key does is said, because it surprises most. */
import type { Condition } from '../policy/document.ts';
import { splitArn } from '../world/arn.ts';
import { list } from './nouns.ts';
import { variableNotes } from './reads-as-what.ts';
import type { Read } from './reads-as-part.ts';
import type { Words } from './words.ts';

/** One operator with one key. */
export function readCondition(condition: Condition, words: Words): Read {
  const { operator, key, values, path } = condition;
  const all = [`${operator.text} ${key}`, ...values.map(({ text }) => text)];
  const text = operator.name === 'Null' ? presence(condition) : clause(condition, words);
  return { parts: [{ text, element: 'Condition', path, all }], notes: variableNotes(values) };
}

/** COND-13, COND-15. */
function presence({ operator, key, values }: Condition): string {
  const subject = subjectOf(key);
  if (operator.set === 'ForAllValues') return `anything holds of ${subject}`;
  if (operator.set === 'ForAnyValue') return `what never holds of ${subject}`;
  const asked = new Set(values.map(({ text }) => text.toLowerCase()));
  if (asked.has('true') && asked.has('false')) return `${subject} is there or missing`;
  if (asked.has('true')) return `${subject} is missing`;
  return asked.has('false') ? `${subject} is there` : `${subject} is neither there nor missing`;
}

interface Relation {
  readonly one: string;
  readonly not: string;
  readonly none: string;
  readonly after?: string;
}

const IS: Relation = { one: 'is', not: 'is not', none: 'is none of' };
const LIKE: Relation = { one: 'is like', not: 'is not like', none: 'is like none of' };
const EQUALS: Relation = { one: 'equals', not: 'does not equal', none: 'equals none of' };
const LIES: Relation = { one: 'lies in', not: 'lies outside of', none: 'lies in none of' };

/** COND-20 to COND-43, by the name without `Not`. */
const RELATIONS: Readonly<Record<string, Relation>> = {
  StringEquals: IS,
  StringEqualsIgnoreCase: { ...IS, after: ', in capitals or not' },
  StringLike: LIKE,
  NumericEquals: EQUALS,
  NumericLessThan: only('is under'),
  NumericLessThanEquals: only('is at most'),
  NumericGreaterThan: only('is over'),
  NumericGreaterThanEquals: only('is at least'),
  DateEquals: IS,
  DateLessThan: only('is before'),
  DateLessThanEquals: only('is not after'),
  DateGreaterThan: only('is after'),
  DateGreaterThanEquals: only('is not before'),
  Bool: IS,
  BinaryEquals: IS,
  IpAddress: LIES,
  ArnEquals: LIKE,
  ArnLike: LIKE
};

function only(one: string): Relation {
  return { one, not: one, none: one };
}

function clause(condition: Condition, words: Words): string {
  const { operator, values, key } = condition;
  const relation = relationOf(condition);
  const subject = subjectOf(key);
  if (values.length === 0) return `${subject} is one of an empty list`; // COND-16
  const isNegated = NEGATED.test(operator.name);
  const told = `${list(
    values.map(({ text }) => valueWords(text, key, words)),
    'or'
  )}${relation.after ?? ''}`;
  const without = values.length > 1 ? relation.none : relation.not;
  const verb = isNegated ? without : relation.one;
  if (operator.set === 'ForAllValues') {
    // COND-50, COND-51, COND-54
    if (isNegated) return `no value of ${subject} ${relation.one} ${told}`;
    return `every value of ${subject} ${relation.one} ${told} (or there is none)`;
  }
  // COND-52, COND-55 to COND-57
  if (operator.set === 'ForAnyValue')
    return `some value of ${subject} ${verb} ${told}${operator.ifExists ? ' (or there is none)' : ''}`;
  // COND-11, COND-12: a missing key passes a negated operator and one with IfExists.
  return `${subject} ${verb} ${told}${isNegated || operator.ifExists ? ' (or is missing)' : ''}`;
}

const NEGATED = /^(?:String|Numeric|Date|Arn)?Not/;

/** `like` only where a wildcard stands: without one it is the same as being it. */
function relationOf({ operator, values }: Condition): Relation {
  const known = RELATIONS[operator.name.replace('Not', '')];
  if (!known)
    return { one: `meets ${operator.name}`, not: `meets ${operator.name}`, none: `meets ${operator.name}` };
  const hasWild = values.some(({ parts }) =>
    parts.some(({ kind }) => kind === 'anyRun' || kind === 'anyOne')
  );
  return known === LIKE && !hasWild ? IS : known;
}

/** What people call the keys met most. Source: IAM User Guide, "AWS global condition context keys". */
const SUBJECTS: ReadonlyMap<string, string> = new Map([
  ['aws:requestedregion', 'the Region'],
  ['aws:sourceip', 'the caller’s address'],
  ['aws:principalorgid', 'the caller’s organization'],
  ['aws:principalaccount', 'the caller’s account'],
  ['aws:principalarn', 'the caller’s ARN'],
  ['aws:sourceaccount', 'the account a service calls for'],
  ['aws:sourcearn', 'the resource a service calls for'],
  ['aws:sourcevpce', 'the VPC endpoint'],
  ['aws:sourcevpc', 'the VPC'],
  ['aws:resourceaccount', 'the resource’s account'],
  ['aws:resourceorgid', 'the resource’s organization'],
  ['aws:currenttime', 'the time'],
  ['sts:externalid', 'the external id'],
  ['iam:passedtoservice', 'the service it is passed to'],
  ['s3:prefix', 'the prefix asked for']
]);

function subjectOf(key: string): string {
  return SUBJECTS.get(key.toLowerCase()) ?? key; // COND-03
}

/** An ARN or an account of this world goes by its name. */
function valueWords(text: string, key: string, words: Words): string {
  if (/^\d{12}$/.test(text) && /account$/i.test(key)) return words.account(text);
  const arn = splitArn(text);
  if (!arn || /[*?$]/.test(text)) return words.value(text);
  return arn.service === 'iam' || arn.service === 'sts' ? words.principal(text) : words.resource(text);
}
