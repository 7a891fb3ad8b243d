/** The one shape in which a user meets a problem, and the result of reading what may be wrong. */
import type { SourceRange } from './text.ts';

export interface Diagnostic {
  /** `room/problem`, stable for ever. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Lower case, no full stop, user input in backticks. */
  readonly message: string;
  readonly range: SourceRange;
  /** JSON Pointer into the document the range lies in. */
  readonly path: string;
  /** The way out. */
  readonly help?: string;
}

/** As much of the value as could be read, and every problem. Whoever made it never threw. */
export interface Checked<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether anything in the list is an error, as opposed to a warning. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Characters of a user's text that a message quotes at most. */
const QUOTED = 200;

/** A message in which overlong quotations, which stand in backticks, are cut: the place shows the whole text. */
export function abridge(message: string): string {
  if (message.length <= QUOTED) return message;
  return message.replace(/`[^`]+`/g, (quoted) =>
    quoted.length <= QUOTED + 2 ? quoted : `${quoted.slice(0, QUOTED).toWellFormed()}…\``
  );
}
