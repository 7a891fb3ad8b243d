/**
 * `@cloud-copilot/iam-simulate` behind the interface. It lives in tests/bench/package.json, apart from the project (it
 * is AGPL), is installed there on demand, and is only ever asked: its types are not known here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Vector } from '../engine/vector-world.ts';
import type { Engine, Outcome } from './engine.ts';

const FOLDER = resolve('tests/bench');
const NAME = '@cloud-copilot/iam-simulate';

/* eslint-disable @typescript-eslint/no-explicit-any -- the peer's types are not there to be checked */

/** @returns null where it is not installed and cannot be: there is no network */
export function loadSimulate(): Engine | null {
  if (!existsSync(join(FOLDER, 'node_modules', NAME)) && !install()) return null;
  const require = createRequire(join(FOLDER, 'package.json'));
  const engine: any = require(NAME);
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8'));
  return {
    name: 'iam-simulate',
    version: String(dependencies[NAME]),
    canCompare,
    tame,
    decide: (vector) => decide(engine, vector)
  };
}

function install(): boolean {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit']
  });
  return status === 0;
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  Allowed: 'Allowed',
  ImplicitlyDenied: 'ImplicitDeny',
  ExplicitlyDenied: 'ExplicitDeny'
};

async function decide(engine: any, vector: Vector): Promise<Outcome | null> {
  const result = await engine.runSimulation(toSimulation(engine, vector), {});
  if (result.resultType !== 'single' || result.result.ignoredContextKeys?.length > 0) return null;
  return OUTCOMES[result.overallResult] ?? null;
}

function toSimulation(engine: any, { policies, request }: Vector): object {
  const { principal, action, resource, context } = request;
  const named = (list: readonly unknown[] = []) => list.map((policy, i) => ({ name: `p${i}`, policy }));
  const levels = (list: readonly (readonly unknown[])[] = []) =>
    list.map((each, i) => ({ orgIdentifier: `level${i}`, policies: named(each) }));
  return {
    request: {
      principal: principal.arn ?? principal.service ?? engine.anonymousPrincipal,
      action,
      resource: { resource, accountId: policies.resourceAccount ?? principal.account ?? '' },
      contextVariables: context
    },
    identityPolicies: named(policies.identity),
    serviceControlPolicies: levels(policies.scps),
    resourceControlPolicies: levels(policies.rcps),
    resourcePolicy: policies.resource,
    sessionPolicy: policies.sessionPolicies?.[0],
    permissionBoundaryPolicies: policies.boundary === undefined ? undefined : named([policies.boundary]),
    vpcEndpointPolicies: policies.vpcEndpoint === undefined ? undefined : named([policies.vpcEndpoint])
  };
}
/* eslint-enable @typescript-eslint/no-explicit-any */

/** It takes no wildcard in the service of an action, and drops keys that the action does not have. */
const TAMED: readonly (readonly [string, string])[] = [
  ['s?:*Bucket*', 's3:*Bucket*'],
  ['"*:*"', '"*"'],
  ['"*:Get*"', '"s3:Get*"'],
  ['s3:prefix', 'aws:UserAgent'],
  ['s3:max-keys', 'aws:PrincipalTag/size']
];

function tame(vector: Vector): Vector {
  return JSON.parse(
    TAMED.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(vector))
  ) as Vector;
}

/** What it leaves to whoever calls it, or says nothing of. */
function canCompare(vector: Vector): string | null {
  const { request, policies, world } = vector;
  if (world !== undefined) return 'no management account';
  if (/"A(ID|RO)A/.test(JSON.stringify(policies))) return 'no unique ids: it is told ARNs alone';
  return callerIt(request.principal) ?? policiesIt(policies) ?? actionIt(request) ?? contextIt(request);
}

function callerIt({ kind, session, serviceLinked, roleArn }: Vector['request']['principal']): string | null {
  if (roleArn?.split('/').length === 3) return 'no paths of roles: it is told the session alone';
  if (kind === 'root') return 'no root user';
  if (kind === 'federated-idp') return 'no claims of identity providers';
  if (session !== undefined) return 'no GetSessionToken credentials';
  return serviceLinked === true ? 'no service-linked roles' : null;
}

function policiesIt({ sessionPolicies = [], vpcEndpoint }: Vector['policies']): string | null {
  if (sessionPolicies.length > 1) return 'one session policy at most';
  if (vpcEndpoint === undefined) return null;
  const principals = JSON.stringify(vpcEndpoint).match(/"(Not)?Principal":("\*")?/g) ?? [];
  return principals.some((each) => each !== '"Principal":"*"')
    ? 'endpoint policies for everybody only'
    : null;
}

const LISTS = ['aws:tagkeys', 'aws:principalorgpaths', 'aws:calledvia'];

function contextIt({ context }: Vector['request']): string | null {
  const isOdd = Object.entries(context).some(
    ([key, value]) => LISTS.includes(key.toLowerCase()) !== Array.isArray(value)
  );
  return isOdd ? 'no lists under keys that hold one value' : null;
}

function actionIt({ action, principal, resource }: Vector['request']): string | null {
  if (/^sts:get/i.test(action)) return 'no rules of STS sessions';
  if (principal.kind === 'federated-user' && /^(iam|sts):/i.test(action)) return 'no rules of STS sessions';
  return resource === '*' ? 'wildcard resources are patterns to it' : null;
}
