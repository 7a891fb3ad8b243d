// Rules of which only a finding can tell: keys that prove nothing, and ids that take no wildcard.
import { expect, test } from 'vitest';
import { look } from './look.ts';

function codesOf(condition: object): readonly string[] {
  const document = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*', Condition: condition }
    ]
  };
  return look(JSON.stringify(document), 'identity', null).findings.map(({ code }) => code);
}

test.each(['aws:Referer', 'aws:UserAgent'])('KEY-66: %s is what the caller writes', (key) => {
  expect(codesOf({ StringEquals: { [key]: 'https://example.com/' } })).toContain('lint/forgeable-key');
  expect(codesOf({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })).not.toContain(
    'lint/forgeable-key'
  );
});

test.each([
  ['aws:PrincipalAccount', '1111*', '111122223333'],
  ['aws:PrincipalOrgID', 'o-*', 'o-a1b2c3d4e5'],
  ['aws:ResourceAccount', '1111*', '111122223333'],
  ['aws:ResourceOrgID', 'o-*', 'o-a1b2c3d4e5'],
  ['aws:SourceAccount', '1111*', '111122223333'],
  ['aws:SourceOrgID', 'o-*', 'o-a1b2c3d4e5'],
  ['aws:SourceVpc', 'vpc-*', 'vpc-1a2b3c4d'],
  ['aws:SourceVpce', 'vpce-*', 'vpce-1a2b3c4d'],
  ['aws:VpceAccount', '1111*', '111122223333'],
  ['aws:VpceOrgID', 'o-*', 'o-a1b2c3d4e5']
])('KEY-65: a wildcard in %s', (key, wild, whole) => {
  expect(codesOf({ StringLike: { [key]: wild } })).toContain('lint/wildcard-in-identifier');
  expect(codesOf({ StringLike: { [key]: whole } })).not.toContain('lint/wildcard-in-identifier');
});

test.each([
  ['token.actions.githubusercontent.com:repository_id', ['lint/operator-type-mismatch']],
  ['token.actions.githubusercontent.com:event_name', []],
  ['oidc.example.com:repository_id', []]
])('KEY-55: what is known of %s', (key, codes) => {
  expect(
    codesOf({ IpAddress: { [key]: '203.0.113.7' } }).filter((code) => code === 'lint/operator-type-mismatch')
  ).toEqual(codes);
});
