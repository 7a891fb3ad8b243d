/**
 * One call, several checks (ACT-07): what AWS asks besides, because the world says how a resource is encrypted, or the
 * request that it copies. Each is a call of its own by the same caller; `derive: false` leaves them out.
 */
import { findResource } from '../world/resource.ts';
import { splitArn } from '../world/arn.ts';
import type { Arn, World } from '../world/world.ts';
import { bucketCalls } from './access-point.ts';
import { serviceOf } from './context-call.ts';
import type { Call } from './context-call.ts';
import { many, one } from './context-value.ts';
import type { RequestFacts } from './facts.ts';
import type { KnownValue, Provenance } from './request.ts';

/**
 * All further calls of a request but those that its own fields name: passed roles, further resources, tags.
 *
 * @param calls the call on each of its resources
 */
export function furtherCalls(world: World, facts: RequestFacts, calls: readonly Call[]): readonly Call[] {
  const [first] = calls;
  if (first?.derive !== true) return [];
  const copied = copyCalls(world, facts, first);
  const behind = [...calls, ...copied].flatMap((call) => bucketCalls(world, call));
  return [
    ...reEncryptCalls(facts, calls),
    ...copied,
    ...behind,
    ...[...calls, ...copied, ...behind].flatMap((call) => keyCalls(world, facts, call))
  ];
}

const NOWHERE: Provenance = { kind: 'request', path: null };

/** The same caller asks for something else: what belongs to its own action and resource does not hold. */
function besides(call: Call, action: string, resource: Arn): Call {
  const own = `${serviceOf(call.action)}:`;
  const holds = ({ key }: { readonly key: string }) => {
    const lower = key.toLowerCase();
    return !lower.startsWith(own) && !/^aws:(?:requesttag\/|tagkeys$|resource)/.test(lower);
  };
  return {
    ...call,
    action,
    resource,
    code: { ...call.code, value: false },
    parameters: [],
    written: call.written.filter(holds),
    open: call.open.filter(holds)
  };
}

/** Source: KMS API Reference, "ReEncrypt": ReEncryptFrom on the key of the ciphertext, ReEncryptTo on the new one. */
function reEncryptCalls({ operation }: RequestFacts, calls: readonly Call[]): readonly Call[] {
  const [call] = calls;
  return operation === 'ReEncrypt' && call && calls.length === 1
    ? [{ ...call, action: 'kms:ReEncryptTo' }]
    : [];
}

/**
 * A copy reads its source; with tags on the source, it reads and writes these too.
 * Source: S3 API Reference, "CopyObject", permissions.
 */
function copyCalls(world: World, { copyFrom = null }: RequestFacts, call: Call): readonly Call[] {
  if (copyFrom === null) return [];
  const found = findResource(world, copyFrom);
  const tags = found?.resource.objects.get(found.objectKey ?? '');
  const read = besides(call, 's3:GetObject', copyFrom);
  if (tags === undefined || tags.size === 0) return [read];
  return [
    read,
    besides(call, 's3:GetObjectTagging', copyFrom),
    besides(call, 's3:PutObjectTagging', call.resource)
  ];
}

/** What a service asks of the key that encrypts its resource, by the action called. */
const KEY_USES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // S3 User Guide, "Using server-side encryption with AWS KMS keys" (SVC-17)
    's3:getobject': ['kms:Decrypt'],
    's3:getobjectversion': ['kms:Decrypt'],
    's3:putobject': ['kms:GenerateDataKey'],
    // Secrets Manager User Guide, "Secret encryption and decryption" (SVC-23)
    'secretsmanager:getsecretvalue': ['kms:Decrypt'],
    'secretsmanager:createsecret': ['kms:GenerateDataKey', 'kms:Decrypt'],
    'secretsmanager:putsecretvalue': ['kms:GenerateDataKey', 'kms:Decrypt'],
    'secretsmanager:updatesecret': ['kms:GenerateDataKey', 'kms:Decrypt'],
    // SQS Developer Guide, "Key management"
    'sqs:sendmessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
    'sqs:receivemessage': ['kms:Decrypt'],
    // SNS Developer Guide, "Managing Amazon SNS encryption keys and costs"
    'sns:publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
    // Kinesis Data Streams Developer Guide, "Permissions to use user-generated KMS keys"
    'kinesis:putrecord': ['kms:GenerateDataKey'],
    'kinesis:putrecords': ['kms:GenerateDataKey'],
    'kinesis:getrecords': ['kms:Decrypt']
  })
);

/** Calls of a multipart upload besides read what they wrote. Source: S3 User Guide, "Multipart upload". */
const MULTIPART: ReadonlySet<string> = new Set(['CreateMultipartUpload', 'UploadPart', 'UploadPartCopy']);

/**
 * The key's own authorization, in a forward access session of the service (KEY-40, KEY-41). Only for keys that the world
 * lists: of others nobody knows the policy.
 */
function keyCalls(world: World, { operation }: RequestFacts, call: Call): readonly Call[] {
  const uses = KEY_USES.get(call.action.toLowerCase());
  if (uses === undefined) return [];
  const key = keyOf(world, call);
  if (key === null || !world.resources.has(key)) return [];
  const more = MULTIPART.has(operation ?? '') && call.action === 's3:PutObject' ? ['kms:Decrypt'] : [];
  return [...uses, ...more].map((action) => throughService(call, action, key));
}

/** The key that the request names for a new object, else that of the resource. */
function keyOf(world: World, call: Call): Arn | null {
  const header = 's3:x-amz-server-side-encryption-aws-kms-key-id';
  const named = call.written.find(({ key }) => key.toLowerCase() === header)?.values?.[0];
  if (named !== undefined && call.action.toLowerCase() === 's3:putobject') return named as Arn;
  return findResource(world, call.resource)?.resource.encryptedWith ?? null;
}

function throughService(call: Call, action: string, key: Arn): Call {
  const service = serviceOf(call.action);
  const host = `${service}.amazonaws.com`;
  const region = splitArn(key)?.region ?? '';
  const isService = call.by.caller.kind === 'service' || call.by.caller.kind === 'anonymous';
  return {
    ...besides(call, action, key),
    via: isService ? call.via : { value: [...call.via.value, host], from: NOWHERE },
    parameters: [
      ...(isService ? [] : [one('kms:ViaService', `${service}.${region}.amazonaws.com`, NOWHERE)]),
      ...encryptionContext(service, call.resource)
    ]
  };
}

/** The encryption context that a service is documented to set: the resource, under a key of its own. */
const CONTEXT_KEYS: ReadonlyMap<string, string> = new Map([
  ['s3', 'aws:s3:arn'],
  ['sqs', 'aws:sqs:arn'],
  ['sns', 'aws:sns:topicArn'],
  ['kinesis', 'aws:kinesis:arn'],
  ['secretsmanager', 'SecretARN']
]);

function encryptionContext(service: string, resource: Arn): readonly KnownValue[] {
  const key = CONTEXT_KEYS.get(service);
  if (key === undefined) return [];
  return [
    one(`kms:EncryptionContext:${key}`, resource, NOWHERE),
    many('kms:EncryptionContextKeys', [key], NOWHERE)
  ];
}
