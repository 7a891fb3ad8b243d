/** What a scenario's requests say of sessions: who calls in which session, and whether there can be such a one. */
import type { PrincipalFacts, SessionFacts } from '../engine/facts.ts';
import { accountIn, asArn, federatedUserArn } from '../world/arn.ts';
import { clash } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { RequestFormat, SessionFormat } from './format-requests.ts';
import type { NamedPrincipal } from './names.ts';
import { checkTask, sessionPolicies } from './session-policies.ts';
import type { Log } from './shape.ts';
import { toTags } from './world-principals.ts';

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
