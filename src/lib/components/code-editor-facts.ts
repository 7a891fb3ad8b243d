/** What an editor follows, and what it asks for: the terms between a text's page and the editor. */
import type { Catalogue } from '../catalog/service.ts';
import type { CompletionList } from '../workbench/completion.ts';
import type { EditorProblem } from '../workbench/editor-problems.ts';
import type { HeldAt } from '../workbench/held-at.ts';
import type { Mark } from '../workbench/sheet-marks.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is lit in the text: the exact range of the step, and the statement it belongs to. */
export interface EditorLight {
  readonly mark: Mark | null;
  readonly current: Stretch | null;
  /** What somebody points at elsewhere. */
  readonly pointed?: readonly Stretch[];
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

/** What the page knows of the places of a text. */
export interface EditorHelp {
  /** What may be written there. */
  readonly complete: (text: string, at: number) => CompletionList | null;
  /** What the pattern of actions there holds. */
  readonly held?: (text: string, at: number) => HeldAt | null;
  /** Another one whenever there may be more to offer: what is open is asked for anew. */
  readonly catalogue?: Catalogue;
}

/** Everything an editor follows. */
export interface EditorFacts {
  readonly text: string;
  readonly language: 'json' | 'yaml';
  readonly label: string;
  readonly problems: readonly EditorProblem[];
  readonly light: EditorLight;
  readonly help: EditorHelp | null;
  readonly on: EditorEvents;
}

/** An editor that is open. */
export interface OpenEditor {
  /** Shows what the facts say now, by the least change. */
  readonly follow: () => void;
  readonly focus: () => void;
  readonly close: () => void;
}
