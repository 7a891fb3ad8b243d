/** What the file says of places, for those who draw. */
import type { Pins } from '../graph/pins.ts';
import type { Layout } from '../scenario/scenario.ts';

/** The places that the file has, by id. */
export function pinsOf(layout: Layout): Pins {
  return new Map([...layout].flatMap(([id, { at }]) => (at === null ? [] : [[id, at]])));
}

/** The accounts of which the file says whether they are unfolded (true) or folded. */
export function unfoldedIn(layout: Layout): ReadonlyMap<string, boolean> {
  return new Map([...layout].flatMap(([id, { folded }]) => (folded === null ? [] : [[id, !folded]])));
}

/** Both; the later ones count. */
export function joined(
  first: Iterable<readonly [string, boolean]>,
  second: Iterable<readonly [string, boolean]>
): ReadonlyMap<string, boolean> {
  return new Map([...first, ...second]);
}
