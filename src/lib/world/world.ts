/**
 * Who and what exists, and which policy hangs where. Plain data: no behaviour, no file format, no engine.
 * Every map keeps the order in which the scenario file names things.
 */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { PolicyDocument } from '../policy/document.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };
export type Arn = Branded<'Arn'>;
export type AccountId = Branded<'AccountId'>;
export type PolicyId = Branded<'PolicyId'>;

export interface World {
  /** The scenario's clock, ms since 1970. Never the machine's. */
  readonly now: number;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  /** By organization id. */
  readonly organizations: ReadonlyMap<string, Organization>;
  /** Users, roles, roots, and the sessions that requests name. */
  readonly principals: ReadonlyMap<Arn, Principal>;
  readonly groups: ReadonlyMap<Arn, Group>;
  readonly identityProviders: ReadonlyMap<Arn, IdentityProvider>;
  readonly resources: ReadonlyMap<Arn, Resource>;
  /** By endpoint id, `vpce-…`. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  readonly policies: ReadonlyMap<PolicyId, PolicyDocument>;
  /** Policies that have an error. Never evaluated; what they apply to is undecided. */
  readonly broken: ReadonlyMap<PolicyId, readonly Diagnostic[]>;
  /** What is known of each policy beside its document; has an entry for every id of the two maps above. */
  readonly papers: ReadonlyMap<PolicyId, Paper>;
  readonly attachments: readonly Attachment[];
}

export interface Account {
  readonly id: AccountId;
  /** The scenario's short name, e.g. `tools`. */
  readonly alias: string;
  /** For people, e.g. `DevOps tools`. */
  readonly name: string;
  /** 64 hexadecimal digits by which S3 knows it; absent where the file does not say it. */
  readonly canonicalId?: string;
  /** Null for an account outside any organization. */
  readonly organization: string | null;
  /** Ids of the root and the OUs above the account, root first; empty outside an organization. */
  readonly organizationPath: readonly string[];
  readonly blockPublicAccess: PublicAccessBlock;
}

export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

export interface Organization {
  /** `o-…` */
  readonly id: string;
  /** The scenario's short name. */
  readonly name: string;
  readonly management: AccountId;
  /** Policy types in force: empty with consolidated billing only. */
  readonly policyTypes: readonly ('scp' | 'rcp')[];
  /** The root and every OU, by id, parents before children. */
  readonly units: ReadonlyMap<string, OrganizationalUnit>;
  /** By account: the service principals for which it is a delegated administrator. Absent: there is none. */
  readonly delegatedAdministrators?: ReadonlyMap<AccountId, readonly string[]>;
  /** Whether root access to member accounts is centralized, which AssumeRoot needs (STS-07). Absent: it is not. */
  readonly centralRootAccess?: boolean;
}

export interface OrganizationalUnit {
  /** `r-…` or `ou-…` */
  readonly id: string;
  readonly name: string;
  /** Null for the root. */
  readonly parent: string | null;
}

interface Tagged {
  readonly arn: Arn;
  readonly tags: ReadonlyMap<string, string>;
}

export type Principal = User | Role | Session | Root;

export interface User extends Tagged {
  readonly kind: 'user';
  readonly account: AccountId;
  readonly name: string;
  /** `AIDA…` */
  readonly uniqueId: string;
  readonly groups: readonly Arn[];
  readonly human: boolean;
  readonly mfa: boolean;
  /** Long-term access keys, as far as they are listed: id → whether it is active. */
  readonly accessKeys?: ReadonlyMap<string, boolean>;
}

export interface Role extends Tagged {
  readonly kind: 'role';
  readonly account: AccountId;
  readonly name: string;
  /** `AROA…` */
  readonly uniqueId: string;
  /** Seconds, 3600 to 43200. */
  readonly maxSessionDuration: number;
  readonly serviceLinked: boolean;
  /** The permission set of Identity Center that made it; absent for a role that the file lists. */
  readonly permissionSet?: string;
}

/** A role session that some request of the scenario uses, so that it can be drawn. */
export interface Session extends Tagged {
  readonly kind: 'session';
  readonly account: AccountId;
  readonly name: string;
  readonly role: Arn;
  /** ms since 1970 */
  readonly issued: number;
  /** ms since 1970 */
  readonly expires: number;
  /** When the first request that uses it is made, ms since 1970: what is left of it is left from then. */
  readonly usedAt: number;
}

/** The root user of an account. */
export interface Root extends Tagged {
  readonly kind: 'root';
  readonly account: AccountId;
  readonly mfa: boolean;
}

export interface Group {
  readonly arn: Arn;
  readonly account: AccountId;
  readonly name: string;
}

export interface IdentityProvider {
  readonly arn: Arn;
  readonly account: AccountId;
  readonly name: string;
  /** Issuer without `https://` for OIDC, null for SAML. */
  readonly oidc: string | null;
  readonly audiences: readonly string[];
  /** Made by Identity Center; absent for one that the file lists. */
  readonly ofIdentityCenter?: boolean;
}

export interface Resource extends Tagged {
  readonly account: AccountId;
  /** The scenario's short name, else the ARN's last part. */
  readonly name: string;
  /** Objects of a bucket by key, each with tags of its own. */
  readonly objects: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly blockPublicAccess: PublicAccessBlock | null;
  /** Null is the default, `BucketOwnerEnforced` (SVC-11). */
  readonly objectOwnership: string | null;
  readonly encryptedWith: Arn | null;
  /** Canned ACL of a bucket; absent is `private`. */
  readonly acl?: CannedAcl;
  /** Objects of a bucket, by key, whose owner or ACL is not what it is by default. */
  readonly objectAcls?: ReadonlyMap<string, ObjectAcl>;
  /** Grants of a KMS key; absent where the world says nothing of them. */
  readonly grants?: readonly KeyGrant[];
  /** Of an S3 access point: what it leads to; absent for everything else. */
  readonly accessPoint?: AccessPoint;
}

export interface AccessPoint {
  /** ARN of the bucket behind it. */
  readonly bucket: Arn;
  /** The only VPC whose requests it takes; null where it takes them from the Internet. */
  readonly vpc: string | null;
}

/** Source: S3 User Guide, "Access control list (ACL) overview", canned ACLs. */
export const CANNED_ACLS = [
  'private',
  'public-read',
  'public-read-write',
  'aws-exec-read',
  'authenticated-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
  'log-delivery-write'
] as const;
export type CannedAcl = (typeof CANNED_ACLS)[number];

export interface ObjectAcl {
  /** The account that wrote the object; null is the bucket's own. */
  readonly owner: AccountId | null;
  readonly acl: CannedAcl;
}

/** Source: KMS Developer Guide, "Grants in AWS KMS" (SVC-04). */
export interface KeyGrant {
  /** For people; null where it has none. */
  readonly name: string | null;
  /** ARN of a user, role, session or account root, or a service principal. */
  readonly grantee: string;
  /** Operations without prefix, e.g. `Decrypt`. */
  readonly operations: readonly string[];
  /** Who may retire it, as `grantee`; null where nobody is named. */
  readonly retiring: string | null;
  /** The whole encryption context; null where it does not matter. */
  readonly contextEquals: ReadonlyMap<string, string> | null;
  /** What the encryption context must hold among others; null where it does not matter. */
  readonly contextSubset: ReadonlyMap<string, string> | null;
  /** JSON Pointer into the scenario file; null where there is none. */
  readonly pointer: string | null;
}

export interface Endpoint {
  readonly id: string;
  readonly account: AccountId;
  readonly vpc: string;
  readonly region: string;
  readonly services: readonly string[];
}

export const POLICY_TYPES = [
  'rcp',
  'scp',
  'endpoint',
  'resource',
  'identity',
  'boundary',
  'session'
] as const;
export type PolicyType = (typeof POLICY_TYPES)[number];

/** The same managed policy can be one role's permissions policy and another's boundary: the type is here. */
export interface Attachment {
  readonly policy: PolicyId;
  readonly type: PolicyType;
  /** ARN of a user, group, role or resource; id of a root, OU, account or endpoint. A trust policy is `resource` on its role. */
  readonly target: string;
}

/** A policy's name and origin. */
export interface Paper {
  readonly id: PolicyId;
  /** As people say it: `ReadOneBucket`, `trust policy`, `bucket policy`. */
  readonly name: string;
  readonly origin:
    'inline' | 'customer' | 'aws' | 'trust' | 'resource' | 'scp' | 'rcp' | 'endpoint' | 'session' | 'default';
  /** Managed policies only. */
  readonly arn: Arn | null;
  /** The account that keeps it; null for AWS managed and organization policies. */
  readonly account: AccountId | null;
  /** JSON Pointer into the scenario file; null for what AWS supplies. */
  readonly pointer: string | null;
  /** For what AWS supplies: version and date of the copy. */
  readonly edition: string | null;
}
