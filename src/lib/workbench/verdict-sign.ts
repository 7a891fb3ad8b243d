/** One sign and one word for each way a request can end, the same wherever a verdict is shown small. */
import type { Evaluation } from '../engine/trace.ts';

type Sign = 'pass' | 'silent' | 'deny' | 'unknown';

/** Which mark stands for a decision. */
export function toSign(decision: Evaluation['outcome']): Sign {
  switch (decision) {
    case 'allowed':
      return 'pass';
    case 'implicitDeny':
      return 'silent';
    case 'explicitDeny':
      return 'deny';
    case 'conditional':
    case null:
      return 'unknown';
  }
}

/** The decision in words. */
export function toVerdictWords(decision: Evaluation['outcome']): string {
  switch (decision) {
    case 'allowed':
      return 'allowed';
    case 'implicitDeny':
      return 'implicitly denied';
    case 'explicitDeny':
      return 'explicitly denied';
    case 'conditional':
      return 'hangs on open facts';
    case null:
      return 'undecided';
  }
}
