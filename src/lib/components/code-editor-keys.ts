/** The editor's keys. It keeps no history and traps nobody: undoing is the page's, Tab moves on, Escape leaves. */
import {
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { foldKeymap } from '@codemirror/language';
import { forEachDiagnostic, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { Prec, type Extension } from '@codemirror/state';
import { closeHoverTooltips, EditorView, hasHoverTooltips, keymap, type Command } from '@codemirror/view';
import { formatJson } from '../workbench/format-json.ts';
import type { EditorEvents, EditorFacts } from './code-editor-facts.ts';
import { leastPatch } from './code-editor-endings.ts';

/** How to get around, for a screen reader. */
export const KEYS_SAID =
  'Tab moves on to what comes next, Control and a square bracket indent, Escape leaves the text, F8 goes to the next problem.';

/** @param facts what the editor follows now */
export function keys(facts: () => EditorFacts): Extension {
  const ask = (event: 'undo' | 'redo') => ({
    run: () => {
      facts().on[event]();
      return true;
    },
    preventDefault: true,
    stopPropagation: true // the page would undo once more
  });
  return [
    Prec.highest(
      keymap.of([
        { key: 'Mod-z', ...ask('undo') },
        { key: 'Mod-Shift-z', ...ask('redo') },
        { key: 'Mod-y', ...ask('redo') },
        { key: 'Escape', run: (view) => escape(view, facts().on), stopPropagation: true },
        { key: 'F8', run: told(nextDiagnostic), shift: told(previousDiagnostic), preventDefault: true },
        { any: (view, event) => isFormat(event) && facts().language === 'json' && format(view) }
      ])
    ),
    EditorView.domEventHandlers({ beforeinput: (event) => undoByMenu(event, facts().on) }),
    closeBrackets(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...foldKeymap, ...defaultKeymap])
  ];
}

/** Closes what is open above the text, else goes. */
function escape(view: EditorView, on: EditorEvents): boolean {
  if (closeCompletion(view)) return true;
  if (hasHoverTooltips(view.state)) view.dispatch({ effects: closeHoverTooltips });
  else on.leave();
  return true;
}

/** Goes to a problem and says it, as its tooltip does for those who see. */
function told(go: Command): Command {
  return (view) => {
    if (!go(view)) return false;
    const { from, to } = view.state.selection.main;
    const messages: string[] = [];
    forEachDiagnostic(view.state, ({ message }, start, end) => {
      if (start === from && end === to) messages.push(message);
    });
    view.dispatch({ effects: EditorView.announce.of(messages.join('. ')) });
    return true;
  };
}

/** A phone or a context menu undoes without a key. */
function undoByMenu(event: InputEvent, on: EditorEvents): boolean {
  if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
  event.preventDefault();
  if (event.inputType === 'historyUndo') on.undo();
  else on.redo();
  return true;
}

/** Shift-Alt-f. On a Mac those three type a sign of their own, so there the key itself counts. */
function isFormat({ shiftKey, altKey, ctrlKey, metaKey, key, code }: KeyboardEvent): boolean {
  return shiftKey && altKey && !ctrlKey && !metaKey && (key.toLowerCase() === 'f' || code === 'KeyF');
}

function format(view: EditorView): boolean {
  const text = view.state.doc.toString();
  const formatted = formatJson(text);
  const patch = formatted === null ? null : leastPatch(text, formatted);
  if (patch) view.dispatch({ changes: patch, userEvent: 'input.format' });
  return true;
}
