/** Conditions on unknown facts as plain words: `MFA is present and the Region is eu-west-1 or eu-central-1`. */
import type { Expression, Fact } from '../engine/trace.ts';
import { list } from './nouns.ts';

/** How a value is told. */
export type Say = (text: string) => string;

/** A condition as a clause with long lists cut; `never` and `always` for those nobody or everybody meets. */
export function conditionWords(expression: Expression, say: Say): string {
  return tell(expression, { say, list });
}

/** The same with every value as it is. */
export function wholeCondition(expression: Expression): string {
  return tell(expression, { say: (text) => text, list: wholeList });
}

type Listing = typeof list;

interface Manner {
  readonly say: Say;
  readonly list: Listing;
}

const wholeList: Listing = (items, word) => {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word ?? 'and'} ${last}`;
};

function tell(expression: Expression, manner: Manner): string {
  switch (expression.kind) {
    case 'fact':
      return factWords(expression, false, manner);
    case 'not':
      return expression.of.kind === 'fact'
        ? factWords(expression.of, true, manner)
        : `not (${tell(expression.of, manner)})`;
    case 'and':
      return expression.of.length === 0 ? 'always' : conjunction(expression.of, manner);
    case 'or':
      return expression.of.length === 0 ? 'never' : disjunction(expression.of, manner);
  }
}

/** What is said twice of one key in a row is said with its name once. */
function conjunction(parts: readonly Expression[], manner: Manner): string {
  let before: string | null = null;
  const told = parts.map((part) => {
    const words = part.kind === 'or' ? `either ${tell(part, manner)}` : tell(part, manner);
    const subject = subjectOf(part);
    const isSame = subject !== null && subject === before && words.startsWith(`${subject} `);
    before = subject;
    return isSame ? words.slice(subject.length + 1).replace(/^is /, '') : words;
  });
  const hasChoice = parts.some(({ kind }) => kind === 'or');
  return hasChoice && parts.length > 1 ? told.join(', and ') : told.join(' and ');
}

function disjunction(parts: readonly Expression[], manner: Manner): string {
  const isDeep = parts.some(({ kind }) => kind === 'and');
  return parts.map((part) => tell(part, manner)).join(isDeep ? ', or ' : ' or ');
}

function subjectOf(part: Expression): string | null {
  const fact = part.kind === 'not' ? part.of : part;
  return fact.kind === 'fact' && fact.of === 'value' ? keyWords(fact.key) : null;
}

function factWords(fact: Fact, isNot: boolean, manner: Manner): string {
  const { key, of, operator, values } = fact;
  const subject = keyWords(key);
  if (operator === 'Null') return presence(subject, isNot);
  const plain = booleanWords(fact, isNot);
  if (plain !== null) return plain;
  const relation = RELATIONS.get(operator) ?? RELATION;
  const told = values.map((text) => sayValue(text, manner.say));
  if (of === 'value')
    return `${subject} ${isNot ? relation.not(told, manner.list) : relation.is(told, manner.list)}`;
  return `${WHOSE[of][isNot ? 'not' : 'is']} of ${subject} ${relation.is(told, manner.list)}`;
}

/** Of MFA the request may say no, which is neither that it was used nor that nothing is said (KEY-20). */
function presence(subject: string, isThere: boolean): string {
  if (subject === 'MFA')
    return isThere ? 'the request says whether MFA was used' : 'the request says nothing of MFA';
  return `${subject} is ${isThere ? 'present' : 'missing'}`;
}

const WHOSE = {
  every: { is: 'every value', not: 'not every value' },
  some: { is: 'some value', not: 'no value' }
} as const;

function booleanWords({ key, operator, values }: Fact, isNot: boolean): string | null {
  const known = operator === 'Bool' ? BOOLEANS.get(key.toLowerCase()) : undefined;
  const value = values[0]?.toLowerCase();
  if (!known || (value !== 'true' && value !== 'false')) return null;
  return (value === 'true') === isNot ? known[1] : known[0];
}

/** A lone variable is another key: that key's name tells it. */
function sayValue(text: string, say: Say): string {
  if (text === '') return 'an empty text';
  const key = /^\$\{([^},]+)\}$/.exec(text)?.[1];
  return key !== undefined && key.includes(':') ? keyWords(key) : say(text);
}

type Tell = (values: readonly string[], join: Listing) => string;

interface Relation {
  readonly is: Tell;
  readonly not: Tell;
}

const verb = (is: string, none: string, neither: string): Relation => ({
  is: (values, join) => `${is} ${join(values, 'or')}`,
  not: (values, join) => {
    if (values.length < 2) return `${none} ${values[0] ?? ''}`;
    return `${neither} ${join(values).replace(/ and ([^,]*)$/, ' nor $1')}`;
  }
});

const RELATION = verb('is', 'is not', 'is neither');

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ['StringEquals', RELATION],
  [
    'StringEqualsIgnoreCase',
    verb('is, in any case of letters,', 'is not, in any case of letters,', 'is neither')
  ],
  ['StringLike', verb('fits', 'does not fit', 'fits neither')],
  ['ArnLike', verb('fits', 'does not fit', 'fits neither')],
  ['ArnEquals', verb('fits', 'does not fit', 'fits neither')],
  ['NumericEquals', RELATION],
  ['NumericLessThan', verb('is less than', 'is at least', 'is neither less than')],
  ['NumericLessThanEquals', verb('is at most', 'is more than', 'is neither at most')],
  ['NumericGreaterThan', verb('is more than', 'is at most', 'is neither more than')],
  ['NumericGreaterThanEquals', verb('is at least', 'is less than', 'is neither at least')],
  ['DateEquals', RELATION],
  ['DateLessThan', verb('is before', 'is not before', 'is neither before')],
  ['DateLessThanEquals', verb('is not after', 'is after', 'is neither up to')],
  ['DateGreaterThan', verb('is after', 'is not after', 'is neither after')],
  ['DateGreaterThanEquals', verb('is not before', 'is before', 'is neither from')],
  ['BinaryEquals', verb('has the bytes of', 'does not have the bytes of', 'has the bytes of neither')],
  [
    'IpAddress',
    {
      is: (values, join) => `lies in ${join(values, 'or')}`,
      not: (values, join) => `lies outside ${join(values)}`
    }
  ]
]);

/** For a Boolean key: what it says when true, and when not. */
const BOOLEANS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['aws:multifactorauthpresent', ['MFA is present', 'MFA is not present']],
  ['aws:securetransport', ['the call comes over TLS', 'the call does not come over TLS']],
  ['aws:viaawsservice', ['an AWS service passes the call on', 'no AWS service passes the call on']],
  ['aws:principalisawsservice', ['an AWS service calls by itself', 'no AWS service calls by itself']],
  ['aws:assumedroot', ['the session is one of AssumeRoot', 'the session is not one of AssumeRoot']]
]);

/** A key by a plain name where it has one. */
export function keyWords(key: string): string {
  const lower = key.toLowerCase();
  const slash = lower.indexOf('/');
  const tag = slash < 0 ? undefined : TAGS.get(lower.slice(0, slash));
  return tag === undefined ? (NAMES.get(lower) ?? key) : `${tag} ${key.slice(slash + 1)}`;
}

const TAGS: ReadonlyMap<string, string> = new Map([
  ['aws:principaltag', 'the caller’s tag'],
  ['aws:resourcetag', 'the resource’s tag'],
  ['aws:requesttag', 'the request’s tag'],
  ['iam:resourcetag', 'the identity’s tag'],
  ['s3:existingobjecttag', 'the object’s tag']
]);

const NAMES: ReadonlyMap<string, string> = new Map([
  ['aws:requestedregion', 'the Region'],
  ['aws:multifactorauthpresent', 'MFA'],
  ['aws:multifactorauthage', 'the age of MFA in seconds'],
  ['aws:sourceip', 'the network address'],
  ['aws:vpcsourceip', 'the private address'],
  ['aws:sourcevpc', 'the VPC'],
  ['aws:sourcevpce', 'the VPC endpoint'],
  ['aws:currenttime', 'the time'],
  ['aws:epochtime', 'the time in seconds'],
  ['aws:tokenissuetime', 'the beginning of the session'],
  ['aws:username', 'the user name'],
  ['aws:useragent', 'the user agent'],
  ['aws:referer', 'the referring page'],
  ['aws:tagkeys', 'the tag keys'],
  ['aws:calledvia', 'the services on the way'],
  ['aws:sourceidentity', 'the source identity'],
  ['aws:principalarn', 'the caller’s ARN'],
  ['aws:principalaccount', 'the caller’s account'],
  ['aws:principalorgid', 'the caller’s organization'],
  ['aws:resourceaccount', 'the resource’s account'],
  ['aws:resourceorgid', 'the resource’s organization'],
  ['aws:sourceaccount', 'the source account'],
  ['aws:sourcearn', 'the source ARN'],
  ['aws:sourceorgid', 'the source organization'],
  ['sts:externalid', 'the external id'],
  ['sts:rolesessionname', 'the session name'],
  ['iam:passedtoservice', 'the service the role is passed to'],
  ['s3:prefix', 'the prefix']
]);
