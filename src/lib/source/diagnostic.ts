/** The one shape in which a user meets a problem, and the result of reading what may be wrong. */
import type { Change } from './change-kind.ts';
import type { SourceRange } from './text.ts';

/** An error keeps something from being read or evaluated; a suggestion is a matter of taste or tidiness. */
export type Severity = 'error' | 'warning' | 'suggestion';

export interface Diagnostic {
  /** `room/problem`, stable for ever. */
  readonly code: string;
  readonly severity: Severity;
  /** Lower case, no full stop, user input in backticks. */
  readonly message: string;
  readonly range: SourceRange;
  /** JSON Pointer into the document the range lies in. */
  readonly path: string;
  /** The way out. */
  readonly help?: string;
  /** What AWS answers to the same document; the message is null where only the error code is known. */
  readonly aws?: AwsError;
  /** A way out that can be taken at once. */
  readonly fix?: Fix;
}

/** How an AWS API refuses a document: its error code and, where known, its words (part 1.3 of the rules). */
export interface AwsError {
  readonly code: string;
  readonly message: string | null;
}

/** Changes that resolve a problem. Their pointers are of the same document as the diagnostic's `path`. */
export interface Fix {
  /** Imperative, no full stop: `write /* behind the bucket`. */
  readonly title: string;
  readonly changes: readonly Change[];
  /** Whether decisions stay as they are, or are meant to change. */
  readonly behaviour: 'kept' | 'changed';
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
