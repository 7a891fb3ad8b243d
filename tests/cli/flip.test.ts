/** `bouncer flip`: edits in words with their lines, or as data; its exit codes. */
import { afterAll, describe, expect, test } from 'vitest';
import { folder, run, scenario } from './run.ts';

const files = folder({
  'one.yaml': scenario('allowed', 'denied'),
  'gate.yaml': scenario(
    'allowed',
    'denied',
    '  root: { principal: app:root, action: "sts:AssumeRole", resource: "arn:aws:iam::111111111111:role/x" }\n'
  ),
  'bad.yaml': scenario(
    'allowed',
    'denied',
    '  lost: { principal: app:user/nobody, action: "s3:GetObject" }\n'
  )
});
afterAll(files.remove);
const file = (name: string) => `${files.path}/${name}`;

test('says what would allow it, and what it would write', () => {
  const { code, out, err } = run(['flip', file('one.yaml'), 'write']);
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain(
    '1. add the action `s3:PutObject` to statement `Get` of the inline policy `Read` of `app:user/dana`'
  );
  expect(out).toMatch(/ would allow it\./);
  expect(out).toMatch(/^ {3}\+ .*s3:PutObject/m);
  expect(out).toMatch(/^ {3}- .*s3:GetObject/m);
});

test('as data', () => {
  const { code, out } = run(['flip', file('one.yaml'), 'read', '--format', 'json']);
  const report = JSON.parse(out);
  expect(code).toBe(0);
  expect(report).toMatchObject({
    request: 'read',
    decision: 'allowed',
    wanted: 'denied',
    pair: false,
    reason: null
  });
  expect(report.edits[0]).toMatchObject({ kind: expect.any(String), after: expect.stringMatching(/Deny$/) });
  expect(report.edits[0].changes.length).toBeGreaterThan(0);
});

test('a reason where nothing flips it', () => {
  const { code, out } = run(['flip', file('gate.yaml'), 'root']);
  expect(code).toBe(1);
  expect(out).toContain('No edit can change it: a root user can never assume a role (STS-06).');
});

describe('what cannot be asked', () => {
  test.each([
    ['no file', ['flip', file('none.yaml'), 'read'], /no such file/],
    ['no request', ['flip', file('one.yaml'), 'raed'], /did you mean `read`/],
    ['a request with an error', ['flip', file('bad.yaml'), 'lost'], /nobody/],
    ['no operands', ['flip'], /needs a file and the id of a request/]
  ])('%s', (_, argv, words) => {
    const { code, err } = run(argv);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });
});
