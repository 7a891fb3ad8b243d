/** How much of the policies differs from the start: for a count beside them. */
import type { Difference } from '../share/changes.ts';

/** A statement of some policy in a file, as a prefix of a pointer. */
const STATEMENT = /^.*?\/Statement(?:\/\d+)?(?=\/|$)/;

/** How many statements were changed, added or removed, each once however much of it was. */
export function statementsChanged(list: readonly Difference[]): number {
  const touched = list.flatMap(({ pointer, kind }) => {
    const at = STATEMENT.exec(pointer)?.[0];
    // What was removed is named by its place in the earlier file, which another may have by now.
    return at === undefined ? [] : [`${kind === 'removed' && at === pointer ? '-' : ''}${at}`];
  });
  return new Set(touched).size;
}
