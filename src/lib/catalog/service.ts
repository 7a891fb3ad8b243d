/**
 * What AWS documents of a service: its actions, the kinds of resources they take, the condition keys they know.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS services".
 */

/** One service, e.g. `s3`. All maps have lower-case keys; the values carry AWS's spelling. */
export interface ServiceFacts {
  /** The prefix of its actions. */
  readonly prefix: string;
  /** `Amazon S3` */
  readonly name: string;
  readonly actions: ReadonlyMap<string, ActionFacts>;
  /** By the name of the type, e.g. `bucket`. */
  readonly resources: ReadonlyMap<string, ResourceTypeFacts>;
  /** By key; parameters stand as the reference has them, `aws:requesttag/${tagkey}`. */
  readonly keys: ReadonlyMap<string, KeyFacts>;
}

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';

export interface ActionFacts {
  /** Without the service, e.g. `GetObject`. */
  readonly name: string;
  readonly access: AccessLevel;
  /** Empty for actions that are authorized against `*` only (RES-09). */
  readonly resources: readonly ActionResource[];
  /** Condition keys of the action whatever its resource. */
  readonly keys: readonly string[];
  /** Further permissions that the call needs, e.g. `iam:PassRole`. */
  readonly dependent: readonly string[];
}

export interface ActionResource {
  /** A type of the service. */
  readonly type: string;
  readonly required: boolean;
  /** Condition keys that count only with this resource. */
  readonly keys: readonly string[];
  readonly dependent: readonly string[];
}

export interface ResourceTypeFacts {
  readonly type: string;
  /** ARN patterns as documented: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arns: readonly string[];
  readonly keys: readonly string[];
}

export interface KeyFacts {
  readonly key: string;
  readonly type: KeyType;
  /** `ArrayOf…` in the reference (COND-62). */
  readonly multivalued: boolean;
}

export type KeyType = 'String' | 'Numeric' | 'Bool' | 'Date' | 'ARN' | 'IPAddress' | 'Binary';

/** The services that have been loaded, and the names of all there are. */
export interface Catalogue {
  /** Whether AWS has a service with this prefix; compares without case. */
  knows(prefix: string): boolean;
  /** `Amazon S3`; null for a prefix that AWS does not have. */
  nameOf(prefix: string): string | null;
  /** Null for services that do not exist and for those not loaded. */
  service(prefix: string): ServiceFacts | null;
  /** All prefixes, in alphabetical order. */
  readonly prefixes: readonly string[];
}
