/** Which nodes and edges a world becomes. */
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { opensOf } from '../../src/lib/graph/opens.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { WorldBuilder, arn } from './build.ts';
import type { Written } from './build.ts';
import { flagship } from './two-accounts.ts';

const A = '111111111111';
const B = '222222222222';
const user = `arn:aws:iam::${A}:user/u`;
const bucket = 'arn:aws:s3:::app';

/** `kind from>to label ?keys` with labels for ids. */
function edgesOf(graph: Graph): readonly string[] {
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  return graph.edges
    .filter(({ kind }) => kind !== 'attachment')
    .map(({ kind, from, to, label, conditions }) =>
      [`${kind} ${labels.get(from)}>${labels.get(to)}`, label, conditions.map((key) => `?${key}`).join('')]
        .join(' ')
        .trim()
    );
}

/** A user in one account; a bucket, a key, a log group and two roles; a second account with a bucket and a role. */
function bench(): WorldBuilder {
  const w = new WorldBuilder();
  w.account('one', A);
  w.account('two', B);
  w.user(A, 'u');
  w.resource(A, bucket, 'app');
  w.resource(A, `arn:aws:logs:us-east-1:${A}:log-group:/web`, 'web');
  w.role(A, 'r');
  w.resource(B, 'arn:aws:s3:::far', 'far');
  w.role(B, 'far-role');
  return w;
}

describe('identity-based statements', () => {
  test.each<[string, Written, readonly string[]]>([
    [
      'an object is part of its bucket',
      { Action: 's3:GetObject', Resource: `${bucket}/*` },
      ['permission u>app s3:GetObject']
    ],
    [
      'another bucket with the same beginning is not',
      { Action: 's3:GetObject', Resource: `${bucket}2/*` },
      []
    ],
    [
      'a log stream is part of its group',
      { Action: 'logs:*', Resource: `arn:aws:logs:us-east-1:${A}:log-group:/web:*` },
      ['permission u>web logs:*']
    ],
    [
      'a variable may become anything',
      { Action: 's3:GetObject', Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/x' },
      ['permission u>app s3:GetObject', 'permission u>far s3:GetObject']
    ],
    ['* stays at home and follows the service', { Action: 's3:*', Resource: '*' }, ['permission u>app s3:*']],
    ['other services leave no edge', { Action: 'ec2:*', Resource: '*' }, []],
    ['everything on everything is told, not drawn', { Action: '*', Resource: '*' }, []],
    [
      'two actions',
      { Action: ['s3:GetObject', 's3:PutObject'], Resource: `${bucket}/*` },
      ['permission u>app 2 actions']
    ],
    [
      'a condition key',
      {
        Action: 's3:GetObject',
        Resource: `${bucket}/*`,
        Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
      },
      ['permission u>app s3:GetObject ?aws:SourceIp']
    ],
    [
      'passing a role',
      { Action: 'iam:PassRole', Resource: `arn:aws:iam::${A}:role/r` },
      ['pass u>r iam:PassRole']
    ],
    [
      'assuming a role elsewhere',
      { Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${B}:role/far-role` },
      ['permission u>far-role sts:AssumeRole']
    ],
    [
      'a narrow deny',
      { Effect: 'Deny', Action: 's3:DeleteObject', Resource: `${bucket}/*` },
      ['deny u>app s3:DeleteObject']
    ],
    ['a wide deny is not drawn', { Effect: 'Deny', Action: '*', Resource: '*' }, []],
    [
      'NotResource at home',
      { Action: 's3:GetObject', NotResource: `arn:aws:s3:::far/*` },
      ['permission u>app s3:GetObject']
    ]
  ])('%s', (_, statement, edges) => {
    const w = bench();
    w.allow(arn(user), 'p', statement);
    expect(edgesOf(toGraph(w.build()))).toEqual(edges);
  });

  test('the identity that may do everything says so', () => {
    const w = bench();
    w.allow(arn(user), 'p', { Action: '*', Resource: '*' });
    expect(toGraph(w.build()).nodes.find(({ id }) => id === user)?.sublabel).toBe('everything');
  });
});

describe('resource-based statements', () => {
  test.each<[string, Written['Principal'], readonly [label: string, kind: string, box: string | null]]>([
    ['everyone', '*', ['everyone', 'anonymous', null]],
    ['AWS *', { AWS: '*' }, ['everyone', 'anonymous', null]],
    ['an account by number', { AWS: B }, ['two', 'account', B]],
    ['an account by root', { AWS: `arn:aws:iam::${B}:root` }, ['two', 'account', B]],
    ['a foreign account', { AWS: '999999999999' }, ['999999999999', 'account', null]],
    ['a user', { AWS: user }, ['u', 'user', A]],
    ['a user by unique id', { AWS: 'AIDAU' }, ['u', 'user', A]],
    ['a deleted user', { AWS: 'AIDAGONE' }, ['AIDAGONE', 'user', null]],
    ['a role nobody lists', { AWS: `arn:aws:iam::${B}:role/ghost` }, ['ghost', 'role', B]],
    ['a session', { AWS: `arn:aws:sts::${B}:assumed-role/far-role/s` }, ['s', 'session', B]],
    ['a service', { Service: 'logs.amazonaws.com' }, ['logs', 'service', null]],
    [
      'a built-in provider',
      { Federated: 'accounts.google.com' },
      ['accounts.google.com', 'identityProvider', null]
    ],
    ['a canonical user', { CanonicalUser: '79a59df9' }, ['79a59df9', 'user', null]]
  ])('%s', (_, principal, [label, kind, box]) => {
    const w = bench();
    w.resource(A, 'arn:aws:s3:::shared', 'shared', {
      ...(principal ? { Principal: principal } : {}),
      Action: 's3:GetObject',
      Resource: '*'
    });
    const graph = toGraph(w.build());
    const node = graph.nodes.find(({ id }) => id === graph.edges.find(({ kind }) => kind === 'grant')?.from);
    expect(node).toMatchObject({ label, kind, box });
    expect(edgesOf(graph)).toEqual([`grant ${label}>shared s3:GetObject`]);
  });

  test.each<readonly [string | readonly string[], string]>([
    ['s3:Delete*', 'all but s3:Delete*'],
    [['s3:Delete*', 'iam:*', 'sts:*'], 'all but 3 patterns']
  ])('a NotAction of %j is told by what it leaves out', (NotAction, label) => {
    const w = bench();
    w.allow(arn(user), 'most', { NotAction, Resource: bucket });
    w.resource(A, 'arn:aws:s3:::shared', 'shared', { Principal: { AWS: user }, NotAction, Resource: '*' });
    expect(edgesOf(toGraph(w.build()))).toEqual([`grant u>shared ${label}`, `permission u>app ${label}`]);
  });

  test('denies and NotPrincipal', () => {
    const w = bench();
    w.resource(
      A,
      'arn:aws:s3:::shared',
      'shared',
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } }
      },
      { NotPrincipal: { AWS: user }, Action: 's3:GetObject', Resource: '*' }
    );
    expect(edgesOf(toGraph(w.build()))).toEqual([
      'deny everyone>shared s3:* ?aws:SecureTransport',
      'grant everyone>shared s3:GetObject'
    ]);
  });
});

describe('the two accounts', () => {
  const graph = toGraph(flagship());
  const trust = graph.edges.find(({ kind, to }) => kind === 'trust' && to.endsWith('prod-deploy'));

  test('an sts:AssumeRole that trust already shows is no edge of its own; its statement joins', () => {
    expect(edgesOf(graph).filter((edge) => edge.includes('jenkins>prod-deploy'))).toEqual([
      'trust jenkins>prod-deploy may assume'
    ]);
    expect(trust?.madeBy).toEqual([
      { policy: `arn:aws:iam::${B}:role/prod-deploy/trust`, path: '/Statement/0' },
      { policy: `arn:aws:iam::${A}:role/jenkins/may-assume`, path: '/Statement/0' }
    ]);
  });

  test('trust policies are no nodes; a role opens its own', () => {
    expect(graph.nodes.filter(({ kind }) => kind === 'policy').map(({ label }) => label)).toEqual([
      'ReadOnlyAccess',
      'AdministratorAccess',
      'may-assume',
      'deploy-web',
      'read-data'
    ]);
    expect(opensOf(graph, `arn:aws:iam::${B}:role/prod-deploy`)).toEqual({
      policy: `arn:aws:iam::${B}:role/prod-deploy/trust`
    });
    expect(opensOf(graph, trust?.id ?? '')).toEqual(trust?.madeBy[0]);
    expect(opensOf(graph, A)).toBeNull();
  });

  test('a band opens what its level adds, and says which level it is', () => {
    const place = (target: string) => ({ type: 'scp', target });
    expect(opensOf(graph, 'scp@ou-Workloads')).toEqual({
      policy: 'DenyRegions',
      place: place('ou-Workloads')
    });
    expect(opensOf(graph, 'scp@r-root')).toEqual({ policy: 'FullAWSAccess', place: place('r-root') });
  });

  test('users, sessions and what ties them open what stands behind them', () => {
    const edge = (kind: string) => graph.edges.find((candidate) => candidate.kind === kind)?.id ?? '';
    const node = (label: string) => graph.nodes.find((candidate) => candidate.label === label)?.id ?? '';
    const trusted = { policy: `arn:aws:iam::${A}:role/jenkins/trust` };
    expect(opensOf(graph, node('dana'))).toEqual({ policy: 'DeveloperBoundary' });
    expect(opensOf(graph, node('build-42'))).toEqual(trusted);
    expect(opensOf(graph, edge('session'))).toEqual(trusted);
    expect(opensOf(graph, edge('membership'))).toEqual({ policy: 'ReadOnlyAccess' });
    expect(opensOf(graph, node('intern'))).toBeNull();
    const unfenced = { ...graph, nodes: graph.nodes.map((each) => ({ ...each, boundary: null })) };
    expect(opensOf(unfenced, node('dana'))).toEqual({ policy: 'ReadOnlyAccess' });
  });

  test('no edge ends at a box, every end is a node, every permission says what makes it', () => {
    const ids = new Set(graph.nodes.map(({ id }) => id));
    for (const { from, to, kind, madeBy } of graph.edges) {
      expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
      expect(madeBy.length > 0).toBe(kind !== 'membership' && kind !== 'session');
    }
  });

  test('bands: one per SCP level, defaults of the RCPs as one', () => {
    const prod = graph.boxes.find(({ id }) => id === B);
    expect(prod?.roof.map(({ label }) => label)).toEqual([
      'SCP · root · FullAWSAccess',
      'SCP · Workloads · FullAWSAccess, DenyRegions',
      'SCP · prod · FullAWSAccess'
    ]);
    expect(prod?.floor.map(({ label }) => label)).toEqual(['RCP · RCPFullAWSAccess']);
  });

  test('the boundary is a ring, not a node', () => {
    expect(graph.nodes.find(({ label }) => label === 'dana')?.boundary?.name).toBe('DeveloperBoundary');
  });
});

test('the management account and a world without SCPs have no roof', () => {
  const w = new WorldBuilder();
  w.organization('acme', A, []);
  w.account('payer', A, 'acme', ['r-root']);
  w.account('other', B, 'acme', ['r-root']);
  expect(toGraph(w.build()).boxes.flatMap(({ roof }) => roof)).toEqual([]);
});

test('a managed policy is one node in each account', () => {
  const w = new WorldBuilder();
  w.account('one', A);
  w.account('two', B);
  for (const target of [w.user(A, 'a'), w.user(A, 'b'), w.user(B, 'c')])
    w.attach('identity', target, 'aws:View', 'View', 'aws', {});
  const graph = toGraph(w.build());
  expect(graph.nodes.filter(({ kind }) => kind === 'policy').map(({ id, box }) => [id, box])).toEqual([
    ['aws:View', A],
    [`aws:View@${B}`, B]
  ]);
  expect(graph.edges.filter(({ kind }) => kind === 'attachment')).toHaveLength(3);
});
