/**
 * Rung 0: where to look when a request doesn't end as it must. That is the layer which decides it; for a yes that must
 * become a no the layer whose unlocked papers let it through; for an explicit deny that is wanted and missing the layer
 * of an unlocked Deny that could say it.
 */
import { evaluate } from '../engine/evaluate.ts';
import type { Evaluation, PolicyTypeStep, StatementStep } from '../engine/trace.ts';
import { verdictOf } from '../explain/road-verdict.ts';
import { isOpen } from '../exercise/editable.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Mark } from '../exercise/grade.ts';
import type { Expectation, Scenario } from '../scenario/scenario.ts';
import type { PolicyId } from '../world/world.ts';
import type { Opened } from './sheet.ts';

/** Where a request is decided: the stop to go to, what to lay on the table there, and the verdict in a few words. */
export interface Stop {
  readonly request: string;
  readonly step: string;
  /** Null where the stop lays it there itself. */
  readonly opened: Opened | null;
  readonly reason: string;
  readonly decision: Evaluation['outcome'];
}

type Place = Pick<Stop, 'step' | 'opened'>;
type Told = Pick<Scenario, 'world' | 'cases'>;

/** Null for a goal that no request shows, or whose request has an error. */
export function stopOf(scenario: Told, { goal }: Mark, exercise: Exercise): Stop | null {
  if (goal.kind !== 'request') return null;
  const one = scenario.cases.find(({ id }) => id === goal.request);
  if (!one?.request) return null;
  const evaluation = evaluate(scenario.world, one.request);
  const end = blocking(evaluation);
  return {
    request: goal.request,
    ...(unlockedPlace(scenario, evaluation, one.expect, exercise) ?? deciding(end)),
    reason: verdictOf(end).reason,
    decision: evaluation.outcome
  };
}

/** The unlocked statement to be changed, where the layer that decides is not the one to look at; else null. */
function unlockedPlace(
  scenario: Told,
  evaluation: Evaluation,
  expect: Expectation | null,
  exercise: Exercise
): Place | null {
  const { outcome } = evaluation;
  const isUnlocked = (policy: PolicyId): boolean => {
    const pointer = scenario.world.papers.get(policy)?.pointer;
    return typeof pointer === 'string' && isOpen(exercise.edit, pointer);
  };
  const calls = callsOf(evaluation);
  if (expect === 'explicitDeny' && outcome !== 'explicitDeny') {
    const deny = idleDeny(calls, isUnlocked);
    if (deny !== null) return deny;
  }
  const mustDeny = expect !== null && expect !== 'allowed' && expect !== 'conditional';
  if (!mustDeny || outcome !== 'allowed') return null;
  return wideAllow(calls, isUnlocked, neededCalls(scenario, exercise));
}

/** A Deny that could have matched and does not. */
function idleDeny(calls: readonly Evaluation[], isUnlocked: (policy: PolicyId) => boolean): Place | null {
  const isIdle = ({ effect, outcome, at }: StatementStep) =>
    effect === 'Deny' && outcome !== 'match' && isUnlocked(at.policy);
  return firstLayer(calls, isIdle);
}

/** An Allow that lets through what must not pass; first of calls that nobody needs who must get on. */
function wideAllow(
  calls: readonly Evaluation[],
  isUnlocked: (policy: PolicyId) => boolean,
  needed: ReadonlySet<string>
): Place | null {
  const isWide = ({ effect, outcome, at }: StatementStep) =>
    effect === 'Allow' && outcome === 'match' && isUnlocked(at.policy);
  const idle = calls.filter((call) => !needed.has(callKey(call)));
  return firstLayer(idle, isWide) ?? firstLayer(calls, isWide);
}

function firstLayer(calls: readonly Evaluation[], isMeant: (step: StatementStep) => boolean): Place | null {
  for (const call of calls) {
    for (const layer of call.steps) {
      if (layer.kind !== 'policyType') continue;
      const found = statementsOf(layer).find(isMeant);
      if (found) return { step: layer.id, opened: { policy: found.at.policy, path: found.at.path } };
    }
  }
  return null;
}

function statementsOf(layer: PolicyTypeStep): readonly StatementStep[] {
  return layer.steps.flatMap((target) => target.steps.flatMap((policy) => policy.steps));
}

/** The stop of the road at which it was decided. */
function deciding(end: Evaluation): Place {
  const rule = end.decidedBy;
  const id = 'steps' in rule ? rule.steps[0] : undefined;
  const layer = end.steps.find((step) => step.id === id || (step.kind === 'policyType' && holds(step, id)));
  const target = layer?.kind === 'policyType' ? layer.steps.find((each) => each.id === id) : undefined;
  const policy = rule.kind === 'undecided' ? rule.broken[0] : target?.steps[0]?.policy;
  return { step: layer?.id ?? end.id, opened: policy === undefined ? null : { policy } };
}

function holds(layer: PolicyTypeStep, id: string | undefined): boolean {
  return layer.steps.some(
    (target) =>
      target.id === id ||
      target.steps.some((policy) => policy.id === id || policy.steps.some((each) => each.id === id))
  );
}

/** The call that decides the whole: of a request that a hop or a check blocks that one, else the request itself. */
function blocking(evaluation: Evaluation): Evaluation {
  const { decidedBy } = evaluation;
  if (decidedBy.kind !== 'blocked') return evaluation;
  const next = [...evaluation.hops, ...evaluation.checks].find(({ id }) => id === decidedBy.step);
  return next && next !== evaluation ? blocking(next) : evaluation;
}

/** All calls of a request, in the order they are made. */
function callsOf(evaluation: Evaluation): readonly Evaluation[] {
  return [...evaluation.hops.flatMap(callsOf), evaluation, ...evaluation.checks.flatMap(callsOf)];
}

/** What the goals that must be allowed cannot do without. */
function neededCalls({ world, cases }: Told, { goals }: Exercise): ReadonlySet<string> {
  const needed = goals.flatMap((goal) => {
    const one = goal.kind === 'request' ? cases.find(({ id }) => id === goal.request) : undefined;
    return one?.request && one.expect === 'allowed' ? callsOf(evaluate(world, one.request)) : [];
  });
  return new Set(needed.map(callKey));
}

/** Who asks what of what: calls of one key stand and fall together, whatever else they carry. */
function callKey({ request }: Evaluation): string {
  return JSON.stringify([request.action, request.caller, request.resource]);
}
