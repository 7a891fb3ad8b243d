/** Requests of the file, names resolved, as facts for the engine and then as requests. Each by itself. */
import { toRequest } from '../engine/context.ts';
import type { ContextFact, HopFacts, RequestFacts } from '../engine/facts.ts';
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { join } from '../source/pointer.ts';
import type { TreeText } from '../source/tree.ts';
import { aliasOf } from '../world/alias.ts';
import { accountIn, asArn } from '../world/arn.ts';
import { findResource } from '../world/resource.ts';
import type { AccountId, Arn, Principal, World } from '../world/world.ts';
import { parseBy } from './by.ts';
import { invalidCredential, unknownAccessKey, unlistedBucket } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { ContextFormat, HopFormat, RequestFormat } from './format-requests.ts';
import {
  resolveAccountId,
  resolveEndpoint,
  resolvePrincipal,
  resolveResource,
  resolveRole
} from './names.ts';
import { toCalled, warnFurther } from './operation.ts';
import type { Case } from './scenario.ts';
import { sessionPolicies } from './session-policies.ts';
import { addSessions } from './session-principals.ts';
import { toCaller } from './sessions.ts';
import type { Entry } from './shape-compound.ts';
import type { Log } from './shape.ts';
import { toTags } from './world-principals.ts';

/**
 * A request with what is expected of it. Enters its sessions and session policies into the draft.
 *
 * @param before what reading the request's text has already found
 */
export function toCase(
  draft: Draft,
  world: World,
  entry: Entry<RequestFormat>,
  before: readonly Diagnostic[]
): Case {
  const { key: id, value, at, keyRange } = entry;
  const log: Log = [];
  const facts = toFacts(draft, entry, log);
  const by = value.by === null ? null : parseBy(value.by, log);
  if (facts) warnOf(world, facts, value, log);
  for (const problem of log) draft.log.push(problem);
  const diagnostics = [...before, ...log];
  const request = facts === null || hasErrors(diagnostics) ? null : toRequest(world, facts);
  if (facts && request) addSessions(draft, facts, request);
  return {
    id,
    title: value.title ?? id,
    request,
    expect: value.expect,
    by: by === null ? null : (value.by?.text ?? null),
    range: { ...keyRange, to: Math.max(keyRange.to, at.range.to) },
    diagnostics
  };
}

function toFacts(draft: Draft, entry: Entry<RequestFormat>, log: Log): RequestFacts | null {
  const { key: id, value, at } = entry;
  const who = value.principal === null ? null : resolvePrincipal(draft, value.principal, log);
  const caller = who === null ? null : toCaller(draft, id, who, value, log);
  const assume = all((value.assume ?? []).map((hop, index) => toHop(draft, id, hop, index, log)));
  const resources = all((value.resource ?? []).map((name) => resolveResource(draft, name, log)));
  const relations = toRelations(draft, value, log);
  const called = toCalled(draft, value, log);
  if (!caller || called === null || !assume || !resources) return null;
  return {
    id,
    ...caller,
    ...relations,
    assume,
    mfa: value.mfa,
    ...called,
    resources: resources.length > 0 ? resources : [asArn('*')],
    requestTags: toTags(value.requestTags),
    at: value.at,
    context: toContext(value.context),
    unknown: value.unknown ?? [],
    derive: value.derive ?? true,
    path: at.path
  };
}

/** The list, if nothing in it is missing. */
function all<T>(items: readonly (T | null)[]): readonly T[] | null {
  const there = items.flatMap((item) => (item === null ? [] : [item]));
  return there.length === items.length ? there : null;
}

/** How the call is signed and on whose behalf and by which way it comes. */
function toRelations(
  draft: Draft,
  value: RequestFormat,
  log: Log
): Pick<
  RequestFacts,
  'credential' | 'accessKey' | 'passes' | 'onBehalfOf' | 'sourceAccount' | 'endpoint' | 'via'
> {
  return {
    ...toAccessKey(draft, value, log),
    credential: toCredential(value.credential, log),
    passes: value.passes === null ? null : resolveRole(draft, value.passes, log),
    onBehalfOf: value.onBehalfOf === null ? null : resolveResource(draft, value.onBehalfOf, log),
    sourceAccount: resolveAccountId(draft, value.sourceAccount, log),
    endpoint: resolveEndpoint(draft, value.endpoint, log),
    via: value.via ?? []
  };
}

function toHop(draft: Draft, id: string, hop: HopFormat, index: number, log: Log): HopFacts | null {
  const role = hop.role === null ? null : resolveRole(draft, hop.role, log);
  const endpoint = resolveEndpoint(draft, hop.endpoint, log);
  if (role === null) return null;
  const { session, externalId, sourceIdentity, duration, mfa, at } = hop;
  return {
    role,
    session,
    externalId,
    tags: toTags(hop.tags),
    transitive: hop.transitive ?? [],
    sourceIdentity,
    policies: sessionPolicies(draft, `${id}/hop/${String(index)}/session`, accountIn(role), hop),
    duration,
    mfa,
    context: toContext(hop.context),
    endpoint,
    at,
    path: hop.map.path
  };
}

function toContext(entries: readonly Entry<ContextFormat>[] | null): readonly ContextFact[] {
  return (entries ?? []).map(({ key, value, at }) => ({ key, ...value, path: at.path }));
}

/** The key that a user signs with; one of the keys that the user has, where these are listed. */
function toAccessKey(
  draft: Draft,
  { credential, principal }: RequestFormat,
  log: Log
): Pick<RequestFacts, 'accessKey'> {
  if (credential === null || principal === null || !credential.text.startsWith('AKIA')) return {};
  const named = draft.principalNames.get(principal.text) ?? asArn(principal.text);
  const keys = keysOf(draft.principals.get(named));
  if (keys.length > 0 && !keys.includes(credential.text)) {
    log.push(unknownAccessKey(credential, principal.text, keys));
  }
  return { accessKey: credential.text };
}

function keysOf(principal: Principal | undefined): readonly string[] {
  return principal?.kind === 'user' ? [...(principal.accessKeys?.keys() ?? [])] : [];
}

const CREDENTIALS = ['console', 'accessKey', 'sessionToken'] as const;

/** How a user signs; an access key's id is an access key. */
function toCredential(at: TreeText | null, log: Log): RequestFacts['credential'] {
  if (at === null) return null;
  const word = CREDENTIALS.find((candidate) => candidate === at.text);
  if (word !== undefined) return word;
  if (/^AKIA[A-Z0-9]{12,124}$/.test(at.text)) return 'accessKey';
  log.push(invalidCredential(at, CREDENTIALS));
  return null;
}

/** What deserves a word though the request can be asked. */
function warnOf(world: World, facts: RequestFacts, request: RequestFormat, log: Log): void {
  warnUnlisted(world, facts, request, log);
  warnFurther(facts, request, log);
}

/** A bucket that no account lists belongs to the caller's account, which deserves a word. */
function warnUnlisted(world: World, facts: RequestFacts, request: RequestFormat, log: Log): void {
  const caller = callerAccount(facts);
  facts.resources.forEach((arn, index) => {
    const at = request.resource?.[index];
    if (at && isUnlistedBucket(world, arn)) log.push(unlistedBucket(at, arn, quotedAlias(world, caller)));
  });
}

function isUnlistedBucket(world: World, arn: Arn): boolean {
  return /^arn:[^:]*:s3:::[^*?]/.test(arn) && findResource(world, arn) === null;
}

function callerAccount({ principal, assume }: Pick<RequestFacts, 'principal' | 'assume'>): AccountId | null {
  const last = assume.at(-1);
  if (last) return accountIn(last.role);
  return 'arn' in principal ? accountIn(principal.arn) : null;
}

function quotedAlias(world: World, account: AccountId | null): string | null {
  return account === null ? null : `\`${aliasOf(world, account)}\``;
}

/** The part of a diagnostic's path that says which request it is in; null outside requests. */
export function requestPath(problem: Diagnostic): string | null {
  const match = /^\/requests\/[^/]*/.exec(problem.path);
  return match ? match[0] : null;
}

/** The path of a request by its id. */
export function pathOfRequest(id: string): string {
  return join('/requests', id);
}
