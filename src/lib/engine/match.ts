/**
 * Statements against a request. A statement matches if all its elements do (GRAM-19); elements after the first
 * mismatch are not reached and have no step, so what the trace lacks was never asked.
 */
import type { Effect, PatternElement, PrincipalElement } from '../policy/document.ts';
import { matchesGlob } from '../policy/pattern.ts';
import type { PolicyId, PolicyType } from '../world/world.ts';
import { CHOICES } from './choices.ts';
import { compile, type CompiledResource, type CompiledStatement } from './compile.ts';
import { matchCondition } from './conditions.ts';
import { matchPrincipal, type PrincipalSetting } from './principal.ts';
import type { Caller, Request } from './request.ts';
import type {
  ApplicablePolicy,
  ConditionStep,
  ElementStep,
  ExpectedValue,
  Match,
  PolicyStep,
  StatementStep
} from './trace.ts';
import { matchesResource, toArnGlob } from './values/arn-glob.ts';
import { resolve } from './variables.ts';

/** A policy against a request: every statement, in order. `id` is the step's id. */
export function matchPolicy(id: string, policy: ApplicablePolicy, setting: PrincipalSetting): PolicyStep {
  const base = { kind: 'policy', id, type: policy.type, policy: policy.id, target: policy.target } as const;
  if (!policy.document) return { ...base, rule: 'GRAM-01', outcome: 'broken', steps: [] };
  const steps = compile(policy.document).statements.map((statement) =>
    matchStatement(`${id}#${statement.label}`, policy.id, policy.type, statement, setting)
  );
  return { ...base, rule: 'GRAM-19', outcome: foldStatements(steps), steps };
}

/** One matching Deny outweighs everything (EVAL-02); a Deny that may match leaves the policy open. */
function foldStatements(steps: readonly StatementStep[]): PolicyStep['outcome'] {
  const has = (effect: string, outcome: Match) =>
    steps.some((step) => step.effect === effect && step.outcome === outcome);
  if (has('Deny', 'match')) return 'Deny';
  if (has('Deny', 'unknown')) return 'unknown';
  if (has('Allow', 'match')) return 'Allow';
  return has('Allow', 'unknown') ? 'unknown' : 'none';
}

/** One statement. `id` is the step's id. */
function matchStatement(
  id: string,
  policy: PolicyId,
  type: PolicyType,
  compiled: CompiledStatement,
  setting: PrincipalSetting
): StatementStep {
  const steps: (ElementStep | ConditionStep)[] = [];
  for (const step of questions(id, policy, compiled, setting)) {
    steps.push(step);
    if (step.outcome === 'noMatch') break;
  }
  const { statement } = compiled;
  const outcome = foldElements(steps);
  const principal = steps.find((step) => step.kind === 'element' && step.element === 'Principal');
  return {
    kind: 'statement',
    id,
    rule: 'GRAM-19',
    outcome,
    steps,
    type,
    at: { policy, path: statement.path },
    sid: statement.sid,
    effect: statement.effect,
    grant: outcome !== 'noMatch' && principal?.kind === 'element' ? principal.grant : null
  };
}

function foldElements(steps: readonly (ElementStep | ConditionStep)[]): Match {
  if (steps.some((step) => step.outcome === 'noMatch')) return 'noMatch';
  return steps.some((step) => step.outcome === 'unknown') ? 'unknown' : 'match';
}

/** The questions in reading order. Lazy: a question not reached is never asked. */
function* questions(
  id: string,
  policy: PolicyId,
  compiled: CompiledStatement,
  setting: PrincipalSetting
): Generator<ElementStep | ConditionStep> {
  const { statement } = compiled;
  const { request } = setting;
  if (statement.principal) yield askPrincipal(id, policy, statement.principal, statement.effect, setting);
  yield askAction(id, policy, compiled, request);
  if (statement.resource) yield askResource(id, policy, compiled, statement.resource, request);
  for (const condition of compiled.conditions) {
    const { operator, key } = condition.condition;
    yield matchCondition(`${id}:${operator.text}.${key}`, policy, condition, request.context);
  }
}

function askPrincipal(
  id: string,
  policy: PolicyId,
  element: PrincipalElement,
  effect: Effect,
  setting: PrincipalSetting
): ElementStep {
  const found = matchPrincipal(policy, element, effect, setting);
  return {
    kind: 'element',
    id: `${id}:Principal`,
    rule: element.negated ? 'PRIN-21' : found.grant ? GRANT_RULE[found.grant] : 'PRIN-10',
    steps: [],
    element: 'Principal',
    at: { policy, path: element.path },
    negated: element.negated,
    requested: nameOf(setting.request.caller),
    ...found
  };
}

const GRANT_RULE = {
  session: 'PRIN-04b',
  user: 'PRIN-03',
  everyone: 'PRIN-01',
  service: 'PRIN-04e',
  provider: 'PRIN-04f',
  root: 'PRIN-15',
  role: 'PRIN-07',
  issuer: 'EVAL-15',
  account: 'PRIN-02'
} as const;

/** How the caller is written: its ARN, a service's name, a provider, or `*` for nobody in particular. */
export function nameOf(caller: Caller): string {
  switch (caller.kind) {
    case 'service':
      return caller.service;
    case 'identityProvider':
      return caller.provider;
    case 'anonymous':
      return 'anonymous';
    default:
      return caller.arn;
  }
}

function askAction(id: string, policy: PolicyId, compiled: CompiledStatement, request: Request): ElementStep {
  const action = request.action.toLowerCase();
  const element = compiled.statement.action;
  const expected = compiled.actions.map(({ pattern, glob }) => ({
    at: { policy, path: pattern.path },
    text: pattern.text,
    resolved: pattern.text,
    holds: matchesGlob(glob, action)
  }));
  return {
    ...toElement(`${id}:Action`, policy, 'Action', element, expected, false),
    rule: element.negated ? 'ACT-06' : expected.some(({ text }) => /[*?]/.test(text)) ? 'ACT-03' : 'ACT-02',
    requested: request.action
  };
}

function askResource(
  id: string,
  policy: PolicyId,
  compiled: CompiledStatement,
  element: PatternElement,
  request: Request
): ElementStep {
  let isUnknown = false;
  const expected = compiled.resources.map((resource): ExpectedValue => {
    const at = { policy, path: resource.pattern.path };
    const text = resource.pattern.text;
    const resolved = resolveResource(resource, request);
    if (resolved === 'unknown') isUnknown = true;
    if (typeof resolved === 'string') return { at, text, resolved: null, holds: false };
    const holds = textsOf(request).some((each) => matchesResource(resolved.arn, each));
    return { at, text, resolved: resolved.text, holds };
  });
  const isVariable = expected.some(({ resolved }) => resolved === null);
  return {
    ...toElement(`${id}:Resource`, policy, 'Resource', element, expected, isUnknown),
    rule: element.negated ? (isVariable ? 'VAR-09' : 'RES-08') : isVariable ? 'VAR-07' : 'RES-03',
    requested: request.resource
  };
}

function resolveResource(resource: CompiledResource, request: Request) {
  if (resource.arn) return { arn: resource.arn, text: resource.pattern.text };
  const resolution = resolve(resource.pattern.parts, request.context);
  if (resolution.kind !== 'resolved') return resolution.kind;
  const arn = toArnGlob(resolution.parts);
  if (!arn) return 'unresolved';
  const text = resolution.parts.map((part) =>
    part.kind === 'literal' ? part.text : part.kind === 'anyRun' ? '*' : '?'
  );
  return { arn, text: text.join('') };
}

/** RES-09: one S3 action is written in AWS's examples with an ARN although it has no resource. */
function textsOf(request: Request): readonly string[] {
  const isListing = request.action.toLowerCase() === 's3:listallmybuckets' && request.resource === '*';
  return isListing && CHOICES.listAllMyBucketsMatchesBucketStar
    ? [request.resource, 'arn:aws:s3:::*']
    : [request.resource];
}

function toElement(
  id: string,
  policy: PolicyId,
  name: 'Action' | 'Resource',
  element: PatternElement,
  expected: readonly ExpectedValue[],
  isUnknown: boolean
): Omit<ElementStep, 'rule' | 'requested'> {
  const hit = expected.find((each) => each.holds);
  const isEmpty = element.patterns.length === 0 && CHOICES.emptyElementMatchesNothing;
  const isMatch = !isEmpty && (hit !== undefined) !== element.negated;
  return {
    kind: 'element',
    id,
    steps: [],
    outcome: isUnknown && !hit ? 'unknown' : isMatch ? 'match' : 'noMatch',
    element: name,
    at: { policy, path: element.path },
    negated: element.negated,
    expected,
    matched: hit?.at ?? null,
    grant: null
  };
}
