/**
 * S3 access points: a call through one is asked of the access point and of the bucket behind it, each by its own
 * policies (SVC-16). That both are asked is documented; that the caller's own policies are asked both times is our
 * choice. Source: S3 User Guide, "Configuring IAM policies for using access points".
 */
import { accountIn, asArn } from '../world/arn.ts';
import { findResource } from '../world/resource.ts';
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { one } from './context-value.ts';
import type { KnownValue } from './request.ts';

const ASSUMED = { kind: 'world', path: null } as const;

/** The same call on the bucket behind an access point; none for what is about the access point itself. */
export function bucketCalls(world: World, call: Call): readonly Call[] {
  const found = pointOf(world, call);
  if (!found || /accesspoint/i.test(call.action)) return [];
  const { bucket, objectKey } = found;
  const resource = objectKey === null ? bucket : asArn(`${bucket}/${objectKey}`);
  return [{ ...call, resource, parameters: [...call.parameters, ...accessPointKeys(world, call)] }];
}

/** The keys of a call through an access point. Source: as above, "Condition keys". */
export function accessPointKeys(world: World, call: Call): readonly KnownValue[] {
  const found = pointOf(world, call);
  if (!found) return [];
  const { arn, vpc } = found;
  const account = accountIn(arn);
  return [
    one('s3:DataAccessPointArn', arn, ASSUMED),
    ...(account === null ? [] : [one('s3:DataAccessPointAccount', account, ASSUMED)]),
    one('s3:AccessPointNetworkOrigin', vpc === null ? 'Internet' : 'VPC', ASSUMED)
  ];
}

/** The search before the look-up is for speed: few ARNs have the word. */
function pointOf(world: World, { resource }: Call) {
  if (!resource.includes(':accesspoint/')) return null;
  const found = findResource(world, resource);
  if (!found?.resource.accessPoint) return null;
  const { arn, accessPoint } = found.resource;
  return { arn, ...accessPoint, objectKey: found.objectKey };
}
