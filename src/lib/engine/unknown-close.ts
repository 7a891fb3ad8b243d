/** An evaluation that hangs on unknown facts, with what was worked out of them put in. */
import type { World } from '../world/world.ts';
import { workOut } from './unknown.ts';
import type { Ask } from './unknown-tree.ts';
import type { Branch, DecisionRule, Evaluation } from './trace.ts';

/**
 * A conditional evaluation with its condition; decided where every choice of facts comes to the same, undecided where
 * there are too many to look at. Others stay as they are.
 *
 * @param ask must not work out conditions itself
 */
export function closeOpen(world: World, evaluation: Evaluation, ask: Ask): Evaluation {
  if (evaluation.outcome !== 'conditional') return evaluation;
  const found = workOut(world, evaluation, ask);
  if (found.kind === 'tooMuch') {
    return { ...evaluation, outcome: null, decidedBy: { kind: 'undecided', broken: [], on: found.on } };
  }
  const { forks, splits, when, on } = found;
  const same = sameOf(forks);
  if (same === null) return { ...evaluation, when, forks, splits, decidedBy: { kind: 'conditional', on } };
  const { outcome, rule } = same;
  const isOne = forks.every((fork) => fork.outcome === outcome);
  return {
    ...evaluation,
    outcome,
    rule,
    splits,
    forks,
    decidedBy: isOne ? merged(forks, same) : same.decidedBy
  };
}

/** The one thing all come to. Denied either way is implicitly denied: no Allow is there whatever the facts are. */
function sameOf(forks: readonly Branch[]): Branch | null {
  const [first] = forks;
  if (first && forks.every(({ outcome }) => outcome === first.outcome)) return first;
  const isDenied = forks.every(({ outcome }) => outcome === 'explicitDeny' || outcome === 'implicitDeny');
  return isDenied ? (forks.find(({ outcome }) => outcome === 'implicitDeny') ?? null) : null;
}

/** All statements that decide in one case or another. */
function merged(forks: readonly Branch[], first: Branch): DecisionRule {
  const rule = first.decidedBy;
  if (rule.kind === 'explicitDeny') {
    const same = forks.flatMap(({ decidedBy }) =>
      decidedBy.kind === 'explicitDeny' && decidedBy.by === rule.by ? [decidedBy] : []
    );
    return {
      ...rule,
      at: unique(
        same.flatMap(({ at }) => at),
        ({ policy, path }) => `${policy} ${path}`
      ),
      steps: unique(
        same.flatMap(({ steps }) => steps),
        (step) => step
      )
    };
  }
  return rule;
}

function unique<T>(all: readonly T[], toKey: (each: T) => string): readonly T[] {
  return [...new Map(all.map((each) => [toKey(each), each])).values()];
}
