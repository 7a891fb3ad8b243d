/** The three values of a match as ordered numbers, for the folds: no, perhaps (an open fact decides), yes. */
import type { Match } from './trace.ts';

export type Tri = 0 | 1 | 2;

export const NO = 0;
/** An unknown fact decides. */
export const MAYBE = 1;
export const YES = 2;

/** A step's outcome as a number; what was not reached does not hold. */
export function toTri(outcome: Match): Tri {
  return outcome === 'match' ? YES : outcome === 'unknown' ? MAYBE : NO;
}
