/** Every fix, taken: it removes its problem, adds none, and means what it says, in JSON, in YAML and in JSON inside YAML. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { settingOf, type Setting } from '../../src/lib/policy/setting.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { readPolicy } from './read.ts';

const on = (resource: string): Setting => ({ ...settingOf('resource'), resource });
const BUCKET = on('arn:aws:s3:::b');
const KEY = on('arn:aws:kms:eu-west-1:111122223333:key/k');
const V = { Version: '2012-10-17' };
const ANY = { Effect: 'Allow', Action: '*', Resource: '*' };
const EVERYBODY = { Principal: '*' };
const one = (statement: object, head: object = V) => ({ ...head, Statement: [statement] });
const what = (Resource: unknown) => one({ ...ANY, Resource });
const when = (Condition: object) => one({ ...ANY, Condition });
const who = (Principal: unknown) => one({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });

/** Where, the document, the code of the problem that has a fix, and the document after it. */
type Row = readonly [where: PolicyKind | Setting, before: object, code: string, after: object];

const ROWS: readonly Row[] = [
  ['identity', one({ ...ANY, Sid: 5 }), 'unquoted-value', one({ ...ANY, Sid: '5' })],
  ['identity', one({ ...ANY, Sid: null }), 'null-value', one(ANY)],
  ['identity', one({ effect: 'Allow', Action: '*', Resource: '*' }), 'unknown-element', one(ANY)],
  ['identity', { ...V, Statements: [ANY] }, 'unknown-element', one(ANY)],
  ['identity', one(ANY, { Version: '2012-10-18' }), 'invalid-version', one(ANY)],
  ['managed', one(ANY, { Version: '2008-10-17' }), 'outdated-version', one(ANY)],
  ['managed', { Statement: [ANY] }, 'outdated-version', { Statement: [ANY], ...V }],
  ['scp', one(ANY, { Version: '2008-10-17' }), 'outdated-version', one(ANY)],
  [
    'identity',
    one({ ...ANY, Resource: 'arn:aws:s3:::${aws:username}' }, { Version: '2008-10-17' }),
    'variable-needs-version',
    what('arn:aws:s3:::${aws:username}')
  ],
  ['identity', one({ ...ANY, Effect: 'allow' }), 'invalid-effect', one(ANY)],
  [
    'identity',
    one({ ...ANY, Action: ['*', 's3::GetObject'] }),
    'invalid-action',
    one({ ...ANY, Action: ['*', 's3:GetObject'] })
  ],
  [
    'identity',
    one({ ...ANY, Action: 's3.GetObject' }),
    'invalid-action',
    one({ ...ANY, Action: 's3:GetObject' })
  ],
  [
    'identity',
    one({ ...ANY, Action: ' s3:GetObject' }),
    'invalid-action',
    one({ ...ANY, Action: 's3:GetObject' })
  ],
  [
    'identity',
    when({ stringEquals: { 'aws:a/b': '1' } }),
    'unknown-operator',
    when({ StringEquals: { 'aws:a/b': '1' } })
  ],
  [
    'identity',
    when({ 'ForAllValue:StringEquals': { 'aws:TagKeys': '1' } }),
    'unknown-operator',
    when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': '1' } })
  ],
  [
    'identity',
    when({ NullIfExists: { 'aws:username': 'true' } }),
    'null-if-exists',
    when({ Null: { 'aws:username': 'true' } })
  ],
  [
    'identity',
    when({ Bool: { SecureTransport: 'true' } }),
    'invalid-condition-key',
    when({ Bool: { 'aws:SecureTransport': 'true' } })
  ],
  ['trust', who('111122223333'), 'invalid-principal', who({ AWS: '111122223333' })],
  ['trust', who('ec2.amazonaws.com'), 'invalid-principal', who({ Service: 'ec2.amazonaws.com' })],
  ['trust', who({ AWS: 'ec2.amazonaws.com' }), 'invalid-principal', who({ Service: 'ec2.amazonaws.com' })],
  [
    'trust',
    who({ AWS: ['ec2.amazonaws.com'] }),
    'invalid-principal',
    who({ Service: ['ec2.amazonaws.com'] })
  ],
  ['trust', who({ aws: '111122223333' }), 'unknown-principal-type', who({ AWS: '111122223333' })],
  ['identity', one({ ...ANY, ...EVERYBODY }), 'unsupported-element', one(ANY)],
  ['scp', one({ ...ANY, ...EVERYBODY }), 'unsupported-element', one(ANY)],
  [
    'trust',
    one({ ...EVERYBODY, Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }),
    'unsupported-element',
    who('*')
  ],
  ['identity', one(ANY, { ...V, Id: 'x' }), 'unsupported-id', one(ANY)],
  ['identity', one({ ...ANY, Sid: 'A 1' }), 'invalid-sid', one({ ...ANY, Sid: 'A1' })],
  ['identity', one({ ...ANY, Sid: '-' }), 'invalid-sid', one(ANY)],
  [
    'identity',
    {
      ...V,
      Statement: [
        { Sid: 'A', ...ANY },
        { Sid: 'A', ...ANY },
        { Sid: 'A2', ...ANY }
      ]
    },
    'duplicate-sid',
    {
      ...V,
      Statement: [
        { Sid: 'A', ...ANY },
        { Sid: 'A3', ...ANY },
        { Sid: 'A2', ...ANY }
      ]
    }
  ],
  ['identity', what('arn:aws:s3:eu-west-1::b/x'), 'invalid-resource', what('arn:aws:s3:::b/x')],
  [
    'identity',
    what(['*', 'arn:aws:iam:eu-west-1:111122223333:user/a']),
    'invalid-resource',
    what(['*', 'arn:aws:iam::111122223333:user/a'])
  ],
  ['identity', what('arn:aws:s3::bucket'), 'invalid-resource', what('arn:aws:s3:::bucket')],
  ['identity', what('aws:s3:::bucket/*'), 'invalid-resource', what('arn:aws:s3:::bucket/*')],
  [
    'identity',
    what('arn:aws:iam:111122223333:user/a'),
    'invalid-resource',
    what('arn:aws:iam::111122223333:user/a')
  ],
  ['identity', what('arn:aws:s3:::b\u200b'), 'invalid-character', what('arn:aws:s3:::b')],
  [
    KEY,
    one({ ...EVERYBODY, Effect: 'Allow', Action: 'kms:*' }),
    'missing-element',
    one({ ...EVERYBODY, Effect: 'Allow', Action: 'kms:*', Resource: '*' })
  ],
  [
    BUCKET,
    one({ ...EVERYBODY, Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b' }),
    'action-without-resource',
    one({ ...EVERYBODY, Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' })
  ]
];

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code).sort();

describe.each(['p.json', 'p.yaml'])('in %s', (name) => {
  test.each(ROWS)('%o %j: %s', (where, before, code, after) => {
    const text = JSON.stringify(before, null, 2);
    const { diagnostics } = readPolicy(text, where, name);
    const problem = diagnostics.find((each) => each.code === `policy/${code}` && each.fix);
    const fixed = applyChanges({ name, text }, problem?.fix?.changes ?? []);
    expect(fixed.diagnostics).toEqual([]);
    const again = readPolicy(fixed.value ?? '', where, name);
    const left = codes(diagnostics);
    left.splice(left.indexOf(`policy/${code}`), 1);
    expect(codes(again.diagnostics)).toEqual(left);
    expect(JSON.parse(fixed.value ?? '')).toEqual(after);
  });
});

describe('deep in a scenario', () => {
  const file = (policy: string) =>
    `bouncer: "1"\naccounts:\n  own:\n    id: "111122223333"\n    users:\n      ana:\n        inline:\n          own:${policy}\n`;
  const FORMS = {
    'as a mapping':
      '\n            Version: "2012-10-17"\n            Statement:\n              - { Effect: allow, Action: "*", Resource: "*", Sid: "A 1" } # why',
    'as text':
      ' |\n            {\n              "Version": "2012-10-17",\n              "Statement": [{ "Effect": "allow", "Action": "*", "Resource": "*", "Sid": "A 1" }]\n            }'
  };

  test.each(Object.entries(FORMS))('%s: one fix after the other, and nothing is left', (_form, policy) => {
    let source = { name: 'x.yaml', text: file(policy) };
    for (const [code, left] of [
      ['policy/invalid-effect', ['policy/invalid-sid']],
      ['policy/invalid-sid', []]
    ] as const) {
      const problem = parseScenario(source).diagnostics.find((each) => each.code === code);
      const { value } = applyChanges(source, problem?.fix?.changes ?? []);
      source = { ...source, text: value ?? '' };
      const found = codes(parseScenario(source).diagnostics);
      expect(found.filter((each) => each.startsWith('policy/'))).toEqual(left);
    }
    expect(source.text.includes('# why')).toBe(policy.includes('# why'));
    expect(source.text).toContain('A1');
  });
});

test('every code that offers a fix has a row above', () => {
  const room = new URL('../../src/lib/policy/', import.meta.url);
  const source = readdirSync(room)
    .filter((file) => file.startsWith('diagnostics'))
    .map((file) => readFileSync(new URL(file, room), 'utf8'))
    .join('\n');
  const makers = source
    .split(/\nexport function /)
    .filter((maker) => /fix\b/.test(maker.split('\n}')[0] ?? ''));
  const offering = makers.flatMap((maker) => /'policy\/([\w-]+)'/.exec(maker)?.[1] ?? []);
  const rowed = new Set(ROWS.map((row) => row[2]));
  expect(offering.filter((code) => !rowed.has(code))).toEqual([]);
});
