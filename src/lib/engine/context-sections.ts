/** The sections of a request context in the order of part 4.2: of several values for a key the last one counts. */
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { clockKeys, networkKeys, regionKey, transportKeys } from './context-network.ts';
import { accountKeys, identityKeys, principalTags } from './context-principal.ts';
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
export const ACCOUNT = 4;
export const TAGS = 5;
export const SESSION = 6;
export const NETWORK = 7;
export const RESOURCE = 8;
export const PARAMETERS = 9;
export const SERVICE = 10;

export const SECTIONS: readonly Section[] = [
  (_, call) => clockKeys(call),
  () => transportKeys(),
  regionKey,
  (_, call) => identityKeys(call.by.caller, call.by.named),
  (world, call) => accountKeys(world, call.by),
  (world, call) => principalTags(world, call.by),
  (_, call) => sessionKeys(call),
  networkKeys,
  resourceKeys,
  (_, call) => call.parameters,
  serviceKeys
];
