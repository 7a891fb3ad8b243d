// What the catalogue says of actions, their resources and their condition keys, as AWS's pages have it.
import { describe, expect, test } from 'vitest';
import { isValidKey, keyIn, keyStanding, keysOf } from '../../src/lib/catalog/action-keys.ts';
import { actionsMatching, patternHolds, prefixesOf } from '../../src/lib/catalog/action-patterns.ts';
import { fitsResource, resourcesOf, typesOfArn } from '../../src/lib/catalog/action-resources.ts';
import { actionOf, toCatalogue } from '../../src/lib/catalog/catalogue.ts';
import { nearAction, nearService } from '../../src/lib/catalog/near.ts';
import { catalogue, service } from '../support/catalogue.ts';

function action(id: string) {
  const found = actionOf(catalogue, id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}

// Source: IAM User Guide, "IAM JSON policy elements: Action" (ACT-01 to ACT-05).
describe('a pattern', () => {
  test.each([
    ['s3:GetObject', 's3:GetObject', true],
    ['S3:getobject', 's3:GetObject', true],
    ['s3:Get', 's3:GetObject', false],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:?etObject', 's3:GetObject', true],
    ['s3:?GetObject', 's3:GetObject', false],
    ['s3:*Object*', 's3:GetObjectAcl', true],
    ['*', 's3:GetObject', true],
    ['*:*', 's3:GetObject', true],
    ['*:Get*', 's3:GetObject', true],
    ['s3:${aws:username}', 's3:GetObject', false],
    ['s3:$*', 's3:GetObject', false],
    ['', 's3:GetObject', false],
    [`s3:${'?'.repeat(200_000)}`, 's3:GetObject', false],
    [`s3:${'*'.repeat(200_000)}`, 's3:GetObject', true]
  ])('%.40s holds %s: %s', (pattern, id, holds) => {
    expect(patternHolds(pattern, id)).toBe(holds);
    expect(actionsMatching(catalogue, [pattern]).actions.some((each) => each.id === id)).toBe(holds);
  });

  test('sqs:*Queue* holds these', () => {
    const { actions, unloaded } = actionsMatching(catalogue, ['sqs:*QueueA*', 'SQS:deletequeue']);
    expect(actions.map(({ id }) => id)).toEqual([
      'sqs:DeleteQueue',
      'sqs:GetQueueAttributes',
      'sqs:SetQueueAttributes'
    ]);
    expect(unloaded).toEqual([]);
  });

  test('the opposite of a list is everything else, of every service (ACT-06)', () => {
    const all = actionsMatching(catalogue, ['*']).actions.length;
    const iam = actionsMatching(catalogue, ['iam:*']).actions.length;
    const others = actionsMatching(catalogue, ['IAM:*', 'sqs:SendMessage'], true).actions.map(({ id }) => id);
    expect(all).toBeGreaterThan(20_000);
    expect(others.length).toBe(all - iam - 1);
    expect(others).toContain('sqs:ReceiveMessage');
    expect(others.filter((id) => id.startsWith('iam:'))).toEqual([]);
    expect(actionsMatching(catalogue, ['*'], true).actions).toEqual([]);
  });

  test('says which services it could not look into', () => {
    const small = toCatalogue(
      {
        names: new Map([
          ['kms', ''],
          ['sqs', ''],
          ['s3', '']
        ])
      },
      [service('sqs')]
    );
    expect(actionsMatching(small, ['s*:Get*']).unloaded).toEqual(['s3']);
    expect(actionsMatching(small, ['kms:*'], true).unloaded).toEqual(['s3']);
    expect(actionsMatching(small, ['sns:*'])).toEqual({ actions: [], unloaded: [] });
  });

  test.each([
    ['s3:Get*', ['s3']],
    ['S3*:*', ['s3', 's3-object-lambda', 's3-outposts', 's3express', 's3files', 's3tables', 's3vectors']],
    ['nothing:*', []],
    ['kms', []]
  ])('%s can mean services %j', (pattern, prefixes) => {
    const found = prefixesOf(catalogue, pattern);
    expect(found.filter((prefix) => prefixes.includes(prefix))).toEqual(prefixes);
    expect(found.every((prefix) => prefix.startsWith(pattern.slice(0, 2).toLowerCase()))).toBe(true);
  });
});

// Source: Service Authorization Reference, resource types of each action.
test.each([
  ['s3:GetObject', ['accesspointobject', 'object']],
  ['sts:AssumeRole', ['role']],
  ['kms:Decrypt', ['key']],
  ['sqs:ReceiveMessage', ['queue']],
  ['secretsmanager:GetSecretValue', ['Secret']],
  ['iam:ListUsers', []],
  ['lambda:UpdateFunctionCode', ['function']]
])('%s takes %j', (id, types) => {
  expect(
    resourcesOf(action(id))
      .map(({ type }) => type.type)
      .sort()
  ).toEqual(types);
});

// RES-02, RES-03, RES-05, RES-09, RES-10 with the ARN formats of the Service Authorization Reference.
describe('a pattern for resources', () => {
  test.each([
    ['s3:ListBucket', 'arn:aws:s3:::docs', true],
    ['s3:ListBucket', 'arn:aws:s3:::docs/*', false],
    ['s3:ListBucket', 'arn:aws:s3:::docs*', true],
    ['s3:ListBucket', 'arn:aws:s3:::*', true],
    ['s3:ListBucket', '*', true],
    ['s3:GetObject', 'arn:aws:s3:::docs', false],
    ['s3:GetObject', 'arn:aws:s3:::docs/*', true],
    ['s3:GetObject', 'arn:aws:s3:::docs*', true],
    ['s3:GetObject', 'arn:*:s3:::docs/${aws:username}/*', true],
    ['s3:GetObject', 'arn:aws:s3:eu-west-1::docs/*', false],
    ['s3:GetObject', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/*', true],
    ['s3:GetObject', 'docs/*', false],
    ['s3:ListAllMyBuckets', '*', true],
    ['s3:ListAllMyBuckets', 'arn:aws:s3:::*', true],
    ['s3:ListAllMyBuckets', 'arn:aws:s3:::docs', true],
    ['iam:ListUsers', '*', true],
    ['iam:ListUsers', '?', true],
    ['iam:ListUsers', 'arn:aws:iam::111122223333:user/*', false],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/ci/deploy', true],
    ['iam:PassRole', 'arn:aws:iam::*:role/*', true],
    ['iam:PassRole', 'arn:aws:iam::111122223333:user/deploy', false],
    ['iam:PassRole', 'arn:aws:iam:eu-west-1:111122223333:role/deploy', false],
    ['iam:PassRole', 'arn:aws:iam::111122223333:Role/deploy', false],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/deploy', true],
    ['sts:AssumeRole', 'arn:aws:sts::111122223333:assumed-role/deploy/x', false],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/*', true],
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:alias/docs', false],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders', true],
    ['sqs:SendMessage', 'arn:aws:sqs:*', true],
    ['sqs:SendMessage', 'arn:aws:sqs', false],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders/*', false],
    ['sqs:SendMessage', 'arn:aws:sns:eu-west-1:111122223333:orders', false],
    ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:*:*:secret:prod/db-??????', true],
    ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:bill:live', true],
    ['ec2:RunInstances', 'arn:aws:ec2:*::image/*', true],
    ['ec2:RunInstances', 'arn:aws:ec2:*:*:vpc/*', false],
    ['ec2:DescribeInstances', 'arn:aws:ec2:*:*:instance/*', false],
    ['s3:GetObject', `arn:aws:s3:::${'?'.repeat(100_000)}/x`, false],
    ['s3:GetObject', `arn:aws:s3:::${'*?'.repeat(1000)}/x`, true]
  ])('%s on %.70s: %s', (id, pattern, fits) => {
    expect(fitsResource(action(id), pattern)).toBe(fits);
  });

  test.each([
    ['s3', 'arn:aws:s3:::docs', ['bucket']],
    ['s3', 'arn:aws:s3:::docs/a/b', ['object']],
    ['iam', 'arn:aws:iam::111122223333:role/ci/deploy', ['role']],
    ['kms', 'arn:aws:kms:eu-west-1:111122223333:alias/docs', ['alias']],
    ['lambda', 'arn:aws:lambda:eu-west-1:1:function:bill', ['function']],
    ['sqs', 'arn:aws:s3:::docs', []],
    ['sqs', '', []]
  ])('of %s, %s is %j', (prefix, arn, types) => {
    expect(typesOfArn(service(prefix), arn).map(({ type }) => type)).toEqual(types);
  });
});

// Source: Service Authorization Reference, condition keys; IAM User Guide, "AWS global condition context keys".
describe('a condition key', () => {
  test.each([
    ['s3:ListBucket', 's3:prefix', 'listed'],
    ['s3:ListBucket', 'S3:PREFIX', 'listed'],
    ['s3:GetObject', 's3:prefix', 'elsewhere'],
    ['s3:GetObject', 's3:ExistingObjectTag/team', 'listed'],
    ['s3:GetObject', 's3:ExistingObjectTag/', 'listed'],
    ['s3:GetObject', 's3:prefixx', 'unknown'],
    ['s3:GetObject', 'sqs:prefix', 'unknown'],
    ['s3:GetObject', 'aws:SourceIp', 'global'],
    ['s3:GetObject', 'AWS:sourceip', 'global'],
    ['s3:GetObject', 'aws:SourceIpp', 'unknown'],
    ['s3:GetObject', 'aws:PrincipalTag/team', 'global'],
    ['s3:GetObject', 'aws:PrincipalTag', 'unknown'],
    ['s3:GetObject', 'aws:RequestTag/team', 'elsewhere'],
    ['s3:CreateBucket', 'aws:RequestTag/team', 'listed'],
    ['sqs:SendMessage', 'aws:ResourceTag/team', 'listed'],
    ['iam:ListUsers', 'aws:ResourceTag/team', 'elsewhere'],
    ['iam:PassRole', 'iam:PassedToService', 'listed'],
    ['iam:CreateUser', 'iam:PassedToService', 'elsewhere'],
    ['sts:AssumeRole', 'sts:ExternalId', 'listed'],
    ['kms:Decrypt', 'kms:ViaService', 'listed'],
    ['kms:Decrypt', 'kms:EncryptionContext:app', 'listed'],
    ['s3:GetObject', 'ec2:SourceInstanceArn', 'global'],
    ['s3:GetObject', 'saml:aud', 'global'],
    ['s3:GetObject', 'token.actions.githubusercontent.com:sub', 'global'],
    ['ec2:RunInstances', 'ec2:InstanceType', 'listed'],
    ['ec2:AcceptVpcPeeringConnection', 'aws:ResourceAccount', 'elsewhere'],
    ['ec2:RunInstances', 'aws:ResourceAccount', 'global'],
    ['ebs:GetSnapshotBlock', 'aws:ResourceOrgID', 'elsewhere']
  ])('%s with %s: %s', (id, key, standing) => {
    expect(keyStanding(action(id), key)).toBe(standing);
    expect(isValidKey(action(id), key)).toBe(standing === 'listed' || standing === 'global');
  });

  test('an action has its own keys first, then the global ones, each once', () => {
    const keys = keysOf(action('s3:ListBucket')).map(({ key }) => key);
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
    expect(keys.indexOf('s3:prefix')).toBeLessThan(keys.indexOf('aws:SourceIp'));
    expect(keys).toContain('aws:PrincipalTag/');
    expect(keys).not.toContain('s3:x-amz-acl');
    expect(keys).not.toContain('iam:PassedToService');
    expect(keysOf(action('s3:GetObject')).find(({ key }) => key === 'aws:CalledVia')?.multivalued).toBe(true);
  });

  test('is found with its parameter', () => {
    expect(keyIn(service('s3'), 'aws:requesttag/Team')?.key).toBe('aws:RequestTag/${TagKey}');
    expect(keyIn(service('s3'), 's3:existingobjecttag/x/y')?.key).toBe('s3:ExistingObjectTag/<key>');
    expect(keyIn(service('s3'), 's3:existingobjecttag')).toBeNull();
  });
});

describe('what was meant', () => {
  test.each([
    ['s3:GetObjects', 's3:GetObject'],
    ['S3:ListObjects', 's3:ListBucket'],
    ['sqs:SendMesage', 'sqs:SendMessage'],
    ['sqss:SendMessage', 'sqs:SendMessage'],
    ['lambda:InvokeFunctions', 'lambda:InvokeFunction'],
    ['xyzzyplugh:Foo', null],
    ['s3:Xyzzy', null]
  ])('by %s: %s', (id, near) => {
    expect(nearAction(catalogue, id)).toBe(near);
  });

  test.each([
    ['ACT-08', 's3:ListObjectsV2', 's3:ListBucket'],
    ['ACT-08', 's3:HeadObject', 's3:GetObject'],
    ['ACT-08', 'lambda:Invoke', 'lambda:InvokeFunction']
  ])('%s: by the call %s the action %s', (_, call, checked) => {
    expect(actionOf(catalogue, call)).toBeNull();
    expect(nearAction(catalogue, call)).toBe(checked);
    expect(actionOf(catalogue, checked)?.id).toBe(checked);
  });

  test('by a service', () => {
    expect(nearService(catalogue, 'secretmanager')).toBe('secretsmanager');
  });
});
