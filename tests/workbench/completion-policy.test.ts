/** Completion of policies as tables: a text with the cursor in it, and what a choice would make of it. */
import { describe, expect, test } from 'vitest';
import { completePolicy } from '../../src/lib/workbench/completion.ts';
import { chosen, labels } from './completion-ask.ts';

/** A policy with this inside its one statement. */
const statement = (inside: string) => `{ "Version": "2012-10-17", "Statement": [{ ${inside} }] }`;

describe('a policy', () => {
  test.each([
    ['an empty map', '{¦}', 'Version', '{"Version": }'],
    ['between the quotes the editor closed', '{"¦"}', 'Statement', '{"Statement": }'],
    ['half a key', '{"Sta¦"}', 'Statement', '{"Statement": }'],
    ['a key never closed', '{"Sta¦', 'Statement', '{"Statement": '],
    ['a key without quotes', '{ Sta¦ }', 'Statement', '{ "Statement":  }'],
    ['a key that has its colon', '{"Sta¦": []}', 'Statement', '{"Statement": []}'],
    ['a version', '{"Version": "¦"}', 'Version', null],
    ['a version', '{"Version": "¦"}', '2012-10-17', '{"Version": "2012-10-17"}'],
    ['a value without quotes', statement('"Effect": ¦'), 'Deny', statement('"Effect": "Deny"')],
    ['half a value without quotes', statement('"Effect": D¦'), 'Deny', statement('"Effect": "Deny"')],
    ['a word is replaced as a whole', statement('"Effect": "A¦llow"'), 'Deny', statement('"Effect": "Deny"')],
    [
      'a value never closed',
      '{ "Statement": { "Effect": "De¦\n } }',
      'Deny',
      '{ "Statement": { "Effect": "Deny"\n } }'
    ],
    [
      'a value never closed, before another',
      '{ "Statement": { "Effect": "De¦, "Sid": "a" } }',
      'Deny',
      '{ "Statement": { "Effect": "Deny", "Sid": "a" } }'
    ],
    [
      'a key behind a missing comma',
      '{ "Statement": {\n "Effect": "Allow"\n "Act¦"\n "Resource": "*" } }',
      'Action',
      '{ "Statement": {\n "Effect": "Allow"\n "Action": \n "Resource": "*" } }'
    ],
    [
      'a principal',
      statement('"Principal": { "AWS": "¦" }'),
      'arn:aws:iam::222222222222:root',
      statement('"Principal": { "AWS": "arn:aws:iam::222222222222:root" }')
    ],
    ['everyone', statement('"Principal": ¦'), '*', statement('"Principal": "*"')],
    [
      'a service',
      statement('"Principal": { "Service": [¦] }'),
      'ec2.amazonaws.com',
      statement('"Principal": { "Service": ["ec2.amazonaws.com"] }')
    ],
    [
      'an action seen here',
      statement('"Action": ["s3:G¦"]'),
      's3:GetObject',
      statement('"Action": ["s3:GetObject"]')
    ],
    [
      'what lies in a bucket',
      statement('"Resource": "arn:aws:s3:::¦"'),
      'arn:aws:s3:::app/*',
      statement('"Resource": "arn:aws:s3:::app/*"')
    ],
    [
      'an operator',
      statement('"Condition": { "¦" }'),
      'ForAnyValue:StringLikeIfExists',
      statement('"Condition": { "ForAnyValue:StringLikeIfExists":  }')
    ],
    [
      'a key with the tags of this world',
      statement('"Condition": { "StringEquals": { "¦" } }'),
      'aws:PrincipalTag/team',
      statement('"Condition": { "StringEquals": { "aws:PrincipalTag/team":  } }')
    ],
    [
      'a flag',
      statement('"Condition": { "Bool": { "aws:SecureTransport": ¦ } }'),
      'false',
      statement('"Condition": { "Bool": { "aws:SecureTransport": "false" } }')
    ],
    [
      'an organization',
      statement('"Condition": { "StringEquals": { "aws:principalorgid": "¦" } }'),
      'o-a1b2c3d4e5',
      statement('"Condition": { "StringEquals": { "aws:principalorgid": "o-a1b2c3d4e5" } }')
    ],
    [
      'its path',
      statement('"Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["¦"] } }'),
      'o-a1b2c3d4e5/r-ab12/',
      statement(
        '"Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/"] } }'
      )
    ],
    [
      'an account',
      statement('"Condition": { "StringEquals": { "aws:ResourceAccount": "¦" } }'),
      '111111111111',
      statement('"Condition": { "StringEquals": { "aws:ResourceAccount": "111111111111" } }')
    ],
    [
      'a tag',
      statement('"Condition": { "StringEquals": { "aws:ResourceTag/team": "¦" } }'),
      'web',
      statement('"Condition": { "StringEquals": { "aws:ResourceTag/team": "web" } }')
    ]
  ])('%s: %s', (_what, marked, label, expected) => {
    expect(chosen(completePolicy, marked, label)).toBe(expected);
  });

  test.each([
    [
      'elements that are there, and their opposites',
      statement('"Effect": "Deny", "NotAction": "*", ¦'),
      ['Sid', 'Principal', 'NotPrincipal', 'Resource', 'NotResource', 'Condition']
    ],
    [
      'also those behind the cursor',
      statement('¦, "Sid": "a", "Effect": "Deny", "Principal": "*", "Resource": "*"'),
      ['Action', 'NotAction', 'Condition']
    ],
    [
      'but none of the next statement',
      '{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*", ¦\n ], "Id": "x" }',
      ['Sid', 'Principal', 'NotPrincipal', 'Condition']
    ],
    [
      'principal types',
      statement('"Principal": { "AWS": "*", ¦ }'),
      ['Service', 'Federated', 'CanonicalUser']
    ],
    ['items of the list', statement('"Action": ["s3:GetObject", "¦"]'), ['s3:List*', 'sts:AssumeRole', '*']]
  ])('leaves out %s', (_what, marked, expected) => {
    expect(labels(completePolicy, marked)).toEqual(expected);
  });

  test('keys of the type of the operator come first', () => {
    const first = (operator: string) =>
      labels(completePolicy, statement(`"Condition": { "${operator}": { ¦ } }`))?.[0];
    expect(first('Bool')).toBe('aws:AssumedRoot');
    expect(first('NotIpAddress')).toBe('aws:Ec2InstanceSourcePrivateIPv4');
    expect(first('ForAllValues:ArnLike')).toBe('aws:ChatbotSourceArn');
  });

  test.each([
    ['beside a quote', '{ ¦"Version": "2012-10-17" }'],
    ['behind a value without a comma', '{ "Version": "2012-10-17" ¦}'],
    ['between a key and its colon', '{ "Version" ¦: "2012-10-17" }'],
    ['in a place that no policy has', '{ "Version": { "¦" } }'],
    ['a free text', statement('"Sid": "¦"')],
    ['outside of the document', '{} ¦'],
    ['in an empty text', '¦']
  ])('has nothing to say %s', (_where, marked) => {
    expect(labels(completePolicy, marked)).toBeNull();
  });
});
