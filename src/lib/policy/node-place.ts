/** Places of what was read, for problems that are found in the document and not in its tree. */
import type { Place } from '../source/diagnostics.ts';
import type { Node } from './document.ts';
import { headOf } from './reading.ts';

export function placeOf({ range, path }: Node): Place {
  return { range, path };
}

/** The first line or the opening brace: of what is missing inside. */
export function headPlace({ range, path }: Node): Place {
  return { range: headOf(range), path };
}
