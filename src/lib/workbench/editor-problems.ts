/** Diagnostics as the text editor shows them: the place, the message, what AWS answers, the way out. */
import type { Diagnostic, Fix, Severity } from '../source/diagnostic.ts';

/** A problem as a text shows it. Offsets are the page's, in UTF-16 code units. */
export interface EditorProblem {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  /** What AWS answers to such a document, in one line. */
  readonly aws?: string;
  /** What mends it at once. */
  readonly fix?: { readonly title: string; readonly apply: () => void };
}

/** More than this nobody reads, and each costs a mark. */
const MOST = 1000;

/**
 * The problems of one text, those that lie in it.
 *
 * @param mend takes the way out of a problem; null where nothing can be changed
 */
export function toProblems(
  diagnostics: readonly Diagnostic[],
  name?: string,
  mend: ((problem: Diagnostic) => void) | null = null
): readonly EditorProblem[] {
  return diagnostics
    .filter(({ range }) => name === undefined || range.source.name === name)
    .slice(0, MOST)
    .map((diagnostic) => toProblem(diagnostic, mend));
}

function toProblem(diagnostic: Diagnostic, mend: ((problem: Diagnostic) => void) | null): EditorProblem {
  const { range, severity, message, code, help, aws, fix } = diagnostic;
  return {
    from: range.from,
    to: range.to,
    severity,
    message: `${message} [${code}]`,
    ...(help === undefined ? {} : { help }),
    ...(aws === undefined
      ? {}
      : { aws: `AWS answers ${aws.code}${aws.message === null ? '' : `: ${aws.message}`}` }),
    ...(fix === undefined || mend === null
      ? {}
      : {
          fix: {
            title: plainTitle(fix),
            apply: () => {
              mend(diagnostic);
            }
          }
        })
  };
}

/** What becomes of a policy's text while it is written, as its problems have it. */
export function toNote(diagnostics: readonly Diagnostic[]): {
  readonly words: string;
  readonly isBad: boolean;
} {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const broken = errors.filter(({ code }) => !code.startsWith('exercise/')).length;
  if (broken > 0) {
    const count = broken === 1 ? 'One error' : `${broken} errors`;
    return { words: `${count}: what this policy applies to is undecided until it is mended.`, isBad: true };
  }
  if (errors.length > 0) {
    const words = 'Part of this is locked: it stays a draft until that is as it was.';
    return { words, isBad: true };
  }
  return { words: 'Every request is decided anew as you type.', isBad: false };
}

/** A fix's title where nothing can be set as code: for the history, a button, a screen reader. */
export function plainTitle({ title }: Fix): string {
  const plain = title.replaceAll('`', '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
