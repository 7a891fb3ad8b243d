/** What may stand at a place of a policy document: elements, operators, condition keys, and the words of this world. */
import { GLOBAL_KEYS, type GlobalKey } from '../catalog/global-keys.ts';
import type { KeyFacts, KeyType } from '../catalog/service.ts';
import {
  DOCUMENT_ELEMENTS,
  PRINCIPAL_TYPES,
  STATEMENT_ELEMENTS,
  WRITTEN_OPERATORS
} from '../policy/names.ts';
import { toChoices, type Choice } from './completion-choice.ts';
import { accessOf, actionChoices, arnChoices, keysAround, type Around } from './completion-aws.ts';
import type { Services } from './services.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Source: IAM User Guide, "IAM JSON policy elements reference". */
const ABOUT: Readonly<Record<string, string>> = {
  Version: 'version of the policy language',
  Id: 'a name for the document',
  Statement: 'the statements, one or a list',
  Sid: 'a name for the statement',
  Effect: 'Allow or Deny',
  Principal: 'who, in trust and resource policies',
  NotPrincipal: 'everyone but these',
  Action: 'what may be done',
  NotAction: 'everything but these actions',
  Resource: 'on what',
  NotResource: 'on everything but these',
  Condition: 'only when all of this holds',
  AWS: 'accounts, users, roles',
  Service: 'AWS services',
  Federated: 'identity providers',
  CanonicalUser: 'an account, by its S3 canonical id'
};

/** The words of this world, and those of AWS. */
export interface Words extends Vocabulary {
  readonly aws: Services;
}

/** Where nothing is known of what stands around. */
export const ALONE: Around = { typed: '', actions: [] };

const NESTED: ReadonlySet<string> = new Set(['Statement', 'Condition', 'Principal', 'NotPrincipal']);

const ANYTHING: Choice = { text: '*', about: 'all of them', kind: 'value' };
const FLAGS: readonly Choice[] = ['true', 'false'].map((text) => ({ text, about: '', kind: 'value' }));

/**
 * Keys that may stand in a map of a policy.
 *
 * @param path from the document's root to the map; `-` for an item of a list
 * @param taken keys that are there
 */
export function policyKeys(
  path: readonly string[],
  taken: ReadonlySet<string>,
  words: Words,
  around: Around = ALONE
): readonly Choice[] {
  const [first, ...rest] = path;
  if (first === undefined) return elements(DOCUMENT_ELEMENTS, taken);
  if (first !== 'Statement') return [];
  const [element, operator, ...deeper] = rest[0] === '-' ? rest.slice(1) : rest;
  if (element === undefined) return elements(STATEMENT_ELEMENTS, taken);
  if (operator === undefined && /^(Not)?Principal$/.test(element)) return elements(PRINCIPAL_TYPES, taken);
  if (element !== 'Condition' || deeper.length > 0) return [];
  return operator === undefined ? operators(taken) : conditionKeys(operator, taken, words, around);
}

/** Without those that are there, nor their opposites: Action and NotAction exclude each other (GRAM-07). */
function elements(names: readonly string[], taken: ReadonlySet<string>): readonly Choice[] {
  const opposite = (name: string) => (name.startsWith('Not') ? name.slice(3) : `Not${name}`);
  return names
    .filter((name) => !taken.has(name) && !taken.has(opposite(name)))
    .map((text) => ({ text, about: ABOUT[text] ?? '', kind: 'element', isNested: NESTED.has(text) }));
}

function operators(taken: ReadonlySet<string>): readonly Choice[] {
  return WRITTEN_OPERATORS.filter((name) => !taken.has(name)).map((text) => ({
    text,
    about: aboutOperator(text),
    kind: 'operator',
    isNested: true
  }));
}

/** COND-12, COND-50, COND-52: what the parts of an operator's name say. */
function aboutOperator(operator: string): string {
  const { type } = familyOf(operator);
  const set = operator.startsWith('ForAllValues:')
    ? 'every value of the request: '
    : operator.startsWith('ForAnyValue:')
      ? 'at least one value of the request: '
      : '';
  return `${set}${type}${operator.endsWith('IfExists') ? ', or the key is missing' : ''}`;
}

interface Family {
  readonly starts: RegExp;
  /** In words. */
  readonly type: string;
  readonly keys: readonly KeyType[];
}

const ANY_KEY: readonly KeyType[] = ['String', 'ARN', 'Bool', 'Date', 'Numeric', 'IPAddress', 'Binary'];

const FAMILIES: readonly Family[] = [
  { starts: /^(?:For\w+:)?String/, type: 'text', keys: ['String', 'ARN'] },
  { starts: /^(?:For\w+:)?Arn/, type: 'ARN', keys: ['ARN'] },
  { starts: /^(?:For\w+:)?Bool/, type: 'true or false', keys: ['Bool'] },
  { starts: /^(?:For\w+:)?Numeric/, type: 'number', keys: ['Numeric'] },
  { starts: /^(?:For\w+:)?Date/, type: 'date', keys: ['Date'] },
  { starts: /^(?:For\w+:)?(?:Not)?Ip/, type: 'IP address or range', keys: ['IPAddress'] },
  { starts: /^(?:For\w+:)?Binary/, type: 'Base64', keys: ['Binary'] },
  { starts: /^(?:For\w+:)?Null/, type: 'whether the key is missing', keys: ANY_KEY }
];

function familyOf(operator: string): Pick<Family, 'type' | 'keys'> {
  return FAMILIES.find(({ starts }) => starts.test(operator)) ?? { type: '', keys: ANY_KEY };
}

/**
 * Keys of the operator's type first: of them those of the statement's actions, then those that policies here use. Names
 * compare without case (COND-03).
 */
function conditionKeys(
  operator: string,
  taken: ReadonlySet<string>,
  words: Words,
  around: Around
): readonly Choice[] {
  const { keys } = familyOf(operator);
  const own = keysAround(words.aws, around)
    .map(toGlobal)
    .flatMap((key) => withTags(key, words));
  const all = [...own, ...GLOBAL_KEYS.flatMap((key) => withTags(key, words))];
  const known = new Map(all.map((each) => [each.key.toLowerCase(), each]));
  const isTaken = (key: string) => [...taken].some((other) => other.toLowerCase() === key.toLowerCase());
  const seen = words.conditionKeys.map(({ text, about }): GlobalKey => {
    const global = known.get(text.toLowerCase());
    return { key: text, about: global?.about ?? about, type: global?.type ?? 'String' };
  });
  const fits = ({ type }: GlobalKey) => keys.includes(type);
  const ordered = [...own.filter(fits), ...seen.filter(fits), ...all.filter(fits), ...own, ...seen, ...all];
  return ordered
    .filter(({ key }) => !isTaken(key))
    .map(({ key, about }) => ({ text: key, about, kind: 'key' }));
}

/** A key of the reference as an offer: of a parameter at its end only what stands before it is put in. */
function toGlobal({ key, type, multivalued }: KeyFacts): GlobalKey {
  const stem = key.replace(/(?:\$\{[^}]*\}|<[^>]*>)$/, '');
  const word = FAMILIES.find(({ keys }) => keys[0] === type)?.type ?? '';
  const about = GLOBAL_KEYS.find((global) => global.key === stem)?.about ?? word;
  return { key: stem, type, about: multivalued && !about.endsWith('a list') ? `${about}, a list` : about };
}

/** `aws:PrincipalTag/` with each key of a tag in this world. */
function withTags(global: GlobalKey, { tags }: Vocabulary): readonly GlobalKey[] {
  if (!global.key.endsWith('Tag/')) return [global];
  return [...[...tags.keys()].map((tag) => ({ ...global, key: global.key + tag })), global];
}

/** Values at a place of a policy: the path leads to the value. */
export function policyValues(
  path: readonly string[],
  words: Words,
  around: Around = ALONE
): readonly Choice[] {
  const [first, ...rest] = path.at(-1) === '-' ? path.slice(0, -1) : path;
  if (first === 'Version') {
    return [
      { text: '2012-10-17', about: 'the current one', kind: 'value' },
      { text: '2008-10-17', about: 'the old one: no policy variables', kind: 'value' }
    ];
  }
  if (first !== 'Statement') return [];
  const [element, ...inside] = rest[0] === '-' ? rest.slice(1) : rest;
  return element === undefined ? [] : elementValues(element, inside, words, around);
}

function elementValues(
  element: string,
  inside: readonly string[],
  words: Words,
  around: Around
): readonly Choice[] {
  switch (element) {
    case 'Effect':
      return [
        { text: 'Allow', about: 'permits', kind: 'value' },
        { text: 'Deny', about: 'refuses, whatever else permits', kind: 'value' }
      ];
    case 'Action':
    case 'NotAction':
      return [...seenActions(words), ANYTHING, ...actionChoices(words.aws, around)];
    case 'Resource':
    case 'NotResource':
      return [...arns(words), ...arnChoices(words.aws, around), ANYTHING];
    case 'Principal':
    case 'NotPrincipal':
      return principals(inside[0] ?? null, words);
    case 'Condition':
      return conditionValues(inside[0] ?? '', inside[1] ?? '', words);
    default:
      return [];
  }
}

/** What policies here name, with AWS's access level. */
function seenActions({ actions, aws }: Words): readonly Choice[] {
  return actions.map(({ text, about }) => ({
    text,
    about: [accessOf(aws, text), about].filter((word) => word !== '').join(', '),
    kind: 'action'
  }));
}

function arns({ resources, principals: named, managedPolicies }: Vocabulary): readonly Choice[] {
  const identities = named.filter(({ text }) => !text.endsWith(':root'));
  return toChoices([...resources, ...identities, ...managedPolicies], 'arn');
}

function principals(type: string | null, vocabulary: Vocabulary): readonly Choice[] {
  if (type === null) return [{ text: '*', about: 'everyone, also without credentials', kind: 'value' }];
  if (type === 'AWS') {
    return [
      ...toChoices(vocabulary.principals, 'arn'),
      ...toChoices(vocabulary.accountIds, 'value'),
      ANYTHING
    ];
  }
  if (type === 'Service') return toChoices(vocabulary.services, 'value');
  return type === 'Federated' ? toChoices(vocabulary.providers, 'arn') : [];
}

function conditionValues(operator: string, key: string, vocabulary: Vocabulary): readonly Choice[] {
  if (/(^|:)(Bool|Null)/.test(operator)) return FLAGS;
  return keyValues(key, vocabulary);
}

/** What a condition key may hold, as far as this world tells. */
export function keyValues(key: string, vocabulary: Vocabulary): readonly Choice[] {
  const lower = key.toLowerCase();
  const tag = /tag\/(.*)$/i.exec(key)?.[1];
  if (tag !== undefined) {
    const values = vocabulary.tags.get(tag) ?? [];
    return values.map((text) => ({ text, about: `a value of the tag ${tag}`, kind: 'value' }));
  }
  return BY_KEY.find(({ ends }) => ends.test(lower))?.values(vocabulary) ?? flagsOf(lower);
}

function flagsOf(lower: string): readonly Choice[] {
  return GLOBAL_KEYS.some(({ key, type }) => type === 'Bool' && key.toLowerCase() === lower) ? FLAGS : [];
}

/** Source: IAM User Guide, "AWS global condition context keys", aws:PrincipalType. */
const PRINCIPAL_KINDS = ['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'];

const BY_KEY: readonly {
  readonly ends: RegExp;
  readonly values: (vocabulary: Vocabulary) => readonly Choice[];
}[] = [
  {
    ends: /:principaltype$/,
    values: () => PRINCIPAL_KINDS.map((text) => ({ text, about: '', kind: 'value' }))
  },
  { ends: /account$/, values: ({ accountIds }) => toChoices(accountIds, 'value') },
  { ends: /orgid$/, values: ({ organizationIds }) => toChoices(organizationIds, 'value') },
  { ends: /orgpaths$/, values: ({ organizationPaths }) => toChoices(organizationPaths, 'value') },
  { ends: /sourcevpce$/, values: ({ endpoints }) => toChoices(endpoints, 'value') },
  { ends: /:principalarn$/, values: (words) => toChoices(words.principals, 'arn') },
  { ends: /:(policyarn|permissionsboundary)$/, values: (words) => toChoices(words.managedPolicies, 'arn') },
  { ends: /arn$/, values: arns },
  {
    ends: /:(calledvia\w*|passedtoservice|awsservicename|principalservicename\w*)$/,
    values: ({ services }) => toChoices(services, 'value')
  },
  {
    ends: /:tagkeys$/,
    values: ({ tags }) => [...tags.keys()].map((text) => ({ text, about: 'key of a tag', kind: 'value' }))
  }
];
