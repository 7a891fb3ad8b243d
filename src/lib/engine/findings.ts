/** What the statements of a trace come to, type by type: the findings that the verdict is a fold over. */
import type { PolicyType } from '../world/world.ts';
import { allowUnasked, hasLevels, type Findings } from './conclude.ts';
import type { Grant, PolicyTypeStep, TargetStep } from './trace.ts';
import { MAYBE, NO, toTri, YES, type Tri } from './tri.ts';

interface TypeFinding {
  readonly deny: Tri;
  readonly allow: Tri;
}

/** The findings of these steps. */
export function findingsOf(types: readonly PolicyTypeStep[]): Findings {
  const found = new Map(types.map((step) => [step.type, findingOf(step)] as const));
  const isOpen = types.some(isOpenAt);
  return {
    deny: (type) => found.get(type)?.deny ?? NO,
    allow: (type) => found.get(type)?.allow ?? allowUnasked(type),
    grants: (atLeast) => grantsOf(types, atLeast),
    isOpen: () => isOpen
  };
}

function findingOf(step: PolicyTypeStep): TypeFinding {
  const isLevels = hasLevels(step.type);
  let deny: Tri = NO;
  let total: Tri = isLevels ? YES : NO;
  for (const target of step.steps) {
    const at = effectsAt(target);
    if (at.deny > deny) deny = at.deny;
    if (isLevels ? at.allow < total : at.allow > total) total = at.allow;
  }
  return { deny, allow: step.exempt === null ? total : allowUnasked(step.type) };
}

function effectsAt(target: TargetStep): TypeFinding {
  let deny: Tri = NO;
  let allow: Tri = NO;
  for (const { steps } of target.steps) {
    for (const { effect, outcome } of steps) {
      const holds = toTri(outcome);
      if (effect === 'Deny') deny = holds > deny ? holds : deny;
      else allow = holds > allow ? holds : allow;
    }
  }
  return { deny, allow };
}

function isOpenAt(step: PolicyTypeStep): boolean {
  return step.steps.some(({ steps }) =>
    steps.some((policy) => policy.steps.some(({ outcome }) => toTri(outcome) === MAYBE))
  );
}

function grantsOf(types: readonly PolicyTypeStep[], atLeast: Tri): ReadonlySet<Grant> {
  const grants = new Set<Grant>();
  for (const { type, steps } of types) {
    if (type !== ('resource' satisfies PolicyType)) continue;
    for (const statement of steps.flatMap((target) => target.steps.flatMap((policy) => policy.steps))) {
      const counts = statement.effect === 'Allow' && toTri(statement.outcome) >= atLeast;
      if (counts && statement.grant !== null) grants.add(statement.grant);
    }
  }
  return grants;
}
