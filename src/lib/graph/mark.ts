/** What is drawn over the graph while a step is shown, beyond what lights. Types only; marks.ts makes them. */
import type { Decision } from '../engine/trace.ts';

/**
 * How a condition key of an edge fares with the request: `met` and `failed` have been read, `missing` was read and the
 * request has no such key, `open` is an unknown fact; `unread` has not been asked up to this step, or never is.
 */
export type KeyState = 'met' | 'failed' | 'missing' | 'open' | 'unread';

export interface EdgeKey {
  /** As written: `iam:PassedToService`. */
  readonly key: string;
  readonly state: KeyState;
}

/** What a level of the organization said. */
export type LevelSays = 'yes' | 'silent' | 'denied' | 'open';

/** A way of the request that no edge shows. */
export interface Way {
  /** What is wanted; what is missing; what an explicit deny ended that no edge shows. */
  readonly kind: 'desire' | 'ghost' | 'stopped';
  /** Node ids. */
  readonly from: string;
  readonly to: string;
  /** The action. */
  readonly label: string;
}

/** The request on its way along an edge. */
export interface Traveller {
  /** The session's or the caller's. */
  readonly name: string;
  /** Id of the edge. */
  readonly edge: string;
}

/** Where a request came in through a VPC endpoint. */
export interface Doorway {
  /** Id of the endpoint's account. */
  readonly account: string;
  /** `vpce-…` */
  readonly endpoint: string;
}

export interface Marks {
  /** The caller's and, once it was asked for, the target's node. */
  readonly rings: readonly string[];
  /** What the caller signed with; null at all other steps. */
  readonly credential: { readonly node: string; readonly kind: Credential } | null;
  readonly way: Way | null;
  readonly traveller: Traveller | null;
  readonly doorway: Doorway | null;
  /** Whether every statement is being searched for a Deny. */
  readonly isSweeping: boolean;
  /** Nodes and bands whose documents are being counted. */
  readonly blinks: ReadonlySet<string>;
  /** The condition keys of every conditional edge, by edge. */
  readonly keys: ReadonlyMap<string, readonly EdgeKey[]>;
  /** By `scp@level@account`: what has been read up to this step. */
  readonly levels: ReadonlyMap<string, LevelSays>;
  /** Whether the permissions boundary around a node lets the request through; null when it is not about one. */
  readonly fence: { readonly node: string; readonly isClosed: boolean } | null;
  /** The verdict on the node it is about. */
  readonly stamp: { readonly node: string; readonly decision: Stamped } | null;
  /** The node whose document is being read. */
  readonly reading: string | null;
}

/** Long-term key or root: a booklet; a signed-in person: a card; a session: a visa; a service's own: a badge. */
export type Credential = 'booklet' | 'card' | 'visa' | 'badge' | 'none';

/** `allowedWhen`: conditional, and it is known what has to hold. */
export type Stamped = Decision | 'allowedWhen' | 'conditional' | 'undecided';
