/** The way to the text editor: fetches its heavy half, CodeMirror, which no page needs at first. */
import type { EditorFacts, OpenEditor } from './code-editor-facts.ts';

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
