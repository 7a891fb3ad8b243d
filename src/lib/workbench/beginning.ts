/** How documents begin, and what is told of the last thing done to them. Types only. */
import type { Graph } from '../graph/graph.ts';

export interface Beginning {
  /** File name with its ending, which tells YAML from JSON. */
  readonly name: string;
  readonly text: string;
  /** What a difference is told against: the file as shipped, or as it was opened. */
  readonly original: string;
  /** Texts being typed, by JSON Pointer, as they were kept or sent. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The graph as it was laid out at build time; null lays it out. */
  readonly graph: Graph | null;
}

/** What was done to the file: shown for a moment, spoken to a screen reader. */
export interface Deal {
  readonly kind: 'done' | 'undone' | 'redone';
  readonly title: string;
}
