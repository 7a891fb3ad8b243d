/**
 * Statements against a request. A statement matches if all its elements do (GRAM-19); elements after the first
 * mismatch are not reached and have no step, so what the trace lacks was never asked.
 */
import type { Effect, PatternElement } from '../policy/document.ts';
import { matchesGlob } from '../policy/pattern.ts';
import type { PolicyId, PolicyType } from '../world/world.ts';
import {
  compile,
  type CompiledAction,
  type CompiledResource,
  type CompiledStatement,
  type ElementRule
} from './compile.ts';
import { matchCondition } from './conditions.ts';
import { matchPrincipal, type CompiledPrincipal, type PrincipalSetting } from './principal.ts';
import { toQuestion, type Question } from './question.ts';
import type { Caller } from './request.ts';
import type {
  ApplicablePolicy,
  ConditionStep,
  ElementStep,
  ExpectedValue,
  Match,
  PolicyStep,
  StatementStep
} from './trace.ts';
import { matchesResource, toArnGlob, type ArnGlob, type SplitText } from './values/arn-glob.ts';
import { resolve, resolvedForm } from './variables.ts';

/** A policy against a request: every statement, in order. `id` is the step's id. */
export function matchPolicy(id: string, policy: ApplicablePolicy, setting: PrincipalSetting): PolicyStep {
  const base = { kind: 'policy', id, type: policy.type, policy: policy.id, target: policy.target } as const;
  if (!policy.document) return { ...base, rule: 'GRAM-01', outcome: 'broken', steps: [] };
  const question = toQuestion(setting);
  const steps = compile(policy.document).statements.map((statement) =>
    matchStatement(`${id}#${statement.label}`, policy.id, policy.type, statement, question)
  );
  return { ...base, rule: 'GRAM-19', outcome: foldStatements(steps), steps };
}

/** One matching Deny outweighs everything (EVAL-02); a Deny that may match leaves the policy open. */
function foldStatements(steps: readonly StatementStep[]): PolicyStep['outcome'] {
  let deny: Match = 'noMatch';
  let allow: Match = 'noMatch';
  for (const { effect, outcome } of steps) {
    if (outcome === 'noMatch') continue;
    if (effect === 'Deny') deny = deny === 'match' ? deny : outcome;
    else allow = allow === 'match' ? allow : outcome;
  }
  if (deny !== 'noMatch') return deny === 'match' ? 'Deny' : 'unknown';
  if (allow !== 'noMatch') return allow === 'match' ? 'Allow' : 'unknown';
  return 'none';
}

/** One statement. `id` is the step's id. */
function matchStatement(
  id: string,
  policy: PolicyId,
  type: PolicyType,
  compiled: CompiledStatement,
  question: Question
): StatementStep {
  const { statement } = compiled;
  const steps: (ElementStep | ConditionStep)[] = [];
  const outcome = askAll(steps, id, policy, compiled, question);
  const principal = statement.principal && steps[0];
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

/** Asks in reading order until something does not match; what comes after that is never asked. */
function askAll(
  steps: (ElementStep | ConditionStep)[],
  id: string,
  policy: PolicyId,
  compiled: CompiledStatement,
  question: Question
): Match {
  const { statement, principal } = compiled;
  let outcome: Match = 'match';
  const add = (step: ElementStep | ConditionStep): boolean => {
    steps.push(step);
    if (step.outcome !== 'match') outcome = step.outcome;
    return outcome !== 'noMatch';
  };
  if (principal && !add(askPrincipal(id, policy, principal, statement.effect, question))) return outcome;
  if (!add(askAction(id, policy, compiled, question))) return outcome;
  if (statement.resource && !add(askResource(id, policy, compiled, statement.resource, question))) {
    return outcome;
  }
  for (const condition of compiled.conditions) {
    const { operator, key } = condition.condition;
    const conditionId = `${id}:${operator.text}.${key}`;
    if (!add(matchCondition(conditionId, policy, condition, question.request.context))) return outcome;
  }
  return outcome;
}

function askPrincipal(
  id: string,
  policy: PolicyId,
  compiled: CompiledPrincipal,
  effect: Effect,
  question: Question
): ElementStep {
  const { element } = compiled;
  const found = matchPrincipal(policy, compiled, effect, question);
  return {
    kind: 'element',
    id: `${id}:Principal`,
    rule: element.negated ? 'PRIN-21' : found.grant ? GRANT_RULE[found.grant] : 'PRIN-10',
    steps: [],
    element: 'Principal',
    at: { policy, path: element.path },
    negated: element.negated,
    requested: nameOf(question.request.caller),
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

/** Whether one entry of Action holds (ACT-02, ACT-03). */
function holdsAction({ glob }: CompiledAction, { action }: Pick<Question, 'action'>): boolean {
  return matchesGlob(glob, action);
}

function askAction(
  id: string,
  policy: PolicyId,
  compiled: CompiledStatement,
  question: Question
): ElementStep {
  const { action: element } = compiled.statement;
  const expected = expectedActions(policy, compiled, question);
  const hit = expected.find(({ holds }) => holds);
  return {
    kind: 'element',
    id: `${id}:Action`,
    rule: element.negated ? 'ACT-06' : compiled.hasWildAction ? 'ACT-03' : 'ACT-02',
    steps: NO_STEPS,
    outcome: outcomeOf(compiled.actionRule, hit !== undefined, false),
    element: 'Action',
    at: { policy, path: element.path },
    negated: element.negated,
    requested: question.request.action,
    expected,
    matched: hit?.at ?? null,
    grant: null
  };
}

const NO_STEPS: readonly never[] = [];

/** Most statements are about other actions; what is to be said of them is always the same. */
function expectedActions(
  policy: PolicyId,
  { actions, unmatched }: CompiledStatement,
  question: Question
): readonly ExpectedValue[] {
  const toExpected = (action: CompiledAction): ExpectedValue => ({
    at: { policy, path: action.pattern.path },
    text: action.pattern.text,
    resolved: action.pattern.text,
    holds: holdsAction(action, question)
  });
  if (actions.some((action) => holdsAction(action, question))) return actions.map(toExpected);
  if (unmatched.policy !== policy) {
    unmatched.expected = actions.map(toExpected);
    unmatched.policy = policy;
  }
  return unmatched.expected;
}

function outcomeOf({ negated, isEmpty }: ElementRule, isHit: boolean, isUnknown: boolean): Match {
  if (isUnknown && !isHit) return 'unknown';
  return !isEmpty && isHit !== negated ? 'match' : 'noMatch';
}

/** Whether one entry of Resource holds; null where a variable has no value, undefined where nobody knows it. */
export function holdsResource(resource: CompiledResource, question: Question): boolean | null | undefined {
  const { latest, pattern } = resource;
  const glob =
    latest === null ? resource.arn : resolvedForm(pattern.parts, latest, question.request.context, toArnGlob);
  return glob ? holdsFor(glob, question.resources) : glob;
}

function holdsFor(glob: ArnGlob, resources: readonly SplitText[]): boolean {
  for (const each of resources) if (matchesResource(glob, each)) return true;
  return false;
}

function askResource(
  id: string,
  policy: PolicyId,
  compiled: CompiledStatement,
  element: PatternElement,
  question: Question
): ElementStep {
  const found = compiled.resources.map((resource) => holdsResource(resource, question));
  const isVariable = found.some((holds) => typeof holds !== 'boolean');
  const expected = compiled.resources.map((resource, i): ExpectedValue => ({
    at: { policy, path: resource.pattern.path },
    text: resource.pattern.text,
    resolved: resource.latest === null ? resource.pattern.text : textIn(resource, question),
    holds: found[i] === true
  }));
  const hit = expected.find(({ holds }) => holds);
  return {
    kind: 'element',
    id: `${id}:Resource`,
    rule: element.negated ? (isVariable ? 'VAR-09' : 'RES-08') : isVariable ? 'VAR-07' : 'RES-03',
    steps: NO_STEPS,
    outcome: outcomeOf(toRule(compiled), hit !== undefined, found.includes(undefined)),
    element: 'Resource',
    at: { policy, path: element.path },
    negated: element.negated,
    requested: question.request.resource,
    expected,
    matched: hit?.at ?? null,
    grant: null
  };
}

const PLAIN: ElementRule = { negated: false, isEmpty: false };

function toRule({ resourceRule }: CompiledStatement): ElementRule {
  return resourceRule ?? PLAIN;
}

/** The pattern with its variables replaced; null where that cannot be. */
function textIn({ pattern }: CompiledResource, { request }: Question): string | null {
  const resolution = resolve(pattern.parts, request.context);
  if (resolution.kind !== 'resolved') return null;
  const texts = resolution.parts.map((part) =>
    part.kind === 'literal' ? part.text : part.kind === 'anyRun' ? '*' : '?'
  );
  return texts.join('');
}
