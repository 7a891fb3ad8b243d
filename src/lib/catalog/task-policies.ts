/**
 * The task policies of AssumeRoot: what each leaves to a root session, by denying the rest. Source: IAM User Guide,
 * "AWS managed policies for IAM"; the page describes the statements of SQSUnlockQueuePolicy without their text, so
 * their actions are recalled (STS-34, EVAL-17c).
 */

const PREFIX = 'arn:aws:iam::aws:policy/root-task/';

const ROOT_ONLY = 'arn:aws:iam::*:root';

const AUDIT = ['ListAccessKeys', 'ListSigningCertificates', 'GetLoginProfile', 'ListMFADevices', 'GetUser'];
const DELETE = ['DeleteAccessKey', 'DeleteSigningCertificate', 'DeleteLoginProfile', 'DeactivateMFADevice'];
const LAST_USED = 'GetAccessKeyLastUsed';
const BUCKET_POLICY = ['DeleteBucketPolicy', 'PutBucketPolicy', 'GetBucketPolicy', 'ListAllMyBuckets'];
const QUEUE_POLICY = ['SetQueueAttributes', 'GetQueueAttributes', 'ListQueues', 'GetQueueUrl'];

const DOCUMENTS: ReadonlyMap<string, object> = new Map([
  [
    'IAMAuditRootUserCredentials',
    document(
      denyOthers('iam', [...AUDIT, 'GetAccountSummary', LAST_USED]),
      elsewhere('DenyAuditingCredentialsOnNonRootUserResource', [...AUDIT, LAST_USED])
    )
  ],
  [
    'IAMCreateRootUserPassword',
    document(
      denyOthers('iam', ['CreateLoginProfile', 'GetLoginProfile']),
      elsewhere('DenyCreatingPasswordOnNonRootUserResource', ['CreateLoginProfile', 'GetLoginProfile'])
    )
  ],
  [
    'IAMDeleteRootUserCredentials',
    document(
      denyOthers('iam', [...DELETE, ...AUDIT, LAST_USED]),
      elsewhere('DenyDeletingRootUserCredentialsOnNonRootUserResource', [...DELETE, ...AUDIT, LAST_USED])
    )
  ],
  [
    'S3UnlockBucketPolicy',
    document(
      denyOthers('s3', BUCKET_POLICY),
      others('DenyManagingBucketPolicyForNonRootCallers', 's3', BUCKET_POLICY)
    )
  ],
  [
    'SQSUnlockQueuePolicy',
    document(
      denyOthers('sqs', QUEUE_POLICY),
      {
        Sid: 'DenyGettingQueueAttributesOnNonOwnQueue',
        Effect: 'Deny',
        Action: 'sqs:GetQueueAttributes',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }
      },
      others('DenyActionsForNonRootUser', 'sqs', QUEUE_POLICY)
    )
  ]
]);

/** Whether an ARN is one of the five that AssumeRoot takes. */
export function isTaskPolicy(arn: string): boolean {
  return taskPolicy(arn) !== null;
}

/** Name and document of a task policy by its ARN; null for any other. */
export function taskPolicy(arn: string): { readonly name: string; readonly document: object } | null {
  const name = arn.startsWith(PREFIX) ? arn.slice(PREFIX.length) : '';
  const found = DOCUMENTS.get(name);
  return found ? { name, document: found } : null;
}

/** The ARNs of all five. */
export function taskPolicyArns(): readonly string[] {
  return [...DOCUMENTS.keys()].map((name) => PREFIX + name);
}

function document(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

function denyOthers(service: string, actions: readonly string[]): object {
  return {
    Sid: 'DenyAllOtherActionsOnAnyResource',
    Effect: 'Deny',
    NotAction: actions.map((action) => `${service}:${action}`),
    Resource: '*'
  };
}

/** The task is about the root user alone. */
function elsewhere(sid: string, actions: readonly string[]): object {
  const Action = actions.map((action) => `iam:${action}`);
  return { Sid: sid, Effect: 'Deny', Action, NotResource: ROOT_ONLY };
}

/** Only the root user does it. */
function others(sid: string, service: string, actions: readonly string[]): object {
  return {
    Sid: sid,
    Effect: 'Deny',
    Action: actions.map((action) => `${service}:${action}`),
    Resource: '*',
    Condition: { ArnNotLike: { 'aws:PrincipalArn': ROOT_ONLY } }
  };
}
