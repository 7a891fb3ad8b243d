/** One call to be authorized: all that its request context is made of. */
import type { Arn } from '../world/world.ts';
import type { Credentials } from './context-credentials.ts';
import type { OpenFact, Sourced, WrittenFact } from './context-value.ts';
import type { KnownValue } from './request.ts';

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
  /** Whether it is part of making what it acts on, which its action does not say; absent: no. */
  readonly creates?: boolean;
  /** True: the context works out what is asked of it. */
  readonly lazy: boolean;
}

/** The service prefix of an action, lower-case. */
export function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
}
