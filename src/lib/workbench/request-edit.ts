/** What a request may be made of, out of what exists: principals, roles, actions, resources, condition keys, values. */
import { splitAction } from '../catalog/catalogue.ts';
import type { Statement } from '../policy/document.ts';
import { aliasOf, shortNameOf } from '../world/alias.ts';
import type { World } from '../world/world.ts';
import { firstActionOn } from '../edit/documents.ts';
import { trustNames } from '../edit/trusted.ts';
import { accessOf } from './completion-aws.ts';
import { NO_SERVICES, type Services } from './services.ts';

/** A value to write, and a quieter word beside it. */
export interface Offer {
  readonly value: string;
  readonly hint: string;
}

export interface RequestOffers {
  readonly principals: readonly Offer[];
  readonly roles: readonly Offer[];
  readonly actions: readonly Offer[];
  /** For a text typed so far: also what AWS has of the service before its colon. */
  readonly actionsFor: (typed: string) => readonly Offer[];
  readonly resources: readonly Offer[];
  readonly endpoints: readonly Offer[];
  readonly keys: readonly Offer[];
}

/** All that this world has to offer. */
export function toOffers(world: World, services: Services = NO_SERVICES): RequestOffers {
  const principals = principalOffers(world);
  const actions = actionOffers(world);
  return {
    principals,
    roles: principals.filter(({ value }) => value.includes(':role/')),
    actions,
    actionsFor: (typed) => withService(actions, typed, services),
    resources: resourceOffers(world),
    endpoints: [...world.endpoints.values()].map(({ id, vpc }) => ({ value: id, hint: vpc })),
    keys: keyOffers(world)
  };
}

function principalOffers(world: World): readonly Offer[] {
  const listed = trustNames(world).map(({ name }) => ({ value: name, hint: hintOf(name) }));
  const services = new Set(
    statementsOf(world).flatMap(({ principal }) =>
      (principal?.entries ?? []).flatMap(({ type, value }) => (type === 'Service' ? [value] : []))
    )
  );
  const outside = [...services].sort().map((name) => ({ value: `service:${name}`, hint: 'AWS service' }));
  return [...listed, ...outside, { value: 'anonymous', hint: 'nobody signed' }];
}

const HINTS: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/:user\//, 'user'],
  [/:role\//, 'role'],
  [/:root$/, 'root user'],
  [/^(oidc|saml):/, 'identity provider']
];

function hintOf(name: string): string {
  return HINTS.find(([pattern]) => pattern.test(name))?.[1] ?? '';
}

function statementsOf(world: World): readonly Statement[] {
  return [...world.policies.values()].flatMap(({ statements }) => statements);
}

/** Actions that the policies of this world name outright, after what one does first with what it lists. */
function actionOffers(world: World): readonly Offer[] {
  const first = [...world.resources.keys()].flatMap((arn) => firstActionOn(arn) ?? []);
  const named = statementsOf(world).flatMap(({ action }) => action.patterns.map(({ text }) => text));
  const whole = named.filter((text) => /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/.test(text)).sort();
  return unique(['sts:AssumeRole', ...first, ...whole]).map((value) => ({ value, hint: '' }));
}

/** What this world names comes first, also where the service has it. */
function withService(own: readonly Offer[], typed: string, services: Services): readonly Offer[] {
  const { prefix } = splitAction(typed);
  if (!typed.includes(':')) return own;
  services.want([prefix]);
  const service = services.catalogue.service(prefix);
  const all = [...(service?.actions.values() ?? [])].map(({ name, access }) => ({
    value: `${service?.prefix ?? ''}:${name}`,
    hint: access
  }));
  const named = own.map(({ value, hint }) => ({ value, hint: accessOf(services, value) || hint }));
  return [...named, ...all.filter(({ value }) => !own.some((offer) => offer.value === value))];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function resourceOffers(world: World): readonly Offer[] {
  const listed = [...world.resources.values()].map(({ arn, account, name }) => ({
    value: `${aliasOf(world, account)}:${name}`,
    hint: arn
  }));
  const identities = [...world.principals.values()].flatMap((each) =>
    each.kind === 'user' || each.kind === 'role' ? [{ value: shortNameOf(world, each), hint: each.kind }] : []
  );
  return [...listed, ...identities, { value: '*', hint: 'an action that has no resource' }];
}

/** Keys that requests carry wherever they come from. Source: IAM User Guide, "AWS global condition context keys". */
const COMMON_KEYS = [
  'aws:SourceIp',
  'aws:RequestedRegion',
  'aws:SecureTransport',
  'aws:MultiFactorAuthPresent'
] as const;

function keyOffers(world: World): readonly Offer[] {
  const asked = statementsOf(world).flatMap(({ conditions }) => conditions.map(({ key }) => key));
  const byLower = new Map([...asked, ...COMMON_KEYS].map((key) => [key.toLowerCase(), key]));
  const policies = new Set(asked.map((key) => key.toLowerCase()));
  return [...byLower.values()]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((key) => ({ value: key, hint: policies.has(key.toLowerCase()) ? 'asked for by a policy' : '' }));
}

/** Values worth trying for a key: those that policies compare it with, and the usual ones. */
export function valueOffers(world: World, key: string): readonly Offer[] {
  const lower = key.toLowerCase();
  const compared = statementsOf(world)
    .flatMap(({ conditions }) => conditions)
    .filter((condition) => condition.key.toLowerCase() === lower)
    .flatMap(({ values }) => values.map(({ text }) => text));
  const whole = compared.filter((text) => !/[*?]|\$\{/.test(text));
  return unique([...whole, ...(USUAL.get(lower) ?? [])]).map((value) => ({ value, hint: '' }));
}

const USUAL: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:sourceip', ['203.0.113.7', '198.51.100.20', '10.0.0.5']],
  ['aws:requestedregion', ['us-east-1', 'eu-west-1', 'eu-central-1', 'ap-southeast-2']],
  ['aws:securetransport', ['true', 'false']],
  ['aws:multifactorauthpresent', ['true', 'false']],
  ['aws:viaawsservice', ['true', 'false']]
]);

/** A fact as the form shows it: what the request writes of a key, or that it writes nothing. */
export interface FactRow {
  readonly key: string;
  readonly state: 'given' | 'value' | 'absent' | 'unknown';
  readonly text: string;
}

/** The facts that are written, after those that every request has a word to say of. */
export function toFactRows(
  written: readonly {
    readonly key: string;
    readonly state: FactRow['state'];
    readonly values: readonly string[];
  }[]
): readonly FactRow[] {
  const rows = written.map(({ key, state, values }) => ({ key, state, text: values.join(', ') }));
  const keys = new Set(rows.map(({ key }) => key.toLowerCase()));
  const rest = COMMON_KEYS.filter((key) => !keys.has(key.toLowerCase()));
  const given = rest.map((key): FactRow => ({ key, state: 'given', text: '' }));
  return [...rows, ...given].sort((a, b) => rankOf(a.key) - rankOf(b.key));
}

/** The common ones first, in their order; all others as they are written. */
function rankOf(key: string): number {
  const place = COMMON_KEYS.findIndex((each) => each.toLowerCase() === key.toLowerCase());
  return place < 0 ? COMMON_KEYS.length : place;
}

/** The values of a text, as a person writes a list: parted by commas where the key may have several. */
export function toValues(text: string, isList: boolean): readonly string[] {
  if (!isList) return [text.trim()];
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
