/** Diagnostics as the text editor shows them: the place, the message, the way out. */
import type { Diagnostic, Severity } from '../source/diagnostic.ts';

/** A problem with its place in one text, UTF-16 units. */
export interface Problem {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
}

/** More than this nobody reads, and each costs a mark. */
const MOST = 1000;

/** The problems of one text, those that lie in it. */
export function toProblems(diagnostics: readonly Diagnostic[], name?: string): readonly Problem[] {
  return diagnostics
    .filter(({ range }) => name === undefined || range.source.name === name)
    .slice(0, MOST)
    .map(({ range: { from, to }, severity, message, code, help }) => {
      const problem = { from, to, severity, message: `${message} [${code}]` };
      return help === undefined ? problem : { ...problem, help };
    });
}
