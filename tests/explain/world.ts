/** The flagship in small, from plain objects: two accounts in an organization, a pipeline, a bucket, a key. */
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Caller, ContextValue, Request } from '../../src/lib/engine/request.ts';
import type { Evaluation } from '../../src/lib/engine/trace.ts';
import type {
  Condition,
  Pattern,
  PatternElement,
  PolicyDocument,
  PrincipalElement,
  PrincipalEntry,
  Statement
} from '../../src/lib/policy/document.ts';
import { toParts } from '../../src/lib/policy/pattern.ts';
import { join } from '../../src/lib/source/pointer.ts';
import { asAccountId, asArn, asPolicyId } from '../../src/lib/world/arn.ts';
import type { Attachment, Group, Paper, PolicyId, PolicyType, World } from '../../src/lib/world/world.ts';
import { worldOf } from '../support/world.ts';

const source = { name: 'test', text: '' };
const range = { source, from: 0, to: 0 };

type Texts = string | readonly string[];

/** A statement as AWS writes it, as far as these tests need. */
export interface Said {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, Texts>>;
  readonly NotPrincipal?: Readonly<Record<string, Texts>>;
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

function texts(said: Texts): readonly string[] {
  return typeof said === 'string' ? [said] : said;
}

function patterns(said: Texts, path: string, variables: boolean): readonly Pattern[] {
  return texts(said).map((text, i) => ({
    range,
    path: typeof said === 'string' ? path : join(path, i),
    text,
    parts: toParts(text, variables)
  }));
}

function element(said: Said, name: 'Action' | 'Resource', path: string): PatternElement | null {
  const plain = said[name];
  const negated = said[`Not${name}`];
  const value = plain ?? negated;
  if (value === undefined) return null;
  const at = join(path, plain === undefined ? `Not${name}` : name);
  return {
    range,
    path: at,
    negated: plain === undefined,
    patterns: patterns(value, at, name === 'Resource')
  };
}

function principal(said: Said, path: string): PrincipalElement | null {
  const value = said.Principal ?? said.NotPrincipal;
  if (value === undefined) return null;
  const at = join(path, said.Principal === undefined ? 'NotPrincipal' : 'Principal');
  const entries: PrincipalEntry[] =
    value === '*'
      ? [{ range, path: at, type: '*', value: '*' }]
      : Object.entries(value).flatMap(([type, named]) =>
          texts(named).map((each, i) => ({
            range,
            path: typeof named === 'string' ? join(at, type) : join(join(at, type), i),
            type: type === 'Service' || type === 'Federated' ? type : 'AWS',
            value: each
          }))
        );
  return { range, path: at, negated: said.Principal === undefined, entries };
}

function conditions(said: Said, path: string): readonly Condition[] {
  return Object.entries(said.Condition ?? {}).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, values]) => {
      const at = join(join(join(path, 'Condition'), operator), key);
      const bare = operator.replace(/^For(All|Any)Values?:/, '');
      const prefix = operator.split(':')[0];
      return {
        range,
        path: at,
        operator: {
          text: operator,
          set: prefix === 'ForAllValues' || prefix === 'ForAnyValue' ? prefix : null,
          name: bare.replace(/IfExists$/, ''),
          ifExists: bare.endsWith('IfExists')
        },
        key,
        values: patterns(values, at, true)
      };
    })
  );
}

/** The policy of these statements. */
export function document(statements: readonly Said[]): PolicyDocument {
  return {
    range,
    path: '',
    version: '2012-10-17',
    id: null,
    statements: statements.map((said, i): Statement => {
      const path = `/Statement/${String(i)}`;
      const action = element(said, 'Action', path);
      if (!action) throw new Error('a statement needs an Action');
      return {
        range,
        path,
        sid: said.Sid ?? null,
        effect: said.Effect,
        principal: principal(said, path),
        action,
        resource: element(said, 'Resource', path),
        conditions: conditions(said, path)
      };
    })
  };
}

export const TOOLS = '111111111111';
export const PROD = '222222222222';
const ORG = 'o-acme';
const ROOT = 'r-ab12';
const WORKLOADS = 'ou-work';

export const DANA = `arn:aws:iam::${TOOLS}:user/dana`;
export const INTERN = `arn:aws:iam::${TOOLS}:user/intern`;
export const DEVELOPERS = `arn:aws:iam::${TOOLS}:group/Developers`;
export const JENKINS = `arn:aws:iam::${TOOLS}:role/jenkins`;
export const DEPLOY = `arn:aws:iam::${PROD}:role/prod-deploy`;
export const WEB_TASK = `arn:aws:iam::${PROD}:role/web-task`;
export const APP = 'arn:aws:s3:::my-app-bucket';
export const WEB = `arn:aws:ecs:us-east-1:${PROD}:service/prod/web`;
export const KEY = `arn:aws:kms:us-east-1:${PROD}:key/1111aaaa`;
export const GITHUB = `arn:aws:iam::${TOOLS}:oidc-provider/token.actions.githubusercontent.com`;

const FULL: readonly Said[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly origin: Paper['origin'];
  readonly hangs: readonly (readonly [PolicyType, string])[];
  readonly says: readonly Said[] | 'broken';
}

const SHEETS: readonly Sheet[] = [
  {
    id: 'FullAWSAccess',
    name: 'FullAWSAccess',
    origin: 'aws',
    hangs: [ROOT, WORKLOADS, TOOLS, PROD].map((level) => ['scp', level] as const),
    says: FULL
  },
  {
    id: 'DenyRegions',
    name: 'DenyRegions',
    origin: 'scp',
    hangs: [['scp', WORKLOADS]],
    says: [
      {
        Sid: 'NoAbroad',
        Effect: 'Deny',
        NotAction: ['iam:*', 'sts:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-central-1'] } }
      }
    ]
  },
  {
    id: 'RCPFullAWSAccess',
    name: 'RCPFullAWSAccess',
    origin: 'aws',
    hangs: [ROOT, WORKLOADS, TOOLS, PROD].map((level) => ['rcp', level] as const),
    says: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]
  },
  {
    id: 'dana/read',
    name: 'ReadOneBucket',
    origin: 'customer',
    hangs: [['identity', DANA]],
    says: [
      { Sid: 'List', Effect: 'Allow', Action: 's3:ListBucket', Resource: APP },
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: 's3:Get*',
        Resource: `${APP}/*`,
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
      }
    ]
  },
  {
    id: 'group/team',
    name: 'TeamFolder',
    origin: 'inline',
    hangs: [['identity', DEVELOPERS]],
    says: [
      {
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: `${APP}/team/\${aws:PrincipalTag/team}/*`,
        Condition: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'env'] },
          StringEqualsIfExists: { 's3:x-amz-acl': 'private' }
        }
      },
      {
        Effect: 'Deny',
        Action: 's3:DeleteObject',
        Resource: '*',
        Condition: { Null: { 'aws:MultiFactorAuthPresent': 'true' } }
      }
    ]
  },
  {
    id: 'dana/boundary',
    name: 'DeveloperBoundary',
    origin: 'customer',
    hangs: [['boundary', DANA]],
    says: [{ Effect: 'Allow', Action: ['s3:Get*', 's3:Put*', 's3:Delete*'], Resource: '*' }]
  },
  {
    id: 'jenkins/may-assume',
    name: 'may-assume',
    origin: 'inline',
    hangs: [['identity', JENKINS]],
    says: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: DEPLOY }]
  },
  {
    id: 'intern/knock',
    name: 'knock',
    origin: 'inline',
    hangs: [['identity', INTERN]],
    says: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]
  },
  {
    id: 'prod-deploy/trust',
    name: 'trust policy',
    origin: 'trust',
    hangs: [['resource', DEPLOY]],
    says: [{ Effect: 'Allow', Principal: { AWS: JENKINS }, Action: 'sts:AssumeRole' }]
  },
  {
    id: 'web-task/trust',
    name: 'trust policy',
    origin: 'trust',
    hangs: [['resource', WEB_TASK]],
    says: [
      { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${PROD}:root` }, Action: 'sts:AssumeRole' },
      {
        Effect: 'Allow',
        Principal: { Federated: GITHUB.replace(TOOLS, PROD) },
        Action: 'sts:AssumeRoleWithWebIdentity'
      }
    ]
  },
  {
    id: 'prod-deploy/deploy-web',
    name: 'deploy-web',
    origin: 'inline',
    hangs: [['identity', DEPLOY]],
    says: [
      { Sid: 'Update', Effect: 'Allow', Action: 'ecs:UpdateService', Resource: WEB },
      { Sid: 'Logs', Effect: 'Allow', Action: 'logs:FilterLogEvents', Resource: '*' },
      { Sid: 'Decrypt', Effect: 'Allow', Action: 'kms:Decrypt', Resource: KEY }
    ]
  },
  {
    id: 'app/policy',
    name: 'bucket policy',
    origin: 'resource',
    hangs: [['resource', APP]],
    says: [
      {
        Sid: 'Intern',
        Effect: 'Allow',
        Principal: { AWS: INTERN },
        Action: 's3:GetObject',
        Resource: `${APP}/public/*`
      },
      {
        Sid: 'Pipeline',
        Effect: 'Allow',
        Principal: { AWS: JENKINS },
        Action: 's3:PutObject',
        Resource: `${APP}/*`
      },
      {
        Sid: 'Prod',
        Effect: 'Allow',
        Principal: { AWS: PROD },
        Action: 's3:GetObject',
        Resource: `${APP}/*`
      },
      { Sid: 'World', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${APP}/site/*` },
      {
        Sid: 'Encrypted',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: `${APP}/*`,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } }
      }
    ]
  },
  {
    id: 'key/policy',
    name: 'key policy',
    origin: 'default',
    hangs: [['resource', KEY]],
    says: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${PROD}:root` }, Action: 'kms:*', Resource: '*' }
    ]
  },
  {
    id: 'endpoint/policy',
    name: 'endpoint policy',
    origin: 'endpoint',
    hangs: [['endpoint', 'vpce-1']],
    says: [{ Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: '*' }]
  },
  {
    id: 'session/read-only',
    name: 'session policy',
    origin: 'session',
    hangs: [],
    says: [{ Effect: 'Allow', Action: 'logs:*', Resource: '*' }]
  },
  {
    id: 'web-task/torn',
    name: 'torn',
    origin: 'inline',
    hangs: [['identity', WEB_TASK]],
    says: 'broken'
  }
];

const DEVELOPER_GROUP: Group = { arn: asArn(DEVELOPERS), account: asAccountId(TOOLS), name: 'Developers' };

/** The world of these tests. */
export const WORLD: World = {
  ...worldOf({
    accounts: {
      payer: { id: '000000000000', organization: ORG, organizationPath: [ROOT] },
      tools: { id: TOOLS, organization: ORG, organizationPath: [ROOT] },
      prod: { id: PROD, organization: ORG, organizationPath: [ROOT, WORKLOADS] },
      vendor: { id: '999999999999' }
    },
    users: { [DANA]: { groups: [asArn(DEVELOPERS)], tags: { team: 'web' } }, [INTERN]: {} },
    roles: { [JENKINS]: {}, [DEPLOY]: {}, [WEB_TASK]: {} },
    resources: {
      [APP]: { account: asAccountId(TOOLS), name: 'app' },
      [WEB]: { name: 'web' },
      [KEY]: { name: 'data-key' }
    },
    identityProviders: { [GITHUB]: { name: 'github' }, [GITHUB.replace(TOOLS, PROD)]: { name: 'github' } },
    endpoints: { 'vpce-1': {} },
    papers: Object.fromEntries(SHEETS.map(({ id, name, origin }) => [id, { name, origin }])),
    attachments: SHEETS.flatMap(({ id, hangs }) =>
      hangs.map(([type, target]): Attachment => ({ policy: asPolicyId(id), type, target }))
    ),
    policies: new Map(
      SHEETS.flatMap(({ id, says }): [PolicyId, PolicyDocument][] =>
        says === 'broken' ? [] : [[asPolicyId(id), document(says)]]
      )
    )
  }),
  broken: new Map([[asPolicyId('web-task/torn'), []]]),
  groups: new Map([[asArn(DEVELOPERS), DEVELOPER_GROUP]]),
  organizations: new Map([
    [
      ORG,
      {
        id: ORG,
        name: 'acme',
        management: asAccountId('000000000000'),
        policyTypes: ['scp', 'rcp'],
        units: new Map([
          [ROOT, { id: ROOT, name: 'Root', parent: null }],
          [WORKLOADS, { id: WORKLOADS, name: 'Workloads', parent: ROOT }]
        ])
      }
    ]
  ])
};

export function user(arn: string, rest: Partial<Extract<Caller, { kind: 'user' }>> = {}): Caller {
  return {
    kind: 'user',
    arn: asArn(arn),
    account: asAccountId(arn.split(':')[4] ?? ''),
    uniqueId: 'AIDAEXAMPLE',
    credential: 'accessKey',
    mfa: false,
    ...rest
  };
}

export function session(role: string, name: string): Caller {
  const account = role.split(':')[4] ?? '';
  return {
    kind: 'roleSession',
    arn: asArn(`arn:aws:sts::${account}:assumed-role/${role.split('/').at(-1) ?? ''}/${name}`),
    account: asAccountId(account),
    role: asArn(role),
    roleId: 'AROAEXAMPLE',
    session: name,
    serviceLinked: false,
    issued: 'AssumeRole'
  };
}

export function root(account: string, assumed = false): Caller {
  return { kind: 'root', arn: asArn(`arn:aws:iam::${account}:root`), account: asAccountId(account), assumed };
}

export function context(facts: Readonly<Record<string, Texts | null>>): Request['context'] {
  return new Map(
    Object.entries(facts).map(([key, said]): [string, ContextValue] => {
      const from = { kind: 'request', path: null } as const;
      return [
        key.toLowerCase(),
        said === null
          ? { key, unknown: true, from }
          : { key, values: texts(said), multivalued: typeof said !== 'string', from }
      ];
    })
  );
}

export function request(
  caller: Caller,
  action: string,
  resource: string,
  rest: Partial<Request> = {}
): Request {
  return {
    id: 'test',
    caller,
    action,
    resource: asArn(resource),
    context: context({ 'aws:RequestedRegion': 'us-east-1', 'aws:SecureTransport': 'true' }),
    endpoint: null,
    sessionPolicies: null,
    hops: [],
    checks: [],
    ...rest
  };
}

const assume = request(session(JENKINS, 'build-42'), 'sts:AssumeRole', DEPLOY);
const pipeline = session(DEPLOY, 'build-42');
const office = context({
  'aws:RequestedRegion': 'us-east-1',
  'aws:SourceIp': '203.0.113.7',
  'aws:PrincipalTag/team': 'web'
});

/** One request of each kind, by name. */
export const REQUESTS: Readonly<Record<string, Request>> = {
  'pipeline-assumes': assume,
  'pipeline-deploys': request(pipeline, 'ecs:UpdateService', WEB, { hops: [assume] }),
  'pipeline-deploys-abroad': request(pipeline, 'ecs:UpdateService', WEB, {
    hops: [assume],
    context: context({ 'aws:RequestedRegion': 'eu-west-3' })
  }),
  'pipeline-passes-nothing': request(pipeline, 'ecs:UpdateService', WEB, {
    hops: [assume],
    checks: [request(pipeline, 'iam:PassRole', WEB_TASK)]
  }),
  'pipeline-decrypts': request(pipeline, 'kms:Decrypt', KEY),
  'pipeline-with-session-policy': request(pipeline, 'ecs:UpdateService', WEB, {
    sessionPolicies: [asPolicyId('session/read-only')]
  }),
  'pipeline-puts': request(session(JENKINS, 'build-42'), 's3:PutObject', `${APP}/out.zip`),
  'pipeline-reads-abroad': request(pipeline, 's3:GetObject', `${APP}/reports/q1.csv`),
  'intern-assumes': request(user(INTERN), 'sts:AssumeRole', DEPLOY),
  'intern-deploys': request(pipeline, 'ecs:UpdateService', WEB, {
    hops: [request(user(INTERN), 'sts:AssumeRole', DEPLOY)]
  }),
  'intern-reads-public': request(
    user(INTERN, { credential: 'console', mfa: true }),
    's3:GetObject',
    `${APP}/public/a.txt`
  ),
  'intern-reads-site-plain': request(user(INTERN), 's3:GetObject', `${APP}/site/a.txt`, {
    context: context({ 'aws:SecureTransport': 'false' })
  }),
  'dana-reads': request(user(DANA), 's3:GetObject', `${APP}/reports/q1.csv`, { context: office }),
  'dana-reads-from-home': request(user(DANA), 's3:GetObject', `${APP}/reports/q1.csv`, {
    context: context({ 'aws:SourceIp': '198.51.100.9' })
  }),
  'dana-reads-from-somewhere': request(user(DANA), 's3:GetObject', `${APP}/reports/q1.csv`, {
    context: context({ 'aws:SourceIp': null })
  }),
  'dana-lists': request(user(DANA), 's3:ListBucket', APP, { context: office }),
  'dana-writes': request(user(DANA), 's3:PutObject', `${APP}/team/web/plan.md`, { context: office }),
  'dana-writes-untagged': request(user(DANA), 's3:PutObject', `${APP}/team/web/plan.md`),
  'dana-deletes': request(user(DANA), 's3:DeleteObject', `${APP}/team/web/plan.md`, { context: office }),
  'dana-through-endpoint': request(user(DANA), 's3:GetObject', `${APP}/reports/q1.csv`, {
    context: office,
    endpoint: 'vpce-1'
  }),
  'dana-asks-who-she-is': request(user(DANA), 'sts:GetCallerIdentity', '*'),
  'dana-makes-session-without-mfa': request(user(DANA, { credential: 'sessionToken' }), 'iam:ListUsers', '*'),
  'root-at-home': request(root(TOOLS), 's3:DeleteBucket', APP),
  'root-assumes': request(root(TOOLS), 'sts:AssumeRole', DEPLOY),
  'root-task-without-policy': request(root(TOOLS, true), 's3:DeleteBucket', APP),
  'root-decrypts': request(root(PROD), 'kms:Decrypt', KEY),
  'federated-user': request(
    {
      kind: 'federatedUser',
      arn: asArn(`arn:aws:sts::${TOOLS}:federated-user/bob`),
      account: asAccountId(TOOLS),
      issuer: asArn(DANA)
    },
    's3:ListBucket',
    APP,
    { context: office }
  ),
  'service-assumes': request(
    { kind: 'service', service: 'ecs-tasks.amazonaws.com' },
    'sts:AssumeRole',
    WEB_TASK
  ),
  'provider-assumes': request(
    { kind: 'identityProvider', provider: GITHUB.replace(TOOLS, PROD) },
    'sts:AssumeRoleWithWebIdentity',
    WEB_TASK
  ),
  'provider-of-another-account': request(
    { kind: 'identityProvider', provider: GITHUB },
    'sts:AssumeRoleWithWebIdentity',
    WEB_TASK
  ),
  'anyone-reads-site': request({ kind: 'anonymous' }, 's3:GetObject', `${APP}/site/index.html`),
  'anyone-reads-report': request({ kind: 'anonymous' }, 's3:GetObject', `${APP}/reports/q1.csv`),
  'account-door': request(pipeline, 'sts:AssumeRole', WEB_TASK),
  'torn-paper': request(session(WEB_TASK, 'task-1'), 's3:GetObject', `${APP}/reports/q1.csv`)
};

export const EVALUATIONS: readonly (readonly [string, Evaluation])[] = Object.entries(REQUESTS).map(
  ([name, each]) => [name, evaluate(WORLD, each)] as const
);

/** The evaluation of one of the requests above. */
export function evaluationOf(name: string): Evaluation {
  const found = EVALUATIONS.find(([each]) => each === name);
  if (!found) throw new Error(`no request ${name}`);
  return found[1];
}
