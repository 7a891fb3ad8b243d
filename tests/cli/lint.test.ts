/** `bouncer lint`: what it prints, its exit codes, and that `check` counts the same findings without failing. */
import { afterAll, describe, expect, test } from 'vitest';
import { folder, run } from './run.ts';

const file = (action: string, resource: string) => `bouncer: 1
title: t
summary: s
accounts:
  shop:
    id: "111122223333"
    users:
      ana:
        inline:
          own:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: ${resource}
requests: {}
`;

const made = folder({
  'warning.yaml': file('s3:GetObject', 'arn:aws:s3:::example-reports'),
  'suggestion.yaml': file('[s3:GetObject, s3:GetObject]', 'arn:aws:s3:::example-reports/*'),
  'none.yaml': file('s3:GetObject', 'arn:aws:s3:::example-reports/*'),
  'broken.yaml': file('nothing', '"*"')
});
const at = (name: string) => `${made.path}/${name}`;
afterAll(made.remove);

describe('bouncer lint', () => {
  test.each([
    ['none.yaml', [], 0],
    ['warning.yaml', [], 0],
    ['warning.yaml', ['--strict'], 1],
    ['suggestion.yaml', ['--strict'], 0],
    ['broken.yaml', [], 2],
    ['lost.yaml', [], 2]
  ])('%s %j: exit code %i', (name, options, code) => {
    expect(run(['lint', at(name), ...options]).code).toBe(code);
  });

  test('shows each finding in its place with the way out and what the fix does', () => {
    const { out } = run(['lint', at('warning.yaml')]);
    expect(out).toContain('[lint/object-action-on-bucket]');
    expect(out).toContain('arn:aws:s3:::example-reports');
    expect(out).toContain('fix: write `/*` behind the bucket (decisions change, as they are meant to)');
    expect(out).toContain('1 warning, 0 suggestions');
  });

  test('as JSON gives codes, lines and fixes of all files', () => {
    const { out } = run(['lint', at('warning.yaml'), at('suggestion.yaml'), '--format', 'json']);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ warnings: 1, suggestions: 1 });
    const [warning, suggestion] = report.files;
    expect(warning.findings[0]).toMatchObject({
      code: 'lint/object-action-on-bucket',
      severity: 'warning',
      line: 15,
      path: '/accounts/shop/users/ana/inline/own/Statement/0/Resource',
      fix: {
        behaviour: 'changed',
        changes: [
          {
            at: '/accounts/shop/users/ana/inline/own/Statement/0/Resource',
            set: 'arn:aws:s3:::example-reports/*'
          }
        ]
      }
    });
    expect(suggestion.findings[0]).toMatchObject({ code: 'lint/duplicate-value', line: 14 });
  });

  test('needs a path, and no other command is strict', () => {
    expect(run(['lint'])).toMatchObject({ code: 2 });
    expect(run(['check', at('none.yaml'), '--strict'])).toMatchObject({ code: 2 });
  });
});

describe('bouncer check', () => {
  test('counts the findings in one line and fails for none of them', () => {
    const { code, out } = run(['check', at('warning.yaml')]);
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, '1 finding; `bouncer lint` shows them']);
    expect(run(['check', at('none.yaml')]).out).not.toContain('finding');
  });

  test('has them in its JSON', () => {
    const report = JSON.parse(run(['check', at('warning.yaml'), '--format', 'json']).out);
    expect(report.files[0].findings).toHaveLength(1);
    expect(report.files[0].diagnostics).toEqual([]);
  });
});
