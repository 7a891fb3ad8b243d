/**
 * Calls of an API that go by another name than the actions AWS checks for them (ACT-08).
 * Source: Service Authorization Reference, "Actions defined by …"; S3 User Guide, "Required permissions for Amazon S3
 * API operations"; Lambda API Reference, "Invoke"; SQS Developer Guide, "API permissions"; KMS API Reference, "ReEncrypt".
 */

/** The checked actions of each operation that is no action itself, lower-case names; several are all needed. */
const CHECKED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    's3:listobjects': ['s3:ListBucket'],
    's3:listobjectsv2': ['s3:ListBucket'],
    's3:headbucket': ['s3:ListBucket'],
    's3:listbuckets': ['s3:ListAllMyBuckets'],
    's3:listobjectversions': ['s3:ListBucketVersions'],
    's3:listmultipartuploads': ['s3:ListBucketMultipartUploads'],
    's3:listparts': ['s3:ListMultipartUploadParts'],
    's3:headobject': ['s3:GetObject'],
    's3:selectobjectcontent': ['s3:GetObject'],
    's3:createmultipartupload': ['s3:PutObject'],
    's3:uploadpart': ['s3:PutObject'],
    's3:completemultipartupload': ['s3:PutObject'],
    's3:copyobject': ['s3:GetObject', 's3:PutObject'],
    's3:uploadpartcopy': ['s3:GetObject', 's3:PutObject'],
    's3:deleteobjects': ['s3:DeleteObject'],
    's3:getbucketencryption': ['s3:GetEncryptionConfiguration'],
    's3:putbucketencryption': ['s3:PutEncryptionConfiguration'],
    's3:deletebucketencryption': ['s3:PutEncryptionConfiguration'],
    's3:getbucketlifecycleconfiguration': ['s3:GetLifecycleConfiguration'],
    's3:putbucketlifecycleconfiguration': ['s3:PutLifecycleConfiguration'],
    's3:deletebucketlifecycle': ['s3:PutLifecycleConfiguration'],
    's3:getbucketreplication': ['s3:GetReplicationConfiguration'],
    's3:putbucketreplication': ['s3:PutReplicationConfiguration'],
    's3:deletebucketreplication': ['s3:PutReplicationConfiguration'],
    's3:getpublicaccessblock': ['s3:GetBucketPublicAccessBlock'],
    's3:putpublicaccessblock': ['s3:PutBucketPublicAccessBlock'],
    's3:deletepublicaccessblock': ['s3:PutBucketPublicAccessBlock'],
    's3:getbucketaccelerateconfiguration': ['s3:GetAccelerateConfiguration'],
    's3:putbucketaccelerateconfiguration': ['s3:PutAccelerateConfiguration'],
    's3:getbucketinventoryconfiguration': ['s3:GetInventoryConfiguration'],
    's3:putbucketinventoryconfiguration': ['s3:PutInventoryConfiguration'],
    's3:getbucketmetricsconfiguration': ['s3:GetMetricsConfiguration'],
    's3:putbucketmetricsconfiguration': ['s3:PutMetricsConfiguration'],
    's3:getbucketanalyticsconfiguration': ['s3:GetAnalyticsConfiguration'],
    's3:putbucketanalyticsconfiguration': ['s3:PutAnalyticsConfiguration'],
    's3:deletebuckettagging': ['s3:PutBucketTagging'],
    's3:deletebucketcors': ['s3:PutBucketCORS'],
    's3:getbucketnotificationconfiguration': ['s3:GetBucketNotification'],
    's3:putbucketnotificationconfiguration': ['s3:PutBucketNotification'],
    'lambda:invoke': ['lambda:InvokeFunction'],
    'lambda:invokewithresponsestream': ['lambda:InvokeFunction'],
    'kms:reencrypt': ['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    'sqs:sendmessagebatch': ['sqs:SendMessage'],
    'sqs:deletemessagebatch': ['sqs:DeleteMessage'],
    'sqs:changemessagevisibilitybatch': ['sqs:ChangeMessageVisibility'],
    'sns:publishbatch': ['sns:Publish'],
    'dynamodb:transactgetitems': ['dynamodb:GetItem']
  })
);

/** The actions AWS checks for an operation such as `s3:HeadObject`; null for what is an action by its own name. */
export function actionsChecked(operation: string): readonly string[] | null {
  return CHECKED.get(operation.toLowerCase()) ?? null;
}

/** The operation that people call for an action of another name, its most usual one. */
const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries({
    's3:listbucket': 'ListObjectsV2',
    's3:listallmybuckets': 'ListBuckets',
    's3:listbucketversions': 'ListObjectVersions',
    's3:listbucketmultipartuploads': 'ListMultipartUploads',
    's3:listmultipartuploadparts': 'ListParts',
    's3:getobjectversion': 'GetObject',
    's3:deleteobjectversion': 'DeleteObject',
    's3:getobjectversiontagging': 'GetObjectTagging',
    's3:putobjectversiontagging': 'PutObjectTagging',
    's3:getencryptionconfiguration': 'GetBucketEncryption',
    's3:putencryptionconfiguration': 'PutBucketEncryption',
    's3:getlifecycleconfiguration': 'GetBucketLifecycleConfiguration',
    's3:putlifecycleconfiguration': 'PutBucketLifecycleConfiguration',
    's3:getreplicationconfiguration': 'GetBucketReplication',
    's3:putreplicationconfiguration': 'PutBucketReplication',
    's3:getbucketpublicaccessblock': 'GetPublicAccessBlock',
    's3:putbucketpublicaccessblock': 'PutPublicAccessBlock',
    's3:getaccelerateconfiguration': 'GetBucketAccelerateConfiguration',
    's3:putaccelerateconfiguration': 'PutBucketAccelerateConfiguration',
    's3:getbucketnotification': 'GetBucketNotificationConfiguration',
    's3:putbucketnotification': 'PutBucketNotificationConfiguration',
    's3:getbucketcors': 'GetBucketCors',
    's3:putbucketcors': 'PutBucketCors',
    's3:putobjectacl': 'PutObjectAcl',
    'lambda:invokefunction': 'Invoke',
    'kms:reencryptfrom': 'ReEncrypt',
    'kms:reencryptto': 'ReEncrypt'
  })
);

/** Permissions that are part of other calls and no operation of their own (XACC-13, XACC-13b, XACC-16). */
const NEVER_CALLED: ReadonlySet<string> = new Set([
  'iam:passrole',
  'sts:tagsession',
  'sts:setsourceidentity',
  's3:bypassgovernanceretention',
  'lambda:invokefunctionurl',
  'execute-api:invoke'
]);

/** The operation that a person calls for an action: `ListObjectsV2` for `s3:ListBucket`; null where there is none. */
export function operationOf(action: string): string | null {
  const key = action.toLowerCase();
  if (NEVER_CALLED.has(key)) return null;
  return USUAL.get(key) ?? action.slice(action.indexOf(':') + 1);
}
