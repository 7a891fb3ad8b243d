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
export const WORD = /^[\w:*?/.$@{}+=-]*$/;
/** Behind anything else nobody is in the middle of a word. */
const ASKS = /[\w"':*/.$@-]$/;

/** The list for the cursor's place; null where none is wanted. */
export function completions(
  context: CompletionContext,
  mirror: Mirror,
  help: EditorFacts['help']
): CompletionResult | null {
  if (!help || (!context.explicit && !context.matchBefore(ASKS))) return null;
  const list = help.complete(mirror.text, toPage(mirror, context.pos));
  if (!list || list.options.length === 0) return null;
  // What is behind the cursor is replaced too, but what has been typed is compared alone.
  const behind = toEditor(mirror, list.to) - context.pos;
  const from = toEditor(mirror, list.from);
  const asked = serviceIn(context.state.sliceDoc(from, context.pos));
  return {
    from,
    options: list.options.map(({ label, detail, insert, kind }) => ({
      label,
      detail,
      type: kind,
      apply: (view: EditorView, completion: Completion, from: number, to: number) => {
        view.dispatch({
          ...insertCompletionText(view.state, insert, from, to + behind),
          annotations: pickedCompletion.of(completion)
        });
        // Behind a name stands its value, behind a service its action: the next question is which.
        if (insert.endsWith(': ') || kind === 'service') startCompletion(view);
      }
    })),
    // Behind a service's colon stand other choices than before it.
    validFor: (typed) => WORD.test(typed) && serviceIn(typed) === asked
  };
}

/** What stands before the first colon; null without one. */
function serviceIn(typed: string): string | null {
  const colon = typed.indexOf(':');
  return colon < 0 ? null : typed.slice(0, colon);
}
