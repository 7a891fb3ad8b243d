/**
 * The text editor itself. Follows the page's facts by the least change, and tells the page what the user changes.
 * Only code-editor.ts fetches this file: it brings all of CodeMirror.
 */
import {
  autocompletion,
  startCompletion,
  type CompletionContext,
  type CompletionResult
} from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, codeFolding, foldGutter, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type ChangeSet, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  type ViewUpdate
} from '@codemirror/view';
import type { EditorProblem } from '../workbench/editor-problems.ts';
import type { EditorFacts, EditorLight, OpenEditor } from './code-editor-facts.ts';
import { WORD, completions } from './code-editor-complete.ts';
import {
  leastPatch,
  mirrorOf,
  patched,
  toPage,
  withPlainEndings,
  type Patch
} from './code-editor-endings.ts';
import { hanging } from './code-editor-hang.ts';
import { holding } from './code-editor-held.ts';
import { keys, KEYS_SAID } from './code-editor-keys.ts';
import { lightField, lit, showLit, underlined } from './code-editor-marks.ts';
import { look } from './code-editor-theme.ts';

/** On changes that come from the page, which knows of them. */
const fromPage = Annotation.define<true>();

/** Marks of direction and other signs that cannot be seen, beside the control characters shown anyway. */
const UNSEEN = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\u{e0001}-\u{e007f}]/gu;

/** @param facts what to follow; read anew whenever it is needed */
export function openEditor(host: HTMLElement, facts: () => EditorFacts): OpenEditor {
  return new Editor(host, facts);
}

class Editor implements OpenEditor {
  readonly #facts: () => EditorFacts;
  readonly #view: EditorView;
  readonly #attributes = new Compartment();
  /** The page's text, as far as the editor knows. */
  #mirror;
  #label: string;
  #problems: readonly EditorProblem[] = [];
  #light: EditorLight = { mark: null, current: null };
  /** What was known of AWS when the list was last asked for. */
  #catalogue: unknown = null;
  /** Where the word begins for which it was. */
  #word = 0;

  constructor(host: HTMLElement, facts: () => EditorFacts) {
    const { text, label, language } = facts();
    this.#facts = facts;
    this.#mirror = mirrorOf(text);
    this.#label = label;
    this.#view = new EditorView({
      parent: host,
      doc: withPlainEndings(text),
      extensions: [
        this.#attributes.of(attributesOf(label)),
        keys(facts),
        surroundings(language === 'json' ? json() : yaml()),
        indentUnit.of(unitOf(text)),
        autocompletion({
          icons: false,
          compareCompletions: () => 0, // the page's order stands
          override: [(context) => this.#complete(context)]
        }),
        holding(facts, () => this.#mirror),
        EditorView.updateListener.of((update) => this.#tell(update))
      ]
    });
    this.follow();
  }

  follow(): void {
    const { text, label, problems, light, help } = this.#facts();
    const isOld = text !== this.#mirror.text;
    if (isOld) this.#replace(text);
    if (label !== this.#label) {
      this.#label = label;
      this.#view.dispatch({ effects: this.#attributes.reconfigure(attributesOf(label)) });
    }
    if (isOld || problems !== this.#problems) {
      this.#problems = problems;
      this.#view.dispatch(underlined(this.#view, this.#mirror, problems));
    }
    if (isOld || !isSame(light, this.#light)) this.#show(light);
    this.#learn(help?.catalogue ?? null);
  }

  /** A service has come: for the word being written there may be more to offer. */
  #learn(catalogue: unknown): void {
    if (catalogue === this.#catalogue) return;
    this.#catalogue = catalogue;
    const { head } = this.#view.state.selection.main;
    const typed = this.#view.state.sliceDoc(this.#word, head);
    if (this.#view.hasFocus && head > this.#word && WORD.test(typed)) startCompletion(this.#view);
  }

  focus(): void {
    this.#view.focus();
  }

  close(): void {
    this.#view.destroy();
  }

  /** CodeMirror may still ask for a list when the text is closed already and its facts are gone. */
  #complete(context: CompletionContext): CompletionResult | null {
    if (!this.#view.dom.isConnected) return null;
    const result = completions(context, this.#mirror, this.#facts().help);
    this.#word = result?.from ?? 0;
    return result;
  }

  /** While somebody writes, the text stays where the cursor is. */
  #show(light: EditorLight): void {
    const isNew = !isPlace(light, this.#light);
    this.#light = light;
    this.#view.dispatch(lit(this.#mirror, light));
    if (isNew && !this.#view.hasFocus) showLit(this.#view, light, this.#mirror);
  }

  /** The page's text has changed: the cursor stays beside the same characters, or as far into what replaced them. */
  #replace(text: string): void {
    const patch = leastPatch(this.#view.state.doc.toString(), withPlainEndings(text));
    this.#mirror = mirrorOf(text);
    if (!patch) return;
    const { anchor, head } = this.#view.state.selection.main;
    this.#view.dispatch({
      changes: patch,
      selection: { anchor: moved(anchor, patch), head: moved(head, patch) },
      annotations: fromPage.of(true)
    });
  }

  /** Tells the page at once. What it makes of the change is looked at after it has had its say. */
  #tell({ docChanged, selectionSet, changes, state, transactions }: ViewUpdate): void {
    if (transactions.some((transaction) => transaction.annotation(fromPage) === true)) return;
    const { on } = this.#facts();
    if (docChanged) {
      const text = patched(this.#mirror, patchesOf(changes));
      this.#mirror = mirrorOf(text);
      on.change(text);
      queueMicrotask(() => {
        if (this.#view.dom.isConnected) this.follow();
      });
    }
    if (docChanged || selectionSet) on.select(toPage(this.#mirror, state.selection.main.head));
  }
}

function attributesOf(label: string): Extension {
  // What can be written in has the focus anyway; said, so that nobody takes the box that scrolls for out of reach.
  return EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-description': KEYS_SAID,
    tabindex: '0'
  });
}

/** New lines are indented as the text's first indented one is: AWS's own pages use four spaces as often as two. */
function unitOf(text: string): string {
  return /^( {1,8})\S/m.exec(text.slice(0, 2000))?.[1] ?? '  ';
}

function surroundings(language: Extension): Extension {
  return [
    language,
    lintGutter(),
    lineNumbers(),
    foldGutter({ openText: '▾', closedText: '▸' }),
    codeFolding(),
    highlightSpecialChars({ addSpecialChars: UNSEEN }),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    bracketMatching(),
    indentOnInput(),
    EditorView.lineWrapping,
    hanging,
    EditorState.tabSize.of(2),
    lightField,
    look
  ];
}

function patchesOf(changes: ChangeSet): readonly Patch[] {
  const patches: Patch[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, inserted) => {
    patches.push({ from, to, insert: inserted.toString() });
  });
  return patches;
}

function moved(at: number, { from, to, insert }: Patch): number {
  if (at <= from) return at;
  return at >= to ? at + insert.length - (to - from) : Math.min(at, from + insert.length);
}

function isSame(a: EditorLight, b: EditorLight): boolean {
  const [one, other] = [a.pointed ?? [], b.pointed ?? []];
  const isPointed = one.length === other.length && one.every((each, i) => isAt(each, other[i] ?? null));
  return isPlace(a, b) && isPointed;
}

/** Whether the step is about the same. */
function isPlace(a: EditorLight, b: EditorLight): boolean {
  return a.mark?.tone === b.mark?.tone && isAt(a.mark, b.mark) && isAt(a.current, b.current);
}

function isAt(a: EditorLight['current'], b: EditorLight['current']): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}
