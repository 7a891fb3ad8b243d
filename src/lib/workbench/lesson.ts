/** An exercise as its page has it: the task, and its place on the ladder. Plain data. */
import type { Exercise } from '../exercise/exercise.ts';

export interface Lesson {
  /** Its name in the address. */
  readonly name: string;
  readonly title: string;
  readonly exercise: Exercise;
  readonly chapter: { readonly number: number; readonly title: string };
  /** From 1, and how many the chapter has. */
  readonly place: { readonly at: number; readonly of: number };
  readonly back: Neighbour | null;
  readonly next: Neighbour | null;
}

/** The exercise before or after. */
export interface Neighbour {
  readonly name: string;
  readonly number: string;
  readonly title: string;
}

/** What a lesson tells before anything is asked. */
export interface LessonStory {
  /** Markdown. */
  readonly text: string;
  /** Terms of the glossary that it is about. */
  readonly terms: readonly string[];
  /** Whether it's the first of all: it also says how a lesson goes. */
  readonly isFirst: boolean;
}
