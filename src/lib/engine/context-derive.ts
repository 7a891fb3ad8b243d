/** The request context of a call: each part of it made by a file of its own, put together in the order of part 4.2. */
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { LazyContext } from './context-lazy.ts';
import { SECTIONS } from './context-sections.ts';
import { toContext } from './context-value.ts';
import type { RequestContext } from './request.ts';

/** The whole context; of a call that derives nothing, what is written. */
export function contextOf(world: World, call: Call): RequestContext {
  if (call.lazy) return new LazyContext(world, call);
  const derived = call.derive ? SECTIONS.flatMap((section) => section(world, call)) : [];
  return toContext(derived, call.written, call.open);
}
