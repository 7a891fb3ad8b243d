/** What AWS checks of a policy because of where it hangs: services, endpoints, lengths, and what a world tells. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefused } from '../../src/lib/policy/answers.ts';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { settingOf, type Setting } from '../../src/lib/policy/setting.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { brief } from '../source/trees.ts';
import { readPolicy } from './read.ts';

const on = (resource: string): Setting => ({ ...settingOf('resource'), resource });
const BUCKET = on('arn:aws:s3:::b');
const KEY = on('arn:aws:kms:eu-west-1:111122223333:key/k');
const QUEUE = on('arn:aws:sqs:eu-west-1:111122223333:q');
const GATEWAY: Setting = { ...settingOf('endpoint'), endpoint: 'gateway' };
const one = (rest: string) => `{Version: "2012-10-17", Statement: {Effect: Allow, ${rest}}}`;
const own = (rest: string) => one(`Principal: {AWS: "111122223333"}, ${rest}`);
const every = (rest: string) => one(`Principal: "*", ${rest}`);
const when = (condition: string) => every(`Action: "*", Resource: "*", Condition: ${condition}`);
const many = (count: number, item: string) => Array.from({ length: count }, () => item).join(', ');

/** Where, the document, and what is said of it: code and underlined text, none for a sound one. */
const ROWS: readonly (readonly [where: Setting | PolicyKind, text: string, problems: readonly string[]])[] = [
  [BUCKET, own('Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*"'), []],
  [
    BUCKET,
    own('Action: "s3:GetObject", Resource: "arn:aws:s3:::c/*"'),
    ['foreign-resource «"arn:aws:s3:::c/*"»']
  ],
  [
    BUCKET,
    own('Action: "s3:GetObject", Resource: "arn:aws:s3:::bb/*"'),
    ['foreign-resource «"arn:aws:s3:::bb/*"»']
  ],
  [BUCKET, own('Action: "s3:GetObject", Resource: "arn:aws:s3:::b*"'), []],
  [BUCKET, own('Action: "s3:GetObject", NotResource: "arn:aws:s3:::c/*"'), []],
  [
    BUCKET,
    own('Action: "s3:GetObject", Resource: "arn:aws:s3:::b"'),
    ['action-without-resource «"s3:GetObject"»']
  ],
  [
    BUCKET,
    own('Action: "s3:ListBucket", Resource: "arn:aws:s3:::b/*"'),
    ['action-without-resource «"s3:ListBucket"»']
  ],
  [BUCKET, own('Action: ["s3:ListBucket", "s3:GetObject"], Resource: "arn:aws:s3:::b"'), []],
  [BUCKET, own('Action: "s3:*", Resource: "arn:aws:s3:::b"'), []],
  [BUCKET, own('Action: "s3:Brandnew", Resource: "arn:aws:s3:::b"'), []],
  [
    BUCKET,
    own('Action: ["s3:GetObject", "sqs:SendMessage"], Resource: "arn:aws:s3:::b/*"'),
    ['foreign-action «"sqs:SendMessage"»']
  ],
  [
    on('arn:aws:s3:eu-west-1:111122223333:accesspoint/a'),
    own('Action: "s3:GetObject", Resource: "arn:aws:s3:eu-west-1:111122223333:accesspoint/a/object/*"'),
    []
  ],
  [KEY, own('Action: "kms:*", Resource: "*"'), []],
  [KEY, own('Action: "kms:Put*", Resource: "*"'), []],
  [KEY, own('NotAction: "kms:Decrypt", Resource: "*"'), []],
  [KEY, own('Action: "kms:Decrypt", Resource: "*"'), ['key-lockout «{»']],
  [KEY, own('NotAction: "kms:*", Resource: "*"'), ['key-lockout «{»']],
  [QUEUE, every(`Action: [${many(7, '"sqs:SendMessage"')}], Resource: "*"`), []],
  [
    QUEUE,
    every(`Action: [${many(8, '"sqs:SendMessage"')}], Resource: "*"`),
    [`too-many «[${many(8, '"sqs:SendMessage"')}]»`]
  ],
  ['endpoint', own('Action: "*", Resource: "*"'), []],
  [GATEWAY, every('Action: "*", Resource: "*"'), []],
  [GATEWAY, own('Action: "*", Resource: "*"'), ['endpoint-rule «"111122223333"»']],
  ['endpoint', when('{StringLike: {"aws:PrincipalAccount": "1111*"}}'), ['endpoint-rule «"1111*"»']],
  ['endpoint', when('{NumericEquals: {"aws:PrincipalAccount": "1"}}'), ['endpoint-rule «"1"»']],
  ['endpoint', when('{StringLike: {"aws:PrincipalArn": "*abc"}}'), ['endpoint-rule «"*abc"»']],
  ['endpoint', when('{StringLike: {"aws:PrincipalArn": "abcdef*"}}'), []]
];

describe('where it hangs', () => {
  test.each(ROWS)('%o %s: %j', (where, text, problems) => {
    const { diagnostics } = readPolicy(text, where);
    expect(diagnostics.map(brief)).toEqual(problems.map((problem) => `policy/${problem}`));
    expect(diagnostics.every(({ aws }) => aws !== undefined)).toBe(true);
  });
});

/** A policy of exactly so many characters besides white space, with as many blanks again. */
function sized(length: number, statement: string): string {
  const write = (fill: number) =>
    `{"Version":"2012-10-17","Statement":[{"Sid":"${'a'.repeat(fill)}",${statement}}]}`;
  return write(length - write(0).length);
}

const DENY = '"Effect":"Deny","Action":"*","Resource":"*"';
const TRUST = '"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"';
const OPEN = '"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"';

describe('how long it may be', () => {
  test.each([
    ['managed', 6144, DENY, 'error', false],
    ['boundary', 6144, DENY, 'error', false],
    ['session', 2048, DENY, 'error', true],
    ['trust', 2048, TRUST, 'warning', false],
    ['trust', 4096, TRUST, 'error', false],
    ['scp', 10_240, DENY, 'error', true],
    ['rcp', 5120, OPEN, 'error', true],
    ['endpoint', 20_480, OPEN, 'error', true],
    [BUCKET, 20_480, OPEN.replace('"Resource":"*"', '"Resource":"arn:aws:s3:::b/*"'), 'error', true],
    [KEY, 32_768, OPEN.replace('Deny', 'Allow').replace('s3:', 'kms:'), 'error', true],
    [QUEUE, 8192, OPEN.replace('s3:', 'sqs:'), 'error', true]
  ] as const)('%o: %i and no more', (where, most, statement, severity, isSpaceCounted) => {
    const setting = typeof where === 'string' ? settingOf(where) : where;
    const of = (text: string) =>
      readPolicy(text, { ...setting, text }, 'p.json').diagnostics.filter(
        ({ code }) => code === 'policy/too-large'
      );
    const fitting = sized(most, statement);
    if (most !== 4096) expect(of(fitting)).toEqual([]);
    expect(of(sized(most + 1, statement)).map((problem) => problem.severity)).toEqual([severity]);
    expect(of(`${fitting} `).length > of(fitting).length).toBe(isSpaceCounted);
  });
});

/** Policies of a file whose account 111122223333 has the user `ana`. */
function told(more: object, user: object = {}) {
  const app = {
    trust: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }]
    }
  };
  const account = { id: '111122223333', users: { ana: user }, roles: { app }, ...more };
  const text = JSON.stringify({ bouncer: '1', title: 'x', accounts: { own: account } });
  const { value, diagnostics } = parseScenario({ name: 'x.json', text });
  return { value, found: diagnostics.filter(({ code }) => code.startsWith('policy/')) };
}

const trustOf = (AWS: string) => ({
  roles: {
    app: {
      trust: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }]
      }
    }
  }
});

describe('what a world tells', () => {
  test.each([
    ['arn:aws:iam::111122223333:user/ana', []],
    [
      'arn:aws:iam::111122223333:user/ghost',
      ['policy/unknown-principal «"arn:aws:iam::111122223333:user/ghost"»']
    ],
    ['arn:aws:iam::999988887777:user/ghost', []],
    ['arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX', []],
    ['arn:aws:iam::111122223333:root', []]
  ])('whether %s exists', (arn, expected) => {
    const { found, value } = told(trustOf(arn));
    expect(found.map(brief)).toEqual(expected);
    expect(isRefused(found)).toBe(expected.length > 0);
    // Whoever was deleted since matches nobody; the policy is in force all the same.
    expect(value?.world.broken.size).toBe(0);
  });

  test('inline policies of one user count together: the one too many is broken, the first is not', () => {
    const policy = (length: number): unknown => JSON.parse(sized(length, DENY));
    const { found, value } = told({}, { inline: { a: policy(1000), b: policy(1000), c: policy(200) } });
    expect(found.map(({ path, aws }) => [path, aws?.message])).toEqual([
      ['/accounts/own/users/ana/inline/c', 'Maximum policy size of 2048 bytes exceeded for user ana']
    ]);
    expect([...(value?.world.broken.keys() ?? [])]).toEqual(['own:user/ana/c']);
  });

  test.each([
    [10, []],
    [11, ['warning']],
    [21, ['error']]
  ])('a user with %i managed policies', (count, severities) => {
    const names = Array.from({ length: count }, (_, i) => `P${String(i)}`);
    const policies = Object.fromEntries(names.map((name) => [name, JSON.parse(sized(200, DENY)) as unknown]));
    const { found } = told({ policies }, { policies: names });
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });
});

test('every code of the catalogue that needs a place has a row here or beside', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const codes = [...read('../../src/lib/policy/diagnostics-kind.ts').matchAll(/'policy\/([\w-]+)'/g)].map(
    ([, code]) => code ?? ''
  );
  const tests = ['stored.test.ts', 'diagnostics.test.ts', 'vectors.test.ts', 'fixes.test.ts']
    .map((file) => read(`./${file}`))
    .join('\n');
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => code !== 'packed-too-large' && !tests.includes(code))).toEqual([]);
});
