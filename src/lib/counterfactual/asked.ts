/** One evaluation of a request whose decision is to change: the call itself, one of its hops or of its checks. */
import type { PlainMap } from '../edit/documents.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Caller, Request } from '../engine/request.ts';
import type { Evaluation, PolicyTypeStep, StatementStep } from '../engine/trace.ts';
import type { PolicyType, World } from '../world/world.ts';
import { statementAt } from './sheet.ts';
import type { Stand } from './stand.ts';

export interface Asked {
  readonly stand: Stand;
  /** Id of the request in the file. */
  readonly id: string;
  /** Without hops and checks. */
  readonly request: Request;
  readonly evaluation: Evaluation;
  /** Its number among the hops; null for the call itself and its checks. */
  readonly hop: number | null;
}

/** The evaluations that block a request, innermost: for a request that is its own obstacle, itself. */
export function blocking(stand: Stand, id: string, evaluation: Evaluation): readonly Asked[] {
  const parts = partsOf(stand, id, evaluation);
  if (evaluation.decidedBy.kind !== 'blocked') return parts.slice(0, 1);
  const { step } = evaluation.decidedBy;
  const found = parts.find((part) => part.evaluation.id === step) ?? parts[0];
  return found ? [found] : [];
}

/** Everything that must be allowed for a request to be: the call, its hops and all their checks. */
export function partsOf(stand: Stand, id: string, evaluation: Evaluation): readonly Asked[] {
  const part = (each: Evaluation, hop: number | null): Asked => ({
    stand,
    id,
    request: bare(each.request),
    evaluation: each,
    hop
  });
  return [
    part(evaluation, null),
    ...evaluation.checks.map((check) => part(check, null)),
    ...evaluation.hops.flatMap((hop, at) => [part(hop, at), ...hop.checks.map((check) => part(check, at))])
  ];
}

function bare(request: Request): Request {
  return { ...request, hops: [], checks: [] };
}

/** The same question in another world. */
export function again({ request }: Asked, world: World): Evaluation {
  return evaluate(world, request);
}

export function typesOf(evaluation: Evaluation): readonly PolicyTypeStep[] {
  return evaluation.steps.filter((step) => step.kind === 'policyType');
}

/** What was found of the statements of some type, or of all. */
export function statementsIn(
  evaluation: Evaluation,
  type: PolicyType | null = null
): readonly StatementStep[] {
  return typesOf(evaluation)
    .filter((step) => type === null || step.type === type)
    .flatMap((step) => step.steps)
    .flatMap((target) => target.steps)
    .flatMap((policy) => policy.steps);
}

/** The finding on the same statement in another evaluation. */
export function sameStatement(evaluation: Evaluation, { at, type }: StatementStep): StatementStep | null {
  return (
    statementsIn(evaluation, type).find((step) => step.at.policy === at.policy && step.at.path === at.path) ??
    null
  );
}

/** The statement of a finding as it is written; null for a policy that has gone. */
export function writtenStatement({ stand }: Asked, { at }: StatementStep) {
  const document = stand.world.policies.get(at.policy);
  return document ? statementAt({ document }, at.path) : null;
}

/** A principal as a policy names it. */
export interface Named {
  readonly type: 'AWS' | 'Service' | 'Federated' | '*';
  readonly value: string;
}

/** How a resource-based policy names a caller, as narrowly as it lasts: a session by its role (PRIN-04). */
export function namedAs(caller: Caller): Named {
  switch (caller.kind) {
    case 'user':
    case 'root':
      return { type: 'AWS', value: caller.arn };
    case 'roleSession':
      return { type: 'AWS', value: caller.role };
    case 'federatedUser':
      return { type: 'AWS', value: caller.arn };
    case 'service':
      return { type: 'Service', value: caller.service };
    case 'identityProvider':
      return { type: 'Federated', value: caller.provider };
    case 'anonymous':
      return { type: '*', value: '*' };
  }
}

/**
 * The narrowest statement that speaks of a request: its action, its resource, and its caller where the type of policy
 * names callers. A trust policy has no Resource (SVC-01), a key policy speaks of its own key as `*` (SVC-03).
 */
export function narrowStatement(effect: 'Allow' | 'Deny', { request }: Asked, type: PolicyType): PlainMap {
  const { action, resource, caller } = request;
  const named = namedAs(caller);
  const names = type === 'resource' || type === 'endpoint' || type === 'rcp';
  const principal = named.type === '*' ? '*' : { [named.type]: named.value };
  const isTrust = type === 'resource' && isRole(resource);
  const isKey = /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource);
  return {
    Effect: effect,
    ...(names ? { Principal: principal } : {}),
    Action: action,
    ...(isTrust ? {} : { Resource: type === 'resource' && isKey ? '*' : resource })
  };
}

export function isRole(arn: string): boolean {
  return /^arn:[^:]*:iam::[^:]*:role\//.test(arn);
}
