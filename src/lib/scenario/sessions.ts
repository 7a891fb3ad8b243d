/** Sessions of a scenario's requests: what the file says of them, and the sessions as principals of the world. */
import { taskPolicy, taskPolicyArns } from '../catalog/task-policies.ts';
import type { HopFacts, PrincipalFacts, RequestFacts, SessionFacts } from '../engine/facts.ts';
import type { Request, RoleSessionCaller } from '../engine/request.ts';
import { compact, sessionProblems } from '../policy/quotas.ts';
import { headOf } from '../policy/reading.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { accountIn, asArn, federatedUserArn } from '../world/arn.ts';
import type { AccountId, PolicyId } from '../world/world.ts';
import { clash, unknownTask } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { RequestFormat, SessionFormat } from './format-requests.ts';
import type { NamedPrincipal } from './names.ts';
import type { Log } from './shape.ts';
import { addPolicy, addSupplied, resolvePolicy } from './world-policies.ts';
import { toTags } from './world-principals.ts';

/** A session holds an hour unless it says otherwise, and never more after role chaining (STS-04). Seconds. */
const HOUR = 3600;

/**
 * Session policies of a session or hop.
 *
 * @param id the id of the policy written in place
 * @returns null for a session made without any
 */
export function sessionPolicies(
  draft: Draft,
  id: string,
  account: AccountId | null,
  of: Pick<SessionFormat, 'policy' | 'policies' | 'tags' | 'map'>
): readonly PolicyId[] | null {
  const ids: PolicyId[] = [];
  if (of.policy) {
    const sheet = { id, name: 'session policy', kind: 'session', origin: 'session', account } as const;
    ids.push(addPolicy(draft, sheet, of.policy));
  }
  const alias = account === null ? '' : (draft.accounts.get(account)?.alias ?? '');
  for (const at of of.policies ?? []) {
    const named = resolvePolicy(draft, alias, at);
    if (isForeign(draft, named, account)) draft.log.push(clash(at, ...FOREIGN));
    ids.push(named);
  }
  for (const problem of sizeProblems(draft, ids, of)) draft.log.push(problem);
  return ids.length > 0 ? ids : null;
}

/** STS-32. Source: STS API Reference, AssumeRole, PolicyArns. */
function isForeign({ papers }: Draft, policy: PolicyId, account: AccountId | null): boolean {
  const owner = papers.get(policy)?.account ?? null;
  return owner !== null && owner !== account;
}

const FOREIGN = [
  'session policies are managed policies of the account of the session, or of AWS',
  'name one of that account, or `aws:NAME`'
] as const;

/** GRAM-22 */
function sizeProblems(
  draft: Draft,
  ids: readonly PolicyId[],
  { policy, tags, map }: Pick<SessionFormat, 'policy' | 'tags' | 'map'>
): readonly Diagnostic[] {
  const at = { range: headOf(map.range), path: map.path };
  const text = policy?.kind === 'text' ? policy.text : policy && compact(policy);
  const arns = ids.flatMap((id) => draft.papers.get(id)?.arn ?? []);
  const length = (tags ?? []).reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  return sessionProblems(at, { policy: text?.length ?? 0, arns, tags: length });
}

/** Principal and session together, as each says something of the other. */
export interface Caller {
  readonly principal: PrincipalFacts;
  readonly session: SessionFacts | null;
}

/** @param id the request's id */
export function toCaller(
  draft: Draft,
  id: string,
  who: NamedPrincipal,
  request: RequestFormat,
  log: Log
): Caller | null {
  const written = request.session;
  if (written === null) return withoutSession(who);
  checkTask(draft, written, log);
  const long: SessionFormat | null = typeof written === 'string' ? null : written;
  const name = typeof written === 'string' ? written : (written.name ?? who.session);
  const kind = long?.kind ?? defaultKind(who.facts);
  if (kind === null || !fits(kind, who.facts)) {
    log.push(clash(sessionPlace(request), ...misfit(who.facts)));
    return null;
  }
  const principal = toPrincipal(who.facts, kind, name);
  if (long === null) return { principal, session: named(name, kind) };
  const account = 'arn' in who.facts ? accountIn(who.facts.arn) : null;
  const policies = sessionPolicies(draft, `${id}/session`, account, long);
  checkDuration(draft, kind, principal, request, log);
  const session = { ...named(name, kind), ...toSession(long), policies };
  return { principal, session: withDuration(session, who) };
}

/** What a permission set says of its sessions holds where the request is silent. */
function withDuration(session: SessionFacts, who: NamedPrincipal): SessionFacts {
  return { ...session, duration: session.duration ?? who.duration ?? null };
}

/** The request says nothing of a session, the principal's ARN perhaps does. */
function withoutSession(who: NamedPrincipal): Caller {
  const { facts, session } = who;
  const kind = facts.kind === 'federatedUser' ? 'federatedUser' : 'role';
  return { principal: facts, session: session === null ? null : withDuration(named(session, kind), who) };
}

function toSession(long: SessionFormat): Omit<SessionFacts, 'name' | 'kind' | 'policies'> {
  return {
    tags: toTags(long.tags),
    transitive: long.transitive ?? [],
    sourceIdentity: long.sourceIdentity,
    issuedAt: long.issuedAt,
    duration: long.duration,
    taskPolicy: long.taskPolicy === null ? null : asArn(long.taskPolicy.text),
    ...(long.instance === null ? {} : toInstance(long.instance))
  };
}

function toInstance(instance: NonNullable<SessionFormat['instance']>): Pick<SessionFacts, 'instance'> {
  const { arn, vpc, privateIp, delivery, map } = instance;
  return arn === null ? {} : { instance: { arn: asArn(arn), vpc, privateIp, delivery, path: map.path } };
}

/** Files the task policy of an AssumeRoot session, which is one of AWS's five (STS-34). */
function checkTask(draft: Draft, written: NonNullable<RequestFormat['session']>, log: Log): void {
  const at = typeof written === 'string' ? null : written.taskPolicy;
  if (at === null) return;
  const found = taskPolicy(at.text);
  if (found === null) {
    log.push(unknownTask(at, taskPolicyArns()));
    return;
  }
  const { name } = found;
  const arn = asArn(at.text);
  const sheet = { id: `aws:${name}`, name, kind: 'session', origin: 'aws', account: null, arn } as const;
  addSupplied(draft, sheet, JSON.stringify(found.document, null, 2), null);
}

/** Seconds: what each kind of session may last at most (8.2); a role's session as long as its role says. */
const LONGEST: Readonly<Record<Exclude<SessionFacts['kind'], 'role'>, number>> = {
  federatedUser: 129_600,
  sessionToken: 129_600,
  assumeRoot: 900
};

/** A session that could not have been made: it would last longer than AWS lets it (STS-20). */
function checkDuration(
  draft: Draft,
  kind: SessionFacts['kind'],
  principal: PrincipalFacts,
  request: RequestFormat,
  log: Log
): void {
  const written = request.session;
  const duration = written === null || typeof written === 'string' ? null : written.duration;
  const role = principal.kind === 'session' ? principal.role : 'arn' in principal ? principal.arn : null;
  const known = role === null ? undefined : draft.principals.get(role);
  const ofRole = known?.kind === 'role' ? known.maxSessionDuration : Number.MAX_SAFE_INTEGER;
  const longest = kind === 'role' ? ofRole : LONGEST[kind];
  if (duration === null || duration <= longest) return;
  const message = `no such session lasts ${String(duration)} seconds`;
  log.push(clash(sessionPlace(request), message, `${String(longest)} is the most`));
}

function sessionPlace(request: RequestFormat) {
  const entry = request.map.entries.find(({ key }) => key === 'session');
  return entry ? { range: entry.keyRange, path: entry.value.path } : request.map;
}

function misfit(principal: PrincipalFacts): readonly [string, string] {
  if (principal.kind === 'user') {
    return [
      'a user has no role session',
      'use `session: { kind: federatedUser, name: NAME }` or `session: { kind: sessionToken }`'
    ];
  }
  if (principal.kind === 'root') {
    return ['a root user has no role session', 'use `session: { kind: assumeRoot, taskPolicy: ARN }`'];
  }
  return ['this principal has no such session', 'sessions belong to roles, users and root users'];
}

function named(name: string | null, kind: SessionFacts['kind']): SessionFacts {
  return {
    name,
    kind,
    policies: null,
    tags: new Map(),
    transitive: [],
    sourceIdentity: null,
    issuedAt: null,
    duration: null,
    taskPolicy: null
  };
}

function defaultKind(principal: PrincipalFacts): SessionFacts['kind'] | null {
  switch (principal.kind) {
    case 'role':
    case 'session':
      return 'role';
    case 'federatedUser':
      return 'federatedUser';
    default:
      return null;
  }
}

function fits(kind: SessionFacts['kind'], principal: PrincipalFacts): boolean {
  switch (kind) {
    case 'role':
      return principal.kind === 'role' || principal.kind === 'session';
    case 'federatedUser':
      return principal.kind === 'user' || principal.kind === 'root' || principal.kind === 'federatedUser';
    case 'sessionToken':
      return principal.kind === 'user' || principal.kind === 'root';
    case 'assumeRoot':
      return principal.kind === 'root';
  }
}

/** A GetFederationToken session is a principal of its own; who asked for it is its issuer. */
function toPrincipal(
  principal: PrincipalFacts,
  kind: SessionFacts['kind'],
  name: string | null
): PrincipalFacts {
  if (kind !== 'federatedUser' || !(principal.kind === 'user' || principal.kind === 'root')) return principal;
  return {
    kind: 'federatedUser',
    arn: federatedUserArn(principal.arn, name ?? 'session'),
    issuer: principal.arn
  };
}

/** Enters the role sessions that a request uses, those reached by its hops included. */
export function addSessions(draft: Draft, facts: RequestFacts, request: Request): void {
  const callers = [...request.hops.map(({ caller }) => caller), request.caller];
  callers.forEach((caller, index) => {
    if (caller.kind !== 'roleSession' || (index === 0 && isUnassigned(facts))) return;
    const made = index === 0 ? facts.session : (facts.assume[index - 1] ?? null);
    const isChained = index > 1 || (index === 1 && callers[0]?.kind === 'roleSession');
    addSession(draft, caller, made, facts.at ?? draft.now, isChained);
  });
}

/** Identity Center made no such session (EVAL-24). */
function isUnassigned({ principal }: RequestFacts): boolean {
  return principal.kind === 'session' && principal.unassigned !== undefined;
}

function addSession(
  draft: Draft,
  caller: RoleSessionCaller,
  made: SessionFacts | HopFacts | null,
  at: number,
  isChained: boolean
): void {
  if (draft.principals.has(caller.arn)) return;
  const begun = made === null ? null : 'issuedAt' in made ? made.issuedAt : made.at;
  const issued = begun ?? at;
  const seconds = Math.min(made?.duration ?? HOUR, isChained ? HOUR : Number.MAX_SAFE_INTEGER);
  draft.principals.set(caller.arn, {
    kind: 'session',
    arn: caller.arn,
    tags: made?.tags ?? new Map<string, string>(),
    account: caller.account,
    name: caller.session,
    role: caller.role,
    issued,
    expires: issued + seconds * 1000
  });
}
