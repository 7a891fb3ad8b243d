// A denial pasted on an empty table: a world of what it names, with the refused call as its request.
import { describe, expect, test } from 'vitest';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { adopt } from '../../src/lib/share/adopt.ts';
import { OWN_SHAPES } from './denial-shapes-aws.ts';
import { SHAPES } from './denial-shapes.ts';

function sketched(text: string) {
  const { value, diagnostics } = adopt([{ name: 'pasted.yaml', text }]);
  if (value === null) throw new Error(diagnostics.map(({ code }) => code).join());
  const parsed = parseScenario(value);
  if (parsed.value === null) throw new Error('no scenario');
  return { text: value.text, scenario: parsed.value, problems: parsed.diagnostics };
}

test.each(SHAPES.filter(([, , { action }]) => action !== null))(
  '%s: a scenario without errors, whose one request is refused',
  (_, text) => {
    const { scenario, problems } = sketched(text);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [report] = checkScenario(scenario, []).requests;
    expect(report?.decision).toBe('implicitDeny');
  }
);

test('what the text names stands in it', () => {
  const [, text = ''] = OWN_SHAPES.find(([name]) => name === 'S3 with its ARN in quotes') ?? [];
  const { scenario, text: file } = sketched(text);
  expect(scenario.title).toBe('AWS refused s3:PutObject');
  expect([...scenario.world.principals.keys()]).toContain('arn:aws:iam::123456789012:user/John');
  expect([...scenario.world.resources.keys()]).toEqual(['arn:aws:s3:::cli-dataflow']);
  expect(file).toContain('AWS named an identity-based policy');
  expect(scenario.cases).toMatchObject([{ id: 'denied', expect: 'explicitDeny', by: 'identity' }]);
});

describe('what tells too little', () => {
  test.each([
    [
      'an encoded message',
      'UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: abc',
      'decode-authorization-message'
    ],
    [
      'a bare refusal',
      '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      'CloudTrail'
    ]
  ])('%s', (_, text, help) => {
    const { value, diagnostics } = adopt([{ name: 'pasted.yaml', text }]);
    expect(value).toBeNull();
    expect(diagnostics[0]).toMatchObject({ code: 'share/denial-without-action' });
    expect(diagnostics[0]?.help).toContain(help);
  });
});

test('a policy beside it goes before: only a text alone is taken for a denial', () => {
  const policy = {
    name: 'p.json',
    text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
  };
  const { diagnostics } = adopt([policy, { name: 'e.txt', text: 'Access Denied' }]);
  expect(diagnostics[0]?.code).toBe('share/nothing-to-adopt');
});
