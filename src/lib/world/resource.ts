/**
 * Which listed resource a request is about, and whose it is. A request names an object, a log stream, an index or
 * a version; policies hang on the bucket, the log group, the table, the function.
 */
import { accountIn, splitArn, toArn } from './arn.ts';
import type { AccountId, Arn, Resource, World } from './world.ts';

export interface FoundResource {
  readonly resource: Resource;
  /** For S3: the key of the object inside the bucket; null for the bucket itself and everywhere else. */
  readonly objectKey: string | null;
}

/** The listed resource that an ARN names or lies in; null when the world lists none. */
export function findResource(world: World, arn: Arn): FoundResource | null {
  const exact = world.resources.get(arn);
  if (exact) return { resource: exact, objectKey: null };
  if (world.resources.size === 0) return null;
  if (latest?.world !== world || latest.arn !== arn)
    latest = { world, arn, found: findContainer(world, arn) };
  return latest.found;
}

/** One decision asks for the same resource many times, and a question about everyone asks it of each. */
let latest: { readonly world: World; readonly arn: Arn; readonly found: FoundResource | null } | null = null;

function findContainer(world: World, arn: Arn): FoundResource | null {
  const parts = splitArn(arn);
  if (!parts) return null;
  for (const container of CONTAINERS.get(parts.service)?.(parts.resource) ?? []) {
    const resource = world.resources.get(toArn({ ...parts, resource: container.resource }));
    if (resource) return { resource, objectKey: container.objectKey ?? null };
  }
  return null;
}

/**
 * The account that owns a resource, `aws:ResourceAccount` (KEY-35, XACC-09b): the account that lists it; else
 * the account in its ARN, which covers roles, users and policies; else, for buckets nobody lists and for actions
 * without a resource, the caller's.
 *
 * @param caller the caller's account, null for callers without one
 * @returns null where nobody can be said to own it, e.g. AWS managed policies
 */
export function ownerOf(world: World, arn: Arn, caller: AccountId | null): AccountId | null {
  const listed = findResource(world, arn);
  if (listed) return listed.resource.account;
  const account = accountIn(arn);
  if (account !== null) return account;
  return (splitArn(arn)?.account ?? '') === '' ? caller : null;
}

interface Container {
  readonly resource: string;
  readonly objectKey?: string;
}

/** By service: what a resource part may lie in, nearest first. Only resources that policies really hang on. */
const CONTAINERS: ReadonlyMap<string, (resource: string) => readonly Container[]> = new Map([
  ['s3', bucketOf],
  ['logs', logGroupOf],
  ['dynamodb', (resource: string) => upTo(resource, '/', 2)],
  ['lambda', (resource: string) => upTo(resource, ':', 2)],
  ['sns', (resource: string) => upTo(resource, ':', 1)],
  ['es', (resource: string) => upTo(resource, '/', 2)],
  ['execute-api', (resource: string) => upTo(resource, '/', 1)]
]);

/** `BUCKET/KEY`, or `accesspoint/NAME/object/KEY`. */
function bucketOf(resource: string): readonly Container[] {
  const point = /^(accesspoint\/[^/]+)\/object\/(.*)$/s.exec(resource);
  if (point?.[1] !== undefined && point[2] !== undefined) {
    return [{ resource: point[1], objectKey: point[2] }];
  }
  const slash = resource.indexOf('/');
  if (slash < 0) return [];
  return [{ resource: resource.slice(0, slash), objectKey: resource.slice(slash + 1) }];
}

/** `log-group:NAME:log-stream:STREAM`; the group's own ARN is written with and without `:*` behind it. */
function logGroupOf(resource: string): readonly Container[] {
  const [type, name] = resource.split(':');
  if (type !== 'log-group' || name === undefined) return [];
  return [{ resource: `log-group:${name}` }, { resource: `log-group:${name}:*` }];
}

/** The first so many segments, when there are more. */
function upTo(resource: string, separator: string, count: number): readonly Container[] {
  const segments = resource.split(separator);
  return segments.length > count ? [{ resource: segments.slice(0, count).join(separator) }] : [];
}
