/** What the short names and ARNs of a request mean: principals, roles, resources, endpoints, accounts. */
import type { PrincipalFacts } from '../engine/facts.ts';
import type { TreeText } from '../source/tree.ts';
import {
  accountIn,
  asAccountId,
  asArn,
  federatedUserArn,
  isAccountId,
  lastName,
  resourceType,
  roleOfSession,
  sessionArn,
  splitArn,
  splitSessionArn
} from '../world/arn.ts';
import { findResource } from '../world/resource.ts';
import type { AccountId, Arn } from '../world/world.ts';
import { invalidPrincipal, invalidResource, unassigned, unknownReference } from './diagnostics.ts';
import type { Draft, SsoAccess } from './draft.ts';
import type { Log } from './shape.ts';

export interface NamedPrincipal {
  readonly facts: PrincipalFacts;
  /** The session's name, when the ARN says it. */
  readonly session: string | null;
  /** How long its sessions last, seconds; absent where nothing says it. */
  readonly duration?: number;
}

/** Providers that every account has by itself. Source: IAM User Guide, "Principal", web identity (PRIN-04). */
const BUILT_IN_PROVIDERS = new Set([
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  'www.amazon.com',
  'graph.facebook.com'
]);

const HELP =
  'write `alias:user/NAME`, `alias:role/NAME`, `alias:root`, `service:NAME.amazonaws.com`, `anonymous`, `oidc:alias/PROVIDER`, `saml:alias/PROVIDER`, `sso:USER/PERMISSIONSET@alias` or an ARN';

/** Who a request's `principal` is; null, with the reason in the log, for nobody of this file. */
export function resolvePrincipal(draft: Draft, at: TreeText, log: Log): NamedPrincipal | null {
  const { text } = at;
  if (text === 'anonymous') return plain({ kind: 'anonymous' });
  if (text.startsWith('service:')) {
    const service = resolveService(at, log);
    return service === null ? null : plain({ kind: 'service', service });
  }
  if (text.startsWith('oidc:') || text.startsWith('saml:')) return resolveProvider(draft, at, log);
  if (text.startsWith('sso:')) return resolveSso(draft, at, log);
  if (text.startsWith('arn:')) return resolvePrincipalArn(draft, at, log);
  const named = draft.principalNames.get(text);
  if (named !== undefined) return listed(draft, named);
  const problem = text.includes(':')
    ? unknownReference(at, 'a principal', [...draft.principalNames.keys()])
    : invalidPrincipal(at, HELP);
  log.push(problem);
  return null;
}

function plain(facts: PrincipalFacts): NamedPrincipal {
  return { facts, session: null };
}

function listed(draft: Draft, arn: Arn): NamedPrincipal | null {
  const kind = draft.principals.get(arn)?.kind;
  return kind === undefined || kind === 'session' ? null : plain({ kind, arn });
}

/** A user of Identity Center is a session of the role that an assignment made, named after the user (SSO-01). */
function resolveSso(draft: Draft, at: TreeText, log: Log): NamedPrincipal | null {
  const assigned = draft.ssoNames.get(at.text);
  const access = assigned ?? unassignedAccess(draft, at.text);
  if (!access) {
    log.push(unassigned(at, [...draft.ssoNames.keys()]));
    return null;
  }
  const { role, user, permissionSet, duration } = access;
  const facts = { kind: 'session', arn: sessionArn(role, user), role } as const;
  return { facts: assigned ? facts : { ...facts, unassigned: permissionSet }, session: user, duration };
}

/**
 * The session that a user would have if somebody assigned it: of a role that is there because others have it
 * (EVAL-24). Null for nobody of the directory, and where there is no such role.
 */
function unassignedAccess(draft: Draft, text: string): SsoAccess | null {
  const [, user = '', set = ''] = /^sso:([^/]+)(\/.+)$/.exec(text) ?? [];
  if (!draft.ssoUsers.has(user)) return null;
  const others = [...draft.ssoNames].find(([name]) => name.endsWith(set));
  return others ? { ...others[1], user } : null;
}

function resolveService(at: TreeText, log: Log): string | null {
  const service = at.text.slice('service:'.length);
  if (/^[a-z0-9][a-z0-9.-]*\.amazonaws\.com(\.cn)?$/.test(service)) return service;
  log.push(invalidPrincipal(at, 'a service principal reads `service:ec2.amazonaws.com`'));
  return null;
}

function resolveProvider(draft: Draft, at: TreeText, log: Log): NamedPrincipal | null {
  const host = at.text.slice('oidc:'.length);
  const provider =
    draft.providerNames.get(at.text) ??
    (at.text.startsWith('oidc:') && BUILT_IN_PROVIDERS.has(host) ? host : null);
  if (provider !== null) return plain({ kind: 'identityProvider', provider });
  log.push(unknownReference(at, 'an identity provider', [...draft.providerNames.keys()]));
  return null;
}

function resolvePrincipalArn(draft: Draft, at: TreeText, log: Log): NamedPrincipal | null {
  const arn = asArn(at.text);
  const known = listed(draft, arn);
  if (known) return known;
  if (draft.identityProviders.has(arn)) return plain({ kind: 'identityProvider', provider: arn });
  const session = splitSessionArn(arn);
  const role = session ? roleOfSession(arn, draft.principals.keys()) : null;
  if (session && role && draft.principals.has(role)) {
    return { facts: { kind: 'session', arn, role }, session: session.session };
  }
  if (resourceType(arn) === 'federated-user') return resolveFederatedUser(draft, at, log);
  log.push(unknownReference(at, 'a principal', [...draft.principals.keys()]));
  return null;
}

/** The ARN does not say who asked for the session; a user of the same name is taken to be it. */
function resolveFederatedUser(draft: Draft, at: TreeText, log: Log): NamedPrincipal | null {
  const name = lastName(at.text);
  const account = accountIn(at.text);
  for (const principal of draft.principals.values()) {
    if (principal.kind === 'user' && principal.account === account && principal.name === name) {
      const arn = federatedUserArn(principal.arn, name);
      return { facts: { kind: 'federatedUser', arn, issuer: principal.arn }, session: name };
    }
  }
  const help = `name the user who asked for it: \`principal: alias:user/NAME\` with \`session: { kind: federatedUser, name: ${name} }\``;
  log.push(invalidPrincipal(at, help));
  return null;
}

/** A role by `alias:role/NAME` or ARN. */
export function resolveRole(draft: Draft, at: TreeText, log: Log): Arn | null {
  const arn = draft.principalNames.get(at.text) ?? asArn(at.text);
  if (draft.principals.get(arn)?.kind === 'role') return arn;
  const roles = [...draft.principalNames.keys()].filter((name) => name.includes(':role/'));
  log.push(unknownReference(at, 'a role', roles));
  return null;
}

/**
 * What a request acts on: `*`, an ARN, `alias:NAME` of a listed resource (also `alias:NAME/key` for what lies in
 * it), or an IAM identity by its short name.
 */
export function resolveResource(draft: Draft, at: TreeText, log: Log): Arn | null {
  const { text } = at;
  if (text === '*') return asArn('*');
  if (text.startsWith('arn:')) {
    if (splitArn(text) !== null) return asArn(text);
    log.push(invalidResource(at));
    return null;
  }
  const found = shortName(draft, text);
  if (found !== null) return found;
  log.push(
    text.includes(':')
      ? unknownReference(at, 'a resource', [...draft.resourceNames.keys(), ...draft.principalNames.keys()])
      : invalidResource(at)
  );
  return null;
}

function shortName(draft: Draft, text: string): Arn | null {
  const exact =
    draft.resourceNames.get(text) ?? draft.principalNames.get(text) ?? draft.groupNames.get(text) ?? null;
  if (exact !== null) return exact;
  const slash = text.indexOf('/');
  const bucket = slash < 0 ? undefined : draft.resourceNames.get(text.slice(0, slash));
  return bucket === undefined ? null : asArn(bucket + text.slice(slash));
}

/**
 * What a scene points at: whoever or whatever a request may name, a group, or an account by alias or number. An ARN
 * inside a listed resource is that resource.
 *
 * @returns an ARN, an account's id, a service's name, or `anonymous`
 */
export function resolveFocus(draft: Draft, at: TreeText, log: Log): string | null {
  const { text } = at;
  if (text === 'anonymous') return text;
  if (text.startsWith('service:')) return resolveService(at, log);
  const account = draft.aliases.get(text) ?? (isAccountId(text) ? asAccountId(text) : null);
  if (account !== null && draft.accounts.has(account)) return account;
  const arn =
    draft.providerNames.get(text) ?? (text.startsWith('arn:') ? asArn(text) : shortName(draft, text));
  const found = arn === null ? null : listedAt(draft, arn);
  if (found === null)
    log.push(unknownReference(at, 'a principal, group, resource or account', focusNames(draft)));
  return found;
}

function listedAt(draft: Draft, arn: Arn): Arn | null {
  const { principals, groups, identityProviders } = draft;
  if (principals.has(arn) || groups.has(arn) || identityProviders.has(arn)) return arn;
  return findResource(draft, arn)?.resource.arn ?? null;
}

function focusNames(draft: Draft): readonly string[] {
  const { principalNames, groupNames, resourceNames, providerNames, aliases } = draft;
  return [principalNames, groupNames, resourceNames, providerNames, aliases].flatMap((names) => [
    ...names.keys()
  ]);
}

/** A VPC endpoint by id. */
export function resolveEndpoint(draft: Draft, at: TreeText | null, log: Log): string | null {
  if (at === null) return null;
  if (draft.endpoints.has(at.text)) return at.text;
  log.push(unknownReference(at, 'a VPC endpoint', [...draft.endpoints.keys()]));
  return null;
}

/** An alias of the file, or any twelve digits. */
export function resolveAccountId(draft: Draft, at: TreeText | null, log: Log): AccountId | null {
  if (at === null) return null;
  const id = draft.aliases.get(at.text) ?? (isAccountId(at.text) ? asAccountId(at.text) : null);
  if (id === null) log.push(unknownReference(at, 'an account', [...draft.aliases.keys()]));
  return id;
}
