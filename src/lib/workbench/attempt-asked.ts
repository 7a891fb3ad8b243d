/** What an attempt at an exercise asks of files, and is answered once that which reads them has come. Types only. */
import type { Locked } from '../exercise/editable.ts';
import type { Way } from '../exercise/exercise.ts';
import type { Measure } from '../exercise/measure.ts';
import type { Surface } from '../exercise/surface.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Documents } from './documents.svelte.ts';
import type { Guard } from './guard.ts';

/** What comes after the first paint: it reads files. */
export interface AttemptKit {
  /** What was changed since the start. */
  readonly measure: (now: Now) => Measure;
  /** What keeps the rest of the file as it began. */
  readonly guard: Guard;
  /** What was changed of that which is not unlocked: in a file of long ago, or as it is being typed. */
  readonly locked: (now: Now) => readonly Locked[];
  /** The decoy that behaves as what is on the table does. */
  readonly decoy: (now: Now) => Way | null;
  /** What is allowed beside what the solution allows; null where there is no telling. */
  readonly surface: (now: Now) => Surface | null;
  /** The solution, and the alternatives behind it. */
  readonly ways: () => readonly SolvedWay[];
}

/** A right answer: the solution or an alternative. */
export interface SolvedWay {
  readonly name: string;
  /** What the exercise says of it; Markdown. */
  readonly says: string;
  /** The whole file as it leaves it. */
  readonly text: string;
  /** What it allows beside the solution; null where there is no telling. */
  readonly surface: Surface | null;
}

/** What is on the table. */
export interface Now {
  readonly scenario: Scenario;
  readonly documents: Documents;
}
