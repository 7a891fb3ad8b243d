/**
 * Documents that AWS stores or refuses, a case each, with its error code and, where it is known, its text. Some need
 * more than the document: the bucket it hangs on, who exists, what else hangs there; those are set up here.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefused } from '../../src/lib/policy/answers.ts';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { settingOf, type Setting } from '../../src/lib/policy/setting.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { readPolicyText } from '../../src/lib/scenario/policy-text.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';

interface Vector {
  readonly id: string;
  readonly policyType: string;
  readonly title: string;
  readonly document?: unknown;
  readonly raw?: string;
  readonly expect: 'accepted' | 'rejected';
  readonly error?: string;
  readonly message?: string;
}

/** Where the policy of each type hangs. The documents of buckets speak of this one. */
const SETTINGS: Readonly<Record<string, Setting>> = {
  inline: settingOf('identity'),
  managed: settingOf('managed'),
  bucket: { ...settingOf('resource'), resource: 'arn:aws:s3:::amzn-s3-demo-bucket' },
  kms: { ...settingOf('resource'), resource: 'arn:aws:kms:eu-west-1:111122223333:key/k' },
  vpce: settingOf('endpoint'),
  trust: settingOf('trust'),
  session: settingOf('session'),
  scp: settingOf('scp'),
  rcp: settingOf('rcp')
};

const file: { readonly vectors: readonly Vector[] } = JSON.parse(
  readFileSync(new URL('./validation-vectors.json', import.meta.url), 'utf8')
);

/** What a case without a document describes. */
const DESCRIBED: Readonly<Record<string, () => readonly Diagnostic[]>> = {
  'P-064': () => check(textOf(10_241, false), 'scp'),
  'P-070': () => check(textOf(2049, false), 'session'),
  'P-071': () => scenarioWith({ requests: { r: { ...ASKED, session: { name: 's', tags: manyTags() } } } }),
  'P-072': () => check(textOf(7000, false), 'managed'),
  'P-073': () => check(`${textOf(6144, false)}${' '.repeat(3000)}`, 'managed'),
  'P-074': () => check(textOf(2049, true), 'trust'),
  'P-075': () => scenarioWith({}, { inline: { a: documentOf(900), b: documentOf(1200) } })
};

const ASKED = { principal: 'own:role/app', action: 's3:GetObject', resource: 'arn:aws:s3:::b/x' };

function manyTags() {
  return Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`key-${String(i)}-${'k'.repeat(100)}`, 'v'.repeat(250)])
  );
}

/** A policy whose JSON has so many characters. */
function textOf(length: number, isTrust: boolean): string {
  const rest = isTrust
    ? { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }
    : { Effect: 'Deny', Action: '*', Resource: '*' };
  const write = (fill: number) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'a'.repeat(fill), ...rest }] });
  return write(length - write(0).length);
}

function documentOf(length: number): unknown {
  return JSON.parse(textOf(length, false));
}

/** What the file says of an account with one user and one role. */
function scenarioWith(more: object, user: object = {}, trust: unknown = null): readonly Diagnostic[] {
  const app = trust === null ? {} : { trust };
  const own = { id: '111122223333', users: { ana: user }, roles: { app } };
  const text = JSON.stringify({ bouncer: '1', accounts: { own }, ...more });
  return parseScenario({ name: 'x.json', text }).diagnostics;
}

function check(text: string, type: string): readonly Diagnostic[] {
  const setting = SETTINGS[type];
  if (!setting) throw new Error(`no setting for ${type}`);
  return readPolicyText('policy.json', text, { ...setting, text }).diagnostics;
}

function problemsOf({ id, raw, document, policyType }: Vector): readonly Diagnostic[] {
  // Who exists is told by a file: the account is in it, the user is not.
  if (id === 'P-040') return scenarioWith({}, {}, document);
  return DESCRIBED[id]?.() ?? check(raw ?? JSON.stringify(document), policyType);
}

test('there are 78 cases, none of them left out', () => {
  expect(file.vectors.length).toBe(78);
  expect(file.vectors.filter(({ document, raw, id }) => !document && !raw && !DESCRIBED[id])).toEqual([]);
});

describe('validation vectors', () => {
  test.each(file.vectors.map((vector) => [vector.id, vector.title, vector.expect, vector] as const))(
    '%s %s: %s',
    (_id, _title, expected, vector) => {
      expect(isRefused(problemsOf(vector)) ? 'rejected' : 'accepted').toBe(expected);
    }
  );

  const answered = file.vectors.filter(({ error }) => error !== undefined);
  test.each(
    answered.map((vector) => [vector.id, vector.error, vector.message ?? 'no text known', vector] as const)
  )('%s is answered %s: %s', (_id, error, _message, vector) => {
    const answers = problemsOf(vector).flatMap(({ aws }) => aws ?? []);
    const [code] = (error ?? '').split(' / ');
    expect(answers.map((aws) => aws.code)).toContain(code);
    const text = vector.message?.replace('<name>', 'ana');
    if (text !== undefined) expect(answers.map((aws) => aws.message)).toContain(text);
  });
});

/** The types that have documents of their own in the vectors. */
const kinds = new Set<PolicyKind>(Object.values(SETTINGS).map(({ kind }) => kind));
test('every type of policy has a case but boundaries, which are managed policies', () => {
  expect([...kinds].sort()).toEqual(
    ['endpoint', 'identity', 'managed', 'rcp', 'resource', 'scp', 'session', 'trust'].sort()
  );
});
