/**
 * What a scenario says about a request, names resolved, before the world has contributed anything: the input of
 * context.ts. The pointers name places in the scenario file, for provenance.
 */
import type { AccountId, Arn, PolicyId } from '../world/world.ts';

export interface RequestFacts {
  readonly id: string;
  readonly principal: PrincipalFacts;
  readonly session: SessionFacts | null;
  /** For users: how the request is signed. A key id counts as `accessKey`. Null when not said. */
  readonly credential: 'console' | 'accessKey' | 'sessionToken' | null;
  /** The id of that access key; absent where it is not said. */
  readonly accessKey?: string;
  /** Whether MFA was used for the credential; null when not said. */
  readonly mfa: boolean | null;
  readonly assume: readonly HopFacts[];
  readonly action: string;
  /** The operation of a call that goes by another name than its action (ACT-08); absent for all others. */
  readonly operation?: string;
  /** The object that is copied to the resource; absent where nothing is. */
  readonly copyFrom?: Arn | null;
  /** At least one; `*` for actions without a resource. Each further one is a check of its own (RES-11). */
  readonly resources: readonly Arn[];
  readonly requestTags: ReadonlyMap<string, string>;
  /** The role handed to a service in the same call (XACC-16). */
  readonly passes: Arn | null;
  /** Services of the forward access session, first caller first (KEY-40). */
  readonly via: readonly string[];
  /** For service principals: `aws:SourceArn`. */
  readonly onBehalfOf: Arn | null;
  readonly sourceAccount: AccountId | null;
  readonly endpoint: string | null;
  /** ms since 1970; null is the world's `now`. */
  readonly at: number | null;
  readonly context: readonly ContextFact[];
  /** Keys left open. */
  readonly unknown: readonly string[];
  /** False: nothing is derived, the context is complete as written. */
  readonly derive: boolean;
  /** JSON Pointer of the request in the scenario file. */
  readonly path: string;
}

/** A request of which no more is said than who asks for what: all else is derived from the world. */
export const NOTHING_SAID: Omit<RequestFacts, 'id' | 'principal' | 'action' | 'resources'> = {
  session: null,
  credential: null,
  mfa: null,
  assume: [],
  requestTags: new Map(),
  passes: null,
  via: [],
  onBehalfOf: null,
  sourceAccount: null,
  endpoint: null,
  at: null,
  context: [],
  unknown: [],
  derive: true,
  path: ''
};

export type PrincipalFacts =
  | { readonly kind: 'user' | 'role' | 'root'; readonly arn: Arn }
  /**
   * A role session by ARN; its name is in `RequestFacts.session` too. `unassigned` is the permission set that somebody
   * of the directory asks for in vain, so that there is no such session (EVAL-24); absent for all others.
   */
  | { readonly kind: 'session'; readonly arn: Arn; readonly role: Arn; readonly unassigned?: string }
  | { readonly kind: 'federatedUser'; readonly arn: Arn; readonly issuer: Arn }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'identityProvider'; readonly provider: string }
  | { readonly kind: 'anonymous' };

export interface SessionFacts {
  readonly name: string | null;
  readonly kind: 'role' | 'federatedUser' | 'sessionToken' | 'assumeRoot';
  /** Session policies; null for a session made without any. */
  readonly policies: readonly PolicyId[] | null;
  readonly tags: ReadonlyMap<string, string>;
  readonly transitive: readonly string[];
  readonly sourceIdentity: string | null;
  /** ms since 1970 */
  readonly issuedAt: number | null;
  /** seconds */
  readonly duration: number | null;
  readonly taskPolicy: Arn | null;
  /** The EC2 instance whose role it is; absent for all other sessions. */
  readonly instance?: InstanceFacts;
}

/** What an instance's credentials carry wherever they are used (KEY-25). */
export interface InstanceFacts {
  readonly arn: Arn;
  readonly vpc: string | null;
  readonly privateIp: string | null;
  /** `1.0` or `2.0`, the version of the metadata service. */
  readonly delivery: string | null;
  /** JSON Pointer into the scenario file. */
  readonly path: string;
}

/** One AssumeRole call on the way to the request. */
export interface HopFacts {
  readonly role: Arn;
  readonly session: string | null;
  readonly externalId: string | null;
  readonly tags: ReadonlyMap<string, string>;
  readonly transitive: readonly string[];
  readonly sourceIdentity: string | null;
  readonly policies: readonly PolicyId[] | null;
  /** seconds */
  readonly duration: number | null;
  readonly mfa: boolean | null;
  readonly context: readonly ContextFact[];
  readonly endpoint: string | null;
  readonly at: number | null;
  readonly path: string;
}

/** One line of a request's `context`. */
export interface ContextFact {
  /** As written. */
  readonly key: string;
  /** Null removes the key from the context. */
  readonly values: readonly string[] | null;
  /** True when written as a list. */
  readonly multivalued: boolean;
  readonly path: string;
}
