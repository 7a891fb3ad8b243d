/** The small sign of a stop that has been read. */
import type { RoadOutcome } from '../explain/road.ts';

/** Which mark stands for what a stop came to. */
export function signOf(outcome: RoadOutcome): 'pass' | 'silent' | 'deny' | 'notApplicable' | 'unknown' {
  switch (outcome) {
    case 'pass':
    case 'silent':
    case 'deny':
    case 'notApplicable':
    case 'unknown':
      return outcome;
    case 'stop':
      return 'deny';
    case 'bypassed':
      return 'notApplicable';
    case 'broken':
      return 'unknown';
  }
}
