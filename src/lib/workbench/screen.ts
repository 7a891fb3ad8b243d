/** What the main screen is told and what it asks for, beside the workbench itself. Types only. */
import type { Edit } from '../edit/edit.ts';
import type { Detail } from '../explain/frame.ts';
import type { PolicyId } from '../world/world.ts';
import type { Changing } from './changing.ts';
import type { Column, Panel } from './columns.ts';
import type { Command } from './keys.ts';
import type { LessonStory } from './lesson.ts';
import type { Pointed } from './pointing.ts';
import type { Session } from './session.svelte.ts';
import type { Opened } from './sheet.ts';
import type { TourScene } from './tour.ts';

/** How the screen stands, as far as no step tells. */
export interface ScreenView {
  readonly detail: Detail;
  /** Id of what is chosen in graph or outline. */
  readonly selected: string | null;
  /** What a narrow screen shows of it all; the right column is its paper. */
  readonly panel: Panel;
  /** The panel that has most of a wide screen to itself; null for the usual order. */
  readonly main: 'graph' | 'paper' | 'path' | null;
  readonly column: Column;
  /** Whether the policy on show is open for writing. */
  readonly isWriting: boolean;
  /** The statement that is being changed by choosing. */
  readonly changing: Changing | null;
  /** Whether the request on show is open for writing. */
  readonly isAsking: boolean;
  /** Whether what is on show is older than the file. */
  readonly isStale: boolean;
  /** What there is to say of the address or of what was just done; usually empty. */
  readonly notice: string;
  /** In an exercise: whether what stands at a place of the file may be edited. */
  readonly isUnlocked?: (pointer: string) => boolean;
  /** In an exercise: what it tells before anything is asked. */
  readonly story?: LessonStory;
  /** Address of the page on which findings are told. */
  readonly findingsAt: string;
  /** The walkthrough, and the scene it stands at; null outside of it. */
  readonly tour: {
    readonly scenes: readonly TourScene[];
    readonly index: number;
    /** Whether the page stands where the scene does: whoever steps on looks elsewhere. */
    readonly isThere: boolean;
  } | null;
}

export interface ScreenEvents {
  readonly choose: (request: string | null) => void;
  readonly move: (command: Command) => void;
  readonly go: (step: string) => void;
  readonly detail: (detail: Detail) => void;
  readonly select: (id: string) => void;
  /** The pointer or the focus rests on something, or on nothing any more. */
  readonly point: (pointed: Pointed | null) => void;
  readonly open: (opened: Opened | 'context' | null) => void;
  readonly panel: (panel: Panel) => void;
  readonly main: (main: ScreenView['main']) => void;
  readonly column: (column: Column) => void;
  /** Opens a policy for writing; null closes it. */
  readonly write: (policy: PolicyId | null) => void;
  /** Opens a statement to be changed by choosing; null closes it. */
  readonly change: (changing: Changing | null) => void;
  readonly type: (policy: PolicyId, text: string) => void;
  readonly ask: (isAsking: boolean) => void;
  readonly edit: (edit: Edit) => void;
  /** Goes to a scene of the walkthrough; null leaves it. */
  readonly tour: (scene: number | null) => void;
  /** Takes the file along: as it is kept, or as YAML. */
  readonly download: (format: 'own' | 'yaml') => void;
}

/** What a screen that can be written on has beside. */
export interface ScreenEditing {
  readonly session: Session;
}
