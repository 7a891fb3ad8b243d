/** Completion in the editor: asks the page what fits here, and puts in what is chosen. */
import {
  insertCompletionText,
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { EditorFacts } from './code-editor-facts.ts';
import { toEditor, toPage, type Mirror } from './code-editor-endings.ts';

/** What a word of a policy or a scenario is written with. */
const WORD = /^[\w:*?/.$@{}+=-]*$/;
/** Behind anything else nobody is in the middle of a word. */
const ASKS = /[\w"':*/.$@-]$/;

/** The list for the cursor's place; null where none is wanted. */
export function completions(
  context: CompletionContext,
  mirror: Mirror,
  complete: EditorFacts['complete']
): CompletionResult | null {
  if (!complete || (!context.explicit && !context.matchBefore(ASKS))) return null;
  const list = complete(mirror.text, toPage(mirror, context.pos));
  if (!list || list.options.length === 0) return null;
  // What is behind the cursor is replaced too, but what has been typed is compared alone.
  const behind = toEditor(mirror, list.to) - context.pos;
  return {
    from: toEditor(mirror, list.from),
    options: list.options.map(({ label, detail, insert, kind }) => ({
      label,
      detail,
      type: kind,
      apply: (view: EditorView, completion: Completion, from: number, to: number) => {
        view.dispatch({
          ...insertCompletionText(view.state, insert, from, to + behind),
          annotations: pickedCompletion.of(completion)
        });
        // Behind a name stands its value: the next question is which.
        if (insert.endsWith(': ')) startCompletion(view);
      }
    })),
    validFor: WORD
  };
}
