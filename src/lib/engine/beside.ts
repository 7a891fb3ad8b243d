/**
 * What has a say in a request beside the policies: KMS grants, S3's ACLs and Block Public Access, the task of an
 * AssumeRoot session. Computed from world and request alone; for nearly every request there is nothing.
 */
import { findResource } from '../world/resource.ts';
import type { World } from '../world/world.ts';
import { askAcl, bringsUnsupportedAcl, type AclFinding } from './acl.ts';
import { askKeyGrants, type KeyGrantFinding } from './key-grants.ts';
import { lower } from './lower.ts';
import { askPublicAccess, type PublicAccessFinding } from './public-access.ts';
import type { Request } from './request.ts';
import type { ApplicablePolicy } from './trace.ts';

export interface Beside {
  readonly keyGrant: KeyGrantFinding | null;
  readonly publicAccess: PublicAccessFinding | null;
  readonly acl: AclFinding | null;
  /** SVC-11: the request brings an ACL where ACLs are disabled. */
  readonly unsupportedAcl: boolean;
  /**
   * EVAL-17c: AWS's task policies name what is not part of the task in a Deny and allow nothing, so an AssumeRoot
   * session with policies of that kind may do what they leave.
   */
  readonly taskByDenies: boolean;
}

/** Nothing beside the policies. One object, so that asking costs nothing where there is nothing. */
const NOTHING: Beside = {
  keyGrant: null,
  publicAccess: null,
  acl: null,
  unsupportedAcl: false,
  taskByDenies: false
};

/** @param bucketPolicies the policies of the resource; only those of a bucket are looked at */
export function askBeside(
  world: World,
  request: Request,
  bucketPolicies: readonly ApplicablePolicy[]
): Beside {
  if (request.caller.kind === 'root' && request.caller.assumed) {
    return { ...askService(world, request, bucketPolicies), taskByDenies: isTaskByDenies(world, request) };
  }
  return askService(world, request, bucketPolicies);
}

function askService(world: World, request: Request, bucketPolicies: readonly ApplicablePolicy[]): Beside {
  const action = lower(request.action);
  if (action.startsWith('kms:')) return { ...NOTHING, keyGrant: askKeyGrants(world, request) };
  // Of a bucket that nobody lists nobody knows an ACL or a setting.
  if (!action.startsWith('s3:') || findResource(world, request.resource) === null) return NOTHING;
  const publicAccess = askPublicAccess(world, request, bucketPolicies);
  return {
    ...NOTHING,
    publicAccess,
    acl: askAcl(world, request, publicAccess?.ignoresAcls ?? false),
    unsupportedAcl: bringsUnsupportedAcl(world, request)
  };
}

function isTaskByDenies(world: World, { sessionPolicies }: Request): boolean {
  const documents = (sessionPolicies ?? []).flatMap((id) => world.policies.get(id) ?? []);
  return (
    documents.length > 0 &&
    documents.every(({ statements }) => statements.every(({ effect }) => effect === 'Deny'))
  );
}
