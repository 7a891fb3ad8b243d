/** What is dropped becomes a scenario: one that is there stays, policies get a world in which their statements are asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { adopt } from '../../src/lib/share/adopt.ts';
import type { SourceText } from '../../src/lib/source/text.ts';
import { allow, file, made, policy } from './made.ts';

const FOLDER = new URL('../../scenarios/', import.meta.url);

/** Each request and what it comes to. */
function outcomes(...sources: readonly SourceText[]): readonly string[] {
  const { scenario, problems } = made(sources);
  return checkScenario(scenario, problems).requests.map(
    ({ id, decision }) => `${id} ${decision ?? 'undecided'}`
  );
}

describe('a scenario', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')))('%s stays as it is', (name) => {
    const source = { name, text: readFileSync(new URL(name, FOLDER), 'utf8') };
    expect(adopt([source])).toEqual({ value: source, diagnostics: [] });
  });

  test('with mistakes, or as JSON, too', () => {
    for (const text of [
      'bouncer: 1\r\naccounts: 7',
      '\uFEFFbouncer: 2',
      'accounts: {}',
      '# x\nbouncer: 1\na: ['
    ]) {
      expect(adopt([{ name: 'mine.yml', text }]).value?.text).toBe(text);
    }
    const json = { name: 'mine.json', text: '{ "bouncer": "1" }' };
    expect(adopt([json]).value).toBe(json);
  });

  test('goes before what is dropped beside it', () => {
    const scenario = { name: 'a.yaml', text: 'bouncer: 1' };
    const { value, diagnostics } = adopt([file(policy()), scenario, { ...scenario, name: 'b.yaml' }]);
    expect(value).toBe(scenario);
    expect(diagnostics.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'warning `x.json` was left out',
      'warning `b.yaml` was left out'
    ]);
  });
});

describe('the questions of a policy, and what they come to', () => {
  const READ = allow({ Sid: 'ReadReports', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' });
  const ROLE = 'arn:aws:iam::222222222222:role/ci/deploy';

  test.each<[string, unknown, readonly string[]]>([
    ['one action, one bucket', policy(READ), ['read-reports allowed', 'read-reports-beside implicitDeny']],
    [
      'a single statement that is no list',
      { Version: '2012-10-17', Statement: READ },
      ['read-reports allowed', 'read-reports-beside implicitDeny']
    ],
    [
      'everything, but not in the clear',
      policy(allow({ Action: '*', Resource: '*' }), {
        Effect: 'Deny',
        Action: 's3:*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } }
      }),
      ['statement-1 allowed', 'statement-2 explicitDeny', 'statement-2-beside allowed']
    ],
    [
      'conditions of several kinds',
      policy(
        allow({
          Action: 'ec2:Start*',
          Resource: 'arn:aws:ec2:*:*:instance/*',
          Condition: {
            IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
            NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
            StringLike: { 'aws:UserAgent': '*console*' },
            StringEquals: { 'aws:username': '${aws:username}' }
          }
        })
      ),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ],
    [
      'only from an organization',
      policy(
        allow({
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-bucket/*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }
        })
      ),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ],
    [
      'all but',
      policy(allow({ NotAction: 'iam:*', NotResource: 'arn:aws:s3:::example-bucket/*' })),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ],
    [
      'a home folder',
      policy(allow({ Action: 's3:*Object', Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ],
    [
      'a role elsewhere',
      policy(allow({ Action: 'sts:AssumeRole', Resource: ROLE })),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ],
    [
      'the door of a role: an account, with an external id',
      policy(
        allow({
          Principal: { AWS: '123456789012' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'acme' } }
        })
      ),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ],
    [
      'the door of a role: a service, a role, a session',
      policy(
        allow({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
        allow({ Principal: { AWS: ROLE }, Action: 'sts:AssumeRole' }),
        allow({
          Principal: { AWS: 'arn:aws:sts::333333333333:assumed-role/app/build-42' },
          Action: 'sts:AssumeRole'
        })
      ),
      [
        ...['statement-1 allowed', 'statement-1-beside implicitDeny'],
        ...['statement-2 allowed', 'statement-2-beside implicitDeny'],
        ...['statement-3 allowed', 'statement-3-beside implicitDeny']
      ]
    ],
    [
      'the door of a role: identity providers (XACC-14)',
      policy(
        allow({
          Principal: {
            Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } }
        }),
        allow({
          Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' },
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } }
        })
      ),
      [
        ...['statement-1 allowed', 'statement-1-beside implicitDeny'],
        ...['statement-2 allowed', 'statement-2-beside implicitDeny']
      ]
    ],
    [
      'a bucket for all, and for one from abroad',
      policy(
        allow({ Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::site/*' }),
        allow({
          Principal: { AWS: ['arn:aws:iam::111122223333:user/people/ann', ROLE] },
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::site/*'
        })
      ),
      [
        ...['statement-1 allowed', 'statement-1-beside implicitDeny'],
        ...['statement-2 allowed', 'statement-2-beside implicitDeny']
      ]
    ],
    [
      'a queue for a topic',
      policy(
        allow({
          Principal: { Service: 'sns.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:us-east-1:111122223333:orders',
          Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:alerts' } }
        })
      ),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ],
    [
      'the key policy that hands the question to the account',
      policy(allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' })),
      ['statement-1 allowed', 'statement-1-beside implicitDeny']
    ]
  ])('%s', (_name, document, expected) => {
    expect(outcomes(file(document))).toEqual(expected);
  });

  test('marks of direction in names are shown in titles', () => {
    const { scenario } = made([file(policy({ ...READ, Sid: 'a\u202Eb' }))]);
    expect(scenario.cases[0]?.title).toBe('What a<U+202E>b allows');
  });

  test('a broken policy is asked all the same, and undecided', () => {
    const { scenario, problems } = made([file(policy({ Effect: 'allow', Action: 's3:*', Resource: '*' }))]);
    expect(problems.map(({ code }) => code)).toContain('policy/invalid-effect');
    expect(checkScenario(scenario, problems).requests.map(({ decision }) => decision)).toEqual([null]);
  });
});

describe('what is none of this', () => {
  test.each([
    ['x.json', '{"a": 1}', 'share/nothing-to-adopt'],
    ['x.yaml', 'just words', 'share/nothing-to-adopt'],
    ['x.json', '[]', 'share/nothing-to-adopt'],
    ['x.json', '{"Statement": [', 'source/syntax'],
    ['x.yaml', '', 'source/empty'],
    ['x.png', '\u0089PNG\r\n\u0000\u0000', 'source/not-text'],
    ['x.json', JSON.stringify(Array.from({ length: 21 }, () => policy())), 'share/too-many-policies']
  ])('%s %j is %s', (name, text, code) => {
    const { value, diagnostics } = adopt([{ name, text }]);
    expect(value).toBeNull();
    expect(diagnostics.map((problem) => problem.code)).toEqual([code]);
    expect(diagnostics[0]?.help).toMatch(/drop/);
  });

  test('nothing at all', () => {
    expect(adopt([]).diagnostics.map(({ code }) => code)).toEqual(['share/nothing-to-adopt']);
  });

  test('one bad file among good ones is told', () => {
    const { value, diagnostics } = adopt([file(policy()), { name: 'b.json', text: '{' }]);
    expect(value).toBeNull();
    expect(diagnostics.map(({ range }) => range.source.name)).toEqual(['b.json']);
  });
});
