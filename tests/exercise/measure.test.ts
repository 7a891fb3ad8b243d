// What is counted between two states of a file: statements for par, structural edits as moves.
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/lib/exercise/measure.ts';
import { allow, parsed, policy, task } from './task.ts';

const A = '{ "Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": "*" }';

function kinds(before: string, after: string): readonly string[] {
  const [a, b] = [before, after].map((ana) => parsed(task({ ana })).scenario);
  return measure(a!, b!).changes.map(({ kind }) => kind);
}

function inline(...statements: readonly string[]): string {
  return `{ inline: { Read: ${policy(...statements)} } }`;
}

describe('statements', () => {
  test.each([
    ['the same', inline(A), inline(A), []],
    ['the same in another order', inline(A, allow('s3:*', 'x')), inline(allow('s3:*', 'x'), A), []],
    [
      'entries in another order',
      inline(A),
      inline(A.replace('"s3:GetObject", "s3:ListBucket"', '"s3:ListBucket", "s3:getobject"')),
      []
    ],
    ['one entry or a list of one', inline(A), inline(A.replace('"*"', '["*"]')), []],
    ['another Sid', inline(A), inline(A.replace('"A"', '"B"')), []],
    ['one more', inline(A), inline(A, allow('ec2:*', 'arn:aws:ec2:::x')), ['added']],
    ['one less', inline(A, allow('ec2:*', 'arn:aws:ec2:::x')), inline(A), ['removed']],
    [
      'of the same Sid',
      inline(A),
      inline(A.replace('"*"', '"arn:aws:s3:::b"').replace('Allow', 'Deny')),
      ['changed']
    ],
    [
      'alike without Sid',
      inline(A.replace('"Sid": "A", ', '')),
      inline(allow('s3:GetObject', '*')),
      ['changed']
    ],
    ['nothing alike', inline(A), inline(allow('ec2:RunInstances', 'arn:aws:ec2:::x')), ['added', 'removed']],
    ['a policy', '{}', inline(A), ['added']],
    ['a policy gone', inline(A), '{}', ['removed']],
    ['what AWS supplies is no statement', '{ policies: [aws:AmazonS3ReadOnlyAccess] }', '{}', []],
    ['out of a broken one', `{ inline: { Read: ${policy('{ "Effect": "Maybe" }')} } }`, inline(A), ['added']]
  ])('%s', (_what, before, after, found) => {
    expect(kinds(before, after)).toEqual(found);
  });
});

describe('moves', () => {
  const GROUPS = '    groups: { Devs: {}, Ops: {} }';

  test.each([
    ['{}', '{ groups: [Devs] }', ['added /accounts/a/users/ana/groups/0']],
    ['{ groups: [Devs] }', '{ groups: [Ops] }', ['changed /accounts/a/users/ana/groups/0']],
    ['{ groups: [Devs, Ops] }', '{ groups: [Ops] }', ['removed /accounts/a/users/ana/groups/0']],
    ['{ groups: [Devs, Ops] }', '{ groups: [Ops, Devs] }', []],
    [
      '{}',
      '{ tags: { team: x, env: y } }',
      ['added /accounts/a/users/ana/tags/team', 'added /accounts/a/users/ana/tags/env']
    ],
    ['{ tags: { team: x } }', '{ tags: { team: y } }', ['changed /accounts/a/users/ana/tags/team']],
    ['{ mfa: false }', '{ mfa: true }', ['changed /accounts/a/users/ana/mfa']],
    ['{}', '{ policies: [aws:AmazonS3ReadOnlyAccess] }', ['added /accounts/a/users/ana/policies/0']],
    [
      '{}',
      '{}, ben: { groups: [Devs] }',
      ['added /accounts/a/users/ben', 'added /accounts/a/users/ben/groups/0']
    ],
    ['{}', inline(A), []],
    ['{}', '{ policies: [] }', []],
    [
      inline(A),
      inline(A).replace('2012-10-17', '2008-10-17'),
      ['changed /accounts/a/users/ana/inline/Read/Version']
    ]
  ])('%s → %s', (before, after, found) => {
    const [a, b] = [before, after].map((ana) => parsed(task({ ana, rest: GROUPS })).scenario);
    expect(measure(a!, b!).moves.map(({ kind, at }) => `${kind} ${at}`)).toEqual(found);
  });
});

test('an account by its number is its root', () => {
  const role = (who: string) =>
    `    roles: { hub: { trust: ${policy(`{ "Effect": "Allow", "Principal": { "AWS": "${who}" }, "Action": "sts:AssumeRole" }`)} } }`;
  const of = (who: string) => parsed(task({ rest: role(who) })).scenario;
  const before = of('222222222222');
  expect(measure(before, of('arn:aws:iam::222222222222:root')).changes).toEqual([]);
  expect(measure(before, of('arn:aws:iam::333333333333:root')).changes.map(({ kind }) => kind)).toEqual([
    'changed'
  ]);
});
