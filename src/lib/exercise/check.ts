/** All that `bouncer check` holds a file to: what its requests and scenes expect, and the law of its exercise. */
import { checkScenario, type ScenarioReport } from '../scenario/check.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { holdToLaw, type LawReport } from './law.ts';

export interface FullReport extends Omit<ScenarioReport, 'exercise'> {
  /** Null for a file without one. */
  readonly exercise: LawReport | null;
}

/**
 * The exercise counts as one more thing that holds or does not. Never throws.
 *
 * @param diagnostics those of the file
 */
export function checkAll(scenario: ParsedScenario, diagnostics: readonly Diagnostic[]): FullReport {
  const report = checkScenario(scenario, diagnostics);
  const exercise = holdToLaw(scenario, diagnostics);
  if (exercise === null) return { ...report, exercise };
  const passed = report.passed + (exercise.ok ? 1 : 0);
  return { ...report, exercise, passed, failed: report.failed + (exercise.ok ? 0 : 1) };
}
