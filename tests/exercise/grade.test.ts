// Grading: goals and probes by what the policies do, ways over roles, states of the file, broken policies.
import { describe, expect, test } from 'vitest';
import { grade } from '../../src/lib/exercise/grade.ts';
import { failures } from '../../src/lib/exercise/tell.ts';
import { allow, parsed, policy, task, type Parts } from './task.ts';

const SEE = policy(allow('s3:GetObject', 'arn:aws:s3:::pictures/*'));

/** What is not met of a start, in words. */
function fails(parts: Parts): readonly string[] {
  const { scenario, exercise } = parsed(task(parts));
  return failures(grade(exercise, scenario), scenario.cases);
}

const NOTHING = { solution: '[]', decoys: '[]' };

describe('requests', () => {
  test.each<[string, Parts, readonly string[]]>([
    ['all hold', { ana: `{ inline: { Read: ${SEE} } }` }, []],
    ['a goal', {}, ['`see` is implicitDeny, expected allowed']],
    [
      'a probe',
      { ana: `{ inline: { Read: ${policy(allow('s3:GetObject', '*'))} } }` },
      ['`spy` is allowed, expected implicitDeny']
    ],
    [
      'the kind of deny',
      {
        ana: `{ inline: { Read: ${SEE}, No: ${policy(allow('s3:GetObject', 'arn:aws:s3:::contracts/*').replace('Allow', 'Deny'))} } }`
      },
      ['`spy` is explicitDeny, expected implicitDeny']
    ],
    [
      'what decided',
      {
        ana: `{ inline: { Read: ${SEE} } }`,
        goals: '[by]',
        requests:
          '  by: { principal: a:user/ana, action: s3:GetObject, resource: "arn:aws:s3:::pictures/1", expect: allowed, by: resource }'
      },
      ['`by` is allowed by identity/Read#Read, expected allowed by resource']
    ],
    [
      'a request with an error',
      {
        goals: '[bad]',
        probes: '[]',
        requests: '  bad: { principal: a:user/bob, action: s3:GetObject, expect: denied }'
      },
      ['`bad` is no request, or has an error']
    ],
    [
      'a broken policy that no request meets',
      {
        ana: `{ inline: { Read: ${SEE} } }`,
        users: ', ben: { inline: { Old: { "Statement": [] , "Versoin": "x" } } }'
      },
      ['policy `a:user/ben/Old` has an error']
    ]
  ])('%s', (_what, parts, lines) => {
    expect(fails({ ...NOTHING, ...parts })).toEqual(lines);
  });
});

test('probes are hidden until the goals are met', () => {
  const { scenario, exercise } = parsed(task({ ana: `{ inline: { Read: ${policy(allow('s3:*', '*'))} } }` }));
  expect(grade(exercise, scenario)).toMatchObject({ meetsGoals: true, passes: false });
});

describe('ways over roles', () => {
  const trust = (who: string, more = '') =>
    policy(
      `{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111111111111:${who}" }, "Action": "sts:AssumeRole"${more} }`
    );
  const world = (first: string, second: string) =>
    `    roles: { hub: { trust: ${first} }, admin: { trust: ${second} } }`;
  const goal = '[{ unreachable: [a:user/ana, a:role/admin] }]';
  const EXTERNAL = ', "Condition": { "StringEquals": { "sts:ExternalId": "x" } }';
  const MFA = ', "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } }';
  const DENIED = policy('{ "Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*" }');

  test.each<[string, string, string, readonly string[]]>([
    ['two hops', trust('user/ana'), trust('role/hub'), ['hub, then admin']],
    ['one hop', trust('user/ben'), trust('user/ana'), ['admin']],
    ['none', trust('user/ana'), trust('user/ben'), []],
    [
      'one that hangs on what the caller chooses',
      trust('user/ana', EXTERNAL),
      trust('role/hub'),
      ['hub, then admin']
    ],
    ['one that hangs on MFA', trust('user/ana', MFA), trust('role/hub'), ['hub, then admin']],
    ['an account that says nothing', trust('root'), trust('role/hub'), []]
  ])('%s', (_what, first, second, ways) => {
    const rest = world(first, second);
    const lines = ways.map(
      (way) => `unreachable a:user/ana → a:role/admin: there is a way, by assuming ${way}`
    );
    const users = ', ben: {}';
    expect(fails({ ...NOTHING, rest, users, goals: goal, probes: '[]' })).toEqual(lines);
  });

  test('a Deny on the way stops it', () => {
    const ana = `{ inline: { No: ${DENIED} } }`;
    const rest = world(trust('user/ana'), trust('role/hub'));
    expect(fails({ ...NOTHING, ana, rest, goals: goal, probes: '[]' })).toEqual([]);
  });

  test('a ring of roles comes to an end', () => {
    const rest = world(trust('role/admin'), trust('role/hub'));
    expect(fails({ ...NOTHING, rest, goals: goal, probes: '[]' })).toEqual([]);
  });
});

describe('states of the file', () => {
  test.each([
    [
      "{ state: /accounts/a/users/ana/mfa, equals: 'true' }",
      ['state /accounts/a/users/ana/mfa is false, expected true']
    ],
    ["{ state: /accounts/a/users/ana/mfa, equals: 'false' }", []],
    [
      "{ state: /accounts/a/users/ben, equals: 'x' }",
      ['state /accounts/a/users/ben is not there, expected x']
    ],
    ["{ state: /accounts/a/users, equals: '1' }", []]
  ])('%s', (goal, lines) => {
    expect(fails({ ...NOTHING, ana: '{ mfa: false }', goals: `[${goal}]`, probes: '[]' })).toEqual(lines);
  });
});
