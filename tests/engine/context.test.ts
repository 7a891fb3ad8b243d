// Rows follow "AWS global condition context keys" (IAM User Guide): network, resource, request and services.
import { describe, expect, test } from 'vitest';
import { toRequest } from '../../src/lib/engine/context.ts';
import type { PrincipalFacts } from '../../src/lib/engine/facts.ts';
import { asAccountId } from '../../src/lib/world/arn.ts';
import { factsOf, knownOf, user, valueOf } from '../support/facts.ts';
import type { SaidRequest } from '../support/facts.ts';
import { BUCKET, DANA, DEPLOY, JENKINS, world } from './context-world.ts';

const ask = (said: SaidRequest) => toRequest(world, factsOf({ principal: user(DANA), ...said }));
const S3: PrincipalFacts = { kind: 'service', service: 's3.amazonaws.com' };
type Keys = Readonly<Record<string, string | readonly string[] | undefined>>;

function expectKeys(said: SaidRequest, keys: Keys) {
  const request = ask(said);
  const found = Object.keys(keys).map((key) => [key, valueOf(request, key)]);
  expect(Object.fromEntries(found)).toEqual(keys);
}

// KEY-43
describe('what every request has', () => {
  test.each<[string, SaidRequest, Keys]>([
    [
      'the world’s clock',
      {},
      { 'aws:CurrentTime': '2026-03-03T10:00:00Z', 'aws:EpochTime': String(Date.UTC(2026, 2, 3, 10) / 1000) }
    ],
    [
      'its own time',
      { at: Date.UTC(2026, 2, 3, 10, 6, 0, 500) },
      {
        'aws:CurrentTime': '2026-03-03T10:06:00Z',
        'aws:EpochTime': String(Date.UTC(2026, 2, 3, 10, 6) / 1000)
      }
    ],
    ['TLS, unless said otherwise', {}, { 'aws:SecureTransport': 'true' }],
    ['no TLS', { context: { 'AWS:securetransport': 'false' } }, { 'aws:SecureTransport': 'false' }],
    ['a direct call', {}, { 'aws:ViaAWSService': 'false', 'aws:CalledVia': undefined }],
    ['no address of its own accord', {}, { 'aws:SourceIp': undefined }]
  ])('%s', (_, said, keys) => {
    expectKeys(said, keys);
  });

  test('the clock says where it comes from', () => {
    expect(knownOf(ask({}), 'aws:CurrentTime')?.from).toEqual({ kind: 'clock', path: null });
    expect(knownOf(ask({ at: 0 }), 'aws:CurrentTime')?.from).toEqual({
      kind: 'clock',
      path: '/requests/r/at'
    });
  });

  // KEY-42
  test.each([
    ['ec2:StopInstances', 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1', undefined, 'eu-west-1'],
    ['iam:CreateUser', 'arn:aws:iam::111111111111:user/new', undefined, 'us-east-1'],
    ['iam:CreateUser', 'arn:aws-cn:iam::111111111111:user/new', undefined, 'cn-north-1'],
    ['organizations:ListAccounts', '*', undefined, 'us-east-1'],
    ['sts:AssumeRole', DEPLOY, undefined, 'us-east-1'],
    ['s3:GetObject', `${BUCKET}/x`, 'vpce-1', 'us-east-1'],
    ['s3:GetObject', `${BUCKET}/x`, undefined, 'unknown'],
    ['ec2:DescribeInstances', '*', undefined, 'unknown']
  ])('aws:RequestedRegion of %s on %s through %s is %s', (action, resource, endpoint, region) => {
    expectKeys({ action, resource, endpoint: endpoint ?? null }, { 'aws:RequestedRegion': region });
  });
});

// KEY-32, KEY-33, KEY-34, KEY-41
describe('network keys', () => {
  const none = { 'aws:SourceVpc': undefined, 'aws:SourceVpce': undefined, 'aws:VpceAccount': undefined };
  test.each<[string, SaidRequest, Keys]>([
    [
      'not through an endpoint',
      { context: { 'aws:SourceIp': '203.0.113.7' } },
      { ...none, 'aws:SourceIp': '203.0.113.7' }
    ],
    [
      'through one, a service that knows the owner',
      { endpoint: 'vpce-1', action: 's3:GetObject' },
      {
        'aws:SourceIp': undefined,
        'aws:SourceVpc': 'vpc-1',
        'aws:SourceVpce': 'vpce-1',
        'aws:SourceVpcArn': 'arn:aws:ec2:us-east-1:111111111111:vpc/vpc-1',
        'aws:VpceAccount': '111111111111',
        'aws:VpceOrgID': 'o-acme',
        'aws:VpceOrgPaths': ['o-acme/r-ab12/ou-ab12-work/']
      }
    ],
    [
      'through one, a service that does not',
      { endpoint: 'vpce-1', action: 'sqs:SendMessage' },
      {
        'aws:SourceVpc': 'vpc-1',
        'aws:SourceVpcArn': undefined,
        'aws:VpceAccount': undefined,
        'aws:VpceOrgID': undefined
      }
    ],
    [
      'through one that nobody lists',
      { endpoint: 'vpce-9' },
      { 'aws:SourceVpce': 'vpce-9', 'aws:SourceVpc': undefined }
    ],
    ['a service calling on', { endpoint: 'vpce-1', via: ['athena.amazonaws.com'] }, none],
    ['a service by itself', { endpoint: 'vpce-1', principal: S3 }, none]
  ])('%s', (_, said, keys) => {
    expectKeys(said, keys);
  });

  test('the endpoint’s policy is asked of what came through it', () => {
    expect(ask({ endpoint: 'vpce-1' }).endpoint).toBe('vpce-1');
    expect(ask({ endpoint: 'vpce-1', via: ['athena.amazonaws.com'] }).endpoint).toBeNull();
  });
});

// KEY-35, KEY-36, KEY-38, KEY-60, KEY-62
describe('resource keys', () => {
  const acme = { 'aws:ResourceOrgID': 'o-acme', 'aws:ResourceOrgPaths': ['o-acme/r-ab12/'] };
  test.each<[string, SaidRequest, Keys]>([
    [
      'a listed bucket’s owner',
      { resource: `${BUCKET}/x` },
      { 'aws:ResourceAccount': '222222222222', ...acme }
    ],
    [
      'an owner outside any organization',
      { resource: 'arn:aws:sqs:us-east-1:333333333333:q' },
      {
        'aws:ResourceAccount': '333333333333',
        'aws:ResourceOrgID': undefined,
        'aws:ResourceOrgPaths': undefined
      }
    ],
    ['no resource', { action: 's3:ListAllMyBuckets' }, { 'aws:ResourceAccount': '111111111111' }],
    [
      'an action without owner keys',
      { action: 'EC2:createVpcEndpoint' },
      { 'aws:ResourceAccount': undefined, 'aws:ResourceOrgID': undefined }
    ],
    ['all of EBS', { action: 'ebs:GetSnapshotBlock' }, { 'aws:ResourceAccount': undefined }],
    [
      'a bucket’s tags',
      { action: 's3:ListBucket', resource: BUCKET },
      { 'aws:ResourceTag/Team': 'web', 's3:ExistingObjectTag/class': undefined }
    ],
    [
      'an object’s tags, not its bucket’s',
      { resource: `${BUCKET}/reports/q1.csv` },
      { 'aws:ResourceTag/team': undefined, 's3:ExistingObjectTag/class': 'public' }
    ],
    [
      'S3 is blind to the tags of what it overwrites',
      { action: 's3:PutObject', resource: `${BUCKET}/reports/q1.csv` },
      { 's3:ExistingObjectTag/class': undefined }
    ],
    ['an object nobody lists', { resource: `${BUCKET}/x` }, { 's3:ExistingObjectTag/class': undefined }],
    [
      'a service with a tag key of its own',
      { action: 'ec2:StopInstances', resource: 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1' },
      { 'aws:ResourceTag/env': 'dev', 'ec2:ResourceTag/env': 'dev' }
    ],
    [
      'roles are tagged resources too',
      { action: 'iam:GetRole', resource: JENKINS },
      {
        'aws:ResourceTag/stage': 'build',
        'iam:ResourceTag/stage': 'build',
        'aws:ResourceAccount': '111111111111'
      }
    ],
    [
      'roles to be assumed',
      { action: 'sts:AssumeRole', resource: DEPLOY },
      { 'iam:ResourceTag/team': 'prod', 'aws:ResourceAccount': '222222222222' }
    ],
    [
      'the boundary of a user whose policies are changed',
      { action: 'iam:AttachUserPolicy', resource: DANA },
      { 'iam:PermissionsBoundary': 'arn:aws:iam::111111111111:policy/Ceiling' }
    ],
    [
      'the boundary that a call would take away',
      { action: 'iam:DeleteUserPermissionsBoundary', resource: DANA },
      { 'iam:PermissionsBoundary': 'arn:aws:iam::111111111111:policy/Ceiling' }
    ],
    [
      'no boundary, and none for other calls',
      { action: 'iam:GetUser', resource: DANA },
      { 'iam:PermissionsBoundary': undefined }
    ]
  ])('%s', (_, said, keys) => {
    expectKeys(said, keys);
  });

  test('a tag knows its place in the file, slashes escaped', () => {
    const request = ask({ resource: `${BUCKET}/reports/q1.csv` });
    expect(knownOf(request, 's3:ExistingObjectTag/class')?.from).toEqual({
      kind: 'world',
      path: '/accounts/prod/resources/arn:aws:s3:::uploads/objects/reports~1q1.csv/tags/class'
    });
  });
});

// KEY-12, KEY-40, KEY-41, KEY-45
describe('services calling services', () => {
  test.each<[string, SaidRequest, Keys]>([
    [
      'on behalf of a resource',
      { principal: S3, onBehalfOf: BUCKET },
      {
        'aws:SourceArn': BUCKET,
        'aws:SourceAccount': '222222222222',
        'aws:SourceOrgID': 'o-acme',
        'aws:SourceOrgPaths': ['o-acme/r-ab12/'],
        'aws:PrincipalIsAWSService': 'true'
      }
    ],
    [
      'for an account that the request names',
      { principal: S3, onBehalfOf: 'arn:aws:s3:::who-knows', sourceAccount: asAccountId('333333333333') },
      { 'aws:SourceAccount': '333333333333', 'aws:SourceOrgID': undefined }
    ],
    [
      'for a bucket that nobody lists',
      { principal: S3, onBehalfOf: 'arn:aws:s3:::who-knows' },
      { 'aws:SourceArn': 'arn:aws:s3:::who-knows', 'aws:SourceAccount': undefined }
    ],
    [
      'principals have no source keys',
      { onBehalfOf: BUCKET },
      { 'aws:SourceArn': undefined, 'aws:SourceAccount': undefined }
    ],
    [
      'with the caller’s own identity',
      { via: ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'] },
      {
        'aws:ViaAWSService': 'true',
        'aws:CalledVia': ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'],
        'aws:CalledViaFirst': 'cloudformation.amazonaws.com',
        'aws:CalledViaLast': 'dynamodb.amazonaws.com',
        'aws:PrincipalIsAWSService': 'false',
        'aws:username': 'dana'
      }
    ]
  ])('%s', (_, said, keys) => {
    expectKeys(said, keys);
  });
});
