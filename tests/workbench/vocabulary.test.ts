/** The words of a world: names, ARNs and whatever its policies mention. */
import { expect, test } from 'vitest';
import { toVocabulary } from '../../src/lib/workbench/vocabulary.ts';
import type { Word } from '../../src/lib/workbench/vocabulary.ts';
import everyKey from '../scenario/samples/every-key.yaml?raw';
import { parsed } from '../scenario/sample.ts';

const words = toVocabulary(parsed(everyKey).scenario.world);
const texts = (list: readonly Word[] | undefined) => list?.map(({ text }) => text);

test.each([
  [
    'principals',
    words.principals,
    ['arn:aws:iam::111111111111:root', 'arn:aws:iam::111111111111:user/people/dana']
  ],
  ['roles', words.roles, ['arn:aws:iam::111111111111:role/ci/jenkins', 'arn:aws:iam::222222222222:role/app']],
  ['providers', words.providers, ['arn:aws:iam::111111111111:saml-provider/corp']],
  ['services', words.services, ['ec2.amazonaws.com']],
  ['resources', words.resources, ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket/*']],
  ['managed policies', words.managedPolicies, ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess']],
  ['accounts', words.accountIds, ['000000000001', '111111111111', '222222222222']],
  ['organizations', words.organizationIds, ['o-a1b2c3d4e5']],
  ['paths', words.organizationPaths, ['o-a1b2c3d4e5/r-ab12/ou-ab12-workload1/ou-ab12-prodprod1/']],
  ['endpoints', words.endpoints, ['vpce-0a1b2c3d']],
  ['condition keys', words.conditionKeys, ['aws:PrincipalOrgID', 'aws:RequestedRegion']],
  ['actions', words.actions, ['s3:DeleteObject', 's3:PutObject', 'sts:TagSession']],
  ['aliases', words.short.aliases, ['payer', 'tools', 'prod']],
  ['short principals', words.short.principals, ['tools:root', 'tools:user/dana', 'prod:role/app']],
  ['short roles', words.short.roles, ['tools:role/jenkins', 'prod:role/app']],
  ['short resources', words.short.resources, ['tools:app']],
  ['short providers', words.short.providers, ['oidc:tools/github', 'saml:tools/corp']],
  ['groups', words.short.groups.get('tools') ?? [], ['Developers']],
  ['policies', words.short.policies.get('tools') ?? [], ['ReadOneBucket', 'DeveloperBoundary']],
  ['SCPs', words.short.scps, ['FullAWSAccess', 'DenyRegions']],
  ['RCPs', words.short.rcps, ['RCPFullAWSAccess', 'OnlyOurOrg']]
])('%s', (_what, list, expected) => {
  expect(texts(list)).toEqual(expect.arrayContaining(expected));
});

test('names nothing twice, and no bare star', () => {
  for (const list of [words.principals, words.resources, words.actions, words.short.scps]) {
    expect(new Set(texts(list)).size).toBe(list.length);
    expect(texts(list)).not.toContain('*');
  }
});

test('tags with the values seen, of objects too', () => {
  expect(words.tags.get('team')).toEqual(['web']);
  expect(words.tags.get('class')).toEqual(['public']);
});

test('says where a thing is', () => {
  const about = (list: readonly Word[], wanted: string) => list.find(({ text }) => text === wanted)?.about;
  expect(about(words.roles, 'arn:aws:iam::222222222222:role/app')).toBe('role in prod');
  expect(about(words.resources, 'arn:aws:s3:::my-app-bucket/*')).toBe('all objects of the bucket in tools');
});
