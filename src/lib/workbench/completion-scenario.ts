/** What may stand at a place of a scenario file: keys and words from the format's own schema, names from the world. */
import { managedPolicyNames } from '../catalog/managed.ts';
import { scenarioSchema } from '../scenario/schema.ts';
import type { Json, JsonSchema } from '../scenario/shape.ts';
import { toChoices, type Choice } from './completion-choice.ts';
import { actionChoices, type Around } from './completion-aws.ts';
import { ALONE, keyValues, policyKeys, policyValues, type Words } from './completion-policy.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

/** Keys that may stand in a map of the file; those that are taken are left out. */
export function scenarioKeys(
  path: readonly string[],
  taken: ReadonlySet<string>,
  words: Words,
  around: Around = ALONE
): readonly Choice[] {
  const { schemas, inPolicy } = reach(path);
  if (inPolicy && inPolicy.length > 0) return policyKeys(inPolicy, taken, words, around);
  const own = schemas.flatMap((schema) => propertiesOf(schema));
  const policy = inPolicy ? policyKeys([], taken, words) : [];
  return [...own, ...policy, ...chosenKeys(path, words)].filter(({ text }) => !taken.has(text));
}

/** Values at a place of the file. */
export function scenarioValues(
  path: readonly string[],
  words: Words,
  around: Around = ALONE
): readonly Choice[] {
  const { schemas, inPolicy } = reach(path);
  if (inPolicy) return inPolicy.length > 0 ? policyValues(inPolicy, words, around) : [];
  const aws = ACTION.test(path.join('/')) ? actionChoices(words.aws, around) : [];
  return [...named(path, words), ...aws, ...schemas.flatMap((schema) => wordsOf(schema))];
}

interface Reached {
  /** What may stand there, by the schema; a policy is not among them. */
  readonly schemas: readonly JsonSchema[];
  /** From the root of the policy document the place lies in; null outside of policies. */
  readonly inPolicy: readonly string[] | null;
}

let schema: JsonSchema | null = null;

function reach(path: readonly string[]): Reached {
  schema ??= scenarioSchema();
  let schemas: readonly JsonSchema[] = [schema];
  let inPolicy: readonly string[] | null = null;
  for (const [index, segment] of path.entries()) {
    const next = schemas.flatMap((each) => stepInto(each, segment));
    schemas = next.flatMap((each) => alternatives(each));
    if (next.some(holdsPolicy)) inPolicy = path.slice(index + 1);
    if (schemas.length === 0) break;
  }
  return { schemas, inPolicy };
}

function stepInto(at: JsonSchema, segment: string): readonly JsonSchema[] {
  if (segment === '-') return some(at['items']);
  const properties = toSchema(at['properties']);
  const own = properties && Object.hasOwn(properties, segment) ? properties[segment] : undefined;
  return some(own ?? at['additionalProperties']);
}

const POLICY = '#/$defs/policy';

function holdsPolicy(at: JsonSchema): boolean {
  const target = referred(at);
  return at['$ref'] === POLICY || listOf((target ?? at)['anyOf']).some((each) => each['$ref'] === POLICY);
}

/** A schema without references and choices: all that it may be, but for a policy, which has a book of its own. */
function alternatives(at: JsonSchema): readonly JsonSchema[] {
  if (at['$ref'] === POLICY) return [];
  const target = referred(at);
  if (target) return alternatives(target);
  const choices = listOf(at['anyOf']);
  return choices.length > 0 ? choices.flatMap((each) => alternatives(each)) : [at];
}

function referred(at: JsonSchema): JsonSchema | null {
  const reference = at['$ref'];
  const definitions = toSchema(schema?.['$defs']);
  if (typeof reference !== 'string' || !definitions) return null;
  return toSchema(definitions[reference.slice('#/$defs/'.length)]);
}

function toSchema(json: Json | undefined): JsonSchema | null {
  return isSchema(json) ? json : null;
}

function isSchema(json: Json | undefined): json is JsonSchema {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function listOf(json: Json | undefined): readonly JsonSchema[] {
  return Array.isArray(json) ? json.filter((each: Json) => isSchema(each)) : [];
}

function some(json: Json | undefined): readonly JsonSchema[] {
  return isSchema(json) ? [json] : [];
}

function propertiesOf(at: JsonSchema): readonly Choice[] {
  return Object.entries(toSchema(at['properties']) ?? {}).flatMap(([text, said]) => {
    if (!isSchema(said) || said['deprecated'] === true) return [];
    const { description } = said;
    const about = typeof description === 'string' ? description.replace(/\.$/, '') : '';
    return [{ text, about, kind: 'element' as const, isNested: isNested(said) }];
  });
}

/** Whether only a map or a list can stand there. */
function isNested(at: JsonSchema): boolean {
  if (at['$ref'] === POLICY) return true;
  const all = alternatives(at);
  return all.every(({ type }) => {
    const types = Array.isArray(type) ? type : [type];
    return types.includes('object') || types.includes('array');
  });
}

/** A flag may be quoted or not: it is offered once. */
function wordsOf(at: JsonSchema): readonly Choice[] {
  const words = at['enum'];
  if (!Array.isArray(words)) return [];
  return [...new Set(words.map(String))].map((text) => ({ text, about: '', kind: 'value' }));
}

type Rule = readonly [place: RegExp, words: (words: Words, name: string) => readonly Choice[]];

/** Maps whose keys are names chosen elsewhere. The pattern's group is the name it captured. */
const KEYS: readonly Rule[] = [
  [
    /^(?:requests|events)\/.*context$/,
    (words) => policyKeys(['Statement', 'Condition', 'Null'], new Set(), words)
  ],
  [
    /\/(?:tags|requestTags)$/,
    ({ tags }) => [...tags.keys()].map((text) => ({ text, about: 'tag', kind: 'key' }))
  ],
  [/\/delegatedAdministrators$/, ({ short }) => toChoices(short.aliases, 'value')]
];

function chosenKeys(path: readonly string[], words: Words): readonly Choice[] {
  return ruled(KEYS, path, words);
}

/** Where one action is asked for. */
const ACTION = /^(?:requests\/[^/]+|events\/-)\/action$/;

/** Values that name something else. */
const VALUES: readonly Rule[] = [
  [/^accounts\/([^/]+)\/users\/[^/]+\/groups\/-$/, ({ short }, alias) => ofAccount(short.groups, alias)],
  [
    /^accounts\/([^/]+)\/(?:users|groups|roles)\/[^/]+\/(?:policies(?:\/-)?|boundary)$/,
    ({ short }, alias) => [...ofAccount(short.policies, alias), ...awsManaged()]
  ],
  [/^(?:requests|identityCenter)\/.*\/(?:policies(?:\/-)?|boundary)$/, sessionPolicies],
  [/^(?:accounts|organizations)\/.*\/scps\/-$/, ({ short }) => toChoices(short.scps, 'value')],
  [/^(?:accounts|organizations)\/.*\/rcps\/-$/, ({ short }) => toChoices(short.rcps, 'value')],
  [
    /^(?:organizations\/.*\/(?:accounts\/-|management)|network\/.*\/account|requests\/[^/]+\/sourceAccount|identityCenter\/.*\/account)$/,
    ({ short }) => toChoices(short.aliases, 'value')
  ],
  [/^(?:requests\/[^/]+|events\/-)\/principal$/, callers],
  [/\/grants\/-\/(?:grantee|retiring)$/, ({ short }) => toChoices(short.principals, 'value')],
  [/^requests\/[^/]+\/(?:passes|assume\/-\/role)$/, ({ short }) => toChoices(short.roles, 'value')],
  [ACTION, singleActions],
  [/^(?:requests\/[^/]+\/(?:resource(?:\/-)?|copyFrom|onBehalfOf)|events\/-\/resource)$/, things],
  [/^requests\/.*\/?endpoint$/, ({ endpoints }) => toChoices(endpoints, 'value')],
  [/^requests\/[^/]+\/via\/-$/, ({ services }) => toChoices(services, 'value')],
  [
    /^requests\/[^/]+\/credential$/,
    () => ['console', 'accessKey', 'sessionToken'].map((text) => ({ text, about: '', kind: 'value' }))
  ],
  [
    /^requests\/[^/]+\/unknown\/-$/,
    (words) => policyKeys(['Statement', 'Condition', 'Null'], new Set(), words)
  ],
  [/^(?:requests|events)\/.*context\/([^/]+)(?:\/-)?$/, (words, key) => keyValues(key, words)],
  [/\/(?:tags|requestTags)\/([^/]+)$/, (words, key) => keyValues(`aws:RequestTag/${key}`, words)],
  [
    /\/encryptedWith$/,
    ({ resources }) =>
      toChoices(
        resources.filter(({ text }) => text.includes(':kms:')),
        'arn'
      )
  ]
];

function named(path: readonly string[], words: Words): readonly Choice[] {
  return ruled(VALUES, path, words);
}

/** The words of the first rule for a place. Slashes inside a key are written as in a JSON Pointer. */
function ruled(rules: readonly Rule[], path: readonly string[], given: Words): readonly Choice[] {
  const place = path.map((segment) => segment.replaceAll('/', '~1')).join('/');
  for (const [pattern, words] of rules) {
    const match = pattern.exec(place);
    if (match) return words(given, (match[1] ?? '').replaceAll('~1', '/'));
  }
  return [];
}

function ofAccount(words: ReadonlyMap<string, readonly Word[]>, alias: string): readonly Choice[] {
  return toChoices(words.get(alias) ?? [], 'value');
}

function awsManaged(): readonly Choice[] {
  return managedPolicyNames().map((name) => ({
    text: `aws:${name}`,
    about: 'AWS managed policy',
    kind: 'value'
  }));
}

function sessionPolicies({ short }: Vocabulary): readonly Choice[] {
  return [
    ...[...short.policies.keys()].flatMap((alias) => ofAccount(short.policies, alias)),
    ...awsManaged()
  ];
}

function callers({ short, services }: Vocabulary): readonly Choice[] {
  return [
    ...toChoices([...short.principals, ...short.providers], 'value'),
    ...services.map(({ text }): Choice => ({ text: `service:${text}`, about: 'service', kind: 'value' })),
    { text: 'anonymous', about: 'nobody in particular', kind: 'value' }
  ];
}

/** A request asks for one action; patterns are for policies. */
function singleActions({ actions }: Vocabulary): readonly Choice[] {
  return toChoices(
    actions.filter(({ text }) => !/[*?]/.test(text)),
    'action'
  );
}

function things({ short, resources }: Vocabulary): readonly Choice[] {
  const arns = resources.filter(({ text }) => !text.endsWith('/*'));
  return [...toChoices(short.resources, 'value'), ...toChoices(arns, 'arn')];
}
