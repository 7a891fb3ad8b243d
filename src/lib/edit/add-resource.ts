/** Adding resources by kind and name or by ARN, the first policy of one, and its end; S3 Block Public Access. */
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { aliasOf } from '../world/alias.ts';
import { accountIn } from '../world/arn.ts';
import { join } from '../source/pointer.ts';
import type { Account, World } from '../world/world.ts';
import { checkName } from './check-name.ts';
import { alreadyThere, invalidName, nameTaken, notThere, wrongAccount } from './diagnostics.ts';
import { firstResourcePolicy } from './documents.ts';
import { planned, refused, type Edit, type Ground } from './edit.ts';
import { lookAt } from './look.ts';
import { accountAt, said, type Place } from './place.ts';
import { RESOURCE_KINDS, resourceArn, type ResourceKind } from './resource-kinds.ts';

/** A resource in words. */
export interface NewResource {
  /** Id of one of RESOURCE_KINDS; `arn` when the name is an ARN. */
  readonly kind: string;
  readonly name: string;
  readonly region: string;
}

/** A resource without a policy; an ARN may be listed once in the whole file. */
export function addResource(ground: Ground, account: Account, wanted: NewResource): Checked<Edit> {
  const kind = RESOURCE_KINDS.find(({ id }) => id === wanted.kind) ?? null;
  const misnamed = kind ? checkKind(kind, wanted) : [];
  if (misnamed.length > 0) return refused(...misnamed);
  const { name, region } = wanted;
  const arn = kind ? resourceArn(kind, account.id, region, name) : name;
  const wrong = checkArn(ground.world, account, arn);
  if (wrong.length > 0) return refused(...wrong);
  const at = join(join(accountAt(account), 'resources'), arn);
  return planned(`Add ${kind?.words ?? 'resource'} ${name} to ${account.alias}`, [{ at, set: {} }], arn);
}

function checkKind(kind: ResourceKind, { name, region }: NewResource): readonly Diagnostic[] {
  const wrong = kind.pattern.test(name) ? [] : [invalidName(name, kind.says)];
  const isRegion = /^[a-z]{2}(-[a-z]+)+-\d$/.test(region);
  return isRegion ? wrong : [...wrong, invalidName(region, 'a Region such as `us-east-1`', 'region')];
}

function checkArn(world: World, account: Account, arn: string): readonly Diagnostic[] {
  const wrong = checkName(arn, 'arn', { what: 'a resource', taken: [], home: '' });
  if (wrong.length > 0) return wrong;
  const owner = accountIn(arn);
  if (owner !== null && owner !== account.id) return [wrongAccount(arn, account.alias)];
  const other = [...world.resources.values()].find((each) => each.arn === arn);
  return other ? [nameTaken(arn, 'a resource', aliasOf(world, other.account))] : [];
}

/** A first resource-based policy, to be written on. */
export function writeResourcePolicy(ground: Ground, resource: Place): Checked<Edit> {
  const at = join(resource.at, 'policy');
  if (lookAt(ground.file, at) !== null) return refused(alreadyThere(resource.name, 'has a policy'));
  if (resource.account === null) return refused(wrongAccount(resource.name, ''));
  const set = firstResourcePolicy(resource.name, resource.account.id);
  return planned(`Give ${said(resource)} a policy`, [{ at, set }]);
}

export function removeResourcePolicy(ground: Ground, resource: Place): Checked<Edit> {
  const at = join(resource.at, 'policy');
  if (lookAt(ground.file, at) === null) return refused(notThere(resource.name, 'has no policy'));
  return planned(`Remove the policy of ${said(resource)}`, [{ at, remove: true }]);
}

/** Turns S3 Block Public Access of a bucket on or off, all four settings (S3 API, PutPublicAccessBlock). */
export function setPublicAccess(bucket: Place, isOn: boolean): Checked<Edit> {
  const at = join(bucket.at, 'blockPublicAccess');
  return planned(`Turn Block Public Access of ${said(bucket)} ${isOn ? 'on' : 'off'}`, [{ at, set: isOn }]);
}
