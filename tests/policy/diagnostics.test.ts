/** A sample for each code, and where it points. Rows are YAML, which reads the JSON of AWS as well. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { brief } from '../source/trees.ts';
import { readPolicy } from './read.ts';

const ANY = 'Effect: Allow, Action: "*", Resource: "*"';
const one = (statement: string) => `{Version: "2012-10-17", Statement: {${statement}}}`;
const who = (principal: string) => one(`Effect: Allow, Action: "sts:AssumeRole", Principal: ${principal}`);
const when = (condition: string) => one(`${ANY}, Condition: ${condition}`);
const what = (resource: string) => one(`Effect: Allow, Action: "*", Resource: ${resource}`);

/** Text, then code, severity and underlined text of all that is wrong. */
type Row = readonly [text: string, code: string, severity: 'error' | 'warning', underlined: string];

const PARSED: readonly Row[] = [
  ['[]', 'wrong-type', 'error', '[]'],
  ['just text', 'wrong-type', 'error', 'just text'],
  ['{Statement: [1]}', 'wrong-type', 'error', '1'],
  ['{Statement: nope}', 'wrong-type', 'error', 'nope'],
  [one('Effect: [Allow], Action: "*"'), 'wrong-type', 'error', '[Allow]'],
  [one('Effect: Allow, Action: {a: b}'), 'wrong-type', 'error', '{a: b}'],
  [one('Effect: Allow, Action: [["*"]]'), 'wrong-type', 'error', '["*"]'],
  [who('["*"]'), 'wrong-type', 'error', '["*"]'],
  [when('[]'), 'wrong-type', 'error', '[]'],
  [when('{Bool: x}'), 'wrong-type', 'error', 'x'],
  [when('{Bool: {"aws:x": {a: b}}}'), 'wrong-type', 'error', '{a: b}'],
  [one('Effect: Allow, Action: null'), 'null-value', 'error', 'null'],
  [one('Effect: null, Action: "*"'), 'null-value', 'error', 'null'],
  [when('{Bool: {"aws:x": null}}'), 'null-value', 'error', 'null'],
  [one(`${ANY}, Sid: 5`), 'unquoted-value', 'warning', '5'],
  [who('{AWS: 111122223333}'), 'unquoted-value', 'warning', '111122223333'],
  [one(`${ANY}, action: "*"`), 'unknown-element', 'error', 'action'],
  [one('Effect: Allow, action: "*"'), 'unknown-element', 'error', 'action'],
  ['{Statements: []}', 'unknown-element', 'error', 'Statements'],
  ['{Version: "2012-10-17"}', 'missing-element', 'error', '{'],
  [one('Action: "*"'), 'missing-element', 'error', '{'],
  [one('Effect: Allow'), 'missing-element', 'error', '{'],
  ['Statement:\n  - Effect: Allow\n    Resource: "*"', 'missing-element', 'error', 'Effect: Allow'],
  [one(`${ANY}, NotAction: "*"`), 'conflicting-elements', 'error', 'NotAction'],
  [one(`NotResource: "*", ${ANY}`), 'conflicting-elements', 'error', 'Resource'],
  [one(`${ANY}, Principal: "*", NotPrincipal: "*"`), 'conflicting-elements', 'error', 'NotPrincipal'],
  ['{Statement: []}', 'no-statements', 'error', '[]'],
  [`{Version: "2012-10-18", Statement: {${ANY}}}`, 'invalid-version', 'error', '"2012-10-18"'],
  [one('Effect: allow, Action: "*"'), 'invalid-effect', 'error', 'allow'],
  [one('Effect: Allow, Action: GetObject'), 'invalid-action', 'error', 'GetObject'],
  [one('Effect: Allow, Action: ["*", "s3:Get:x"]'), 'invalid-action', 'error', '"s3:Get:x"'],
  [one('Effect: Allow, NotAction: "s_3:Get"'), 'invalid-action', 'error', '"s_3:Get"'],
  [when('{StringEqual: {"aws:x": a}}'), 'unknown-operator', 'error', 'StringEqual'],
  [when('{stringEquals: {"aws:x": a}}'), 'unknown-operator', 'error', 'stringEquals'],
  [
    when('{"ForAllValue:StringEquals": {"aws:x": a}}'),
    'unknown-operator',
    'error',
    '"ForAllValue:StringEquals"'
  ],
  [when('{NullIfExists: {"aws:x": "true"}}'), 'null-if-exists', 'error', 'NullIfExists'],
  [when('{Bool: {x: "true"}}'), 'invalid-condition-key', 'error', 'x'],
  [when('{Bool: {"aws:x": a, "aws:X": b}}'), 'repeated-condition-key', 'warning', '"aws:X"'],
  [
    what('"arn:aws:s3:::b/${aws:username"'),
    'unclosed-variable',
    'warning',
    '"arn:aws:s3:::b/${aws:username"'
  ],
  [
    `{Statement: {${ANY.replace(/"\*"$/, '"x${aws:x}"')}}}`,
    'variable-needs-version',
    'warning',
    '"x${aws:x}"'
  ],
  [who('{aws: "111122223333"}'), 'unknown-principal-type', 'error', 'aws'],
  [who('{Account: "111122223333"}'), 'unknown-principal-type', 'error', 'Account'],
  [who('"111122223333"'), 'invalid-principal', 'error', '"111122223333"']
];

const VALIDATED: readonly (readonly [PolicyKind, ...Row])[] = [
  ['managed', `{Statement: {${ANY}}}`, 'outdated-version', 'error', '{'],
  ['boundary', `{Version: "2008-10-17", Statement: {${ANY}}}`, 'outdated-version', 'error', '"2008-10-17"'],
  ['scp', `{Statement: {${ANY}}}`, 'outdated-version', 'warning', '{'],
  ['identity', one(`${ANY}, Principal: "*"`), 'unsupported-element', 'error', '"*"'],
  ['session', one(`${ANY}, NotPrincipal: "*"`), 'unsupported-element', 'error', '"*"'],
  ['scp', one(`${ANY}, Principal: "*"`), 'unsupported-element', 'error', '"*"'],
  [
    'trust',
    one('Effect: Allow, NotPrincipal: {AWS: "111122223333"}, Action: "sts:*"'),
    'unsupported-element',
    'error',
    '{AWS: "111122223333"}'
  ],
  [
    'trust',
    one('Effect: Allow, Principal: "*", Action: "sts:*", Resource: "*"'),
    'unsupported-element',
    'error',
    '"*"'
  ],
  [
    'rcp',
    one('Effect: Deny, Principal: "*", NotAction: "s3:*", Resource: "*"'),
    'unsupported-element',
    'error',
    '"s3:*"'
  ],
  ['identity', one('Effect: Allow, Action: "*"'), 'missing-element', 'error', '{'],
  ['endpoint', one(ANY), 'missing-element', 'error', '{'],
  ['resource', one('Effect: Allow, Action: "s3:*", Resource: "*"'), 'missing-element', 'error', '{'],
  ['resource', one('Effect: Allow, Action: "s3:*", Principal: "*"'), 'missing-element', 'error', '{'],
  ['identity', `{Id: x, Version: "2012-10-17", Statement: {${ANY}}}`, 'unsupported-id', 'warning', 'x'],
  [
    'rcp',
    one('Effect: Allow, Principal: "*", Action: "s3:*", Resource: "*"'),
    'unsupported-value',
    'error',
    'Allow'
  ],
  [
    'rcp',
    one('Effect: Deny, Principal: {AWS: "*"}, Action: "s3:*", Resource: "*"'),
    'unsupported-value',
    'error',
    '{AWS: "*"}'
  ],
  [
    'rcp',
    one('Effect: Deny, Principal: "*", Action: ["*"], Resource: "*"'),
    'unsupported-value',
    'error',
    '"*"'
  ],
  [
    'trust',
    one('Effect: Allow, Principal: "*", Action: "s3:GetObject"'),
    'unsupported-action',
    'error',
    '"s3:GetObject"'
  ],
  [
    'resource',
    one('Effect: Allow, NotPrincipal: {AWS: "111122223333"}, Action: "sqs:*"'),
    'allow-not-principal',
    'warning',
    '{AWS: "111122223333"}'
  ],
  ['identity', one(`Sid: "A 1", ${ANY}`), 'invalid-sid', 'error', '"A 1"'],
  [
    'identity',
    `{Version: "2012-10-17", Statement: [{Sid: A, ${ANY}}, {Sid: A, ${ANY}}]}`,
    'duplicate-sid',
    'error',
    'A'
  ],
  [
    'scp',
    `{Version: "2012-10-17", Statement: [{Sid: A, ${ANY}}, {Sid: A, ${ANY}}]}`,
    'duplicate-sid',
    'warning',
    'A'
  ],
  ['identity', what('bucket'), 'invalid-resource', 'error', 'bucket'],
  ['identity', what('["*", "arn:aws:s3::b"]'), 'invalid-resource', 'error', '"arn:aws:s3::b"'],
  ['identity', what('"arn:aws:s*:::b"'), 'invalid-resource', 'error', '"arn:aws:s*:::b"'],
  ['identity', what('"arn:nope:s3:::b"'), 'invalid-resource', 'error', '"arn:nope:s3:::b"'],
  ['identity', what('"arn:aws:s3:eu-west-1::b"'), 'invalid-resource', 'error', '"arn:aws:s3:eu-west-1::b"'],
  [
    'identity',
    what('"arn:aws:iam::111122223333:usr/a"'),
    'invalid-resource',
    'error',
    '"arn:aws:iam::111122223333:usr/a"'
  ],
  [
    'resource',
    one('Effect: Allow, Action: "execute-api:*", Resource: "execute-api:/prod/GET/x", Principal: "*"'),
    'invalid-resource',
    'warning',
    '"execute-api:/prod/GET/x"'
  ],
  ['identity', what('"arn:aws:s3:::b/日"'), 'invalid-character', 'error', '"arn:aws:s3:::b/日"'],
  ...['role/*', 'group/g', 'instance-profile/p', 'policy/p', 'user/'].map(
    (id): readonly [PolicyKind, ...Row] => {
      const arn = `"arn:aws:iam::111122223333:${id}"`;
      return ['trust', who(`{AWS: [${arn}]}`), 'invalid-principal', 'error', arn];
    }
  ),
  ['trust', who('{AWS: "1111"}'), 'invalid-principal', 'error', '"1111"'],
  ['trust', who('{AWS: "arn:aws:s3:::b"}'), 'invalid-principal', 'error', '"arn:aws:s3:::b"'],
  ['trust', who('{Service: "*"}'), 'invalid-principal', 'error', '"*"'],
  ['trust', who('{Service: ec2}'), 'invalid-principal', 'error', 'ec2'],
  ['trust', who('{Service: "*.amazonaws.com"}'), 'invalid-principal', 'error', '"*.amazonaws.com"'],
  ['trust', who('{Federated: github}'), 'invalid-principal', 'error', 'github']
];

describe('of any policy', () => {
  test.each(PARSED)('%s → %s (%s) at %j', (text, code, severity, underlined) => {
    const { diagnostics } = readPolicy(text);
    expect(diagnostics.map(brief)).toEqual([`policy/${code} «${underlined}»`]);
    expect(diagnostics[0]?.severity).toBe(severity);
  });
});

describe('of a policy for something', () => {
  test.each(VALIDATED)('%s %s → %s (%s) at %j', (kind, text, code, severity, underlined) => {
    const { diagnostics } = readPolicy(text, kind);
    expect(diagnostics.map(brief)).toEqual([`policy/${code} «${underlined}»`]);
    expect(diagnostics[0]?.severity).toBe(severity);
  });
});

describe('what must not be reported', () => {
  test.each<[PolicyKind, string]>([
    [
      'identity',
      what('["*", "arn:aws:s3:::b/${aws:PrincipalTag/a b}", "arn:*:s3:::b", "arn:aws:sns:eu-west-1:*"]')
    ],
    ['identity', what('["arn:aws:iam::*", "arn:aws:iam::*:role/x", "arn:aws:iam::111122223333:*", "arn:*"]')],
    [
      'identity',
      what('["arn:${aws:Partition}:iam::111122223333:${aws:x}", "arn:aws:iam::1:root", "arn:aws:iam::1:us*"]')
    ],
    ['identity', what('["arn:aws:s3:eu-west-1:111122223333:accesspoint/a", "arn:aws:s3:*::b"]')],
    ['identity', one('Effect: Allow, Action: ["*:*", "S3:get*", "s?:Get"], Resource: []')],
    [
      'identity',
      when('{Bool: {"aws:SecureTransport": true}, NumericLessThan: {"aws:MultiFactorAuthAge": 3600}}')
    ],
    ['identity', when('{}')],
    ['identity', when('{"ForAllValues:StringLikeIfExists": {"aws:TagKeys": [a, b]}}')],
    ['trust', who('{AWS: ["*", "111122223333", "arn:aws:iam::111122223333:root", "AROAEXAMPLEJENKINS001"]}')],
    [
      'trust',
      who('{AWS: ["arn:aws:sts::111122223333:assumed-role/a/b", "arn:aws-cn:iam::111122223333:user/p/u"]}')
    ],
    ['trust', who('{Service: [ec2.amazonaws.com], Federated: [cognito-identity.amazonaws.com]}')],
    [
      'trust',
      who('{Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}')
    ],
    ['trust', who('"*"')],
    ['resource', one('Effect: Allow, Action: "ecr:*", Principal: "*"')],
    [
      'resource',
      `{Statement: {Sid: "Any thing", Effect: Allow, Action: "kms:*", Resource: "*", Principal: {}}}`
    ],
    [
      'rcp',
      '{Version: "2012-10-17", Statement: [{Effect: Allow, Principal: "*", Action: "*", Resource: "*"}]}'
    ],
    ['scp', one('Effect: Deny, NotAction: "iam:*", NotResource: "arn:aws:s3:::x"')]
  ])('%s %s', (kind, text) => {
    expect(readPolicy(text, kind).diagnostics.map(brief)).toEqual([]);
  });
});

describe('the way out is named', () => {
  test.each([
    [one('Effect: Allow, action: "*"'), '`Action`'],
    [when('{StringEqual: {"aws:x": a}}'), '`StringEquals`'],
    [when('{"ForAllValue:StringEquals": {"aws:x": a}}'), '`ForAllValues:StringEquals`'],
    [who('{aws: "111122223333"}'), '`AWS`'],
    ['{Statements: []}', '`Statement`']
  ])('%s: did you mean %s', (text, name) => {
    expect(readPolicy(text).diagnostics[0]?.help).toBe(`did you mean ${name}?`);
  });
});

test.each(['group/g', 'instance-profile/p'])('%s: why it cannot be a principal', (id) => {
  const { diagnostics } = readPolicy(who(`{AWS: "arn:aws:iam::111122223333:${id}"}`), 'trust');
  expect(diagnostics[0]?.message).toContain('cannot act');
});

test('paths are those in the file', () => {
  const { diagnostics } = readPolicy('{Statement: [{Effect: Allow, Action: ["*", x]}]}');
  expect(diagnostics.map(({ path }) => path)).toEqual(['/Statement/0/Action/1']);
});

test('every code of the catalogue has a sample above', () => {
  const catalogue = readFileSync(new URL('../../src/lib/policy/diagnostics.ts', import.meta.url), 'utf8');
  const codes = new Set(Array.from(catalogue.matchAll(/'policy\/([\w-]+)'/g), (match) => match[1]));
  const sampled = new Set([...PARSED.map((row) => row[1]), ...VALIDATED.map((row) => row[2])]);
  expect([...codes].filter((code) => code === undefined || !sampled.has(code))).toEqual([]);
});
