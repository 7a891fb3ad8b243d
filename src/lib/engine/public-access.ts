/**
 * S3 Block Public Access: the strictest of account and bucket counts. It never grants; it takes back what a public
 * policy or a public ACL gives. Source: S3 User Guide, "Blocking public access to your Amazon S3 storage" (SVC-13).
 */
import { findResource } from '../world/resource.ts';
import type { PublicAccessBlock, Resource, World } from '../world/world.ts';
import { aclInRequest, isPublicAcl } from './acl.ts';
import type { ApplicablePolicy } from './trace.ts';
import { isPublicPolicy } from './public-policy.ts';
import { accountOf, type Request } from './request.ts';

/** `stop` takes back what would else be allowed. */
export interface PublicAccessFinding {
  readonly outcome: 'pass' | 'stop';
  /** The setting that stops; null where none does. */
  readonly setting: 'RestrictPublicBuckets' | 'BlockPublicAcls' | null;
  /** Whether IgnorePublicAcls is in force. */
  readonly ignoresAcls: boolean;
}

/**
 * What Block Public Access says to a request.
 *
 * @param policies the bucket's own
 * @returns null where none of its settings is on, and outside S3
 */
export function askPublicAccess(
  world: World,
  request: Request,
  policies: readonly ApplicablePolicy[]
): PublicAccessFinding | null {
  if (!request.action.toLowerCase().startsWith('s3:')) return null;
  const bucket = findResource(world, request.resource)?.resource;
  const block = bucket && publicAccessOf(world, bucket);
  if (!bucket || !block) return null;
  const restricts = block.restrictPublicBuckets && isOutsider(request, bucket) && policies.some(isPublic);
  const setting = blocksAcl(block, request) ? 'BlockPublicAcls' : restricts ? 'RestrictPublicBuckets' : null;
  return { outcome: setting === null ? 'pass' : 'stop', setting, ignoresAcls: block.ignorePublicAcls };
}

function blocksAcl({ blockPublicAcls }: PublicAccessBlock, request: Request): boolean {
  const acl = aclInRequest(request);
  return blockPublicAcls && acl !== null && isPublicAcl(acl);
}

/** The settings in force for a bucket: each is on if the bucket's or its account's is. Null when none is on. */
export function publicAccessOf(world: World, bucket: Resource): PublicAccessBlock | null {
  const account = world.accounts.get(bucket.account)?.blockPublicAccess;
  const own = bucket.blockPublicAccess;
  const is = (setting: keyof PublicAccessBlock) => (account?.[setting] ?? false) || (own?.[setting] ?? false);
  const block = {
    blockPublicAcls: is('blockPublicAcls'),
    ignorePublicAcls: is('ignorePublicAcls'),
    blockPublicPolicy: is('blockPublicPolicy'),
    restrictPublicBuckets: is('restrictPublicBuckets')
  };
  return Object.values(block).some(Boolean) ? block : null;
}

/** Neither an AWS service nor of the account that owns the bucket. */
function isOutsider({ caller }: Request, bucket: Resource): boolean {
  return caller.kind !== 'service' && accountOf(caller) !== bucket.account;
}

function isPublic({ document }: ApplicablePolicy): boolean {
  return document !== null && isPublicPolicy(document);
}
