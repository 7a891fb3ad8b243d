/** The workloads for this project's engine: a world, raw requests, and the two ways to ask. */
import { decideFacts } from '../../src/lib/engine/decide.ts';
import { evaluateFacts } from '../../src/lib/engine/evaluate-facts.ts';
import type { RequestFacts } from '../../src/lib/engine/facts.ts';
import type { Evaluation, Step } from '../../src/lib/engine/trace.ts';
import type { PolicyDocument } from '../../src/lib/policy/document.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { parseJson } from '../../src/lib/source/json.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';
import type { Attachment, PolicyId, PolicyType, World } from '../../src/lib/world/world.ts';
import { factsOf } from '../support/facts.ts';
import { worldOf } from '../support/world.ts';
import { asArn } from '../../src/lib/world/arn.ts';
import {
  ACCOUNT,
  FULL,
  TEAM,
  TEAM_BUCKET,
  toDocument,
  USER,
  type BenchStatement,
  type Workload
} from './workloads.ts';

export interface Ours {
  readonly world: World;
  readonly requests: readonly RequestFacts[];
}

const MANAGEMENT = '999999999999';
const PATH = ['r-ab12', 'ou-ab12-work'];

/** The workload as a world. */
export function toOurs(workload: Workload): Ours {
  const policies = new Map<PolicyId, PolicyDocument>();
  const attachments: Attachment[] = [];
  const attach = (type: PolicyType, target: string, statements: readonly BenchStatement[]) => {
    const id = asPolicyId(`${type}-${policies.size}`);
    policies.set(id, read(toDocument(statements, type === 'resource' || type === 'rcp')));
    attachments.push({ policy: id, type, target });
  };
  for (const each of workload.identity) attach('identity', USER, each);
  workload.scps.forEach((each, level) => {
    attach('scp', PATH[level] ?? ACCOUNT, each);
    attach('rcp', PATH[level] ?? ACCOUNT, [FULL]); // RCPFullAWSAccess, which is on every level
  });
  if (workload.boundary) attach('boundary', USER, workload.boundary);
  if (workload.bucket) attach('resource', TEAM_BUCKET, workload.bucket);
  const inOrganization = workload.scps.length > 0;
  const world = worldOf({
    accounts: {
      app: { id: ACCOUNT, ...(inOrganization ? { organization: 'o-acme', organizationPath: PATH } : {}) },
      payer: { id: MANAGEMENT }
    },
    organizations: inOrganization ? { acme: { id: 'o-acme', management: MANAGEMENT } } : {},
    users: { [USER]: { uniqueId: 'AIDADANA', tags: { team: TEAM } } },
    resources: workload.bucket ? { [TEAM_BUCKET]: { account: asAccount(ACCOUNT) } } : {},
    policies,
    attachments
  });
  const requests = workload.requests.map(({ action, resource, context }) =>
    factsOf({ principal: { kind: 'user', arn: asArn(USER) }, action, resource, context })
  );
  return { world, requests };
}

function asAccount(id: string) {
  return worldOf({ accounts: { a: { id } } })
    .accounts.values()
    .next().value!.id;
}

/** @throws for a policy with an error: a benchmark of a broken policy measures nothing */
export function read(document: object): PolicyDocument {
  const tree = parseJson({ name: 'policy', text: JSON.stringify(document) }).value;
  const policy = tree && parsePolicy(tree).value;
  if (!policy) throw new Error('a policy of the benchmark is broken');
  return policy;
}

export function decideAll({ world, requests }: Ours): void {
  for (const facts of requests) decideFacts(world, facts);
}

/** The whole trace, every step of it visited. @returns how many there are */
export function explainAll({ world, requests }: Ours): number {
  let count = 0;
  for (const facts of requests) count += visit(evaluateFacts(world, facts));
  return count;
}

function visit(step: Step): number {
  let count = 1;
  for (const each of step.steps) count += visit(each);
  return count;
}

export function outcomes({ world, requests }: Ours): readonly Evaluation['outcome'][] {
  return requests.map((facts) => evaluateFacts(world, facts).outcome);
}
