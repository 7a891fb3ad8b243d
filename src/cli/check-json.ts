/** The report of `check` as JSON: the shape that the scenario format publishes. */
import type { ExerciseReport } from '../lib/exercise/check.ts';
import type { Diagnostic } from '../lib/source/diagnostic.ts';
import { lineColumn } from '../lib/source/text.ts';
import type { CheckReport, FileReport } from './report.ts';

/** One JSON text, ending in a newline. */
export function toJson({ files, passed, failed }: CheckReport): string {
  return `${JSON.stringify({ files: files.map(toFile), passed, failed }, null, 2)}\n`;
}

function toFile({ file, diagnostics, findings, report }: FileReport) {
  return {
    file,
    diagnostics: diagnostics.map(toProblem),
    requests: report?.requests ?? [],
    exercise: report?.exercise ? toLaw(report.exercise) : null,
    scenes: report?.scenes ?? [],
    findings: findings.map(toProblem)
  };
}

function toLaw(report: ExerciseReport) {
  const { start, solution, alternatives, decoys, statements, measured, mutants, problems, ok } = report;
  return {
    start: start.passes ? 'passes' : 'fails',
    solution: solution.passes ? 'passes' : 'fails',
    alternatives: alternatives.map(({ name, passes, why }) => ({ name, passes, why })),
    decoys: decoys.map(({ name, passes, fails, why }) => ({ name, fails: !passes, on: fails, why })),
    statements,
    par: measured?.par ?? null,
    moves: measured?.moves ?? null,
    mutants,
    ok,
    why: problems.map(toProblem)
  };
}

/** A problem with its line and column, both from 1. */
export function toProblem({ code, severity, message, range, path, help, aws }: Diagnostic) {
  return { code, severity, message, ...lineColumn(range.source, range.from), path, help, aws };
}
