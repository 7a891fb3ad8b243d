/** A term of the glossary. */
import type { Cited, Run } from './cited.ts';

export interface Term extends Cited {
  /** As AWS writes it, in the middle of a sentence. */
  readonly name: string;
  /** One to three sentences; code in backticks. */
  readonly says: string;
  /** Where one sees it. */
  readonly run: Run;
  /** Other terms by their names. */
  readonly related: readonly string[];
}

/** A term; pages that no rule stands for come last. */
export function term(
  name: string,
  says: string,
  run: Run,
  related: readonly string[],
  { rules = [], pages = [] }: Partial<Cited>
): Term {
  return { name, says, run, related, rules, pages };
}
