/**
 * Holds a state of an exercise's file to its goals and probes, by what the policies do. A policy with an error never
 * passes. Decides without a trace wherever nobody asks what decided.
 */
import { decide, type Outcome } from '../engine/decide.ts';
import { evaluate } from '../engine/evaluate.ts';
import { decidingSteps, fitsDecision, fitsDeciding } from '../scenario/check.ts';
import type { Case, Scenario } from '../scenario/scenario.ts';
import { isNull, type Tree } from '../source/tree.ts';
import { lookAt } from '../edit/look.ts';
import type { Arn, PolicyId, World } from '../world/world.ts';
import type { Exercise, Goal } from './exercise.ts';
import { wayTo } from './reach.ts';

/** What is graded: a file as it is now. The tree is read for goals about its state only. */
export interface Graded extends Pick<Scenario, 'world' | 'cases'> {
  readonly root: Tree;
}

/** A file of which the tree may not be at hand: goals about its state are not met then. */
export type Gradable = Omit<Graded, 'root'> & { readonly root: Tree | null };

export interface Grade {
  /** Whether all goals and probes are met and no policy has an error. */
  readonly passes: boolean;
  /** Whether the goals alone are: probes are shown from then on. */
  readonly meetsGoals: boolean;
  /** As the exercise lists them. */
  readonly goals: readonly Mark[];
  readonly probes: readonly Mark[];
  /** Policies with an error. */
  readonly broken: readonly PolicyId[];
}

export interface Mark {
  readonly goal: Goal;
  readonly isMet: boolean;
  readonly found: Found;
}

/** What there is instead of, or as, what was asked for. */
export type Found =
  /** The decision; null is undecided. `by` is filled only where the request says what must decide. */
  | { readonly kind: 'decision'; readonly decision: Outcome; readonly by: readonly string[] }
  /** The file has no such request, or it has an error. */
  | { readonly kind: 'noRequest' }
  /** The roles taken on, one after the other, or null where there is no way. */
  | { readonly kind: 'way'; readonly way: readonly Arn[] | null }
  /** What stands at the place; null for nothing. */
  | { readonly kind: 'state'; readonly value: string | null };

/** Time: one decision for each goal and probe, an evaluation where `by` is expected. Never throws. */
export function grade(exercise: Exercise, graded: Gradable): Grade {
  const cases = new Map(graded.cases.map((each) => [each.id, each]));
  const goals = exercise.goals.map((goal) => markOf(goal, graded, cases));
  const probes = exercise.probes.map((request) => markOf({ kind: 'request', request }, graded, cases));
  const broken = [...graded.world.broken.keys()];
  const meetsGoals = broken.length === 0 && goals.every(({ isMet }) => isMet);
  return { passes: meetsGoals && probes.every(({ isMet }) => isMet), meetsGoals, goals, probes, broken };
}

function markOf(goal: Goal, graded: Gradable, cases: ReadonlyMap<string, Case>): Mark {
  switch (goal.kind) {
    case 'request':
      return { goal, ...ofRequest(graded.world, cases.get(goal.request)) };
    case 'unreachable': {
      const way = goal.from === null || goal.to === null ? null : wayTo(graded.world, goal.from, goal.to);
      const isMet = goal.from !== null && goal.to !== null && way === null;
      return { goal, isMet, found: { kind: 'way', way } };
    }
    case 'state': {
      const value = stateAt(graded.root, goal.at);
      return { goal, isMet: value === goal.equals, found: { kind: 'state', value } };
    }
  }
}

function ofRequest(world: World, one: Case | undefined): Pick<Mark, 'isMet' | 'found'> {
  if (!one?.request) return { isMet: false, found: { kind: 'noRequest' } };
  const { request, expect, by: expectBy } = one;
  if (expectBy === null) {
    const decision = decide(world, request);
    return { isMet: fitsDecision(expect, decision), found: { kind: 'decision', decision, by: [] } };
  }
  const evaluation = evaluate(world, request);
  const by = decidingSteps(evaluation);
  const isMet = fitsDecision(expect, evaluation.outcome) && fitsDeciding(expectBy, by);
  return { isMet, found: { kind: 'decision', decision: evaluation.outcome, by } };
}

function stateAt(root: Tree | null, pointer: string): string | null {
  const tree = root && lookAt(root, pointer);
  if (tree === null || isNull(tree)) return null;
  if (tree.kind === 'text') return tree.text;
  return String(tree.kind === 'list' ? tree.items.length : tree.entries.length);
}
