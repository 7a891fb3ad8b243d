/**
 * The keys about what is acted on: owner, organization, tags, boundary. Source: IAM User Guide, "AWS global
 * condition context keys", properties of the resource (KEY-35 to KEY-38, KEY-60, KEY-62).
 */
import { findResource, ownerOf } from '../world/resource.ts';
import type { FoundResource } from '../world/resource.ts';
import type { Arn, World } from '../world/world.ts';
import { accessPointKeys } from './access-point.ts';
import { serviceOf } from './context-call.ts';
import type { Call } from './context-call.ts';
import { inAccount, principalTag } from './context-place.ts';
import { organizationKeys } from './context-principal.ts';
import { one, tagKeys } from './context-value.ts';
import { accountOf } from './request.ts';
import type { KnownValue, Provenance } from './request.ts';

/** Actions without the aws:Resource* keys (table 4.3), lower-case; all of `ebs` besides. */
const NO_OWNER: ReadonlySet<string> = new Set(
  [
    'auditmanager:UpdateAssessmentFrameworkShare',
    'detective:AcceptInvitation',
    'ds:AcceptSharedDirectory',
    'ec2:AcceptTransitGatewayPeeringAttachment',
    'ec2:AcceptVpcEndpointConnections',
    'ec2:AcceptVpcPeeringConnection',
    'ec2:CreateTransitGatewayPeeringAttachment',
    'ec2:CreateVpcEndpoint',
    'ec2:CreateVpcPeeringConnection',
    'guardduty:AcceptAdministratorInvitation',
    'macie2:AcceptInvitation',
    'es:AcceptInboundConnection',
    'route53:AssociateVpcWithHostedZone',
    'route53:CreateVPCAssociationAuthorization',
    'securityhub:AcceptAdministratorInvitation'
  ].map((action) => action.toLowerCase())
);

/** S3 does not look at the tags of an object it is about to replace or delete. Source: S3, "Tagging and access control". */
const BLIND_TO_OBJECT_TAGS: ReadonlySet<string> = new Set([
  's3:putobject',
  's3:deleteobject',
  's3:deleteobjectversion'
]);

/** Services that say `ec2:ResourceTag/k` beside `aws:ResourceTag/k`. Source: Service Authorization Reference. */
const OWN_TAG_KEY: ReadonlySet<string> = new Set(
  'autoscaling ec2 ecr ecs elasticloadbalancing iam secretsmanager ssm'.split(' ')
);

/**
 * Calls on a user or role that has a boundary already and can be bound to it (KEY-60), lower-case. Those that set one
 * carry the new one. Source: Service Authorization Reference, AWS Identity and Access Management.
 */
const BOUNDARY_AWARE =
  /^iam:((attach|detach|put|delete)(user|role)policy|delete(user|role)permissionsboundary|(delete|get|update)role|updateroledescription|updateassumerolepolicy)$/;

/** Owner, organization, tags and boundary of the resource. */
export function resourceKeys(world: World, call: Call): readonly KnownValue[] {
  return [
    ...ownerKeys(world, call),
    ...resourceTags(world, call),
    ...boundaryKeys(world, call),
    ...accessPointKeys(world, call)
  ];
}

function ownerKeys(world: World, call: Call): readonly KnownValue[] {
  const { action, resource, by } = call;
  if (NO_OWNER.has(action.toLowerCase()) || serviceOf(action) === 'ebs') return [];
  const owner = ownerOf(world, resource, accountOf(by.caller));
  if (owner === null) return [];
  return [
    one('aws:ResourceAccount', owner, inAccount(world, owner, 'id')),
    ...organizationKeys(world, owner, 'Resource')
  ];
}

function resourceTags(world: World, call: Call): readonly KnownValue[] {
  const { resource, action } = call;
  const found = findResource(world, resource);
  const objectKey = found?.objectKey ?? null;
  if (found && objectKey !== null) return objectTags(world, found, objectKey, action);
  const tagged = found?.resource ?? taggedPrincipal(world, resource);
  if (!tagged) return tagsOfCreated(call);
  const from = (key: string): Provenance =>
    found ? inResource(world, found, 'tags', key) : principalTag(world, resource, key);
  const service = serviceOf(action) === 'sts' ? 'iam' : serviceOf(action); // a role is IAM's, whoever is asked
  return [
    ...tagKeys('aws:ResourceTag', tagged.tags, from),
    ...(OWN_TAG_KEY.has(service) ? tagKeys(`${service}:ResourceTag`, tagged.tags, from) : []) // KEY-62
  ];
}

/** KEY-38: what a call creates and tags at once has its tags by then. */
function tagsOfCreated({ action, parameters, creates = CREATES.test(action) }: Call): readonly KnownValue[] {
  if (!creates) return [];
  return parameters.flatMap((value) =>
    REQUEST_TAG.test(value.key) ? [{ ...value, key: value.key.replace(REQUEST_TAG, 'aws:ResourceTag/') }] : []
  );
}

const CREATES = /^[a-z0-9-]+:(create|runinstances)/i;
const REQUEST_TAG = /^aws:RequestTag\//i;

/** An object has its own tags, not its bucket's. */
function objectTags(
  world: World,
  found: FoundResource,
  objectKey: string,
  action: string
): readonly KnownValue[] {
  const tags = found.resource.objects.get(objectKey);
  if (!tags || BLIND_TO_OBJECT_TAGS.has(action.toLowerCase())) return [];
  return tagKeys('s3:ExistingObjectTag', tags, (key) =>
    inResource(world, found, 'objects', objectKey, 'tags', key)
  );
}

function taggedPrincipal(world: World, arn: Arn) {
  const principal = world.principals.get(arn);
  return principal?.kind === 'user' || principal?.kind === 'role' ? principal : null;
}

function boundaryKeys(world: World, call: Call): readonly KnownValue[] {
  if (!BOUNDARY_AWARE.test(call.action.toLowerCase())) return [];
  const boundary = world.attachments.find(
    ({ type, target }) => type === 'boundary' && target === call.resource
  );
  const paper = boundary && world.papers.get(boundary.policy);
  if (!paper?.arn) return [];
  return [one('iam:PermissionsBoundary', paper.arn, { kind: 'world', path: paper.pointer })];
}

function inResource(world: World, { resource }: FoundResource, ...keys: readonly string[]): Provenance {
  return inAccount(world, resource.account, 'resources', resource.arn, ...keys);
}
