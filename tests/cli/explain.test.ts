/** `bouncer explain`: one request explained, or why it cannot be. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, run, scenario } from './run.ts';

let path = '';
let remove = (): void => undefined;
const at = (name: string) => join(path, name);

beforeAll(() => {
  ({ path, remove } = folder({
    'good.yaml': scenario('allowed', 'implicitDeny'),
    'misspelt.yaml': scenario('allowed', 'implicitDeny', 'titel: x\n'),
    'broken-request.yaml': scenario('allowed', 'implicitDeny').replace(
      'dana, action: "s3:Put',
      'dan, action: "s3:Put'
    ),
    'no-requests.yaml': 'bouncer: 1\ntitle: t\nsummary: s\naccounts: {}\n',
    'empty.yaml': ''
  }));
});

afterAll(() => remove());

test('text: title, outline, and the sentence at its end', () => {
  const { code, out, err } = run(['explain', at('good.yaml'), 'read']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^read: Dana reads\n\nthe request: .*: allowed\n/);
  expect(out).toContain('s3:GetObject');
  expect(out.endsWith(']\n')).toBe(true);
});

test('text: what a decision rests on beyond AWS’s documentation is said to be so', () => {
  const rules = join(import.meta.dirname, '../engine/rules-s3.yaml');
  const { out } = run(['explain', rules, 'SVC-16.point-alone']);
  expect(out).toMatch(/\n\nNot plainly documented by AWS:\n {2}ACT-07: .*\n.*from general knowledge/);
  expect(run(['explain', at('good.yaml'), 'read']).out).not.toContain('Not plainly documented');
});

test('json: the whole evaluation, its context as an object', () => {
  const { code, out } = run(['explain', at('good.yaml'), 'read', '--format', 'json']);
  expect(code).toBe(0);
  const report = JSON.parse(out);
  expect(report).toMatchObject({
    file: at('good.yaml'),
    request: 'read',
    decision: 'allowed',
    by: ['identity/Read#Get'],
    hops: [],
    checks: []
  });
  expect(report.rule).toBe(report.evaluation.rule);
  expect(report.evaluation.steps.length).toBeGreaterThan(1);
  expect(report.evaluation.request.context['aws:principalaccount'].values).toEqual(['111111111111']);
});

describe('what cannot be explained', () => {
  test.each([
    [
      'a misspelt id',
      'good.yaml',
      'raed',
      'has no request `raed`\n  help: did you mean `read`? the others are `write`, `ask`'
    ],
    ['an id like none', 'good.yaml', 'frobnicate', 'help: its requests are `read`, `write`, `ask`'],
    ['a file without requests', 'no-requests.yaml', 'x', 'help: the file has no requests'],
    ['a request with an error', 'broken-request.yaml', 'write', '[scenario/unknown-reference]'],
    ['a missing file', 'gone.yaml', 'read', 'there is no such file [cli/no-such-file]'],
    ['a directory', '', 'read', 'this is a directory, not a file [cli/directory]'],
    ['an empty file', 'empty.yaml', 'read', 'the text is empty [source/empty]']
  ])('%s', (_what, name, id, message) => {
    const { code, out, err } = run(['explain', at(name), id]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ {4}at /m);
  });
});

test('an error elsewhere in the file is mentioned beside the explanation', () => {
  const { code, out, err } = run(['explain', at('misspelt.yaml'), 'read']);
  expect(code).toBe(0);
  expect(out).toContain('the request: ');
  expect(err).toContain('has errors; `bouncer check` shows them');
});
