// Broken files: the code and the text it underlines.
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { ALLOW_ALL, problems, scenarioText } from './sample.ts';

const ORG = (root: string, more = '') =>
  scenarioText(
    '',
    `organizations:\n  acme:\n    id: o-a1b2c3d4e5\n    management: a\n${more}    root: ${root}`
  );
const REQUEST = (lines: string) =>
  scenarioText(
    'users: { dana: {} }\nroles: { app: {} }',
    `requests:\n  r:\n    ${lines.replaceAll('\n', '\n    ')}`
  );

describe('inside an account', () => {
  test.each([
    ['usres: {}', 'scenario/unknown-key usres'],
    ['name: [x]', 'scenario/wrong-kind [x]'],
    ['users: [dana]', 'scenario/wrong-kind [dana]'],
    ['users: { dana: { kind: humam } }', 'scenario/invalid-value humam'],
    ['users: { dana: { mfa: yes } }', 'scenario/invalid-value yes'],
    ['users: { dana: { path: people } }', 'scenario/invalid-value people'],
    ['users: { dana: { groups: [Devs] } }', 'scenario/unknown-reference Devs'],
    ['users: { dana: { policies: [Read] } }', 'scenario/unknown-reference Read'],
    ['users: { dana: { policies: [aws:Nope] } }', 'scenario/unknown-managed-policy aws:Nope'],
    ['users: { dana: { boundary: Edge } }', 'scenario/unknown-reference Edge'],
    ['users: { dana: { inline: { p: text } } }', 'scenario/wrong-kind text'],
    ['roles: { app: { maxSessionDuration: 60 } }', 'scenario/out-of-range 60'],
    ['roles: { app: { maxSessionDuration: long } }', 'scenario/invalid-value long'],
    ['roles: { app: { uniqueId: AIDAEXAMPLEDANA000001 } }', 'scenario/invalid-value AIDAEXAMPLEDANA000001'],
    ['identityProviders: { x: {} }', 'scenario/conflict x'],
    ['scps: [FullAWSAccess]', 'scenario/no-organization scps'],
    ['passwordPolicy: { minimumLength: 14 }', 'scenario/not-modelled passwordPolicy'],
    ['trails: [{ name: main }]', 'scenario/not-modelled trails'],
    ['resources: { bucket: {} }', 'scenario/invalid-key bucket'],
    ['resources: { "arn:aws:s3:::b": { acl: public } }', 'scenario/invalid-value public'],
    ['resources: { "arn:aws:s3:::b": { objects: { k: { owner: a } } } }', 'scenario/conflict a'],
    [
      'resources: { "arn:aws:s3:::b": { objectOwnership: ObjectWriter, objects: { k: { owner: z } } } }',
      'scenario/unknown-reference z'
    ],
    [
      'blockPublicAccess: true\nresources: { "arn:aws:s3:::b": { policy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }] } } }',
      'world/public-policy-blocked { Version: "2012-10-17", Statement: [{ Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }] }'
    ],
    [
      'resources: { "arn:aws:kms:us-east-1:111111111111:key/k": { grants: [{ grantee: a:user/no, operations: [Decrypt] }] } }',
      'scenario/unknown-reference a:user/no'
    ],
    [
      'resources: { "arn:aws:kms:us-east-1:111111111111:key/k": { grants: [{ grantee: a:root, operations: [Delete] }] } }',
      'scenario/invalid-value Delete'
    ],
    ['resources: { "arn:aws:s3:::b": { grants: [] } }', 'scenario/conflict { grants: [] }'],
    [
      'resources: { "arn:aws:sqs:us-east-1:222222222222:q": {} }',
      'scenario/conflict "arn:aws:sqs:us-east-1:222222222222:q"'
    ],
    [
      'users: { dana: { credentials: { accessKeys: [{ id: AKIA1, created: 2026-02-30T00:00:00Z }] } } }',
      'scenario/invalid-value 2026-02-30T00:00:00Z'
    ]
  ])('%s → %s', (lines, problem) => {
    expect(problems(scenarioText(lines))).toEqual([problem]);
  });
});

describe('facts that never change a decision are no news', () => {
  test.each([
    'users: { dana: { kind: workload, mfa: true, credentials: { password: {} } } }',
    'blockPublicAccess: false',
    'blockPublicAccess: true',
    'resources: { "arn:aws:s3:::b": { acl: private, objectOwnership: BucketOwnerEnforced, blockPublicAccess: false } }',
    'users:',
    'root: { mfa: true }'
  ])('%s', (lines) => {
    expect(problems(scenarioText(lines))).toEqual([]);
  });
});

describe('organizations', () => {
  test.each([
    [ORG('{ id: r-ab12, accounts: [b] }'), ['scenario/account-not-placed a', 'scenario/unknown-reference b']],
    [ORG('{ id: r-ab12, accounts: [a, a] }'), ['scenario/account-placed-twice a']],
    [ORG('{ id: root, accounts: [a] }'), ['scenario/invalid-value root']],
    [ORG('{ id: r-ab12, accounts: [a], scps: [DenyAll] }'), ['scenario/unknown-reference DenyAll']],
    [
      ORG('{ id: r-ab12, accounts: [a], rcps: [FullAWSAccess] }'),
      ['scenario/unknown-reference FullAWSAccess']
    ],
    [
      ORG(
        '{ id: r-ab12, accounts: [a] }',
        '    rootAccess: centralized\n    delegatedAdministrators: { a: [iam.amazonaws.com] }\n'
      ),
      []
    ],
    [
      ORG('{ id: r-ab12, accounts: [a] }', '    delegatedAdministrators: { b: [iam.amazonaws.com] }\n'),
      ['scenario/unknown-reference b']
    ],
    [
      ORG('{ id: r-ab12, accounts: [a], units: { U: { accounts: [] } } }'),
      ['scenario/missing-key { accounts']
    ]
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe('requests', () => {
  test.each([
    ['action: s3:GetObject', 'scenario/missing-key action'],
    ['principal: a:user/dana', 'scenario/missing-key principal'],
    ['principal: a:user/dan\naction: s3:ListAllMyBuckets', 'scenario/unknown-reference a:user/dan'],
    ['principal: dana\naction: s3:ListAllMyBuckets', 'scenario/invalid-principal dana'],
    [
      'principal: arn:aws:iam::111111111111:user/nobody\naction: s3:ListAllMyBuckets',
      'scenario/unknown-reference arn:aws:iam::111111111111:user/nobody'
    ],
    ['principal: service:ec2\naction: s3:ListAllMyBuckets', 'scenario/invalid-principal service:ec2'],
    [
      'principal: oidc:a/github\naction: sts:AssumeRoleWithWebIdentity',
      'scenario/unknown-reference oidc:a/github'
    ],
    [
      'principal: sso:carla/ReadOnly@a\naction: s3:ListAllMyBuckets',
      'scenario/unassigned sso:carla/ReadOnly@a'
    ],
    [
      'principal: arn:aws:sts::111111111111:federated-user/x\naction: s3:ListAllMyBuckets',
      'scenario/invalid-principal arn:aws:sts::111111111111:federated-user/x'
    ],
    ['principal: a:user/dana\naction: getObject', 'scenario/invalid-value getObject'],
    [
      'principal: a:user/dana\naction: s3:GetObject\nresource: a:bucket',
      'scenario/unknown-reference a:bucket'
    ],
    ['principal: a:user/dana\naction: s3:GetObject\nresource: bucket', 'scenario/invalid-resource bucket'],
    [
      'principal: a:user/dana\naction: s3:GetObject\nresource: arn:aws:s3:::b/x',
      'world/unlisted-bucket arn:aws:s3:::b/x'
    ],
    ['principal: a:user/dana\naction: s3:ListAllMyBuckets\nsession: x1', 'scenario/conflict session'],
    ['principal: a:user/dana\naction: s3:ListAllMyBuckets\ncredential: keys', 'scenario/invalid-value keys'],
    [
      'principal: a:user/dana\naction: s3:ListAllMyBuckets\nendpoint: vpce-1',
      'scenario/unknown-reference vpce-1'
    ],
    [
      'principal: a:user/dana\naction: s3:ListAllMyBuckets\nassume: [{ role: a:role/ap }]',
      'scenario/unknown-reference a:role/ap'
    ],
    [
      'principal: a:user/dana\naction: s3:ListAllMyBuckets\nat: yesterday',
      'scenario/invalid-value yesterday'
    ],
    ['principal: a:user/dana\naction: s3:ListAllMyBuckets\nexpect: allow', 'scenario/invalid-value allow'],
    ['principal: a:user/dana\naction: s3:ListAllMyBuckets\nby: idenity/X', 'scenario/invalid-by idenity/X'],
    ['principal: a:user/dana\naction: s3:ListAllMyBuckets\nby: "#"', 'scenario/invalid-by "#"'],
    [
      'principal: a:user/dana\naction: s3:ListAllMyBuckets\ncontext: { x: { y: z } }',
      'scenario/wrong-kind { y: z }'
    ]
  ])('%s → %s', (lines, problem) => {
    expect(problems(REQUEST(lines))).toEqual([problem]);
  });
});

describe('the file as a whole', () => {
  test.each([
    ['bouncer: 2\ntitle: t', ['scenario/unsupported-version 2']],
    ['[a, b]', ['scenario/wrong-kind [a, b]']],
    ['bouncer: 1\ntitle: t\nsummary: s', ['scenario/missing-key bouncer']],
    [scenarioText('', 'walkthrough: [{ title: t, say: s, request: no }]'), ['scenario/unknown-reference no']],
    [scenarioText('', 'events: []'), []],
    [`${scenarioText('')}  b: { id: '111111111111' }`, ['scenario/duplicate b']]
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test.each([
    [`title: ${'x'.repeat(2 * 1024 * 1024)}`, 'source/too-large'],
    [`a: ${'['.repeat(65)}${']'.repeat(65)}`, 'source/too-deep'],
    ['', 'source/empty'],
    ['\0\u0001PNG', 'source/not-text'],
    ['a: 1\na: 2', 'source/duplicate-key'],
    ['a: [', 'source/syntax']
  ])('limits and junk: %#', (text, code) => {
    const { diagnostics } = parseScenario({ name: 'x.yaml', text });
    expect(diagnostics.map((problem) => problem.code)).toContain(code);
  });
});

test.each([
  ['usres: {}', 'did you mean `users`?'],
  [`users: { dana: { groups: [Devs] } }\ngroups: { Dev: {} }`, 'did you mean `Dev`?'],
  [`users: { dana: { policies: [Red] } }\npolicies: { Read: ${ALLOW_ALL} }`, 'did you mean `Read`?']
])('suggestion for %s', (lines, help) => {
  const { diagnostics } = parseScenario({ name: 'x.yaml', text: scenarioText(lines) });
  expect(diagnostics.map((problem) => problem.help)).toEqual([help]);
});
