/** A whole organization at once: how long it takes to compile, how much memory, and to ask who may do something. */
import { compileWorld, whoCan } from '../../src/lib/engine/who-can.ts';
import type { PolicyDocument } from '../../src/lib/policy/document.ts';
import { asAccountId, asArn, asPolicyId } from '../../src/lib/world/arn.ts';
import type { Attachment, PolicyId, PolicyType, World } from '../../src/lib/world/world.ts';
import { worldOf, type WorldFacts } from '../support/world.ts';
import { read } from './ours.ts';

export interface Scale {
  readonly task: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: 'ms' | 'MB';
}

const ACCOUNTS = 200;
const PRINCIPALS_EACH = 50;
const UNITS = 10;

export function measureScale(): readonly Scale[] {
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const world = organization();
  const read = performance.now();
  compileWorld(world);
  const compiled = performance.now();
  const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const asked = questions().map(([action, resource]) => {
    const from = performance.now();
    whoCan(world, action, asArn(resource));
    return performance.now() - from;
  });
  return [
    { task: 'policies read from text, for comparison', value: read - start, limit: 0, unit: 'ms' },
    { task: 'compiled', value: compiled - read, limit: 3000, unit: 'ms' },
    { task: 'memory, texts read and compiled', value: heap, limit: 1024, unit: 'MB' },
    { task: 'who may do it, slowest of five', value: Math.max(...asked), limit: 250, unit: 'ms' }
  ];
}

function questions(): readonly (readonly [action: string, resource: string])[] {
  return [
    ['s3:GetObject', 'arn:aws:s3:::shared/reports/q1.csv'],
    ['s3:PutObject', 'arn:aws:s3:::data-7/in/a'],
    ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${idOf(3)}:jobs`],
    ['sts:AssumeRole', `arn:aws:iam::${idOf(9)}:role/role3`],
    ['ec2:StopInstances', `arn:aws:ec2:eu-west-1:${idOf(11)}:instance/i-1`]
  ];
}

function idOf(account: number): string {
  return String(100_000_000_000 + account);
}

/** Two policies for each user and role, SCPs on root and OUs, trust policies, a shared bucket. */
export function organization(): World {
  const policies = new Map<PolicyId, PolicyDocument>();
  const attachments: Attachment[] = [];
  const attach = (type: PolicyType, target: string, statements: readonly object[]) => {
    const id = asPolicyId(`p${policies.size}`);
    policies.set(id, read({ Version: '2012-10-17', Statement: statements }));
    attachments.push({ policy: id, type, target });
  };
  const accounts: Record<string, { id: string; organization: string; organizationPath: string[] }> = {};
  const users: Record<string, NonNullable<WorldFacts['users']>[string]> = {};
  const roles: Record<string, NonNullable<WorldFacts['roles']>[string]> = {};
  attach('scp', 'r-root', [FULL]);
  attach('rcp', 'r-root', [FULL_RCP]);
  for (let unit = 0; unit < UNITS; unit++) {
    attach('scp', `ou-${unit}`, [FULL, { ...ABROAD, Sid: `Regions${unit}` }]);
    attach('rcp', `ou-${unit}`, [FULL_RCP]);
  }
  for (let account = 0; account < ACCOUNTS; account++) {
    const id = idOf(account);
    accounts[`a${account}`] = {
      id,
      organization: 'o-acme',
      organizationPath: ['r-root', `ou-${account % UNITS}`]
    };
    attach('scp', id, [FULL]);
    attach('rcp', id, [FULL_RCP]);
    for (let i = 0; i < PRINCIPALS_EACH; i++) {
      const isUser = i % 2 === 0;
      const arn = `arn:aws:iam::${id}:${isUser ? `user/user${i}` : `role/role${i}`}`;
      const tags = { team: `t${i % 5}` };
      if (isUser) users[arn] = { uniqueId: `AIDA${account}X${i}`, tags };
      else roles[arn] = { uniqueId: `AROA${account}X${i}`, tags };
      attach('identity', arn, ownStatements(account, i));
      attach('identity', arn, moreStatements(account, i));
      if (!isUser) attach('resource', arn, [trust(id)]);
    }
  }
  attach('resource', 'arn:aws:s3:::shared', [SHARED]);
  return worldOf({
    accounts,
    organizations: { acme: { id: 'o-acme', management: '999999999999' } },
    users,
    roles,
    resources: { 'arn:aws:s3:::shared': { account: asAccountId(idOf(0)) } },
    policies,
    attachments
  });
}

const FULL = { Effect: 'Allow', Action: '*', Resource: '*' };
const FULL_RCP = { ...FULL, Principal: '*' };
const ABROAD = {
  Effect: 'Deny',
  NotAction: ['iam:*', 'sts:*', 's3:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } }
};
const SHARED = {
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::shared/*',
  Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-acme' } }
};

function trust(account: string): object {
  return { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' };
}

function ownStatements(account: number, i: number): readonly object[] {
  return [
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `arn:aws:s3:::data-${i}/*` },
    {
      Effect: 'Allow',
      Action: 'sqs:*',
      Resource: `arn:aws:sqs:*:${idOf(account)}:*`,
      Condition: { StringEquals: { 'aws:PrincipalTag/team': ['t1', 't2'] } }
    }
  ];
}

function moreStatements(account: number, i: number): readonly object[] {
  return [
    { Effect: 'Allow', Action: ['ec2:Describe*', 'ec2:StopInstances'], Resource: '*' },
    { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${idOf(account)}:role/role${i}` },
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shared/*' }
  ];
}
