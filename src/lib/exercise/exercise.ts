/**
 * An exercise as data: what is asked, what may be edited, the ways that solve it and those that only look like it.
 * Plain data; pointers are those of its file.
 */
import { principalNamed } from '../scenario/exercise.ts';
import type { EditFormat, ExerciseFormat } from '../scenario/format-exercise.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import type { Change } from '../source/change.ts';
import { toPlain } from '../source/plain.ts';
import { isNull, type Tree } from '../source/tree.ts';
import type { Arn, World } from '../world/world.ts';

export interface Exercise {
  /** `5.10`; null for one that is no part of the ladder. */
  readonly number: string | null;
  /** Whether a chapter is done without it. */
  readonly isOptional: boolean;
  /** The false belief it attacks, one line; may be empty. */
  readonly belief: string;
  /** Terms of the glossary. */
  readonly teaches: readonly string[];
  /** Markdown. */
  readonly brief: string;
  readonly edit: readonly Unlocked[];
  readonly goals: readonly Goal[];
  /** Ids of requests, hidden until the goals first pass. */
  readonly probes: readonly string[];
  /** Ids of requests whose decision is guessed on the start. */
  readonly predict: readonly string[];
  /** Statements that a good solution adds, changes or removes; null where the file does not say it. */
  readonly par: number | null;
  /** Structural edits of a good solution; null where the file does not say it. */
  readonly moves: number | null;
  /** Codes of diagnostics that the start is meant to have. */
  readonly startErrors: readonly string[];
  /** Rungs 1 to 3. */
  readonly hints: readonly string[];
  readonly solution: Way;
  readonly alternatives: readonly Way[];
  readonly decoys: readonly Way[];
  /** Explanations by the name of a mutant. */
  readonly survivors: ReadonlyMap<string, string>;
  /** Markdown; may be empty. */
  readonly debrief: string;
}

/** A place that may be edited. */
export interface Unlocked {
  readonly at: string;
  /** The only kind of edit allowed there; null for any. */
  readonly only: 'remove' | 'add' | 'change' | null;
}

export type Goal =
  | { readonly kind: 'request'; readonly request: string }
  /** `from` must not get to `to` by assuming roles; null for a name that is nobody's. */
  | {
      readonly kind: 'unreachable';
      readonly names: readonly [from: string, to: string];
      readonly from: Arn | null;
      readonly to: Arn | null;
    }
  | { readonly kind: 'state'; readonly at: string; readonly equals: string };

/** Edits of the start, each after the one before. */
export interface Way {
  /** The solution has none. */
  readonly name: string;
  /** What is said when it is tried; may be empty. */
  readonly says: string;
  readonly changes: readonly Change[];
  /** Where it is written. */
  readonly path: string;
}

/** The exercise of a file; null for a file without one. */
export function toExercise({ exercise, world }: ParsedScenario): Exercise | null {
  return exercise === null ? null : { ...head(exercise), ...task(exercise, world), ...ways(exercise) };
}

type Head = 'number' | 'isOptional' | 'belief' | 'teaches' | 'brief' | 'par' | 'moves' | 'hints' | 'debrief';

function head(format: ExerciseFormat): Pick<Exercise, Head> {
  return {
    number: format.number,
    isOptional: format.optional === true,
    belief: format.belief ?? '',
    teaches: format.teaches ?? [],
    brief: format.brief ?? '',
    par: format.par,
    moves: format.moves,
    hints: format.hints ?? [],
    debrief: format.debrief ?? ''
  };
}

type Task = 'edit' | 'goals' | 'probes' | 'predict' | 'startErrors' | 'survivors';

function task(format: ExerciseFormat, world: World): Pick<Exercise, Task> {
  return {
    edit: (format.edit ?? []).flatMap(({ at, only }) => (at === null ? [] : [{ at, only }])),
    goals: (format.goals ?? []).flatMap((goal) => toGoal(goal, world) ?? []),
    probes: (format.probes ?? []).map(({ text }) => text),
    predict: (format.predict ?? []).flatMap(({ request }) => request?.text ?? []),
    startErrors: format.startErrors ?? [],
    survivors: new Map((format.survivors ?? []).map(({ mutant, because }) => [mutant ?? '', because ?? '']))
  };
}

function toGoal(goal: NonNullable<ExerciseFormat['goals']>[number], world: World): Goal | null {
  if ('kind' in goal) return { kind: 'request', request: goal.text };
  const [from, to] = goal.unreachable ?? [];
  if (from && to) {
    const ends = { from: principalNamed(world, from.text), to: principalNamed(world, to.text) };
    return { kind: 'unreachable', names: [from.text, to.text], ...ends };
  }
  return goal.state === null ? null : { kind: 'state', at: goal.state, equals: goal.equals ?? '' };
}

function ways(format: ExerciseFormat): Pick<Exercise, 'solution' | 'alternatives' | 'decoys'> {
  const path = format.map.path;
  return {
    solution: { name: '', says: '', changes: toChanges(format.solution), path: `${path}/solution` },
    alternatives: (format.alternatives ?? []).map(toWay),
    decoys: (format.decoys ?? []).map(toWay)
  };
}

function toWay({ name, says, edits, map }: NonNullable<ExerciseFormat['decoys']>[number]): Way {
  return { name: name ?? '', says: says ?? '', changes: toChanges(edits), path: map.path };
}

function toChanges(edits: readonly EditFormat[] | null): readonly Change[] {
  return (edits ?? []).flatMap(({ at, set, remove }): readonly Change[] => {
    if (at === null) return [];
    if (remove === true) return [{ at, remove: true }];
    return set === null ? [] : [toSet(at, set)];
  });
}

/** A policy that the file writes as AWS shows it goes on standing so. */
function toSet(at: string, set: Tree): Change {
  const isVerbatim = set.kind === 'text' && set.quoted && /^\s*\{/.test(set.text);
  if (isVerbatim) return { at, block: set.text };
  return { at, set: isNull(set) ? null : toPlain(set) };
}
