/** Users, groups, roles and identity providers of an account: declared first, then hung with their policies. */
import type { TreeText } from '../source/tree.ts';
import { asArn } from '../world/arn.ts';
import { uniqueId } from '../world/unique-id.ts';
import type { AccountId, Arn, PolicyType } from '../world/world.ts';
import { clash, unknownReference } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type {
  AccountFormat,
  GroupFormat,
  IdentityProviderFormat,
  RoleFormat,
  UserFormat
} from './format-accounts.ts';
import type { Entry } from './shape-compound.ts';
import { attachWithheld } from './withheld.ts';
import { addMissing, addPolicy, attach, resolvePolicy } from './world-policies.ts';

/** An account being built. */
export interface Home {
  readonly alias: string;
  readonly id: AccountId;
}

/** `arn:aws:iam::ID:TYPE/path/NAME` */
export function iamArn(home: Home, type: string, path: string | null, name: string): Arn {
  return asArn(`arn:aws:iam::${home.id}:${type}${path ?? '/'}${name}`);
}

export function toTags(entries: readonly Entry<string>[] | null): ReadonlyMap<string, string> {
  return new Map((entries ?? []).map(({ key, value }) => [key, value]));
}

/** Who there is; groups before users, so that users find them. */
export function declarePrincipals(draft: Draft, home: Home, account: AccountFormat): void {
  const root = asArn(`arn:aws:iam::${home.id}:root`);
  const mfa = account.root?.mfa ?? false;
  draft.principals.set(root, { kind: 'root', arn: root, tags: new Map(), account: home.id, mfa });
  draft.principalNames.set(`${home.alias}:root`, root);
  for (const entry of account.groups ?? []) declareGroup(draft, home, entry);
  for (const entry of account.users ?? []) declareUser(draft, home, entry);
  for (const entry of account.roles ?? []) declareRole(draft, home, entry);
  for (const entry of account.identityProviders ?? []) declareProvider(draft, home, entry);
}

function declareGroup(draft: Draft, home: Home, { key, value }: Entry<GroupFormat>): void {
  const arn = iamArn(home, 'group', value.path, key);
  draft.groupNames.set(`${home.alias}:group/${key}`, arn);
  draft.groups.set(arn, { arn, account: home.id, name: key });
}

function declareUser(draft: Draft, home: Home, { key, value }: Entry<UserFormat>): void {
  const arn = iamArn(home, 'user', value.path, key);
  draft.principalNames.set(`${home.alias}:user/${key}`, arn);
  draft.principals.set(arn, {
    kind: 'user',
    arn,
    tags: toTags(value.tags),
    account: home.id,
    name: key,
    uniqueId: value.uniqueId ?? uniqueId('AIDA', arn),
    groups: (value.groups ?? []).flatMap((at) => resolveGroup(draft, home, at, arn) ?? []),
    human: value.kind !== 'workload',
    mfa: value.mfa ?? false,
    accessKeys: new Map(
      (value.credentials?.accessKeys ?? []).flatMap(({ id, status }) =>
        id === null ? [] : [[id, status !== 'Inactive'] as const]
      )
    )
  });
}

/** A group of the account. One that is not there counts as a broken policy of the user: its Deny is not known. */
function resolveGroup(draft: Draft, home: Home, at: TreeText, user: Arn): Arn | null {
  const prefix = `${home.alias}:group/`;
  const listed = draft.groups.get(asArn(at.text));
  const found = draft.groupNames.get(prefix + at.text) ?? (listed?.account === home.id ? listed.arn : null);
  if (found) return found;
  const own = [...draft.groupNames.keys()].filter((name) => name.startsWith(prefix));
  const problem = unknownReference(
    at,
    'a group',
    own.map((name) => name.slice(prefix.length))
  );
  const sheet = {
    id: prefix + at.text,
    name: at.text,
    kind: 'identity',
    origin: 'inline',
    account: home.id
  } as const;
  attach(draft, addMissing(draft, sheet, at, problem), 'identity', user);
  return null;
}

function declareRole(draft: Draft, home: Home, { key, value }: Entry<RoleFormat>): void {
  const arn = iamArn(home, 'role', value.path, key);
  draft.principalNames.set(`${home.alias}:role/${key}`, arn);
  draft.principals.set(arn, {
    kind: 'role',
    arn,
    tags: toTags(value.tags),
    account: home.id,
    name: key,
    uniqueId: value.uniqueId ?? uniqueId('AROA', arn),
    maxSessionDuration: value.maxSessionDuration ?? 3600,
    serviceLinked: value.serviceLinked ?? false
  });
}

function declareProvider(draft: Draft, home: Home, entry: Entry<IdentityProviderFormat>): void {
  const { key, keyRange, value } = entry;
  const oidc = value.oidc;
  if ((oidc === null) === (value.saml !== true)) {
    const at = { range: keyRange, path: entry.at.path };
    draft.log.push(
      clash(
        at,
        `\`${key}\` must be an OIDC or a SAML provider`,
        'write either `oidc: ISSUER` or `saml: true`'
      )
    );
    return;
  }
  const arn = iamArn(home, oidc === null ? 'saml-provider' : 'oidc-provider', null, oidc ?? key);
  const name = `${oidc === null ? 'saml' : 'oidc'}:${home.alias}/${key}`;
  draft.providerNames.set(name, arn);
  const audiences = value.audiences ?? [];
  draft.identityProviders.set(arn, { arn, account: home.id, name: key, oidc, audiences });
}

/** Who carries what. Everything must have been declared. */
export function attachPrincipals(draft: Draft, home: Home, account: AccountFormat): void {
  for (const { key, value } of account.groups ?? []) {
    attachPolicies(draft, home, value, iamArn(home, 'group', value.path, key), `group/${key}`);
  }
  for (const { key, value } of account.users ?? []) {
    const arn = iamArn(home, 'user', value.path, key);
    attachPolicies(draft, home, value, arn, `user/${key}`);
    attachNamed(draft, home, value.boundary, 'boundary', arn);
  }
  for (const { key, value } of account.roles ?? []) attachRole(draft, home, key, value);
}

function attachRole(draft: Draft, home: Home, key: string, role: RoleFormat): void {
  const arn = iamArn(home, 'role', role.path, key);
  if (role.trust) {
    const id = `${home.alias}:role/${key}/trust`;
    const sheet = { id, name: 'trust policy', kind: 'trust', origin: 'trust', account: home.id } as const;
    attach(draft, addPolicy(draft, sheet, role.trust), 'resource', arn);
  }
  attachPolicies(draft, home, role, arn, `role/${key}`);
  attachNamed(draft, home, role.boundary, 'boundary', arn);
}

/** @param place what goes between account and name in an inline policy's id: `role/prod-deploy` */
function attachPolicies(
  draft: Draft,
  home: Home,
  of: Pick<GroupFormat, 'policies' | 'inline' | 'map'>,
  target: Arn,
  place: string
): void {
  const unreadable = { id: `${home.alias}:${place}`, origin: 'inline', account: home.id } as const;
  attachWithheld(draft, of.map.path, unreadable, 'identity', target);
  for (const name of of.policies ?? []) attachNamed(draft, home, name, 'identity', target);
  for (const { key, at } of of.inline ?? []) {
    const id = `${home.alias}:${place}/${key}`;
    const sheet = { id, name: key, kind: 'identity', origin: 'inline', account: home.id } as const;
    attach(draft, addPolicy(draft, sheet, at), 'identity', target);
  }
}

function attachNamed(draft: Draft, home: Home, at: TreeText | null, type: PolicyType, target: Arn): void {
  if (at) attach(draft, resolvePolicy(draft, home.alias, at), type, target);
}
