/** The way to the text editor: its terms, and the fetching of its heavy half, CodeMirror, which no page needs at first. */
import type { CompletionList } from '../workbench/completion.ts';
import type { Mark } from '../workbench/sheet.ts';

/** A problem as the text shows it. Offsets are the page's, in UTF-16 code units. */
export interface EditorProblem {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly help?: string;
}

/** What is lit in the text: the exact range of the step, and the statement it belongs to. */
export interface EditorLight {
  readonly mark: Mark | null;
  readonly current: { readonly from: number; readonly to: number } | null;
}

/** What a text asks of its page. */
export interface EditorEvents {
  /** The whole text after a change of the user's. */
  readonly change: (text: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Escape, when nothing is open that it would close. */
  readonly leave: () => void;
  /** Where the cursor went. */
  readonly select: (at: number) => void;
}

/** Everything an editor follows. */
export interface EditorFacts {
  readonly text: string;
  readonly language: 'json' | 'yaml';
  readonly label: string;
  readonly problems: readonly EditorProblem[];
  readonly light: EditorLight;
  readonly complete: ((text: string, at: number) => CompletionList | null) | null;
  readonly on: EditorEvents;
}

export interface OpenEditor {
  /** Shows what the facts say now, by the least change. */
  readonly follow: () => void;
  readonly focus: () => void;
  readonly close: () => void;
}

type OpenEditorIn = (host: HTMLElement, facts: () => EditorFacts) => OpenEditor;

let loaded: Promise<OpenEditorIn> | null = null;

/** Fetches the editor, once however often it is asked for; anew after a fetch that failed. In the browser only. */
export function loadEditor(): Promise<OpenEditorIn> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<OpenEditorIn> {
  try {
    return (await import('./code-editor-view.ts')).openEditor;
  } catch (problem) {
    loaded = null;
    throw problem;
  }
}

/** Fetches the editor ahead of its need, so that a page that has loaded can lose the network. Never fails. */
export async function preloadEditor(): Promise<void> {
  await loadEditor().catch(() => null);
}
