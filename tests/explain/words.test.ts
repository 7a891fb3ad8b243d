// How people say who and what there is.
import { describe, expect, test } from 'vitest';
import { toWords } from '../../src/lib/explain/words.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';
import { newWorld } from '../../src/lib/world/new-world.ts';
import { APP, DANA, DEPLOY, DEVELOPERS, GITHUB, JENKINS, TOOLS, WEB } from './names.ts';
import { root, session, user } from './requests.ts';
import { worldOf } from '../support/world.ts';
import { WORLD } from './world.ts';

const words = toWords(WORLD);
const bare = toWords(newWorld(0));

test.each([
  [user(DANA), 'dana@tools', 'dana@tools'],
  [session(JENKINS, 'build-42'), 'jenkins@tools', 'session build-42 of jenkins@tools'],
  [root(TOOLS), 'the root user of tools', 'the root user of tools'],
  [{ kind: 'service', service: 'ec2.amazonaws.com' } as const, 'ec2.amazonaws.com', 'ec2.amazonaws.com'],
  [
    { kind: 'identityProvider', provider: GITHUB } as const,
    'identity provider github@tools',
    'identity provider github@tools'
  ],
  [{ kind: 'anonymous' } as const, 'an anonymous caller', 'an anonymous caller']
])('%o is %s', (caller, short, long) => {
  expect(words.who(caller)).toBe(short);
  expect(words.caller(caller)).toBe(long);
});

describe('places', () => {
  test.each([
    ['r-ab12', 'the root of acme'],
    ['ou-work', 'OU Workloads'],
    [TOOLS, 'account tools'],
    ['vpce-1', 'endpoint vpce-1'],
    [DEVELOPERS, 'group Developers@tools'],
    [DANA, 'dana@tools'],
    [APP, 'app']
  ])('%s is %s', (target, said) => {
    expect(words.target(target)).toBe(said);
  });
});

describe('policies, with where they hang', () => {
  test.each([
    ['prod-deploy/trust', DEPLOY, "prod-deploy's trust policy"],
    ['prod-deploy/deploy-web', DEPLOY, 'the inline policy deploy-web'],
    ['DenyRegions', 'ou-work', 'the SCP DenyRegions'],
    ['FullAWSAccess', 'r-ab12', 'the SCP FullAWSAccess'],
    ['dana/read', DANA, 'the policy ReadOneBucket'],
    ['dana/boundary', DANA, 'the boundary DeveloperBoundary'],
    ['app/policy', APP, "app's bucket policy"],
    ['endpoint/policy', 'vpce-1', 'the policy of endpoint vpce-1']
  ])('%s on %s is %s', (id, target, said) => {
    expect(words.policy(asPolicyId(id), target)).toBe(said);
    expect(words.policy(asPolicyId(id))).toBe(said);
  });

  test('the same managed policy can be a boundary here and a permissions policy there', () => {
    expect(words.policy(asPolicyId('dana/boundary'), DANA, 'identity')).toBe('the policy DeveloperBoundary');
  });
});

describe('what nobody knows is shortened, not invented', () => {
  test.each([
    ['*', 'anything'],
    [`${APP}/reports/q1.csv`, 'my-app-bucket/reports/q1.csv'],
    [WEB, 'service/prod/web in 222222222222, us-east-1'],
    [DEPLOY, 'prod-deploy@222222222222'],
    ['arn:aws:iam::222222222222:root', 'account 222222222222']
  ])('%s is %s', (arn, said) => {
    expect(bare.resource(arn)).toBe(said);
  });

  test('long texts are cut', () => {
    const long = `arn:aws:logs:us-east-1:222222222222:log-group:/ecs/web:log-stream:${'x'.repeat(200)}`;
    expect(bare.value(long).length).toBeLessThanOrEqual(64);
    expect(bare.value('arn:aws:logs:us-east-1:222222222222:log-group:/ecs/web:log-stream:*')).toBe(
      '…:log-group:/ecs/web:log-stream:*'
    );
  });

  test('no name turns the direction of a sentence, or fills a screen', () => {
    const w = worldOf({ accounts: { ['x'.repeat(10_000)]: { id: '111111111111' } } });
    expect(toWords(w).account('111111111111').length).toBeLessThanOrEqual(300);
    expect(bare.resource('arn:aws:s3:::\u202ecod.exe')).toBe('<U+202E>cod.exe');
  });

  test('objects of a known bucket go by its name', () => {
    expect(words.resource(`${APP}/reports/q1.csv`)).toBe('app/reports/q1.csv');
    expect(words.resource('arn:aws:s3:::my-app-bucket-2')).toBe('my-app-bucket-2');
  });
});
