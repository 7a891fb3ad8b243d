/**
 * What an engine must tell to be compared: which cases it can answer at all, and its answer. Ours, the naive reference
 * and the peers stand behind the same interface, so that none of them is asked what it does not claim to know.
 */
import type { Vector } from '../engine/vector-world.ts';

export type Outcome = Vector['expect'];

export interface Engine {
  readonly name: string;
  readonly version: string;
  /** Null where it can answer the case; else what it does not know. */
  readonly canCompare: (vector: Vector) => string | null;
  /** The case in words that the engine takes; absent where it takes them all. Both are asked the case that comes out. */
  readonly tame?: (vector: Vector) => Vector;
  /**
   * @returns null where it finds only while answering that it cannot: it refuses a document, or drops a key
   * @throws where the engine itself throws, which is told as an answer of its own
   */
  readonly decide: (vector: Vector) => Outcome | null | Promise<Outcome | null>;
}
