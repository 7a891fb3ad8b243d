/** All that `bouncer check` holds a file to: what its requests and scenes expect, and the law of its exercise. */
import type { Place } from '../scenario/diagnostics.ts';
import { checkScenario, type ScenarioReport } from '../scenario/check.ts';
import type { Catalogue } from '../catalog/service.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { find, treeAt, type Tree } from '../source/tree.ts';
import * as problem from './diagnostics.ts';
import { holdToLaw, type LawReport } from './law.ts';
import { tryMutants, type MutantReport } from './mutants.ts';

export interface FullReport extends Omit<ScenarioReport, 'exercise'> {
  /** Null for a file without one. */
  readonly exercise: ExerciseReport | null;
}

export interface ExerciseReport extends LawReport {
  /** Null where nobody asked for mutants, or the solution does not pass. */
  readonly mutants: MutantReport | null;
}

/** What a file is held to that does not stand in it. */
export interface Beside {
  /** For mutants of the solution, whose survivors must be explained; null makes none. */
  readonly catalogue?: Catalogue | null;
  /** Names of the glossary, which alone can be taught; null asks for none. */
  readonly terms?: readonly string[] | null;
}

/**
 * The exercise counts as one more thing that holds or does not. Never throws.
 *
 * @param diagnostics those of the file
 */
export function checkAll(
  scenario: ParsedScenario,
  diagnostics: readonly Diagnostic[],
  { catalogue = null, terms = null }: Beside = {}
): FullReport {
  const report = checkScenario(scenario, diagnostics);
  const law = holdToLaw(scenario, diagnostics);
  if (law === null) return { ...report, exercise: null };
  const mutants = catalogue === null ? null : tryMutants(scenario, catalogue);
  const found = mutants === null ? [] : mutantProblems(scenario, mutants);
  const problems = [...law.problems, ...(terms === null ? [] : termProblems(scenario, terms)), ...found];
  const ok = !hasErrors(problems);
  return {
    ...report,
    exercise: { ...law, mutants, problems, ok },
    passed: report.passed + (ok ? 1 : 0),
    failed: report.failed + (ok ? 0 : 1)
  };
}

function termProblems({ root }: ParsedScenario, terms: readonly string[]): readonly Diagnostic[] {
  const taught = treeAt(root, '/exercise/teaches');
  return (taught?.kind === 'list' ? taught.items : []).flatMap((item) =>
    item.kind === 'text' && !terms.includes(item.text) ? [problem.unknownTerm(item, item.text, terms)] : []
  );
}

/** Survivors that nobody explains, and explanations of what is no survivor. */
function mutantProblems({ root }: ParsedScenario, mutants: MutantReport): readonly Diagnostic[] {
  const solution = placeAt(root, '/exercise/solution');
  const explained = treeAt(root, '/exercise/survivors');
  const nameAt = (name: string) =>
    (explained?.kind === 'list' ? explained.items : [])
      .flatMap((item) => (item.kind === 'map' ? (find(item, 'mutant')?.value ?? []) : []))
      .find((each) => each.kind === 'text' && each.text === name) ?? solution;
  return [
    ...mutants.survivors
      .filter(({ because }) => because === null)
      .map(({ mutant }) => problem.survives(solution, mutant)),
    ...mutants.unknown.map((name) => problem.noSurvivor(nameAt(name), name))
  ];
}

function placeAt(root: Tree, path: string): Place {
  const { range } = treeAt(root, path) ?? root;
  return { range, path };
}
