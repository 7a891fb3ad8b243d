/** The sections of a request context in the order of part 4.2: of several values for a key the last one counts. */
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { clockKeys, networkKeys, regionKey, transportKeys } from './context-network.ts';
import { principalKeys } from './context-principal.ts';
import { resourceKeys } from './context-resource.ts';
import { serviceKeys } from './context-service.ts';
import { sessionKeys } from './context-session.ts';
import type { ContextValue } from './request.ts';

export type Section = (world: World, call: Call) => readonly ContextValue[];

/** Their places in {@link SECTIONS}. */
export const CLOCK = 0;
export const TRANSPORT = 1;
export const REGION = 2;
export const PRINCIPAL = 3;
export const SESSION = 4;
export const NETWORK = 5;
export const RESOURCE = 6;
export const PARAMETERS = 7;
export const SERVICE = 8;

export const SECTIONS: readonly Section[] = [
  (_, call) => clockKeys(call),
  () => transportKeys(),
  regionKey,
  (world, call) => principalKeys(world, call.by),
  (_, call) => sessionKeys(call),
  networkKeys,
  resourceKeys,
  (_, call) => call.parameters,
  serviceKeys
];
