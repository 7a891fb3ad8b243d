/** What this world has for each part of a statement: who, what, on what, and the keys and operators of conditions. */
import type { Statement } from '../policy/document.ts';
import type { World } from '../world/world.ts';
import { actionChoices, arnChoices, keysAround } from './completion-aws.ts';
import type { Services } from './services.ts';
import { toVocabulary, type Word } from './vocabulary.ts';

/** Value and what it is, as a combobox takes it. */
export interface Offer {
  readonly value: string;
  readonly hint: string;
}

export interface StatementOffers {
  readonly principals: readonly Offer[];
  /** For what has been typed: services, then their actions. */
  readonly actions: (typed: string) => readonly Offer[];
  readonly resources: readonly Offer[];
  readonly keys: readonly Offer[];
  readonly operators: readonly Offer[];
  readonly valuesOf: (key: string) => readonly Offer[];
}

/** Operators met most, in the order in which one needs them. Source: IAM User Guide, "Condition operators". */
const OPERATORS: readonly (readonly [string, string])[] = [
  ['StringEquals', 'is'],
  ['StringNotEquals', 'is not, or is missing'],
  ['StringLike', 'is like, with * and ?'],
  ['StringNotLike', 'is not like, or is missing'],
  ['ArnLike', 'is an ARN like'],
  ['Bool', 'is true or false'],
  ['Null', 'true: is missing; false: is there'],
  ['IpAddress', 'lies in'],
  ['NotIpAddress', 'lies outside of, or is missing'],
  ['NumericLessThan', 'is under'],
  ['NumericGreaterThan', 'is over'],
  ['DateLessThan', 'is before'],
  ['DateGreaterThan', 'is after'],
  ['ForAnyValue:StringEquals', 'some value is'],
  ['ForAllValues:StringEquals', 'every value is, or there is none']
];

const KEYS = [
  'aws:PrincipalOrgID',
  'aws:RequestedRegion',
  'aws:SourceIp',
  'aws:MultiFactorAuthPresent',
  'aws:SecureTransport',
  'aws:PrincipalArn',
  'aws:SourceArn',
  'aws:SourceAccount',
  'sts:ExternalId',
  'iam:PassedToService'
] as const;

export function statementOffers(world: World, services: Services, statement: Statement): StatementOffers {
  const words = toVocabulary(world);
  const around = { typed: '', actions: statement.action.patterns.map(({ text }) => text) };
  return {
    principals: offers([...words.principals, ...words.services, ...words.providers]),
    actions: (typed) => [
      ...offers(words.actions),
      ...actionChoices(services, { ...around, typed }).map(({ text, about }) => ({
        value: text,
        hint: about
      }))
    ],
    resources: unique([
      ...offers([...words.resources, ...words.roles]),
      ...arnChoices(services, around).map(({ text, about }) => ({ value: text, hint: about })),
      { value: '*', hint: 'anything' }
    ]),
    keys: unique([
      ...offers(words.conditionKeys),
      ...keysAround(services, around).map(({ key }) => ({ value: key, hint: 'of these actions' })),
      ...KEYS.map((value) => ({ value, hint: '' }))
    ]),
    operators: OPERATORS.map(([value, hint]) => ({ value, hint })),
    valuesOf: (key) => valuesOf(key.toLowerCase())
  };

  function valuesOf(key: string): readonly Offer[] {
    if (key.endsWith('orgid')) return offers(words.organizationIds);
    if (key.endsWith('account')) return offers(words.accountIds);
    if (key.endsWith('arn')) return offers([...words.principals, ...words.resources]);
    if (key === 'iam:passedtoservice') return offers(words.services);
    if (/present$|transport$|service$/.test(key))
      return ['true', 'false'].map((value) => ({ value, hint: '' }));
    const tag = /tag\/(.+)$/.exec(key)?.[1];
    const values = [...words.tags].find(([name]) => name.toLowerCase() === tag)?.[1] ?? [];
    return values.map((value) => ({ value, hint: 'seen here' }));
  }
}

function offers(words: readonly Word[]): readonly Offer[] {
  return words.map(({ text, about }) => ({ value: text, hint: about }));
}

function unique(all: readonly Offer[]): readonly Offer[] {
  return [...new Map(all.map((offer) => [offer.value, offer])).values()];
}

/** Which kind of principal a text names (GRAM-11): providers by their ARN or host, services by their name. */
export function principalType(text: string): 'AWS' | 'Service' | 'Federated' {
  if (/:(?:saml|oidc)-provider\//.test(text)) return 'Federated';
  return /^[\w.-]+\.amazonaws\.com(?:\.cn)?$/.test(text) && !text.startsWith('cognito-identity.')
    ? 'Service'
    : 'AWS';
}
