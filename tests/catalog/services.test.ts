// Which services a rule reaches. The lists move; these rows are the ones that scenarios and rules lean on.
import { describe, expect, test } from 'vitest';
import {
  isKmsCrossAccountOperation,
  isSqsSameAccountOnly,
  rcpCovers,
  rcpExempt
} from '../../src/lib/catalog/services.ts';

// Source: Organizations User Guide, "Resource control policies", services that support RCPs (EVAL-03b, EVAL-03c).
describe('resource control policies', () => {
  test.each([
    ['s3:GetObject', true],
    ['S3:getobject', true],
    ['sts:AssumeRole', true],
    ['kms:Decrypt', true],
    ['sqs:SendMessage', true],
    ['secretsmanager:GetSecretValue', true],
    ['ecr-public:GetAuthorizationToken', true],
    ['s3-object-lambda:GetObject', false],
    ['ec2:RunInstances', false],
    ['iam:CreateUser', false],
    ['ecs:UpdateService', false],
    ['cloudtrail:StopLogging', false],
    ['sns:Publish', false],
    ['lambda:InvokeFunction', false],
    ['', false]
  ])('%s is covered: %s', (action, covered) => {
    expect(rcpCovers(action)).toBe(covered);
  });

  test.each([
    ['kms:RetireGrant', true],
    ['KMS:retiregrant', true],
    ['kms:RevokeGrant', false],
    ['s3:RetireGrant', false]
  ])('%s is exempt: %s', (action, exempt) => {
    expect(rcpExempt(action)).toBe(exempt);
  });
});

// Source: KMS Developer Guide, "Allowing users in other accounts to use a KMS key" (SVC-03, XACC-15).
test.each([
  ['kms:Decrypt', true],
  ['kms:decrypt', true],
  ['kms:GenerateDataKeyPairWithoutPlaintext', true],
  ['kms:ReEncryptFrom', true],
  ['kms:VerifyMac', true],
  ['kms:DescribeKey', true],
  ['kms:GetKeyRotationStatus', true],
  ['kms:RetireGrant', true],
  ['kms:ScheduleKeyDeletion', false],
  ['kms:PutKeyPolicy', false],
  ['kms:GetKeyPolicy', false],
  ['kms:TagResource', false],
  ['s3:Decrypt', false]
])('%s works on a key of another account: %s', (action, works) => {
  expect(isKmsCrossAccountOperation(action)).toBe(works);
});

// Source: SQS Developer Guide, examples of customer managed policies, actions without cross-account permissions (SVC-20).
test.each([
  ['sqs:DeleteQueue', true],
  ['SQS:deletequeue', true],
  ['sqs:SetQueueAttributes', true],
  ['sqs:StartMessageMoveTask', true],
  ['sqs:SendMessage', false],
  ['sqs:ReceiveMessage', false],
  ['sqs:GetQueueAttributes', false],
  ['sns:DeleteQueue', false]
])('%s stays in the account of its queue: %s', (action, stays) => {
  expect(isSqsSameAccountOnly(action)).toBe(stays);
});
