/** One call to be authorized, and its context: each part of it made by a file of its own, in the order of part 4.2. */
import type { Arn, World } from '../world/world.ts';
import type { Credentials } from './context-credentials.ts';
import { environmentKeys, networkKeys } from './context-network.ts';
import { principalKeys } from './context-principal.ts';
import { resourceKeys } from './context-resource.ts';
import { serviceKeys } from './context-service.ts';
import { sessionKeys } from './context-session.ts';
import { toContext } from './context-value.ts';
import type { OpenFact, Sourced, WrittenFact } from './context-value.ts';
import type { KnownValue, RequestContext } from './request.ts';

export interface Call {
  readonly action: string;
  readonly resource: Arn;
  readonly by: Credentials;
  /** ms since 1970 */
  readonly at: Sourced<number>;
  /** Id of the VPC endpoint it came through. */
  readonly endpoint: Sourced<string> | null;
  /** Services of the forward access session, first caller first; empty for a direct call. */
  readonly via: Sourced<readonly string[]>;
  /** Whether the call itself carries an MFA code, as AssumeRole can (XACC-11). */
  readonly code: Sourced<boolean>;
  /** The keys that its own parameters make: tags, external id, session name. */
  readonly parameters: readonly KnownValue[];
  readonly written: readonly WrittenFact[];
  readonly open: readonly OpenFact[];
  /** False: only what is written counts. */
  readonly derive: boolean;
}

/** The request context of a call, complete. */
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

/** The service prefix of an action, lower-case. */
export function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
}
