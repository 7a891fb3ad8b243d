/** Random raw requests to the world of the context tests: every kind of caller, sessions, hops, endpoints, checks. */
import fc from 'fast-check';
import type { RequestFacts, PrincipalFacts } from '../../src/lib/engine/facts.ts';
import { asAccountId, asArn } from '../../src/lib/world/arn.ts';
import { factsOf, type SaidHop, type SaidRequest } from '../support/facts.ts';
import { AUDIT, BUCKET, CORP, DANA, DEPLOY, GITHUB, JENKINS } from './context-world.ts';
import { NOW } from '../support/world.ts';

const principal = fc.constantFrom<PrincipalFacts>(
  { kind: 'user', arn: asArn(DANA) },
  { kind: 'user', arn: asArn('arn:aws:iam::333333333333:user/lena') },
  { kind: 'user', arn: asArn('arn:aws:iam::111111111111:user/unlisted') },
  { kind: 'role', arn: asArn(JENKINS) },
  { kind: 'role', arn: asArn('arn:aws:iam::111111111111:role/aws-reserved/AWSReservedSSO_Admin_1') },
  {
    kind: 'session',
    arn: asArn('arn:aws:sts::222222222222:assumed-role/prod-deploy/s'),
    role: asArn(DEPLOY)
  },
  { kind: 'root', arn: asArn('arn:aws:iam::111111111111:root') },
  { kind: 'federatedUser', arn: asArn('arn:aws:sts::111111111111:federated-user/f'), issuer: asArn(DANA) },
  { kind: 'service', service: 'lambda.amazonaws.com' },
  { kind: 'identityProvider', provider: GITHUB },
  { kind: 'identityProvider', provider: CORP },
  { kind: 'anonymous' }
);

const action = fc.constantFrom(
  's3:GetObject',
  's3:PutObject',
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'iam:AttachUserPolicy',
  'iam:GetRole',
  'ec2:StartInstances',
  'lambda:CreateFunction',
  'kms:Decrypt',
  'ebs:GetSnapshotBlock'
);

const resource = fc.constantFrom(
  '*',
  BUCKET,
  `${BUCKET}/reports/q1.csv`,
  `${BUCKET}/other`,
  'arn:aws:s3:::unlisted/x',
  'arn:aws:ec2:eu-west-1:111111111111:instance/i-1',
  DANA,
  DEPLOY,
  'arn:aws:kms:us-east-1:333333333333:key/k'
);

const tags = fc.dictionary(fc.constantFrom('team', 'Team', 'stage', 'a/b'), fc.constantFrom('x', 'y', ''), {
  maxKeys: 2
});
const key = fc.constantFrom(
  'aws:SourceIp',
  'AWS:sourceip',
  'aws:PrincipalTag/team',
  'aws:TagKeys',
  'aws:CurrentTime',
  'aws:RequestedRegion',
  'aws:MultiFactorAuthPresent',
  'token.actions.githubusercontent.com:sub',
  'SAML:aud',
  'saml:sub',
  's3:prefix',
  'sts:ExternalId'
);
const said = fc.oneof(
  fc.constantFrom<string | null>('a', 'eu-west-1', '203.0.113.7', null),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 })
);
const context = fc.dictionary(key, said, { maxKeys: 4 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });

const hop: fc.Arbitrary<SaidHop> = fc.record({
  role: fc.constantFrom(JENKINS, DEPLOY, AUDIT),
  externalId: fc.constantFrom(null, 'x'),
  tags,
  transitive: fc.constantFrom([], ['team']),
  sourceIdentity: fc.constantFrom(null, 'dana'),
  mfa: fc.constantFrom(null, true, false),
  at: fc.constantFrom(null, NOW - 60_000),
  endpoint: fc.constantFrom(null, 'vpce-2'),
  context
});

const session = fc.record({
  kind: fc.constantFrom('role' as const, 'federatedUser' as const, 'sessionToken' as const),
  name: fc.constantFrom(null, 's'),
  tags,
  transitive: fc.constantFrom([], ['Team']),
  sourceIdentity: fc.constantFrom(null, 'dana'),
  issuedAt: fc.constantFrom(null, NOW - 600_000)
});

export const facts: fc.Arbitrary<RequestFacts> = fc
  .record({
    principal,
    action,
    resource: fc.array(resource, { minLength: 1, maxLength: 2 }),
    session: maybe(session),
    credential: fc.constantFrom(null, 'console' as const, 'accessKey' as const),
    mfa: fc.constantFrom(null, true, false),
    assume: fc.array(hop, { maxLength: 2 }),
    requestTags: tags,
    passes: fc.constantFrom(undefined, DEPLOY),
    via: fc.constantFrom([], ['cloudformation.amazonaws.com']),
    onBehalfOf: fc.constantFrom(undefined, BUCKET, 'arn:aws:lambda:eu-west-1:333333333333:function:f'),
    sourceAccount: fc.constantFrom(null, asAccountId('111111111111')),
    endpoint: fc.constantFrom(null, 'vpce-1', 'vpce-2', 'vpce-unlisted'),
    at: fc.constantFrom(null, NOW + 60_000),
    context,
    unknown: fc.subarray(['aws:SourceIp', 'aws:multifactorauthpresent', 'x:y'], { maxLength: 2 }),
    derive: fc.constantFrom(true, true, true, false)
  })
  .map(({ session: own, passes, onBehalfOf, ...rest }): RequestFacts => {
    const request: SaidRequest = {
      ...rest,
      ...(own ? { session: own } : {}),
      ...(passes ? { passes } : {}),
      ...(onBehalfOf ? { onBehalfOf } : {})
    };
    return factsOf(request);
  });
