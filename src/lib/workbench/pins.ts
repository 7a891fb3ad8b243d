/** What the file says of places, for those who draw. */
import type { Pins } from '../graph/pins.ts';
import type { Layout } from '../scenario/scenario.ts';

/** The places that the file has, by id. */
export function pinsOf(layout: Layout): Pins {
  return new Map([...layout].flatMap(([id, { at }]) => (at === null ? [] : [[id, at]])));
}
