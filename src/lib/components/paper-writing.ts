/** What the paper needs to know of writing, so that the editor itself need not be there to show a policy. */
import type { Snippet } from 'svelte';
import type { ReadElement } from '../explain/reads-as-part.ts';
import type { Statement } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { ShownText } from '../scenario/live.ts';
import type { Services } from '../workbench/services.ts';
import type { Sheet } from '../workbench/sheet.ts';

export interface PaperWriting {
  /** The text of the policy on show; null for one that the file does not have. */
  readonly shown: ShownText | null;
  /** Whether an exercise keeps it as it is. */
  readonly isLocked: boolean;
  /** The editor in place of the text; null while one only reads. */
  readonly editor: Snippet<[shown: ShownText, sheet: Sheet]> | null;
  /** What is known of AWS's services. */
  readonly services: Services;
  /** Takes the way out of a problem of the policy on show. */
  readonly mend: (problem: Diagnostic) => void;
  /** Opens a statement to be changed without typing JSON, at one of its elements or as a whole; null where it cannot be. */
  readonly change: ((statement: Statement, element: ReadElement | null) => void) | null;
}
