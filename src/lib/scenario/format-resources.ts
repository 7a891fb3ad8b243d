/** Format 1, `resources` of an account: what it owns, by ARN. */
import { arn, arnKey, blocksAnything, isOtherThan, policy, publicAccess, tags } from './format-common.ts';
import { field, list, object, record, required } from './shape-compound.ts';
import { choice, reference, text, type Read } from './shape.ts';

const grant = object({
  grantee: required(reference('a principal'), 'Who may use the key.'),
  retiring: field(reference('a principal'), 'Who may retire the grant.'),
  operations: required(list(text), 'Operations of the key, e.g. `Decrypt`.'),
  constraints: field(
    object({
      encryptionContextEquals: field(tags, 'The whole encryption context.'),
      encryptionContextSubset: field(tags, 'A part of the encryption context.')
    }),
    'Only with this encryption context.'
  ),
  name: field(text, 'For people.')
});

const resource = object({
  name: field(text, 'Short name for requests: `alias:NAME`.'),
  policy: field(policy, 'Resource-based policy. A KMS key without one has the default key policy.'),
  tags: field(tags, 'Tags, seen as `aws:ResourceTag/…`.'),
  objects: field(
    record(object({ tags: field(tags, 'Tags of the object.') })),
    'Objects of a bucket by key; an object has its own tags.'
  ),
  blockPublicAccess: field(publicAccess, 'S3 Block Public Access of the bucket; off by default.', {
    notModelled: blocksAnything
  }),
  objectOwnership: field(
    choice('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'),
    'Who owns objects, and whether ACLs count.',
    { notModelled: isOtherThan('BucketOwnerEnforced') }
  ),
  acl: field(text, 'Canned ACL.', { notModelled: isOtherThan('private') }),
  encryptedWith: field(arn, 'ARN of the KMS key.'),
  grants: field(list(grant), 'Grants of a KMS key.', { notModelled: true })
});

export const resources = record(resource, arnKey);

export type ResourceFormat = Read<typeof resource>;
