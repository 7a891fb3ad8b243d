/** What the page says of the text, on the text: the light of the step, and the problems with their tooltips. */
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { StateEffect, StateField, type Text, type TransactionSpec } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { EditorProblem } from '../workbench/editor-problems.ts';
import type { EditorLight } from './code-editor-facts.ts';
import { toEditor, type Mirror } from './code-editor-endings.ts';

/** More underlines than anybody reads; each costs. */
const MOST_PROBLEMS = 1000;

const setLight = StateEffect.define<EditorLight>();

/** Holds the lit ranges; they move along with changes until the page says them anew. */
export const lightField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (decorations, { changes, effects, newDoc }) => {
    const said = effects.filter((effect) => effect.is(setLight)).at(-1);
    return said?.is(setLight) === true ? toDecorations(newDoc, said.value) : decorations.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field)
});

function toDecorations(doc: Text, { mark, current, pointed = [] }: EditorLight): DecorationSet {
  const ranges = [];
  if (current) {
    const last = doc.lineAt(Math.max(current.from, current.to - 1)).number;
    for (let number = doc.lineAt(current.from).number; number <= last; number++)
      ranges.push(Decoration.line({ class: 'cm-current' }).range(doc.line(number).from));
  }
  if (mark && mark.from < mark.to) {
    const lit = Decoration.mark({ class: `cm-marked cm-marked-${mark.tone}` });
    ranges.push(lit.range(mark.from, mark.to));
  }
  for (const { from, to } of pointed)
    if (from < to)
      ranges.push(Decoration.mark({ class: 'cm-pointed' }).range(from, Math.min(to, doc.length)));
  return Decoration.set(ranges, true);
}

/** The change that lights what the page says. */
export function lit(mirror: Mirror, { mark, current, pointed = [] }: EditorLight): TransactionSpec {
  const place = (range: { readonly from: number; readonly to: number }) => ({
    from: toEditor(mirror, range.from),
    to: toEditor(mirror, Math.max(range.from, range.to))
  });
  return {
    effects: setLight.of({
      mark: mark && { ...place(mark), tone: mark.tone },
      current: current && place(current),
      pointed: pointed.map(place)
    })
  };
}

/** Scrolls the editor alone, never the page, until what is lit can be seen. */
export function showLit(view: EditorView, { mark, current }: EditorLight, mirror: Mirror): void {
  const at = mark?.from ?? current?.from;
  if (at === undefined) return;
  view.requestMeasure({
    read: () => view.lineBlockAt(Math.min(toEditor(mirror, at), view.state.doc.length)).top,
    write: (top) => {
      const box = view.scrollDOM;
      const isSeen = top >= box.scrollTop + 24 && top <= box.scrollTop + box.clientHeight - 48;
      if (!isSeen) box.scrollTop = Math.max(0, top - box.clientHeight / 3);
    }
  });
}

/** The change that underlines problems: the first thousand, by their place in the text. */
export function underlined(
  { state }: EditorView,
  mirror: Mirror,
  problems: readonly EditorProblem[]
): TransactionSpec {
  const first =
    problems.length > MOST_PROBLEMS
      ? problems.toSorted((a, b) => a.from - b.from).slice(0, MOST_PROBLEMS)
      : problems;
  const toDiagnostic = (problem: EditorProblem): Diagnostic => ({
    from: toEditor(mirror, problem.from),
    to: toEditor(mirror, Math.max(problem.from, problem.to)),
    // The editor's own word for the mildest kind.
    severity: problem.severity === 'suggestion' ? 'info' : problem.severity,
    message: problem.message,
    renderMessage: () => said(problem),
    ...(problem.fix && { actions: [{ name: `Fix: ${problem.fix.title}`, apply: problem.fix.apply }] })
  });
  return setDiagnostics(state, first.map(toDiagnostic));
}

/** The message, the way out below it, and AWS's own words. */
function said({ message, help, aws }: EditorProblem): Node {
  const box = document.createElement('div');
  box.append(...inCode(message));
  if (help !== undefined) box.append(below(...inCode(help)));
  if (aws !== undefined) box.append(below(aws));
  return box;
}

function below(...parts: readonly (string | Node)[]): Node {
  const line = document.createElement('span');
  line.className = 'cm-help';
  line.append(...parts);
  return line;
}

/** What stands in backticks, as code. Text only: it quotes the user. */
function inCode(message: string): readonly (string | Node)[] {
  return message.split(/`([^`]*)`/).map((part, index) => {
    if (index % 2 === 0) return part;
    const code = document.createElement('code');
    code.textContent = part;
    return code;
  });
}
