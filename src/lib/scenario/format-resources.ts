/** Format 1, `resources` of an account: what it owns, by ARN. */
import { CANNED_ACLS } from '../world/world.ts';
import { arn, arnKey, policy, publicAccess, tags } from './format-common.ts';
import { field, list, object, record, required } from './shape-compound.ts';
import { choice, reference, text, type Read } from './shape.ts';

/** Source: KMS API Reference, CreateGrant, Operations. */
const grantOperation = choice(
  'CreateGrant',
  'Decrypt',
  'DeriveSharedSecret',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GetPublicKey',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
  'Sign',
  'Verify',
  'VerifyMac'
);

const grant = object({
  grantee: required(
    reference('a principal'),
    'Who may use the key: `alias:user/NAME`, `alias:role/NAME`, `alias:root` for a whole account, `service:NAME` or an ARN.'
  ),
  retiring: field(reference('a principal'), 'Who may retire the grant.'),
  operations: required(list(grantOperation), 'Operations of the key, e.g. `Decrypt`.'),
  constraints: field(
    object({
      encryptionContextEquals: field(tags, 'The whole encryption context.'),
      encryptionContextSubset: field(tags, 'A part of the encryption context.')
    }),
    'Only with this encryption context: `kms:EncryptionContext:KEY` in a request.'
  ),
  name: field(text, 'For people.')
});

const resource = object({
  name: field(text, 'Short name for requests: `alias:NAME`.'),
  policy: field(policy, 'Resource-based policy. A KMS key without one has the default key policy.'),
  tags: field(tags, 'Tags, seen as `aws:ResourceTag/…`.'),
  objects: field(
    record(
      object({
        tags: field(tags, 'Tags of the object.'),
        owner: field(
          reference('an account'),
          "Account that wrote it, where that is not the bucket's; only with ACLs enabled."
        ),
        acl: field(choice(...CANNED_ACLS), 'Canned ACL of the object; `private` by default.')
      })
    ),
    'Objects of a bucket by key; an object has its own tags, and with ACLs enabled its own owner and ACL.'
  ),
  blockPublicAccess: field(
    publicAccess,
    'S3 Block Public Access of the bucket; off by default. Each setting is on if the bucket or its account has it on.'
  ),
  objectOwnership: field(
    choice('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'),
    'Who owns objects, and whether ACLs count: with `BucketOwnerEnforced`, the default, they do not.'
  ),
  acl: field(choice(...CANNED_ACLS), 'Canned ACL of the bucket; `private` by default.'),
  encryptedWith: field(arn, 'ARN of the KMS key.'),
  grants: field(list(grant), 'Grants of a KMS key.'),
  bucket: field(
    reference('a bucket'),
    'Of an S3 access point: the bucket behind it, `alias:NAME` or its ARN. Its policy must allow the call as well.'
  ),
  vpc: field(text, 'Of an S3 access point: id of the only VPC whose requests it takes.')
});

export const resources = record(resource, arnKey);

export type ResourceFormat = Read<typeof resource>;
