/**
 * IAM Identity Center: an assignment makes a role in its account, with the permission set's policies, that trusts a
 * SAML provider of Identity Center; its users come as sessions of that role. Source: IAM Identity Center User Guide,
 * "Permission sets" (SSO-01, SSO-02, PRIN-18).
 */
import type { Tree, TreeText } from '../source/tree.ts';
import { asAccountId } from '../world/arn.ts';
import { hexId, uniqueId } from '../world/unique-id.ts';
import type { Arn, PolicyId } from '../world/world.ts';
import { notAMember, unknownReference } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type {
  IdentityCenterFormat,
  OrganizationFormat,
  PermissionSetFormat
} from './format-organizations.ts';
import type { Entry } from './shape-compound.ts';
import { identityCenterTrust } from './supplied.ts';
import { attachWithheld } from './withheld.ts';
import { resolveAccount } from './world-organizations.ts';
import { addPolicy, addSupplied, attach, resolvePolicy } from './world-policies.ts';
import { iamArn, type Home } from './world-principals.ts';

/** Seconds: the longest session that a role may have, and the default of a permission set. */
const LONGEST = 43_200;
const HOUR = 3600;

interface Center {
  readonly draft: Draft;
  readonly format: IdentityCenterFormat;
  /** Id of the organization; null where its name leads nowhere. */
  readonly organization: string | null;
  /** The inline policy of each permission set, filed once. */
  readonly inline: Map<string, PolicyId>;
}

/** Makes the roles of all assignments, and the names of their users. */
export function addIdentityCenter(
  draft: Draft,
  format: IdentityCenterFormat | null,
  organizations: readonly Entry<OrganizationFormat>[]
): void {
  if (!format) return;
  const organization = findOrganization(draft, format.organization, organizations);
  const center: Center = { draft, format, organization, inline: new Map() };
  checkGroups(center);
  for (const { key } of format.users ?? []) draft.ssoUsers.add(key);
  for (const assignment of format.assignments ?? []) assign(center, assignment);
}

function findOrganization(
  draft: Draft,
  at: TreeText | null,
  organizations: readonly Entry<OrganizationFormat>[]
): string | null {
  if (at === null) return null;
  const named = organizations.find(({ key }) => key === at.text);
  const names = organizations.map(({ key }) => key);
  if (!named) draft.log.push(unknownReference(at, 'an organization', names));
  return named ? (named.value.id ?? named.key) : null;
}

function checkGroups({ draft, format }: Center): void {
  const groups = format.groups ?? [];
  for (const { value } of format.users ?? []) {
    for (const at of value.groups ?? []) {
      if (!groups.includes(at.text)) draft.log.push(unknownReference(at, 'a group', groups));
    }
  }
}

type AssignmentFormat = NonNullable<IdentityCenterFormat['assignments']>[number];

function assign(center: Center, { to, permissionSet, account }: AssignmentFormat): void {
  const { draft } = center;
  const users = to === null ? [] : assigned(center, to);
  const set = permissionSet === null ? null : findSet(center, permissionSet);
  const home = account === null ? null : findHome(center, account);
  if (!set || !home) return;
  const role = roleOf(center, home, set);
  const duration = set.value.sessionDuration ?? HOUR;
  for (const user of users)
    draft.ssoNames.set(`sso:${user}/${set.key}@${home.alias}`, {
      role,
      user,
      permissionSet: set.key,
      duration
    });
}

/** The account of an assignment, which must be of the organization. */
function findHome({ draft, format, organization }: Center, at: TreeText): Home | null {
  const account = draft.accounts.get(resolveAccount(draft, at) ?? asAccountId(''));
  if (!account) return null;
  if (organization === null || account.organization === organization) return account;
  draft.log.push(notAMember(at, account.alias, format.organization?.text ?? ''));
  return null;
}

/** The users that an assignment is for: one, or all of a group. */
function assigned({ draft, format }: Center, to: TreeText): readonly string[] {
  const users = format.users ?? [];
  const [kind, name] = splitOnce(to.text);
  if (kind === 'user' && users.some(({ key }) => key === name)) return [name];
  if (kind === 'group' && (format.groups ?? []).includes(name)) {
    return users.flatMap(({ key, value }) =>
      (value.groups ?? []).some((group) => group.text === name) ? [key] : []
    );
  }
  const known = [
    ...users.map(({ key }) => `user/${key}`),
    ...(format.groups ?? []).map((group) => `group/${group}`)
  ];
  draft.log.push(unknownReference(to, 'a user or group of the directory', known));
  return [];
}

function splitOnce(text: string): readonly [string, string] {
  const slash = text.indexOf('/');
  return [text.slice(0, Math.max(0, slash)), text.slice(slash + 1)];
}

function findSet({ draft, format }: Center, at: TreeText): Entry<PermissionSetFormat> | null {
  const sets = format.permissionSets ?? [];
  const found = sets.find(({ key }) => key === at.text);
  const names = sets.map(({ key }) => key);
  if (!found) draft.log.push(unknownReference(at, 'a permission set', names));
  return found ?? null;
}

/** The role of a permission set in an account, made on first use. Its name ends in digits that nobody chooses. */
function roleOf(center: Center, home: Home, { key, value }: Entry<PermissionSetFormat>): Arn {
  const { draft, format } = center;
  const region = format.region ?? 'us-east-1';
  const within = region === 'us-east-1' ? '' : `${region}/`; // SSO-01
  const name = `AWSReservedSSO_${key}_${hexId(`${home.id} ${key}`)}`;
  const arn = iamArn(home, 'role', `/aws-reserved/sso.amazonaws.com/${within}`, name);
  if (draft.principals.has(arn)) return arn;
  draft.principalNames.set(`${home.alias}:role/${name}`, arn);
  draft.principals.set(arn, {
    kind: 'role',
    arn,
    tags: new Map(), // a permission set's tags are its own, not its role's
    account: home.id,
    name,
    uniqueId: uniqueId('AROA', arn),
    maxSessionDuration: LONGEST,
    serviceLinked: false,
    permissionSet: key
  });
  attachTrust(draft, home, arn, name);
  attachSet(center, home, arn, key, value);
  return arn;
}

function attachTrust(draft: Draft, home: Home, role: Arn, name: string): void {
  const provider = `AWSSSO_${hexId(home.id)}_DO_NOT_DELETE`;
  const arn = iamArn(home, 'saml-provider', null, provider);
  draft.providerNames.set(`saml:${home.alias}/${provider}`, arn);
  const made = { arn, account: home.id, name: provider, oidc: null, audiences: [], ofIdentityCenter: true };
  draft.identityProviders.set(arn, made);
  const id = `${home.alias}:role/${name}/trust`;
  const sheet = { id, name: 'trust policy', kind: 'trust', origin: 'trust', account: home.id } as const;
  attach(draft, addSupplied(draft, sheet, identityCenterTrust(arn), null), 'resource', role);
}

/** Customer managed policies are looked up by name in the account of the role. */
function attachSet(center: Center, home: Home, role: Arn, key: string, set: PermissionSetFormat): void {
  const { draft } = center;
  const unreadable = { id: `sso:${key}`, origin: 'inline', account: null } as const;
  attachWithheld(draft, set.map.path, unreadable, 'identity', role);
  for (const at of set.policies ?? []) attach(draft, resolvePolicy(draft, home.alias, at), 'identity', role);
  if (set.inline) attach(draft, inlineOf(center, key, set.inline), 'identity', role);
  if (set.boundary) attach(draft, resolvePolicy(draft, home.alias, set.boundary), 'boundary', role);
}

/** One document in the file is one policy, in however many accounts it hangs. */
function inlineOf({ draft, inline }: Center, key: string, tree: Tree): PolicyId {
  const known = inline.get(key);
  if (known !== undefined) return known;
  const id = `sso:${key}/AwsSSOInlinePolicy`;
  const sheet = {
    id,
    name: 'AwsSSOInlinePolicy',
    kind: 'identity',
    origin: 'inline',
    account: null
  } as const;
  const made = addPolicy(draft, sheet, tree);
  inline.set(key, made);
  return made;
}
