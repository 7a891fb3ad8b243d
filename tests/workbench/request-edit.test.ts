/** What a request may be made of: out of this world, the likely first. */
import { expect, test } from 'vitest';
import { toFactRows, toOffers, toValues, valueOffers } from '../../src/lib/workbench/request-edit.ts';
import { lineOf, tried } from '../../src/lib/workbench/request-edit-problems.ts';
import { unknownThing } from '../../src/lib/edit/diagnostics.ts';
import { planned, refused } from '../../src/lib/edit/edit.ts';
import { ground } from '../edit/company.ts';
import { groundOf } from '../edit/ground.ts';

const values = (offers: readonly { readonly value: string }[]) => offers.map(({ value }) => value);

test('principals, roles, actions, resources are those of this world', () => {
  const offers = toOffers(ground.world);
  expect(values(offers.principals)).toEqual([
    'tools:user/dana',
    'tools:user/intern',
    'tools:role/jenkins',
    'prod:role/deploy',
    'tools:root',
    'prod:root',
    'anonymous'
  ]);
  expect(values(offers.roles)).toEqual(['tools:role/jenkins', 'prod:role/deploy']);
  expect(values(offers.actions).slice(0, 3)).toEqual([
    'sts:AssumeRole',
    's3:GetObject',
    'iam:GenerateCredentialReport'
  ]);
  expect(values(offers.resources)[0]).toBe('prod:data');
});

const ASKING = groundOf(`bouncer: 1
title: Conditions
summary: To ask for
accounts:
  one:
    id: '111111111111'
    policies:
      Home:
        Version: '2012-10-17'
        Statement:
          Effect: Allow
          Action: s3:*
          Resource: '*'
          Condition: { StringEquals: { aws:requestedregion: [eu-north-1, 'eu-*'] }, Bool: { custom:Key: 'true' } }
`);

test('keys that policies ask for, and values they compare with, before the usual ones', () => {
  const keys = toOffers(ASKING.world).keys;
  expect(keys.filter(({ hint }) => hint !== '').map(({ value }) => value)).toEqual([
    'aws:RequestedRegion',
    'custom:Key'
  ]);
  expect(values(valueOffers(ASKING.world, 'AWS:RequestedRegion')).slice(0, 2)).toEqual([
    'eu-north-1',
    'us-east-1'
  ]);
  expect(valueOffers(ASKING.world, 'custom:Other')).toEqual([]);
});

test('the common facts stand first, written or not', () => {
  const rows = toFactRows([
    { key: 'aws:PrincipalTag/team', state: 'value', values: ['web'] },
    { key: 'AWS:requestedRegion', state: 'unknown', values: [] }
  ]);
  expect(rows.map(({ key, state }) => `${key} ${state}`)).toEqual([
    'aws:SourceIp given',
    'AWS:requestedRegion unknown',
    'aws:SecureTransport given',
    'aws:MultiFactorAuthPresent given',
    'aws:PrincipalTag/team value'
  ]);
});

test.each([
  ['a, b', false, ['a, b']],
  ['a, b ,', true, ['a', 'b']],
  ['', true, []],
  [' a ', false, ['a']]
])('%j, list %j, is %j', (text, isList, expected) => {
  expect(toValues(text, isList)).toEqual(expected);
});

test('a problem stands at its field until the field is right', () => {
  const wrong = unknownThing('dona', 'a user', ['dana']);
  expect(lineOf(wrong)).toBe('dona is not a user of this world: did you mean dana?');
  const problems = tried({ other: 'still wrong' }, 'who', refused(wrong));
  expect(Object.keys(problems)).toEqual(['other', 'who']);
  expect(tried(problems, 'who', planned('Set', []))).toEqual({ other: 'still wrong' });
});
