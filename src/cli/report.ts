/** What `check` found, before it is printed in one of the formats. Types only. */
import type { FullReport } from '../lib/exercise/check.ts';
import type { Diagnostic } from '../lib/source/diagnostic.ts';

export interface FileReport {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What is unwise in its policies; changes no exit code. */
  readonly findings: readonly Diagnostic[];
  /** Null when there is no scenario to check. */
  readonly report: FullReport | null;
  /** Whether the file could not be read, or has errors that it does not announce itself. */
  readonly isUnusable: boolean;
}

export interface CheckReport {
  readonly files: readonly FileReport[];
  readonly passed: number;
  readonly failed: number;
}
