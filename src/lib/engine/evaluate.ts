/**
 * The whole of it: gather what applies, match it, fold it into a decision. Returns the trace; there is no other
 * account of what happened. Pure: no clock, no network, no state.
 */
import type { World } from '../world/world.ts';
import { junctionOf } from './settle.ts';
import { askGates } from './gates.ts';
import { besideSteps } from './beside-steps.ts';
import { beyondSteps } from './beyond.ts';
import { gather, type Gathered } from './gather.ts';
import { gatesOf, matchType } from './layers.ts';
import type { PrincipalSetting } from './principal.ts';
import type { Request } from './request.ts';
import type { DecisionRule, Evaluation, PolicyTypeStep } from './trace.ts';
import { decideOpen } from './decide-open.ts';
import { withFacts } from './unknown-cells.ts';
import { closeOpen } from './unknown-close.ts';
import { conditionalOn, judge } from './verdict.ts';

/**
 * Evaluates a request, its hops before it and its checks beside it. A hop that is refused ends the matter: the
 * request cannot be made, and the decision is the hop's. What is decided goes before what hangs on open facts.
 */
export function evaluate(world: World, request: Request): Evaluation {
  return evaluateClosed(world, request, '');
}

/** With the condition worked out, where it hangs on open facts. */
function evaluateClosed(world: World, request: Request, prefix: string): Evaluation {
  const evaluation = evaluateWith(world, request, prefix, evaluateClosed);
  return closeOpen(world, evaluation, {
    outcome: (facts) => decideOpen(world, withFacts(request, facts)),
    evaluation: (facts) => evaluateOpen(world, withFacts(request, facts), prefix)
  });
}

/** What can be said without looking at what open facts may be. */
function evaluateOpen(world: World, request: Request, prefix: string): Evaluation {
  return evaluateWith(world, request, prefix, evaluateOpen);
}

/** @param part evaluates hops and checks */
function evaluateWith(world: World, request: Request, prefix: string, part: typeof evaluateOpen): Evaluation {
  const hops = request.hops.map((hop, i) => part(world, hop, `${prefix}hop${i + 1}.`));
  const checks = request.checks.map((check, i) => part(world, check, `${prefix}check${i + 1}.`));
  const gathered = gather(world, request);
  const blocking = hops.find(isRefused);
  if (blocking) return blockedBy(blocking, { request, gathered, prefix, hops, checks: [] });
  const own = { ...evaluateOne(world, request, gathered, prefix), hops, checks };
  if (isRefused(own)) return own;
  const failing = checks.find(isRefused);
  if (failing) return { ...own, outcome: failing.outcome, rule: 'ACT-07', decidedBy: toBlocked(failing) };
  const on = [...hops, own, ...checks].flatMap(({ decidedBy }) =>
    decidedBy.kind === 'conditional' ? decidedBy.on : []
  );
  const isOpen = [...hops, own, ...checks].some(({ outcome }) => outcome === 'conditional');
  return isOpen ? { ...own, ...conditionalOn([...new Set(on)]) } : own;
}

/** Denied or undecided: no open fact can change that. */
function isRefused({ outcome }: Evaluation): boolean {
  return outcome !== 'allowed' && outcome !== 'conditional';
}

/** Until it is worked out. */
const NOTHING_OPEN = { when: null, forks: [], splits: [] } as const;

interface Frame {
  readonly request: Request;
  readonly gathered: Gathered;
  readonly prefix: string;
  readonly hops: readonly Evaluation[];
  readonly checks: readonly Evaluation[];
}

/** A call that was never made because one on the way to it failed. Nothing of it was evaluated. */
function blockedBy(blocking: Evaluation, frame: Frame): Evaluation {
  return {
    kind: 'evaluation',
    id: `${frame.prefix}verdict`,
    rule: blocking.rule,
    outcome: blocking.outcome,
    steps: [],
    request: frame.request,
    decidedBy: toBlocked(blocking),
    ...NOTHING_OPEN,
    sameAccount: frame.gathered.isHome,
    junction: junctionOf(frame.request, frame.gathered),
    hops: frame.hops,
    checks: frame.checks
  };
}

function toBlocked(evaluation: Evaluation): DecisionRule {
  const { decidedBy } = evaluation;
  switch (decidedBy.kind) {
    case 'explicitDeny':
    case 'noAllow':
    case 'blocked':
      return { kind: 'blocked', step: evaluation.id, by: decidedBy.by };
    case 'undecided':
    case 'conditional':
      return decidedBy;
    case 'allowed':
      throw new Error('an allowed evaluation blocks nothing');
  }
}

/** The layers, and behind the resource's own policy what stands beside it. */
function withBeside(
  types: readonly PolicyTypeStep[],
  { beside }: Gathered,
  prefix: string
): Evaluation['steps'] {
  return types.flatMap((type) =>
    type.type === 'resource' ? [type, ...besideSteps(beside, prefix)] : [type]
  );
}

/** One request by itself. */
function evaluateOne(world: World, request: Request, gathered: Gathered, prefix: string): Evaluation {
  const setting: PrincipalSetting = {
    request,
    hasBoundary: gathered.hasBoundary,
    resourceAccount: gathered.resourceAccount,
    canonicalId: gathered.canonicalId
  };
  const types = gathered.types.map((type) => matchType(type, setting, prefix));
  const gate = askGates(world, request);
  const verdict = judge(request, gathered, types, gate, prefix);
  return {
    kind: 'evaluation',
    id: `${prefix}verdict`,
    rule: verdict.rule,
    outcome: verdict.outcome,
    steps: [
      ...gatesOf(gate, request, types, prefix),
      ...withBeside(types, gathered, prefix),
      ...beyondSteps(request.action, prefix)
    ],
    request,
    decidedBy: verdict.decidedBy,
    ...NOTHING_OPEN,
    sameAccount: gathered.isHome,
    junction: junctionOf(request, gathered),
    hops: [],
    checks: []
  };
}
