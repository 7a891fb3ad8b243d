/** Completion of scenario files as tables: a text with the cursor in it, and what a choice would make of it. */
import { describe, expect, test } from 'vitest';
import { completeScenario } from '../../src/lib/workbench/completion.ts';
import { ask, chosen, labels } from './completion-ask.ts';

const ROLE = 'accounts:\n  tools:\n    roles:\n      build:\n        ';

describe('a scenario', () => {
  test.each([
    ['a section', 'bouncer: 1\nacc¦', 'accounts', 'bouncer: 1\naccounts:'],
    ['a key with a plain value', 'bouncer: 1\n¦', 'title', 'bouncer: 1\ntitle: '],
    ['a key in brackets', 'accounts: { tools: { us¦ } }', 'users', 'accounts: { tools: { users:  } }'],
    [
      'a key that has its colon',
      'accounts:\n  tools:\n    us¦: {}',
      'users',
      'accounts:\n  tools:\n    users: {}'
    ],
    ['a name of the account', `${ROLE}policies: [¦]`, 'ReadApp', `${ROLE}policies: [ReadApp]`],
    [
      'what AWS supplies',
      `${ROLE}policies:\n          - aws:Ama¦`,
      'aws:AmazonS3ReadOnlyAccess',
      `${ROLE}policies:\n          - aws:AmazonS3ReadOnlyAccess`
    ],
    [
      'a list at the indent of its key',
      `${ROLE}policies:\n        - ¦`,
      'ReadApp',
      `${ROLE}policies:\n        - ReadApp`
    ],
    [
      'a group',
      'accounts:\n  tools:\n    users:\n      x:\n        groups:\n          - ¦',
      'Devs',
      'accounts:\n  tools:\n    users:\n      x:\n        groups:\n          - Devs'
    ],
    [
      'an element of a policy',
      `${ROLE}trust:\n          Sta¦`,
      'Statement',
      `${ROLE}trust:\n          Statement:`
    ],
    [
      'a version, quoted',
      `${ROLE}trust:\n          Version: ¦`,
      '2012-10-17',
      `${ROLE}trust:\n          Version: '2012-10-17'`
    ],
    [
      'in quotes of its own',
      `${ROLE}trust: { Statement: [{ Action: "¦" }] }`,
      's3:GetObject',
      `${ROLE}trust: { Statement: [{ Action: "s3:GetObject" }] }`
    ],
    [
      'JSON in a text block',
      `${ROLE}trust: |\n          { "Statement": [{ "Ef¦" }] }\n`,
      'Effect',
      `${ROLE}trust: |\n          { "Statement": [{ "Effect":  }] }\n`
    ],
    [
      'behind a text block',
      `${ROLE}trust: |\n          {}\n        bou¦`,
      'boundary',
      `${ROLE}trust: |\n          {}\n        boundary: `
    ],
    [
      'the document of a managed policy',
      'accounts:\n  a:\n    policies:\n      X:\n        document: { ¦ }',
      'Id',
      'accounts:\n  a:\n    policies:\n      X:\n        document: { Id:  }'
    ],
    [
      'who asks',
      'requests:\n  r:\n    principal: tools:¦',
      'tools:user/dana',
      'requests:\n  r:\n    principal: tools:user/dana'
    ],
    [
      'a service asks',
      'requests: { r: { principal: ¦ } }',
      'service:ec2.amazonaws.com',
      'requests: { r: { principal: service:ec2.amazonaws.com } }'
    ],
    [
      'a role on the way',
      'requests:\n  r:\n    assume:\n      - role: ¦',
      'tools:role/build',
      'requests:\n  r:\n    assume:\n      - role: tools:role/build'
    ],
    [
      'the first key behind a dash',
      'requests:\n  r:\n    assume:\n      - ¦\n        session: x',
      'role',
      'requests:\n  r:\n    assume:\n      - role: \n        session: x'
    ],
    [
      'a resource',
      'requests:\n  r:\n    resource: ¦',
      'tools:app',
      'requests:\n  r:\n    resource: tools:app'
    ],
    [
      'a word of the format',
      'requests:\n  r:\n    expect: al¦',
      'allowed',
      'requests:\n  r:\n    expect: allowed'
    ],
    ['a flag', 'requests:\n  r:\n    mfa: ¦', 'true', 'requests:\n  r:\n    mfa: true'],
    [
      'a condition key',
      "requests:\n  r:\n    context: { 'aws:Sec¦' }",
      'aws:SecureTransport',
      "requests:\n  r:\n    context: { 'aws:SecureTransport':  }"
    ],
    [
      'an account id, which looks like a number',
      "requests:\n  r:\n    context: { 'aws:SourceAccount': ¦ }",
      '111111111111',
      "requests:\n  r:\n    context: { 'aws:SourceAccount': '111111111111' }"
    ],
    [
      'an alias',
      'organizations:\n  o:\n    root:\n      units:\n        A:\n          accounts: [¦]',
      'prod',
      'organizations:\n  o:\n    root:\n      units:\n        A:\n          accounts: [prod]'
    ],
    [
      'what AWS supplies to organizations',
      'organizations:\n  o:\n    root:\n      scps: [¦]',
      'FullAWSAccess',
      'organizations:\n  o:\n    root:\n      scps: [FullAWSAccess]'
    ],
    [
      'with lines that end in two characters',
      'bouncer: 1\r\nacc¦\r\ntitle: t\r\n',
      'accounts',
      'bouncer: 1\r\naccounts:\r\ntitle: t\r\n'
    ]
  ])('%s', (_what, marked, label, expected) => {
    expect(chosen(completeScenario, marked, label)).toBe(expected);
  });

  test('keys that are there are left out, wherever they stand, and a key says what it is for', () => {
    const { list } = ask(
      completeScenario,
      `${ROLE}trust: {}\n        ¦\n        tags: { a: b }\n      other:\n        path: /x/\n`
    );
    expect(list?.options.map(({ label }) => label)).toEqual([
      ...['path', 'uniqueId', 'policies', 'inline', 'boundary', 'maxSessionDuration', 'serviceLinked']
    ]);
    expect(list?.options[0]?.detail).toBe('Path in the ARN; `/` by default');
  });

  test.each([
    ['in a comment', 'bouncer: 1\n# ¦'],
    ['in a free text', 'title: ¦'],
    ['under a value', 'bouncer: 1\n  ¦'],
    ['behind brackets that are closed', 'accounts: {} ¦']
  ])('has nothing to say %s', (_where, marked) => {
    expect(labels(completeScenario, marked)).toBeNull();
  });
});
