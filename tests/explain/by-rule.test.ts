// What a refused caller gets to see and what a log keeps of the call, rule by rule.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { eventOf } from '../../src/lib/explain/event.ts';
import { accessDenied, type Denial } from '../../src/lib/explain/message.ts';
import { refusalOf } from '../../src/lib/explain/refusal.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const TEXT = `
bouncer: 1
title: Refused
summary: Who is refused, and how
now: 2026-03-03T10:00:00Z
accounts:
  app:
    id: '111111111111'
    users:
      ana: { uniqueId: AIDAANA0000000000001 }
      eve: { inline: { No: &no { Version: '2012-10-17', Statement: [{ Effect: Deny, Action: '*', Resource: '*' }] } } }
      bob: { inline: { All: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '*', Resource: '*' }] } } }
      may: { inline: { Near: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': 203.0.113.0/24 } } }] } } }
    roles:
      job:
        uniqueId: AROAJOB0000000000001
        trust: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
    identityProviders:
      idp: { oidc: idp.example.com, audiences: [app] }
      corp: { saml: true }
  payer: { id: '222222222222' }
organizations:
  org:
    id: o-a1b2c3d4e5
    management: payer
    scps: { Shut: { Version: '2012-10-17', Statement: [{ Effect: Deny, Action: 'glacier:*', Resource: '*' }] } }
    root: { id: r-ab12, scps: [FullAWSAccess, Shut], accounts: [payer, app] }
`;

function ask(request: string) {
  const { value, diagnostics } = parseScenario({
    name: 'x.yaml',
    text: `${TEXT}requests:\n  r: ${request}\n`
  });
  const asked = value?.cases[0]?.request;
  if (!value || !asked) throw new Error(diagnostics.map(({ message }) => message).join());
  const evaluation = evaluate(value.world, asked);
  const refusal = refusalOf(evaluation, toWords(value.world));
  return { refusal, event: eventOf(evaluation, refusal) };
}

const ANA = 'User: arn:aws:iam::111111111111:user/ana is not authorized to perform:';

/** Source: IAM User Guide, "Troubleshoot access denied error messages". */
const WORDS: readonly (readonly [by: Denial['by'], explicit: string, implicit: string])[] = [
  ['scp', 'a service control policy', 'service control policy'],
  ['rcp', 'a resource control policy', 'resource control policy'],
  ['endpoint', 'a VPC endpoint policy', 'VPC endpoint policy'],
  ['boundary', 'a permissions boundary', 'permissions boundary'],
  ['session', 'a session policy', 'session policy'],
  ['resource', 'a resource-based policy', 'resource-based policy'],
  ['trust', 'the role trust policy', 'role trust policy'],
  ['identity', 'an identity-based policy', 'identity-based policy']
];

describe('MSG-03: each type has its own words', () => {
  test.each(WORDS)('%s', (by, explicit, implicit) => {
    const denial = { callerArn: 'A', action: 'b:C', resource: null, by, policyArn: null };
    expect(accessDenied({ ...denial, kind: 'explicit' })).toBe(
      `User: A is not authorized to perform: b:C with an explicit deny in ${explicit}`
    );
    expect(accessDenied({ ...denial, kind: 'implicit' })).toBe(
      `User: A is not authorized to perform: b:C because no ${implicit} allows the b:C action`
    );
  });
});

test('MSG-05: of several types that deny one is named, and the choice is said to be ours', () => {
  const both = ask('{ principal: app:user/eve, action: "glacier:ListVaults" }').refusal;
  expect(both?.message).toMatch(/with an explicit deny in a service control policy$/);
  expect(both?.notes.join(' ')).toContain('AWS names one of them and does not document which');
  const one = ask('{ principal: app:user/eve, action: "sqs:ListQueues" }').refusal;
  expect(one?.message).toContain('an explicit deny in an identity-based policy');
  expect(one?.notes.join(' ')).not.toContain('AWS names one of them');
});

test.each([
  ['"sqs:ListQueues" }', `${ANA} sqs:ListQueues because`],
  [
    '"sqs:SendMessage", resource: "arn:aws:sqs:us-east-1:111111111111:q" }',
    `${ANA} sqs:SendMessage on resource: arn:aws:sqs:us-east-1:111111111111:q because`
  ]
])('MSG-07: the resource is named where the call has one: %s', (rest, beginning) => {
  expect(ask(`{ principal: app:user/ana, action: ${rest}`).refusal?.message).toContain(beginning);
});

test.each([
  ['iam:ListUsers', 'AccessDenied', 'ListUsers'],
  ['kms:ListKeys', 'AccessDeniedException', 'ListKeys'],
  ['lambda:ListFunctions', 'AccessDeniedException', 'ListFunctions'],
  ['sns:ListTopics', 'AuthorizationError', 'ListTopics'],
  ['ec2:DescribeInstances', 'UnauthorizedOperation', 'DescribeInstances']
])('MSG-09: %s fails with %s, as the command line says it', (action, code, operation) => {
  const refusal = ask(`{ principal: app:user/ana, action: "${action}" }`).refusal;
  expect(refusal?.code).toBe(code);
  expect(refusal?.line).toBe(
    `An error occurred (${code}) when calling the ${operation} operation: ${refusal?.message ?? ''}`
  );
});

test('MSG-10: EC2 encodes its reason, and what it would decode to is told', () => {
  const on = 'resource: "arn:aws:ec2:us-east-1:111111111111:instance/i-1"';
  const refusal = ask(`{ principal: app:user/eve, action: "ec2:StopInstances", ${on} }`).refusal;
  expect(refusal?.message).toMatch(/^You are not authorized .* Encoded authorization failure message: …$/);
  expect(JSON.parse(refusal?.decoded ?? 'null')).toMatchObject({
    allowed: false,
    explicitDeny: true,
    context: { action: 'ec2:StopInstances', resource: 'arn:aws:ec2:us-east-1:111111111111:instance/i-1' }
  });
  expect(ask('{ principal: app:user/eve, action: "sqs:ListQueues" }').refusal?.decoded).toBeNull();
});

test.each([
  ['{ principal: anonymous, action: "dynamodb:ListTables" }', 'MissingAuthenticationTokenException'],
  [
    '{ principal: app:role/job, session: { issuedAt: 2026-03-03T08:00:00Z }, action: "iam:ListUsers" }',
    'ExpiredToken'
  ]
])('MSG-11: %s fails before any policy, with another code', (request, code) => {
  const { refusal } = ask(request);
  expect(refusal?.code).toBe(code);
  expect(refusal?.message).not.toContain('is not authorized to perform');
});

describe('CT-01: who called', () => {
  const web = 'resource: app:role/job, context: { "idp.example.com:aud": app }';
  test.each([
    ['app:root, action: "sqs:ListQueues"', { type: 'Root', principalId: '111111111111' }],
    [
      'app:user/ana, action: "sqs:ListQueues"',
      { type: 'IAMUser', principalId: 'AIDAANA0000000000001', userName: 'ana' }
    ],
    [
      'app:role/job, session: night, action: "sqs:ListQueues"',
      { type: 'AssumedRole', principalId: 'AROAJOB0000000000001:night' }
    ],
    [
      'app:user/ana, session: { kind: federatedUser, name: fred }, action: "sqs:ListQueues"',
      { type: 'FederatedUser', principalId: '111111111111:fred' }
    ],
    [
      '"service:lambda.amazonaws.com", action: "sqs:ListQueues"',
      { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' }
    ],
    [`"oidc:app/idp", action: "sts:AssumeRoleWithWebIdentity", ${web}`, { type: 'WebIdentityUser' }],
    ['"saml:app/corp", action: "sts:AssumeRoleWithSAML", resource: app:role/job', { type: 'SAMLUser' }],
    ['anonymous, action: "s3:ListBucket", resource: "arn:aws:s3:::b"', { type: 'AWSAccount' }]
  ])('%s', (request, identity) => {
    expect(ask(`{ principal: ${request} }`).event?.userIdentity).toMatchObject(identity);
  });
});

describe('CT-04: what a log keeps of the answer', () => {
  test('an allowed call has no error', () => {
    expect(ask('{ principal: app:user/bob, action: "sqs:ListQueues" }').event).toEqual({
      userIdentity: expect.objectContaining({ type: 'IAMUser' }) as unknown,
      eventTime: '2026-03-03T10:00:00Z',
      eventName: 'ListQueues'
    });
  });

  test.each([
    ['iam:ListUsers', 'AccessDenied'],
    ['ec2:DescribeInstances', 'Client.UnauthorizedOperation']
  ])('a refused %s has %s and the text', (action, errorCode) => {
    const { refusal, event } = ask(`{ principal: app:user/ana, action: "${action}" }`);
    expect(event).toMatchObject({ errorCode, errorMessage: refusal?.message });
  });

  test('a refused hop is what was recorded', () => {
    const { event } = ask(
      '{ principal: app:user/bob, assume: [{ role: app:role/job }], action: "iam:ListUsers" }'
    );
    expect(event).toMatchObject({ eventName: 'AssumeRole', errorCode: 'AccessDenied' });
  });

  test('nothing is recorded of what nobody knows', () => {
    const open = '{ principal: app:user/may, action: "sqs:ListQueues", unknown: ["aws:SourceIp"] }';
    expect(ask(open).event).toBeNull();
  });
});
