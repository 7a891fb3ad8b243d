/**
 * What is asked: caller, action, resource and the request context. A `Request` is complete; whatever the world
 * contributes to its context has been put there before (context.ts), each key with where it came from.
 */
import type { AccountId, Arn, PolicyId } from '../world/world.ts';

/**
 * Who signed the request. Source: IAM User Guide, "Principal key values" (KEY-01).
 */
export type Caller =
  | UserCaller
  | RootCaller
  | RoleSessionCaller
  | FederatedUserCaller
  | ServiceCaller
  | IdentityProviderCaller
  | AnonymousCaller;

export interface UserCaller {
  readonly kind: 'user';
  readonly arn: Arn;
  readonly account: AccountId;
  /** `AIDA…` */
  readonly uniqueId: string;
  /** `sessionToken` is a GetSessionToken credential: the same user with STS-05's restrictions (EVAL-20). */
  readonly credential: 'accessKey' | 'console' | 'sessionToken';
  /** Whether MFA was given for this credential. */
  readonly mfa: boolean;
}

export interface RootCaller {
  readonly kind: 'root';
  readonly arn: Arn;
  readonly account: AccountId;
  /** True for an AssumeRoot session, which has no power of its own beyond its task policy (EVAL-17c). */
  readonly assumed: boolean;
}

export interface RoleSessionCaller {
  readonly kind: 'roleSession';
  /** `arn:aws:sts::A:assumed-role/NAME/SESSION` */
  readonly arn: Arn;
  readonly account: AccountId;
  /** The role's ARN with its path. */
  readonly role: Arn;
  /** `AROA…` */
  readonly roleId: string;
  readonly session: string;
  readonly serviceLinked: boolean;
  /** How the credentials came to be; null when the request does not say (then no rule depends on it). */
  readonly issued: 'AssumeRole' | 'AssumeRoleWithWebIdentity' | 'AssumeRoleWithSAML' | 'service' | null;
}

/** A GetFederationToken session. */
export interface FederatedUserCaller {
  readonly kind: 'federatedUser';
  /** `arn:aws:sts::A:federated-user/NAME` */
  readonly arn: Arn;
  readonly account: AccountId;
  /** The IAM user (or root) whose long-term keys asked for the session. */
  readonly issuer: Arn;
}

export interface ServiceCaller {
  readonly kind: 'service';
  /** `ec2.amazonaws.com` */
  readonly service: string;
}

/** The caller of AssumeRoleWithSAML or AssumeRoleWithWebIdentity: nobody yet, vouched for by a provider. */
export interface IdentityProviderCaller {
  readonly kind: 'identityProvider';
  /** Provider ARN, or the host name of a built-in provider such as `cognito-identity.amazonaws.com`. */
  readonly provider: string;
}

export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

export interface Request {
  /** The scenario's id of the request; `deploy/hop/0` for its hops, `deploy/check/0` for its checks. */
  readonly id: string;
  readonly caller: Caller;
  /** As written, e.g. `s3:GetObject`; compares without case (ACT-02). */
  readonly action: string;
  /** The operation called, where the scenario names one that is no action: `HeadObject` (ACT-08). */
  readonly operation?: string;
  /** An ARN, or `*` for actions without a resource. */
  readonly resource: Arn;
  readonly context: RequestContext;
  /** The VPC endpoint the request came through. */
  readonly endpoint: string | null;
  /** Session policies of the caller's session; null when the session was made without any (EVAL-19). */
  readonly sessionPolicies: readonly PolicyId[] | null;
  /** AssumeRole calls that lead to the caller's session, first to last. Each must be allowed. */
  readonly hops: readonly Request[];
  /** Further authorizations that the same call needs (ACT-07): `sts:TagSession`, `iam:PassRole` … */
  readonly checks: readonly Request[];
  /** Why AWS turns the call down whatever the policies say; absent where nothing is wrong with it. */
  readonly fault?: Fault;
}

/** A call that fails by itself: its credentials are no good, or its parameters ask for what STS never gives. */
export interface Fault {
  /** EVAL-24, STS-20, XACC-17, STS-30 or STS-34. */
  readonly rule: string;
  /** AWS's error code, e.g. `ExpiredToken`; null where AWS documents only that the call fails. */
  readonly code: string | null;
  /** Asked for and allowed, seconds or how many; null where it is no matter of more or less. */
  readonly asked: number | null;
  readonly limit: number | null;
  /** What it is about, e.g. a tag's key; null where there is no more to say. */
  readonly name: string | null;
  /** Of a tag (STS-30): passed twice, already set by the session before, or transitive without being passed. */
  readonly tag: 'twice' | 'inherited' | 'notPassed' | null;
}

/** Lower-case key → value. An absent key is missing, which differs from a key with an empty list. */
export type RequestContext = ReadonlyMap<string, ContextValue>;

export type ContextValue = KnownValue | UnknownValue;

export interface KnownValue {
  /** The key in its usual spelling. */
  readonly key: string;
  readonly values: readonly string[];
  readonly multivalued: boolean;
  readonly from: Provenance;
}

/** A fact left open: the decision becomes conditional on it. */
export interface UnknownValue {
  readonly key: string;
  readonly unknown: true;
  readonly from: Provenance;
}

/** Where a context value comes from: said by the request, known from the world, the session, the clock or a hop. */
export interface Provenance {
  readonly kind: 'request' | 'world' | 'session' | 'clock' | 'hop';
  /** JSON Pointer into the scenario file where there is one. */
  readonly path: string | null;
}

/** The permission set that Identity Center gives the caller no session of, so that there is no such session; else null. */
export function unassignedSet({ fault }: Request): string | null {
  return fault?.rule === 'EVAL-24' && fault.code === null ? fault.name : null;
}

/** Whether the value is an open question. */
export function isUnknown(value: ContextValue): value is UnknownValue {
  return 'unknown' in value;
}

/** The caller's account; null for services, identity providers and anonymous callers, who have none of yours. */
export function accountOf(caller: Caller): AccountId | null {
  switch (caller.kind) {
    case 'user':
    case 'root':
    case 'roleSession':
    case 'federatedUser':
      return caller.account;
    case 'service':
    case 'identityProvider':
    case 'anonymous':
      return null;
  }
}

/** The IAM identity whose policies and tags the caller carries, of a session the role's alone (XACC-18); null for callers without one. */
export function identityOf(caller: Caller): Arn | null {
  switch (caller.kind) {
    case 'user':
      return caller.arn;
    case 'roleSession':
      return caller.role;
    case 'federatedUser':
      return caller.issuer;
    default:
      return null;
  }
}
