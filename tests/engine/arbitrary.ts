/** Random cases in the shape of the conformance vectors: small alphabets, so that things meet. */
import fc from 'fast-check';
import type { Vector } from './vector-world.ts';

const HOME = '111111111111';
const ABROAD = '222222222222';
const role = `arn:aws:iam::${HOME}:role/app`;
const session = `arn:aws:sts::${HOME}:assumed-role/app/s`;
const user = `arn:aws:iam::${HOME}:user/alice`;
const federated = `arn:aws:sts::${HOME}:federated-user/bob`;
const root = `arn:aws:iam::${HOME}:root`;
const bucket = 'arn:aws:s3:::b';
const key = `arn:aws:kms:us-east-1:${HOME}:key/k`;
const door = `arn:aws:iam::${ABROAD}:role/door`;

const principal = fc.constantFrom<Vector['request']['principal']>(
  { kind: 'iam-user', account: HOME, arn: user, userId: 'AIDAALICE' },
  { kind: 'iam-user', account: HOME, arn: user, userId: 'AIDAALICE', session: 'GetSessionToken' },
  { kind: 'role-session', account: HOME, arn: session, roleArn: role, userId: 'AROAAPP:s' },
  { kind: 'federated-user', account: HOME, arn: federated, issuerArn: user },
  { kind: 'root', account: HOME, arn: root },
  { kind: 'service', service: 'ec2.amazonaws.com' },
  { kind: 'federated-idp', idp: `arn:aws:iam::${ABROAD}:saml-provider/corp` },
  { kind: 'anonymous' }
);

const action = fc.constantFrom(
  's3:GetObject',
  's3:DeleteBucketPolicy',
  'sts:AssumeRole',
  'sts:GetCallerIdentity',
  'sts:GetSessionToken',
  'kms:Decrypt',
  'kms:CreateKey',
  'iam:GetUser'
);
const resource = fc.constantFrom(bucket, `${bucket}/x`, key, door, '*');

const effect = fc.constantFrom('Allow', 'Deny');
const actions = fc.constantFrom('*', 's3:*', 's3:Get*', 'sts:*', 'kms:Decrypt', [
  's3:GetObject',
  'sts:AssumeRole'
]);
const resources = fc.constantFrom('*', bucket, `${bucket}/*`, `${bucket}/\${aws:username}`, door, key);
const named = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: HOME },
  { AWS: root },
  { AWS: [user, role] },
  { AWS: session },
  { AWS: federated },
  { Service: 'ec2.amazonaws.com' },
  { Federated: `arn:aws:iam::${ABROAD}:saml-provider/corp` }
);
const condition = fc.constantFrom<object | null>(
  null,
  null,
  { StringEquals: { 'aws:x': 'a' } },
  { StringNotEquals: { 'aws:x': ['a', '${aws:y}'] } },
  { StringLikeIfExists: { 'aws:y': 'a*' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
  { 'ForAnyValue:StringNotLike': { 'aws:TagKeys': 'a*' } },
  { Null: { 'aws:x': 'true' }, Bool: { 'aws:z': 'true' } },
  { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } }
);

const statement = fc.record({ effect, actions, resources, condition, not: fc.boolean() }).map((s) => ({
  Effect: s.effect,
  [s.not ? 'NotAction' : 'Action']: s.actions,
  Resource: s.resources,
  ...(s.condition ? { Condition: s.condition } : {})
}));
const withPrincipal = fc
  .tuple(statement, named, fc.boolean())
  .map(([s, who, not]) => ({ ...s, [not && s.Effect === 'Deny' ? 'NotPrincipal' : 'Principal']: who }));

const document = (of: fc.Arbitrary<object>) =>
  fc
    .array(of, { minLength: 1, maxLength: 3 })
    .map((statements) => ({ Version: '2012-10-17', Statement: statements }));
const full = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const level = fc.array(fc.oneof(fc.constant(full), document(statement)), { maxLength: 2 });
const levels = fc.array(level, { minLength: 1, maxLength: 3 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });

export const vector: fc.Arbitrary<Vector> = fc
  .record({
    principal,
    action,
    resource,
    identity: maybe(fc.array(document(statement), { maxLength: 2 })),
    resourcePolicy: maybe(document(withPrincipal)),
    isAbroad: fc.boolean(),
    boundary: maybe(document(statement)),
    sessionPolicies: maybe(fc.array(document(statement), { minLength: 1, maxLength: 2 })),
    scps: maybe(levels),
    endpoint: maybe(document(withPrincipal)),
    context: fc.dictionary(
      fc.constantFrom('aws:x', 'aws:y', 'aws:z', 'aws:username', 'aws:TagKeys', 'aws:SourceIp'),
      fc.oneof(
        fc.constantFrom('a', 'ab', 'true', '203.0.113.7', ''),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 })
      )
    )
  })
  .map((made) => ({
    id: 'random',
    rule: [],
    title: 'random',
    because: '',
    expect: 'Allowed' as const,
    policies: {
      ...(made.identity ? { identity: made.identity } : {}),
      ...(made.resourcePolicy ? { resource: made.resourcePolicy } : {}),
      ...(made.isAbroad ? { resourceAccount: ABROAD } : {}),
      ...(made.boundary ? { boundary: made.boundary } : {}),
      ...(made.sessionPolicies ? { sessionPolicies: made.sessionPolicies } : {}),
      ...(made.scps ? { scps: made.scps } : {}),
      ...(made.endpoint ? { vpcEndpoint: made.endpoint } : {})
    },
    request: {
      principal: made.principal,
      action: made.action,
      resource: made.resource,
      context: made.context
    }
  }));

/** A Deny that covers every request, for each place a policy can hang. */
export const DENY_ALL = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }]
};
export const DENY_ALL_IDENTITY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }]
};
