/** The fields beside the sentence: each written and taken away, and a session's name in its long form and back. */
import { expect, test } from 'vitest';
import { MORE_FIELDS, moreText, setMore } from '../../src/lib/edit/request-more.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { groundOf } from './ground.ts';

const TEXT = `bouncer: 1
title: One account
summary: To say more on
accounts:
  home:
    id: '111111111111'
    users: { ana: {} }
    roles:
      deploy:
        trust: { Version: '2012-10-17', Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole } }
    resources: { 'arn:aws:s3:::data': { name: data } }
requests:
  run: { principal: home:role/deploy, session: build, action: s3:PutObject, resource: home:data/a }
  sign: { principal: home:user/ana, action: s3:GetObject, resource: home:data/a }
`;

const fieldAt = (at: string) => MORE_FIELDS.find((field) => field.at === at)!;

function after(text: string, id: string, at: string, line: string): string {
  const ground = groundOf(text);
  const { value, diagnostics } = setMore(ground, id, fieldAt(at), line);
  if (value === null) throw new Error(diagnostics[0]?.message);
  return applyChanges(ground.source, value.changes).value!;
}

test.each([
  ['sign', 'credential', 'console'],
  ['run', 'passes', 'home:role/deploy'],
  ['run', 'via', 'cloudformation.amazonaws.com, lambda.amazonaws.com'],
  ['run', 'requestTags', 'team=web, stage=prod'],
  ['run', 'copyFrom', 'home:data/b'],
  ['run', 'session/tags', 'team=web'],
  ['run', 'session/sourceIdentity', 'ana'],
  ['run', 'session/duration', 'PT30M'],
  ['run', 'session/issuedAt', '2026-03-03T09:00:00Z'],
  ['run', 'session/policies', 'aws:AmazonS3ReadOnlyAccess']
])('%s: %s is %s, and gone again', (id, at, line) => {
  const written = after(TEXT, id, at, line);
  expect(moreText(groundOf(written), id, fieldAt(at))).toBe(line);
  const gone = after(written, id, at, '');
  expect(moreText(groundOf(gone), id, fieldAt(at))).toBe('');
  expect(parseScenario({ name: 'more.yaml', text: gone }).value!.cases[0]!.request).toEqual(
    parseScenario({ name: 'more.yaml', text: TEXT }).value!.cases[0]!.request
  );
});

test('the name of a session moves into its long form, and out of it', () => {
  const long = after(TEXT, 'run', 'session/sourceIdentity', 'ana');
  expect(long).toMatch(/session: \{ ?name: build, sourceIdentity: ana ?\}/);
  expect(after(long, 'run', 'session/sourceIdentity', '')).toBe(TEXT);
});

test.each([
  ['run', 'passes', 'home:role/deplay'],
  ['sign', 'credential', 'smartcard'],
  ['run', 'session/duration', 'long']
])('%s: %s refuses %s', (id, at, line) => {
  const { value, diagnostics } = setMore(groundOf(TEXT), id, fieldAt(at), line);
  expect(value).toBeNull();
  expect(diagnostics.length).toBeGreaterThan(0);
});
