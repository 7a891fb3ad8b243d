/** Resources of an account with their policies; a KMS key without one has the default key policy. */
import { accountIn, asArn, lastName, splitArn } from '../world/arn.ts';
import type { Arn, PublicAccessBlock, Resource } from '../world/world.ts';
import { clash, duplicate, type Place } from './diagnostics.ts';
import { unlistedKey } from './diagnostics-calls.ts';
import type { Draft } from './draft.ts';
import type { PublicAccessFormat } from './format-accounts.ts';
import type { ResourceFormat } from './format-resources.ts';
import type { Entry } from './shape-compound.ts';
import { defaultKeyPolicy } from './supplied.ts';
import { toAcls, toGrants, warnBlockedPolicy } from './world-resource-settings.ts';
import { attachWithheld } from './withheld.ts';
import { addPolicy, addSupplied, attach, type Sheet } from './world-policies.ts';
import { toTags, type Home } from './world-principals.ts';

/** A resource with its policy. The ARN may be listed once in the whole file. */
export function addResource(draft: Draft, home: Home, entry: Entry<ResourceFormat>): void {
  const { key, keyRange, value } = entry;
  const arn = asArn(key);
  const place = { range: keyRange, path: entry.at.path };
  const other = draft.resources.get(arn);
  if (other) {
    const owner = draft.accounts.get(other.account)?.alias ?? other.account;
    draft.log.push(duplicate(place, 'resource', key, `account \`${owner}\``));
    return;
  }
  checkOwner(draft, home, key, place);
  const name = value.name ?? uniqueName(draft, home, arn);
  if (value.name !== null && draft.resourceNames.has(`${home.alias}:${name}`)) {
    draft.log.push(duplicate(place, 'short name', name, `another resource of \`${home.alias}\``));
  }
  draft.resourceNames.set(`${home.alias}:${name}`, arn);
  draft.resources.set(arn, toResource(draft, arn, home, name, value));
  attachPolicy(draft, home, arn, name, value);
  warnBlockedPolicy(draft, arn, value.policy);
}

/** Once all are listed: a key that none of them is has a policy that nobody can ask (SVC-17). */
export function warnUnlistedKeys(draft: Draft, resources: readonly Entry<ResourceFormat>[]): void {
  for (const { value, at } of resources) {
    const key = value.encryptedWith;
    if (key === null || draft.resources.has(asArn(key))) continue;
    const entry = value.map.entries.find((each) => each.key === 'encryptedWith');
    draft.log.push(unlistedKey(entry?.value ?? at, key));
  }
}

/** An ARN that carries an account id carries its owner's. */
function checkOwner(draft: Draft, home: Home, arn: string, place: Place): void {
  const owner = accountIn(arn);
  if (owner === null || owner === home.id) return;
  const message = `\`${arn}\` carries the account id ${owner}, not that of \`${home.alias}\``;
  draft.log.push(clash(place, message, 'list it under the account it belongs to'));
}

function toResource(draft: Draft, arn: Arn, home: Home, name: string, value: ResourceFormat): Resource {
  return {
    arn,
    account: home.id,
    name,
    tags: toTags(value.tags),
    objects: new Map((value.objects ?? []).map((object) => [object.key, toTags(object.value.tags)])),
    blockPublicAccess: value.blockPublicAccess === null ? null : toPublicAccess(value.blockPublicAccess),
    objectOwnership: value.objectOwnership,
    encryptedWith: value.encryptedWith === null ? null : asArn(value.encryptedWith),
    ...toAcls(draft, value),
    ...toGrants(draft, arn, value)
  };
}

function attachPolicy(draft: Draft, home: Home, arn: Arn, name: string, resource: ResourceFormat): void {
  const unreadable = { id: `${home.alias}:${name}`, origin: 'resource', account: home.id } as const;
  attachWithheld(draft, resource.map.path, unreadable, 'resource', arn);
  const isKey = /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(arn);
  const sheet: Sheet = {
    id: `${home.alias}:${name}/policy`,
    name: policyName(arn),
    kind: 'resource',
    origin: resource.policy ? 'resource' : 'default',
    account: home.id,
    resource: arn
  };
  if (resource.policy) attach(draft, addPolicy(draft, sheet, resource.policy), 'resource', arn);
  else if (isKey) {
    attach(draft, addSupplied(draft, sheet, defaultKeyPolicy(home.id), null), 'resource', arn);
  }
}

/** The ARN's last part, with a number when the account has that name already. */
function uniqueName(draft: Draft, home: Home, arn: Arn): string {
  const plain = lastName(arn.replace(/[:/]\*$/, ''));
  const key = `${home.alias}:${plain}`;
  let name = plain;
  let n = draft.resourceNameCounts.get(key) ?? 1;
  while (draft.resourceNames.has(`${home.alias}:${name}`)) name = `${plain}-${String(++n)}`;
  draft.resourceNameCounts.set(key, n);
  return name;
}

/** What a resource-based policy of a service is called, by the service prefix. */
const POLICY_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s3: 'bucket policy',
    kms: 'key policy',
    sqs: 'queue policy',
    sns: 'topic policy',
    lambda: 'function policy',
    secretsmanager: 'secret policy',
    ecr: 'repository policy',
    dynamodb: 'table policy',
    es: 'domain policy',
    'execute-api': 'API policy',
    events: 'event bus policy',
    kinesis: 'stream policy',
    elasticfilesystem: 'file system policy',
    glacier: 'vault policy',
    backup: 'vault policy'
  })
);

function policyName(arn: Arn): string {
  return POLICY_NAMES.get(splitArn(arn)?.service ?? '') ?? 'resource policy';
}

/** The four flags; what is not said is off. */
export function toPublicAccess(written: PublicAccessFormat | null): PublicAccessBlock {
  if (typeof written === 'boolean' || written === null) {
    const all = written ?? false;
    return {
      blockPublicAcls: all,
      ignorePublicAcls: all,
      blockPublicPolicy: all,
      restrictPublicBuckets: all
    };
  }
  return {
    blockPublicAcls: written.blockPublicAcls ?? false,
    ignorePublicAcls: written.ignorePublicAcls ?? false,
    blockPublicPolicy: written.blockPublicPolicy ?? false,
    restrictPublicBuckets: written.restrictPublicBuckets ?? false
  };
}
