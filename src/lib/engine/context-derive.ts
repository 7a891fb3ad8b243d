/** The request context of a call: each part of it made by a file of its own, put together in the order of part 4.2. */
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { environmentKeys, networkKeys } from './context-network.ts';
import { principalKeys } from './context-principal.ts';
import { resourceKeys } from './context-resource.ts';
import { serviceKeys } from './context-service.ts';
import { sessionKeys } from './context-session.ts';
import { toContext } from './context-value.ts';
import type { RequestContext } from './request.ts';

/** The whole context; of a call that derives nothing, what is written. */
export function contextOf(world: World, call: Call): RequestContext {
  const derived = call.derive
    ? [
        ...environmentKeys(world, call),
        ...principalKeys(world, call.by),
        ...sessionKeys(call),
        ...networkKeys(world, call),
        ...resourceKeys(world, call),
        ...call.parameters,
        ...serviceKeys(world, call)
      ]
    : [];
  return toContext(derived, call.written, call.open);
}
