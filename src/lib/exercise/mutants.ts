/**
 * Whether goals and probes notice when a solution is slightly wrong: each statement of the policies that it touches is
 * mutated, and what passes all the same has survived. A survivor tells of a probe that is missing.
 */
import type { Catalogue } from '../catalog/service.ts';
import type { Statement } from '../policy/document.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import type { PolicyId, World } from '../world/world.ts';
import { applyEdits } from './apply.ts';
import { Differences } from './differs.ts';
import { toExercise, type Exercise } from './exercise.ts';
import { grade } from './grade.ts';
import { statementChanges } from './measure.ts';
import { mutationsOf, type Mutation } from './mutate.ts';
import { withDocument } from './revert.ts';

export interface MutantReport {
  /** Mutants made. */
  readonly made: number;
  /** Of them those that fail a goal or a probe. */
  readonly noticed: number;
  /** Of them those that pass and allow nothing else anywhere in the world. */
  readonly equivalent: number;
  /** Those that pass and do allow something else. */
  readonly survivors: readonly Survivor[];
  /** Names that the file explains and that are no survivors. */
  readonly unknown: readonly string[];
}

export interface Survivor {
  /** `POLICY#SID: Resource *`. */
  readonly mutant: string;
  /** Why that is all right; null where the file does not say it. */
  readonly because: string | null;
}

interface Mutant extends Mutation {
  readonly policy: PolicyId;
  readonly was: Statement;
}

/**
 * Mutates the solution of a file; null for a file without exercise, or whose solution cannot be made or does not pass.
 * Never throws. Time: a grade for each mutant, and for those that pass some thousand decisions.
 */
export function tryMutants(scenario: ParsedScenario, catalogue: Catalogue): MutantReport | null {
  const exercise = toExercise(scenario);
  if (exercise === null) return null;
  const solved = applyEdits(scenario.root.range.source, exercise.solution.changes).scenario;
  if (solved === null || !grade(exercise, solved).passes) return null;
  return run(exercise, solved, mutantsOf(scenario.world, solved.world), catalogue);
}

function run(
  exercise: Exercise,
  solved: ParsedScenario,
  mutants: readonly Mutant[],
  catalogue: Catalogue
): MutantReport {
  const differences = new Differences(solved, catalogue);
  const unnoticed = mutants.filter(
    (mutant) => grade(exercise, { ...solved, world: withMutant(solved.world, mutant) }).passes
  );
  const differing = unnoticed.filter((mutant) => {
    const statements = mutant.statement === null ? [mutant.was] : [mutant.was, mutant.statement];
    return differences.differs(withMutant(solved.world, mutant), statements);
  });
  const survivors = differing.map((mutant): Survivor => {
    const name = nameOf(mutant);
    return { mutant: name, because: exercise.survivors.get(name) ?? null };
  });
  return {
    made: mutants.length,
    noticed: mutants.length - unnoticed.length,
    equivalent: unnoticed.length - differing.length,
    survivors,
    unknown: [...exercise.survivors.keys()].filter((name) => !survivors.some(({ mutant }) => mutant === name))
  };
}

/** Of the policies in which the solution adds, changes or removes a statement: what it leaves alone may matter too. */
function mutantsOf(before: World, after: World): readonly Mutant[] {
  const touched = new Set(statementChanges(before, after).map(({ policy }) => policy));
  return [...touched].flatMap((policy) =>
    (after.policies.get(policy)?.statements ?? []).flatMap((was) =>
      mutationsOf(was, after).map((mutation): Mutant => ({ ...mutation, policy, was }))
    )
  );
}

function withMutant(world: World, { policy, was, statement }: Mutant): World {
  const document = world.policies.get(policy);
  if (!document) return world;
  const statements = document.statements.flatMap((each) => (each === was ? (statement ?? []) : each));
  return withDocument(world, policy, { ...document, statements });
}

function nameOf({ policy, was, name }: Mutant): string {
  const number = Number(/^\/Statement\/(\d+)$/.exec(was.path)?.[1] ?? 0) + 1;
  return `${policy}#${was.sid ?? number}: ${name}`;
}
