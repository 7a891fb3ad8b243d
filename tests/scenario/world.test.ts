/** What a scenario file makes of accounts, organizations, principals and attachments. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/lib/source/diagnostic.ts';
import { ALLOW_ALL, attachments, parsed, scenarioText } from './sample.ts';

const everyKey = readFileSync(new URL('samples/every-key.yaml', import.meta.url), 'utf8');

describe('the sample with every key', () => {
  const { scenario, diagnostics } = parsed(everyKey);

  test('has no errors, and says what is not evaluated', () => {
    expect(
      hasErrors(diagnostics),
      JSON.stringify(diagnostics.map(({ code, message }) => [code, message]))
    ).toBe(false);
    expect(
      diagnostics.filter(({ code }) => code === 'scenario/not-modelled').map(({ path }) => path)
    ).toEqual(['/accounts/tools/passwordPolicy', '/accounts/tools/trails']);
  });

  test('hangs every policy where it belongs', () => {
    expect(attachments(scenario)).toMatchSnapshot();
  });

  test('names every policy', () => {
    const papers = [...scenario.world.papers.values()];
    expect(papers.map(({ id, name, origin, arn }) => [id, name, origin, arn])).toMatchSnapshot();
  });

  test('builds every request', () => {
    expect(scenario.cases.map(({ id, request }) => [id, request?.caller.kind])).toEqual([
      ['everything', 'roleSession'],
      ['signed', 'user'],
      ['service', 'service'],
      ['task', 'root'],
      ['copy', 'user'],
      ['directory', 'roleSession']
    ]);
  });

  test('enters the sessions of requests', () => {
    const sessions = [...scenario.world.principals.values()].filter(({ kind }) => kind === 'session');
    expect(sessions).toMatchObject([
      {
        arn: 'arn:aws:sts::111111111111:assumed-role/jenkins/build-42',
        role: 'arn:aws:iam::111111111111:role/ci/jenkins',
        issued: Date.UTC(2026, 2, 3, 9, 30),
        expires: Date.UTC(2026, 2, 3, 10, 30),
        usedAt: Date.UTC(2026, 2, 3, 10, 6)
      },
      {
        arn: 'arn:aws:sts::222222222222:assumed-role/app/build-42',
        issued: Date.UTC(2026, 2, 3, 9, 50),
        expires: Date.UTC(2026, 2, 3, 10, 20)
      },
      {
        role: expect.stringMatching(
          /^arn:aws:iam::222222222222:role\/aws-reserved\/sso\.amazonaws\.com\/eu-west-1\/AWSReservedSSO_ReadOnly_[0-9a-f]{16}$/
        ),
        name: 'carla',
        issued: Date.UTC(2026, 2, 3, 10),
        expires: Date.UTC(2026, 2, 3, 11)
      }
    ]);
  });

  test('keeps what only the file knows', () => {
    expect(scenario).toMatchObject({
      name: 'sample',
      order: 1,
      hasExercise: true,
      startErrors: ['policy/invalid-effect']
    });
    expect(scenario.layout.get('111111111111')).toMatchObject({ at: { x: 8, y: 20 }, folded: true });
    expect([...scenario.layout.values()][1]).toEqual({
      name: 'tools:role/jenkins',
      at: { x: 10, y: -20 },
      folded: null
    });
    expect(scenario.scenes).toMatchObject([{ request: 'everything', expect: 'denied' }]);
  });
});

describe('defaults', () => {
  test('of a user, a role and the clock', () => {
    const { scenario } = parsed(scenarioText('users: { dana: }\nroles: { app: {} }'));
    const [root, user, role] = scenario.world.principals.values();
    expect(root).toMatchObject({ kind: 'root', arn: 'arn:aws:iam::111111111111:root', mfa: false });
    expect(user).toMatchObject({ arn: 'arn:aws:iam::111111111111:user/dana', human: true, mfa: false });
    expect(role).toMatchObject({ maxSessionDuration: 3600, serviceLinked: false });
    expect(user?.kind === 'user' && user.uniqueId).toMatch(/^AIDA[A-Z2-7]{17}$/);
    expect(scenario.world.now).toBe(Date.UTC(2026, 2, 3, 10));
    expect(attachments(scenario)).toEqual([]);
  });

  test('the same ARN has the same unique id', () => {
    const ids = [0, 1].map(() => {
      const principal = [
        ...parsed(scenarioText('users: { dana: {} }')).scenario.world.principals.values()
      ][1];
      return principal?.kind === 'user' ? principal.uniqueId : null;
    });
    expect(ids[0]).toBe(ids[1]);
  });

  test('every level has FullAWSAccess, and RCPFullAWSAccess besides what is listed', () => {
    const { scenario } = parsed(
      scenarioText(
        '',
        'organizations:\n  acme: { id: o-a1b2c3d4e5, management: a, root: { id: r-ab12, units: { U: { id: ou-ab12-uuuuuuuu, scps: [], accounts: [a] } } } }'
      )
    );
    expect(attachments(scenario)).toEqual([
      'scp r-ab12 ← aws:FullAWSAccess',
      'rcp r-ab12 ← aws:RCPFullAWSAccess',
      'rcp ou-ab12-uuuuuuuu ← aws:RCPFullAWSAccess',
      'scp 111111111111 ← aws:FullAWSAccess',
      'rcp 111111111111 ← aws:RCPFullAWSAccess'
    ]);
    expect([...scenario.world.accounts.values()][0]).toMatchObject({
      organization: 'o-a1b2c3d4e5',
      organizationPath: ['r-ab12', 'ou-ab12-uuuuuuuu']
    });
  });

  test('without RCPs in force there is no RCPFullAWSAccess', () => {
    const { scenario } = parsed(
      scenarioText(
        '',
        'organizations:\n  acme: { id: o-a1b2c3d4e5, management: a, policyTypes: [SERVICE_CONTROL_POLICY], root: { id: r-ab12, accounts: [a] } }'
      )
    );
    expect(attachments(scenario)).toEqual([
      'scp r-ab12 ← aws:FullAWSAccess',
      'scp 111111111111 ← aws:FullAWSAccess'
    ]);
  });

  test('a KMS key has the default key policy', () => {
    const arn = 'arn:aws:kms:us-east-1:111111111111:key/1111aaaa-0000-4000-8000-000000000001';
    const { scenario } = parsed(scenarioText(`resources: { "${arn}": { name: key } }`));
    expect(attachments(scenario)).toEqual([`resource ${arn} ← a:key/policy`]);
    expect([...scenario.world.papers.values()]).toMatchObject([
      { name: 'key policy', origin: 'default', pointer: null }
    ]);
    expect([...scenario.world.policies.values()][0]?.statements[0]?.principal?.entries[0]?.value).toBe(
      'arn:aws:iam::111111111111:root'
    );
  });

  test('resources without a short name have a unique one', () => {
    const { scenario } = parsed(
      scenarioText(
        'resources: { "arn:aws:sqs:us-east-1:111111111111:q": {}, "arn:aws:sns:us-east-1:111111111111:q": {} }'
      )
    );
    expect([...scenario.world.resources.values()].map(({ name }) => name)).toEqual(['q', 'q-2']);
  });
});

describe('who a principal is', () => {
  const world = `users: { dana: { path: /p/ } }
roles: { app: { path: /q/ } }
identityProviders: { github: { oidc: token.actions.githubusercontent.com }, corp: { saml: true } }`;

  test.each([
    ['a:user/dana', { kind: 'user', arn: 'arn:aws:iam::111111111111:user/p/dana' }],
    ['arn:aws:iam::111111111111:user/p/dana', { kind: 'user' }],
    ['a:role/app', { kind: 'roleSession', role: 'arn:aws:iam::111111111111:role/q/app' }],
    [
      'arn:aws:sts::111111111111:assumed-role/app/s-1',
      { kind: 'roleSession', session: 's-1', role: 'arn:aws:iam::111111111111:role/q/app' }
    ],
    [
      'arn:aws:sts::111111111111:federated-user/dana',
      { kind: 'federatedUser', issuer: 'arn:aws:iam::111111111111:user/p/dana' }
    ],
    ['a:root', { kind: 'root', arn: 'arn:aws:iam::111111111111:root' }],
    ['arn:aws:iam::111111111111:root', { kind: 'root' }],
    ['service:ec2.amazonaws.com', { kind: 'service', service: 'ec2.amazonaws.com' }],
    ['anonymous', { kind: 'anonymous' }],
    [
      'oidc:a/github',
      {
        kind: 'identityProvider',
        provider: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com'
      }
    ],
    ['saml:a/corp', { kind: 'identityProvider', provider: 'arn:aws:iam::111111111111:saml-provider/corp' }],
    [
      'oidc:cognito-identity.amazonaws.com',
      { kind: 'identityProvider', provider: 'cognito-identity.amazonaws.com' }
    ]
  ])('%s', (principal, caller) => {
    const { scenario, diagnostics } = parsed(
      scenarioText(world, `requests: { r: { principal: "${principal}", action: s3:ListAllMyBuckets } }`)
    );
    expect(diagnostics).toEqual([]);
    expect(scenario.cases[0]?.request?.caller).toMatchObject(caller);
  });
});

test('a policy as a block scalar reads like one as a mapping', () => {
  const json =
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}';
  const { scenario, diagnostics } = parsed(
    scenarioText(
      `policies:\n  Block: |\n    ${json}\n  Flow: ${ALLOW_ALL}\nusers: { dana: { policies: [Block, Flow] } }`
    )
  );
  expect(diagnostics).toEqual([]);
  const [block, flow] = [...scenario.world.policies.values()].map(({ version, statements }) => ({
    version,
    effects: statements.map(({ effect, path }) => [effect, path])
  }));
  expect(block).toEqual(flow);
});
