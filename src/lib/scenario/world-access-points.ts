/** S3 access points: which bucket each leads to, and that one bound to a VPC takes no other requests (SVC-16). */
import type { TreeText } from '../source/tree.ts';
import { asArn } from '../world/arn.ts';
import type { Arn } from '../world/world.ts';
import { clash, unknownReference } from './diagnostics.ts';
import type { Draft } from './draft.ts';
import type { AccountFormat } from './format-accounts.ts';
import type { ResourceFormat } from './format-resources.ts';
import type { Entry } from './shape-compound.ts';
import { networkOrigin } from './supplied.ts';
import { addMissing, addSupplied, attach, type Sheet } from './world-policies.ts';
import type { Home } from './world-principals.ts';

/** Leads the access points of all accounts to their buckets. All resources must have been added. */
export function addAccessPoints(
  draft: Draft,
  homes: readonly (Home & { readonly account: Pick<AccountFormat, 'resources'> })[]
): void {
  for (const home of homes) {
    for (const entry of home.account.resources ?? []) {
      if (entry.value.bucket !== null || entry.value.vpc !== null) addAccessPoint(draft, home, entry);
    }
  }
}

function addAccessPoint(draft: Draft, home: Home, { key, value }: Entry<ResourceFormat>): void {
  const arn = asArn(key);
  const resource = draft.resources.get(arn);
  const { bucket: named, vpc } = value;
  if (!resource || !/^arn:[^:]*:s3:[^:]*:\d{12}:accesspoint\/[^/]+$/.test(arn)) {
    draft.log.push(clash(named ?? value.map, ...NO_POINT));
    return;
  }
  const { name } = resource;
  const bucket = named && toBucket(draft, home, named, { arn, name });
  if (bucket !== null) draft.resources.set(arn, { ...resource, accessPoint: { bucket, vpc } });
  if (vpc !== null) bindToVpc(draft, home, arn, name, vpc);
}

const NO_POINT = [
  'only S3 access points lead to a bucket',
  'its ARN reads `arn:aws:s3:REGION:ACCOUNT:accesspoint/NAME`'
] as const;

/** One that is not there counts as a broken policy of the access point: its Deny is not known. */
function toBucket(
  draft: Draft,
  home: Home,
  at: TreeText,
  point: { readonly arn: Arn; readonly name: string }
): Arn | null {
  const arn = draft.resourceNames.get(at.text) ?? asArn(at.text);
  if (draft.resources.has(arn) && /^arn:[^:]*:s3:::[^/]+$/.test(arn)) return arn;
  const buckets = [...draft.resourceNames].filter(([, each]) => /^arn:[^:]*:s3:::/.test(each));
  const problem = unknownReference(
    at,
    'a bucket',
    buckets.map(([name]) => name)
  );
  const id = `${home.alias}:${point.name}/bucket`;
  const sheet: Sheet = { id, name: 'bucket policy', kind: 'resource', origin: 'resource', account: home.id };
  attach(draft, addMissing(draft, sheet, at, problem), 'resource', point.arn);
  return null;
}

function bindToVpc(draft: Draft, home: Home, arn: Arn, name: string, vpc: string): void {
  const sheet = {
    id: `${home.alias}:${name}/network-origin`,
    name: 'network origin',
    kind: 'resource',
    origin: 'default',
    account: home.id,
    resource: arn
  } as const;
  attach(draft, addSupplied(draft, sheet, networkOrigin(vpc), null), 'resource', arn);
}
