/** Expectations held against decisions, and the report that comes of it. */
import { describe, expect, test } from 'vitest';
import { fitsBy, splitBy } from '../../src/lib/scenario/by.ts';
import { checkScenario, fitsDecision } from '../../src/lib/scenario/check.ts';
import { ALLOW_ALL, parsed, scenarioText } from './sample.ts';

describe('TYPE[@LEVEL][/POLICY[#SID]]', () => {
  test.each([
    ['identity', 'identity', true],
    ['identity', 'identity/Deploy#Update', true],
    ['identity/Deploy', 'identity/Deploy#Update', true],
    ['identity/Deploy#Update', 'identity/Deploy#Update', true],
    ['identity/Deploy#Other', 'identity/Deploy#Update', false],
    ['resource', 'identity', false],
    ['scp@Prod', 'scp@Prod/DenyRegions', true],
    ['scp@Dev', 'scp@Prod/DenyRegions', false],
    ['scp/DenyRegions', 'scp@Prod/DenyRegions', true]
  ])('%s of %s is %s', (expected, actual, fits) => {
    const [a, b] = [splitBy(expected), splitBy(actual)];
    expect(a && b && fitsBy(a, b)).toBe(fits);
  });
});

test.each([
  ['denied', 'implicitDeny', true],
  ['denied', 'explicitDeny', true],
  ['denied', null, false],
  ['denied', 'allowed', false],
  ['allowed', 'allowed', true],
  ['conditional', 'conditional', true],
  [null, null, true]
] as const)('expected %s, decided %s: %s', (expected, decision, fits) => {
  expect(fitsDecision(expected, decision)).toBe(fits);
});

describe('a report', () => {
  const text = (effect: string, request: string) =>
    scenarioText(
      `users: { dana: { inline: { Upload: { Version: "2012-10-17", Statement: [{ Sid: Put, Effect: ${effect}, Action: "s3:Put*", Resource: "*" }] } } } }
resources: { "arn:aws:s3:::b": { name: b } }`,
      `requests: { r: { principal: a:user/dana, action: s3:PutObject, resource: a:b/x, ${request} } }`
    );
  const report = (content: string) => {
    const { scenario, diagnostics } = parsed(content);
    return checkScenario(scenario, diagnostics);
  };

  test.each([
    ['Allow', 'expect: allowed', { decision: 'allowed', ok: true, by: ['identity/Upload#Put'] }],
    ['Allow', 'expect: denied', { decision: 'allowed', ok: false }],
    ['Allow', 'expect: allowed, by: identity/Upload#Put', { ok: true }],
    ['Allow', 'expect: allowed, by: resource', { ok: false }],
    ['Deny', 'expect: explicitDeny, by: identity/Upload', { decision: 'explicitDeny', ok: true }],
    ['Allow', 'title: t', { decision: 'allowed', ok: null }],
    ['allow', 'expect: allowed', { decision: null, ok: false, by: [] }],
    ['Allow', 'expect: allowed, endpoint: vpce-1', { decision: null, ok: false }]
  ])('%s, %s', (effect, request, expected) => {
    expect(report(text(effect, request)).requests).toMatchObject([expected]);
  });

  test('counts what holds and what does not', () => {
    expect(report(text('Allow', 'expect: allowed'))).toMatchObject({ passed: 1, failed: 0 });
    expect(report(text('Allow', 'expect: denied'))).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a stale scene fails', () => {
    const scene = (expected: string) =>
      `${text('Allow', 'title: t')}walkthrough: [{ title: t, say: s, request: r, expect: ${expected} }]`;
    expect(report(scene('allowed'))).toMatchObject({ scenes: [{ index: 0, ok: true }], passed: 1 });
    expect(report(scene('denied'))).toMatchObject({ scenes: [{ index: 0, ok: false }], failed: 1 });
  });

  test('places diagnostics by line and column', () => {
    expect(report(scenarioText('nmae: x')).diagnostics).toMatchObject([
      {
        code: 'scenario/unknown-key',
        line: 7,
        column: 5,
        path: '/accounts/a/nmae',
        help: 'did you mean `name`?'
      }
    ]);
  });

  test('tells hops', () => {
    const trust =
      '{ Version: "2012-10-17", Statement: [{ Sid: Home, Effect: Allow, Principal: { AWS: "arn:aws:iam::111111111111:role/ci" }, Action: "sts:AssumeRole" }] }';
    const content = scenarioText(
      `roles: { ci: { inline: { All: ${ALLOW_ALL} } }, app: { trust: ${trust}, inline: { All: ${ALLOW_ALL} } } }`,
      'requests: { r: { principal: a:role/ci, assume: [{ role: a:role/app }], action: s3:ListAllMyBuckets, expect: allowed } }'
    );
    expect(report(content).requests).toMatchObject([
      {
        ok: true,
        hops: [
          { role: 'arn:aws:iam::111111111111:role/app', decision: 'allowed', by: ['resource/trust#Home'] }
        ]
      }
    ]);
  });
});
