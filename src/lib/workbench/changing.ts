/** Which statement is being changed by choosing, and which one somebody means who says only that. */
import type { ReadElement } from '../explain/reads-as-part.ts';
import type { PolicyId } from '../world/world.ts';
import type { Sheet } from './sheet.ts';
import type { SheetStatement } from './sheet-statements.ts';

/** A statement by its JSON Pointer in its policy, and the element to begin with; null for the statement as a whole. */
export interface Changing {
  readonly policy: PolicyId;
  readonly path: string;
  readonly element: ReadElement | null;
}

/**
 * What to change of the policy on show: the statement the step is about; where it is about none, as where nothing
 * matched, the one that came nearest.
 *
 * @returns null for a policy without statements that can be read
 */
export function toChanging({ policy, statements, current }: Sheet): Changing | null {
  const [first, ...others] = statements;
  if (!first) return null;
  const nearest = others.reduce((best, each) => (matches(each) > matches(best) ? each : best), first);
  return { policy, path: (current ?? nearest).statement.path, element: null };
}

/** How many parts of a statement match, as far as that has been shown. */
function matches({ chips }: SheetStatement): number {
  return chips.filter(({ state }) => state === 'match').length;
}
