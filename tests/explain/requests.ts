/** Requests to the world of these tests, one of each kind, and what became of them. */
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Caller, ContextValue, Request } from '../../src/lib/engine/request.ts';
import type { Evaluation } from '../../src/lib/engine/trace.ts';
import { asAccountId, asArn, asPolicyId } from '../../src/lib/world/arn.ts';
import { texts, type Texts } from '../support/document.ts';
import { APP, DANA, DEPLOY, GITHUB, INTERN, JENKINS, KEY, PROD, TOOLS, WEB, WEB_TASK } from './names.ts';
import { WORLD } from './world.ts';

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
