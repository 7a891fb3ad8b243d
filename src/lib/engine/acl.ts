/**
 * S3 access control lists, as far as canned ACLs say them, and who owns an object. Source: S3 User Guide, "Access
 * control list (ACL) overview" and "Controlling ownership of objects" (SVC-10 to SVC-12, EVAL-23).
 */
import { findResource, type FoundResource } from '../world/resource.ts';
import type { AccountId, CannedAcl, ObjectAcl, World } from '../world/world.ts';
import { accountOf, isUnknown, type Caller, type Request } from './request.ts';

export interface AclFinding {
  readonly acl: CannedAcl;
  /** Whether it grants the action to the caller; `ignored`: it would, but is public and Block Public Access ignores it. */
  readonly outcome: 'grants' | 'silent' | 'ignored';
  /** The object belongs to another account than its bucket: no bucket policy grants anything on it (SVC-12). */
  readonly foreign: boolean;
}

/** Permissions of an ACL on a bucket and on an object, by action. Source: as above, "Mapping of ACL permissions". */
const BUCKET_PERMISSIONS: ReadonlyMap<string, Permission> = new Map([
  ['s3:listbucket', 'READ'],
  ['s3:listbucketversions', 'READ'],
  ['s3:listbucketmultipartuploads', 'READ'],
  ['s3:putobject', 'WRITE'],
  ['s3:getbucketacl', 'READ_ACP'],
  ['s3:putbucketacl', 'WRITE_ACP']
]);
const OBJECT_PERMISSIONS: ReadonlyMap<string, Permission> = new Map([
  ['s3:getobject', 'READ'],
  ['s3:getobjectversion', 'READ'],
  ['s3:getobjectacl', 'READ_ACP'],
  ['s3:getobjectversionacl', 'READ_ACP'],
  ['s3:putobjectacl', 'WRITE_ACP'],
  ['s3:putobjectversionacl', 'WRITE_ACP']
]);
type Permission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP';

/**
 * What the ACL of a bucket or an object says.
 *
 * @param ignoresPublic IgnorePublicAcls is in force (SVC-13)
 * @returns null where no ACL has a say: not S3, no listed bucket, ACLs disabled, an action that ACLs do not know
 */
export function askAcl(world: World, request: Request, ignoresPublic: boolean): AclFinding | null {
  const action = request.action.toLowerCase();
  if (!action.startsWith('s3:')) return null;
  const found = findResource(world, request.resource);
  if (!found || !areActive(found)) return null;
  const { resource, objectKey } = found;
  const onObject = OBJECT_PERMISSIONS.get(action);
  if (onObject !== undefined && objectKey !== null) {
    const object = resource.objectAcls?.get(objectKey) ?? OWN_PRIVATE;
    return ofObject(object, resource.account, onObject, request.caller, ignoresPublic);
  }
  const onBucket = BUCKET_PERMISSIONS.get(action);
  if (onBucket === undefined) return null;
  const acl = resource.acl ?? 'private';
  const outcome = outcomeOf(granteesOf(acl, onBucket), {
    caller: request.caller,
    ignoresPublic,
    owner: null
  });
  return { acl, outcome, foreign: false };
}

const OWN_PRIVATE: ObjectAcl = { owner: null, acl: 'private' };

/** With BucketOwnerEnforced, the default, ACLs have no effect (SVC-11). */
function areActive({ resource }: FoundResource): boolean {
  return (resource.objectOwnership ?? 'BucketOwnerEnforced') !== 'BucketOwnerEnforced';
}

function ofObject(
  { owner, acl }: ObjectAcl,
  bucketOwner: AccountId,
  permission: Permission,
  caller: Caller,
  ignoresPublic: boolean
): AclFinding {
  const foreign = owner !== null && owner !== bucketOwner;
  const ownerHas = owner !== null && owner === accountOf(caller);
  const grantees = ownerHas ? ['owner' as const] : granteesOf(acl, permission);
  const outcome = outcomeOf(grantees, { caller, ignoresPublic, owner: foreign ? bucketOwner : null });
  return { acl, outcome, foreign };
}

type Grantee = 'owner' | 'everyone' | 'authenticated' | 'bucketOwner' | 'logDelivery';

/**
 * Whom a canned ACL gives what, beside the owner, who has all. `aws-exec-read` is for Amazon EC2 and its bundles
 * alone; `bucket-owner-full-control` gives every permission.
 */
const CANNED: Readonly<Record<CannedAcl, readonly (readonly [Grantee, readonly Permission[]])[]>> = {
  private: [],
  'public-read': [['everyone', ['READ']]],
  'public-read-write': [['everyone', ['READ', 'WRITE']]],
  'aws-exec-read': [],
  'authenticated-read': [['authenticated', ['READ']]],
  'bucket-owner-read': [['bucketOwner', ['READ']]],
  'bucket-owner-full-control': [['bucketOwner', ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP']]],
  'log-delivery-write': [['logDelivery', ['WRITE', 'READ_ACP']]]
};

function granteesOf(acl: CannedAcl, permission: Permission): readonly Grantee[] {
  return CANNED[acl].flatMap(([grantee, permissions]) => (permissions.includes(permission) ? [grantee] : []));
}

interface Asked {
  readonly caller: Caller;
  readonly ignoresPublic: boolean;
  /** The bucket's owner, where the object is somebody else's. */
  readonly owner: AccountId | null;
}

function outcomeOf(
  grantees: readonly Grantee[],
  { caller, ignoresPublic, owner }: Asked
): AclFinding['outcome'] {
  const account = accountOf(caller);
  const named: Readonly<Record<Grantee, boolean>> = {
    owner: true,
    bucketOwner: owner !== null && account === owner,
    logDelivery: isLogDelivery(caller),
    everyone: !ignoresPublic,
    authenticated: !ignoresPublic && account !== null
  };
  if (grantees.some((grantee) => named[grantee])) return 'grants';
  return grantees.some((grantee) => grantee === 'everyone' || grantee === 'authenticated') && ignoresPublic
    ? 'ignored'
    : 'silent';
}

function isLogDelivery(caller: Caller): boolean {
  return caller.kind === 'service' && caller.service === 'logging.s3.amazonaws.com';
}

/** Calls that may carry a canned ACL. */
const WITH_ACL: ReadonlySet<string> = new Set([
  's3:putobject',
  's3:createbucket',
  's3:putobjectacl',
  's3:putobjectversionacl',
  's3:putbucketacl'
]);

const PUBLIC_ACLS: ReadonlySet<string> = new Set(['public-read', 'public-read-write', 'authenticated-read']);

/** The canned ACL that a request brings along, `s3:x-amz-acl`; null without, or where it is left open. */
export function aclInRequest({ action, context }: Request): string | null {
  if (!WITH_ACL.has(action.toLowerCase())) return null;
  const value = context.get('s3:x-amz-acl');
  return !value || isUnknown(value) ? null : (value.values[0] ?? null);
}

/** A public ACL grants something to AllUsers or AuthenticatedUsers (SVC-14). */
export function isPublicAcl(acl: string): boolean {
  return PUBLIC_ACLS.has(acl);
}

/**
 * SVC-11: where ACLs are disabled, a request that brings one fails with 400 AccessControlListNotSupported, unless it
 * gives the bucket's owner full control, which changes nothing.
 */
export function bringsUnsupportedAcl(world: World, request: Request): boolean {
  const acl = aclInRequest(request);
  if (acl === null || acl === 'bucket-owner-full-control') return false;
  const found = findResource(world, request.resource);
  return found !== null && !areActive(found);
}
