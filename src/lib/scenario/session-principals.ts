/** The role sessions of a scenario's requests as principals of its world, each with its beginning and end. */
import type { HopFacts, RequestFacts, SessionFacts } from '../engine/facts.ts';
import type { Request, RoleSessionCaller } from '../engine/request.ts';
import type { Draft } from './draft.ts';

/** A session holds an hour unless it says otherwise, and never more after role chaining (STS-04). Seconds. */
const HOUR = 3600;

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
    expires: issued + seconds * 1000,
    usedAt: at
  });
}
