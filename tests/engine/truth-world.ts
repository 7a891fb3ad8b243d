/** The cast of the truth tables: callers of every kind, what a resource's policy may name, and how to ask. */
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { Evaluation } from '../../src/lib/engine/trace.ts';
import type { World } from '../../src/lib/world/world.ts';
import { toCase, type Vector } from './vector-world.ts';

export const HOME = '111111111111';
export const ABROAD = '222222222222';
const USER = `arn:aws:iam::${HOME}:user/ana`;
const ROLE = `arn:aws:iam::${HOME}:role/path/app`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/app/s1`;
const FEDERATED = `arn:aws:sts::${HOME}:federated-user/fred`;
export const PROVIDER = `arn:aws:iam::${HOME}:oidc-provider/idp.example.com`;

export const CALLERS = {
  user: { kind: 'iam-user', account: HOME, arn: USER, userId: 'AIDAANA' },
  session: { kind: 'role-session', account: HOME, arn: SESSION, roleArn: ROLE, userId: 'AROAAPP:s1' },
  federated: { kind: 'federated-user', account: HOME, arn: FEDERATED, issuerArn: USER },
  root: { kind: 'root', account: HOME, arn: `arn:aws:iam::${HOME}:root` },
  service: { kind: 'service', service: 'lambda.amazonaws.com' },
  provider: { kind: 'federated-idp', idp: PROVIDER },
  anonymous: { kind: 'anonymous' }
} as const satisfies Record<string, Vector['request']['principal']>;
export type CallerName = keyof typeof CALLERS;

/** Every form in which a resource-based policy can name somebody. */
export const FORMS = {
  user: { AWS: USER },
  userId: { AWS: 'AIDAANA' },
  role: { AWS: ROLE },
  roleId: { AWS: 'AROAAPP' },
  session: { AWS: SESSION },
  federated: { AWS: FEDERATED },
  account: { AWS: HOME },
  accountRoot: { AWS: `arn:aws:iam::${HOME}:root` },
  star: '*',
  awsStar: { AWS: '*' },
  service: { Service: 'lambda.amazonaws.com' },
  provider: { Federated: PROVIDER },
  stranger: { AWS: `arn:aws:iam::${HOME}:user/zoe` },
  otherPath: { AWS: `arn:aws:iam::${HOME}:role/app` },
  otherSession: { AWS: `arn:aws:sts::${HOME}:assumed-role/app/s2` },
  otherAccount: { AWS: '333333333333' },
  otherPartition: { AWS: `arn:aws-cn:iam::${HOME}:root` },
  otherService: { Service: 'ec2.amazonaws.com' }
} as const;
export type FormName = keyof typeof FORMS;

/** What is asked for. */
export const TARGETS = {
  queue: { action: 'sqs:SendMessage', arn: (account: string) => `arn:aws:sqs:us-east-1:${account}:q` },
  key: { action: 'kms:Decrypt', arn: (account: string) => `arn:aws:kms:us-east-1:${account}:key/k` },
  trust: { action: 'sts:AssumeRole', arn: (account: string) => `arn:aws:iam::${account}:role/target` }
} as const;
export type TargetName = keyof typeof TARGETS;

/** `-` no policy of the kind, `A` one that allows, `n` one that is silent. */
export type Mark = '-' | 'A' | 'n';

const YES = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const SILENT = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' }]
};

export interface Situation {
  readonly caller: CallerName;
  readonly target: TargetName;
  readonly owner: string;
  readonly form: FormName | null;
  readonly identity: Mark;
  readonly boundary: Mark;
  readonly session: Mark;
}

/** A situation of a table as a conformance case. */
export function toVector(situation: Situation): Vector {
  const { caller, target, owner, form, identity, boundary, session } = situation;
  const { action, arn } = TARGETS[target];
  return {
    ...askFor(CALLERS[caller], action, arn(owner)),
    policies: {
      resourceAccount: owner,
      ...(form === null ? {} : { resource: grantTo(FORMS[form], action, target !== 'trust') }),
      ...(identity === '-' ? {} : { identity: [paper(identity)] }),
      ...(boundary === '-' ? {} : { boundary: paper(boundary) }),
      ...(session === '-' ? {} : { sessionPolicies: [paper(session)] })
    }
  };
}

/** A case without policies. */
export function askFor(principal: Vector['request']['principal'], action: string, resource: string): Vector {
  return {
    id: 'table',
    rule: [],
    title: '',
    policies: {},
    request: { principal, action, resource, context: {} },
    expect: 'Allowed',
    because: ''
  };
}

/** A resource-based policy with one statement. */
export function grantTo(principal: unknown, action = '*', hasResource = true, more: object = {}): unknown {
  const resource = hasResource ? { Resource: '*' } : {};
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: action, ...resource, ...more }]
  };
}

export const ALLOW_ALL = YES;
export const DENY_ALL = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }]
};

function paper(mark: Exclude<Mark, '-'>): unknown {
  return mark === 'A' ? YES : SILENT;
}

export function decide(vector: Vector): Evaluation {
  const { world, request } = toCase(vector);
  return evaluate(world, request);
}

/** A request under some policies. */
export function ask(
  principal: Vector['request']['principal'],
  action: string,
  resource: string,
  policies: Vector['policies'] = {}
): Evaluation {
  return decide({ ...askFor(principal, action, resource), policies });
}

/** A world that lists no resources: their ARNs say whose they are. */
export function unlisted(world: World): World {
  return { ...world, resources: new Map() };
}
