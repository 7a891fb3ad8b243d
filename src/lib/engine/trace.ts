/**
 * The trace: a tree of findings, which is what an evaluation returns. The decision is a fold over it, so a
 * decision cannot disagree with its explanation. Plain JSON but for the request it carries; no English.
 *
 * A step's id is stable across edits and levels of detail. It reads like a place: `scp@Prod/DenyRegions#NoAbroad:Action`.
 * Hops and checks prefix theirs: `hop1.resource`, `check1.identity`.
 */
import type { Effect } from '../policy/document.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { PolicyId, PolicyType } from '../world/world.ts';
import type { Request } from './request.ts';

/** A rule of IAM by id, e.g. `COND-11`. */
export type RuleId = string;

/** IAM's own words (`PolicyEvaluationDecisionType`). */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** `notReached` is not asked, because an earlier element settled the statement. */
export type Match = 'match' | 'noMatch' | 'unknown' | 'notReached';

/** A place in a policy: id and JSON Pointer. */
export interface NodeRef {
  readonly policy: PolicyId;
  readonly path: string;
}

/** A condition on unknown facts. */
export type Expression =
  | Fact
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression };

/**
 * What one key is, in the words of a policy's condition: a positive operator and its values, of which one must fit.
 * A missing key meets none; that it is missing is `Null` with `true`.
 */
export interface Fact {
  readonly kind: 'fact';
  readonly key: string;
  /** Of a list: whether some or every value must fit. */
  readonly of: 'value' | 'some' | 'every';
  readonly operator: string;
  /** As policies write them; a variable stands for another unknown key. */
  readonly values: readonly string[];
}

/** One way in which the unknown facts may lie, and what it leads to. */
export interface Branch {
  /** Null where it is the only one. */
  readonly when: Expression | null;
  readonly outcome: Decision | null;
  readonly rule: RuleId;
  readonly decidedBy: DecisionRule;
  /** An example; `values` null for a key that is missing. */
  readonly facts: readonly { readonly key: string; readonly values: readonly string[] | null }[];
}

/** A step whose outcome hangs on unknown facts: for which of them it holds, and what the call may come to either way. */
export interface Split {
  readonly step: string;
  readonly keys: readonly string[];
  /** Null where it holds whatever the facts are. */
  readonly when: Expression | null;
  readonly holds: readonly (Decision | null)[];
  readonly fails: readonly (Decision | null)[];
}

/** A policy that has a say in a request, with the attachment that gives it that say. */
export interface ApplicablePolicy {
  readonly id: PolicyId;
  readonly type: PolicyType;
  /** Null for a broken document. */
  readonly document: PolicyDocument | null;
  readonly target: string;
}

interface Finding<Kind extends string, Outcome, Part = never> {
  readonly kind: Kind;
  readonly id: string;
  readonly rule: RuleId;
  readonly outcome: Outcome;
  /** In reading order. May be made on first look, behind the id, from the same matchers. */
  readonly steps: readonly Part[];
}

export interface Evaluation extends Finding<
  'evaluation',
  Decision | 'conditional' | null,
  GateStep | PolicyTypeStep
> {
  readonly request: Request;
  readonly decidedBy: DecisionRule;
  /** For `conditional`: the facts for which it is allowed, where that could be worked out. */
  readonly when: Expression | null;
  /** The ways in which unknown facts may lie, allowed ones first; empty where none matter. Hops and checks included. */
  readonly forks: readonly Branch[];
  /** The open steps of this call, its hops and its checks. */
  readonly splits: readonly Split[];
  /** Whether caller and resource are of one account; null for callers without one. Says how the lanes join. */
  readonly sameAccount: boolean | null;
  readonly junction: Junction;
  readonly hops: readonly Evaluation[];
  readonly checks: readonly Evaluation[];
}

/**
 * How the two lanes join. `or`: either side may say yes. `and`: both must. `door`: role trust and key policies at
 * home, where the resource's side must speak, for you or to hand the question to your account (EVAL-21, EVAL-22).
 * `resource`: the caller has no identity-based policies, the resource alone decides (EVAL-18). `root`: EVAL-17.
 */
export type Junction = 'or' | 'and' | 'door' | 'resource' | 'root';

export type DecidedBy =
  PolicyType | 'authentication' | 'sts' | 'root' | 'grant' | 'acl' | 'publicAccessBlock';

/** What settled it. `at` are the deciding statements (for `allowed` the Allows that count, for a deny the Denies). */
export type DecisionRule =
  | {
      readonly kind: 'explicitDeny';
      readonly by: DecidedBy;
      readonly at: readonly NodeRef[];
      readonly steps: readonly string[];
    }
  | { readonly kind: 'noAllow'; readonly by: DecidedBy; readonly steps: readonly string[] }
  | {
      readonly kind: 'allowed';
      readonly by: readonly DecidedBy[];
      readonly at: readonly NodeRef[];
      readonly steps: readonly string[];
    }
  | { readonly kind: 'conditional'; readonly on: readonly string[] }
  /** Broken documents; or, with `on`, more unknown facts than can be worked out. */
  | { readonly kind: 'undecided'; readonly broken: readonly PolicyId[]; readonly on?: readonly string[] }
  /** A hop or check was not allowed, so this call cannot be made; the decision is that one's. `step` is its id. */
  | { readonly kind: 'blocked'; readonly step: string; readonly by: DecidedBy };

/** The stops before and beside the policies. */
export interface GateStep extends Finding<
  'gate',
  'pass' | 'stop' | 'notApplicable' | 'unknown' | 'notModelled'
> {
  /**
   * `grant`, `acl` and `publicAccess` stand beside the resource's policy: KMS grants, S3's ACLs, Block Public Access.
   * `beyond` is an authority beside IAM that is not modelled.
   */
  readonly gate:
    | 'signed'
    | 'asked'
    | 'papers'
    | 'denySweep'
    | 'sts'
    | 'root'
    | 'grant'
    | 'acl'
    | 'publicAccess'
    | 'beyond';
  /** `papers`: policies that apply, by type. `denySweep`: the Deny statements that match. */
  readonly count: number;
  readonly at: readonly NodeRef[];
  /** What it speaks of, in AWS's words: the name of a grant, a canned ACL, a setting, an error code, an authority. */
  readonly about?: string;
}

export interface PolicyTypeStep extends Finding<
  'policyType',
  Decision | 'notApplicable' | 'unknown' | 'broken',
  TargetStep
> {
  readonly type: PolicyType;
  readonly lane: 'caller' | 'resource';
  /** Why there is nothing to ask, when the outcome is `notApplicable`; the rule says the same. */
  readonly exempt: Exemption | null;
  /** For the resource side: the strongest way in which an Allow names the caller. */
  readonly grant: Grant | null;
}

/** Why a kind of policy has no say. */
export type Exemption =
  | 'none' // nothing of the kind is attached
  | 'noOrganization'
  | 'policyTypeOff'
  | 'managementAccount'
  | 'serviceLinkedRole'
  | 'notAnIamPrincipal' // services, identity providers, anonymous callers
  | 'rootUser'
  | 'serviceNotCovered' // RCPs: EVAL-03c
  | 'actionNotCovered' // kms:RetireGrant
  | 'noEndpoint';

/**
 * How a resource-based Allow reaches the caller, which decides what it bypasses (the table of 5.2):
 * `session`, `user`, `everyone` reach the caller itself; `role` and `issuer` are limited by boundary and session
 * policy; `account` only hands the question over; `service`, `provider` are for callers without identity policies.
 */
export type Grant =
  'session' | 'user' | 'everyone' | 'role' | 'issuer' | 'account' | 'root' | 'service' | 'provider';

/** A user, a group, a bucket, a level of the organization: one place where policies hang. */
export interface TargetStep extends Finding<'target', Decision | 'unknown' | 'broken', PolicyStep> {
  readonly type: PolicyType;
  readonly target: string;
}

export interface PolicyStep extends Finding<'policy', Effect | 'none' | 'unknown' | 'broken', StatementStep> {
  readonly type: PolicyType;
  readonly policy: PolicyId;
  readonly target: string;
}

export interface StatementStep extends Finding<'statement', Match, ElementStep | ConditionStep> {
  readonly type: PolicyType;
  readonly at: NodeRef;
  readonly sid: string | null;
  readonly effect: Effect;
  /** Set when a Principal matched. */
  readonly grant: Grant | null;
}

export interface ElementStep extends Finding<'element', Match> {
  readonly element: 'Principal' | 'Action' | 'Resource';
  readonly at: NodeRef;
  readonly negated: boolean;
  /** What the request has: the caller's ARN, the action, the resource's ARN. */
  readonly requested: string;
  /** The entries of the policy, variables resolved where they could be. */
  readonly expected: readonly ExpectedValue[];
  /** The first entry that matched; for a `Not…` element the one that excludes. */
  readonly matched: NodeRef | null;
  readonly grant: Grant | null;
}

export interface ConditionStep extends Finding<'condition', Match> {
  readonly at: NodeRef;
  readonly operator: string;
  readonly key: string;
  /** The values in the request; null when it has no such key, which differs from an empty list. */
  readonly actual: readonly string[] | null;
  readonly expected: readonly ExpectedValue[];
  readonly because: Because;
}

/** One value a policy compares with. */
export interface ExpectedValue {
  readonly at: NodeRef;
  /** As written. */
  readonly text: string;
  /** With variables replaced; null when one could not be (VAR-07, VAR-08). Equal to `text` without variables. */
  readonly resolved: string | null;
  /** Whether some value of the request satisfies it, before negation. */
  readonly holds: boolean;
}

/** Why a condition turned out as it did. One closed union. */
export type Because =
  | 'valueMatched'
  | 'noValueMatched'
  | 'keyMissing'
  | 'emptySet'
  | 'ifExists'
  | 'unresolvedVariable'
  | 'notComparable'
  | 'multivalued'
  | 'unknownFact';

export type Step =
  | Evaluation
  | GateStep
  | PolicyTypeStep
  | TargetStep
  | PolicyStep
  | StatementStep
  | ElementStep
  | ConditionStep;
