/** What stands on a resource beside its policy: ACLs of a bucket and its objects, grants of a key. */
import { publicAccessOf } from '../engine/public-access.ts';
import { isPublicPolicy } from '../engine/public-policy.ts';
import type { Tree, TreeText } from '../source/tree.ts';
import type { Arn, KeyGrant, ObjectAcl, Resource } from '../world/world.ts';
import { clash, publicPolicyBlocked } from './diagnostics.ts';
import { toWorld, type Draft } from './draft.ts';
import type { ResourceFormat } from './format-resources.ts';
import { resolvePrincipal } from './names.ts';
import { resolveAccount } from './world-organizations.ts';
import { toTags } from './world-principals.ts';

/** The ACLs of a bucket and of those of its objects that say something of owner or ACL. */
export function toAcls(draft: Draft, value: ResourceFormat): Pick<Resource, 'acl' | 'objectAcls'> {
  const objects = new Map<string, ObjectAcl>();
  for (const { key, value: object } of value.objects ?? []) {
    if (object.owner === null && object.acl === null) continue;
    const owner = object.owner === null ? null : resolveAccount(draft, object.owner);
    objects.set(key, { owner, acl: object.acl ?? 'private' });
    warnOwned(draft, value, object.owner);
  }
  return {
    ...(value.acl === null ? {} : { acl: value.acl }),
    ...(objects.size > 0 ? { objectAcls: objects } : {})
  };
}

/** SVC-11: with ACLs disabled the bucket's owner owns every object. */
function warnOwned(draft: Draft, { objectOwnership }: ResourceFormat, at: TreeText | null): void {
  if (at === null || (objectOwnership ?? 'BucketOwnerEnforced') !== 'BucketOwnerEnforced') return;
  draft.log.push(
    clash(
      at,
      'with ACLs disabled every object belongs to the owner of its bucket',
      'write `objectOwnership: ObjectWriter` on the bucket, or leave `owner` out'
    )
  );
}

/** The grants of a key; one whose grantee cannot be found is left out, and grants nothing. */
export function toGrants(draft: Draft, arn: Arn, { grants, map }: ResourceFormat): Pick<Resource, 'grants'> {
  if (grants === null) return {};
  if (!/^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(arn)) {
    draft.log.push(clash(map, 'only KMS keys have grants', 'leave `grants` out'));
    return {};
  }
  return { grants: grants.flatMap((grant) => toGrant(draft, grant) ?? []) };
}

type GrantFormat = NonNullable<ResourceFormat['grants']>[number];

function toGrant(draft: Draft, grant: GrantFormat): KeyGrant | null {
  const grantee = grant.grantee === null ? null : principalText(draft, grant.grantee);
  const retiring = grant.retiring === null ? null : principalText(draft, grant.retiring);
  if (grantee === null) return null;
  const { encryptionContextEquals = null, encryptionContextSubset = null } = grant.constraints ?? {};
  return {
    name: grant.name,
    grantee,
    operations: grant.operations ?? [],
    retiring,
    contextEquals: encryptionContextEquals === null ? null : toTags(encryptionContextEquals),
    contextSubset: encryptionContextSubset === null ? null : toTags(encryptionContextSubset),
    pointer: grant.map.path
  };
}

/** An ARN or a service principal; one outside the file may be named by its ARN. */
function principalText(draft: Draft, at: TreeText): string | null {
  if (/^arn:[^:]*:(iam|sts)::\d{12}:/.test(at.text)) return at.text;
  const facts = resolvePrincipal(draft, at, draft.log)?.facts;
  if (!facts) return null;
  if (facts.kind === 'service') return facts.service;
  if ('arn' in facts) return facts.arn;
  draft.log.push(clash(at, 'a grant is for one principal', 'name a user, a role, an account or a service'));
  return null;
}

/** Says where S3 would refuse to store a bucket's policy (SVC-13, SVC-14). */
export function warnBlockedPolicy(draft: Draft, arn: Arn, policy: Tree | null): void {
  const bucket = draft.resources.get(arn);
  if (policy === null || !bucket || !arn.includes(':s3:')) return;
  if (publicAccessOf(toWorld(draft), bucket)?.blockPublicPolicy !== true) return;
  const last = draft.attachments.at(-1); // its policy has just been attached
  const document = last?.target === arn ? draft.policies.get(last.policy) : undefined;
  if (document && isPublicPolicy(document)) draft.log.push(publicPolicyBlocked(policy));
}
