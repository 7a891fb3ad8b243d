/**
 * The other engines, on the same workloads. They live in tests/bench/package.json, apart from the project (one is
 * AGPL), and are installed there when the benchmark runs for the first time. Their types are not known here, so that
 * the project checks without them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { toCedar, toCedarRequest } from './cedar.ts';
import {
  ACCOUNT,
  TEAM,
  TEAM_BUCKET,
  toDocument,
  USER,
  type BenchRequest,
  type Workload
} from './workloads.ts';

/** What a peer can be asked about a workload: all ten requests, one after the other. */
export interface Peer {
  readonly name: string;
  readonly decide: (() => unknown) | null;
  readonly explain: (() => unknown) | null;
  /** Whether each request is allowed, where the engine follows AWS's rules; else null. */
  readonly allowed: (() => Promise<readonly boolean[]>) | null;
}

const FOLDER = resolve('tests/bench');

/** @returns null where they are not installed and cannot be: there is no network */
export function loadPeers(): ((workload: Workload) => readonly Peer[]) | null {
  if (!existsSync(join(FOLDER, 'node_modules')) && !install()) return null;
  const require = createRequire(join(FOLDER, 'package.json'));
  const simulate = require('@cloud-copilot/iam-simulate');
  const policies = require(require.resolve('@cloud-copilot/iam-policy', { paths: [FOLDER] }));
  const cedar = require('@cedar-policy/cedar-wasm/nodejs');
  return (workload) => [simulatePeer(simulate, policies, workload), cedarPeer(cedar, workload)];
}

/** Names and versions, as they were installed. */
export function peerVersions(): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8'));
  return dependencies as Readonly<Record<string, string>>;
}

function install(): boolean {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit']
  });
  return status === 0;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- the peers' types are not there to be checked */
function simulatePeer(engine: any, policies: any, workload: Workload): Peer {
  const simulations = workload.requests.map((request) => toSimulation(workload, request));
  // The fast entry wants a resource policy with a name, which only a wrapped one has.
  const wrapped = simulations.map((simulation) => ({
    ...simulation,
    resourcePolicy:
      simulation.resourcePolicy &&
      policies.createValidatedPolicy(simulation.resourcePolicy, () => [], { name: 'bucket' })
  }));
  return {
    name: 'iam-simulate',
    decide: () => {
      for (const each of wrapped) engine.runUnsafeSimulation(each, {});
    },
    explain: async () => {
      for (const each of simulations) await engine.runSimulation(each, {});
    },
    allowed: async () => {
      const results = await Promise.all(simulations.map((each) => engine.runSimulation(each, {})));
      return results.map((result) => {
        if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors));
        return result.overallResult === 'Allowed';
      });
    }
  };
}

function toSimulation(workload: Workload, { action, resource, context }: BenchRequest) {
  const named = (list: Workload['identity']) =>
    list.map((each, i) => ({ name: `p${i}`, policy: toDocument(each, false) }));
  const isBucket = resource === TEAM_BUCKET || resource.startsWith(`${TEAM_BUCKET}/`);
  return {
    request: {
      principal: USER,
      action,
      resource: { resource, accountId: ACCOUNT },
      contextVariables: { ...context, 'aws:PrincipalTag/team': TEAM, 'aws:SecureTransport': 'true' }
    },
    identityPolicies: named(workload.identity),
    serviceControlPolicies: workload.scps.map((each, i) => ({
      orgIdentifier: `level${i}`,
      policies: [{ name: `scp${i}`, policy: toDocument(each, false) }]
    })),
    resourceControlPolicies: [],
    resourcePolicy: workload.bucket && isBucket ? toDocument(workload.bucket, true) : undefined,
    permissionBoundaryPolicies: workload.boundary ? named([workload.boundary]) : undefined
  };
}

function cedarPeer(engine: any, workload: Workload): Peer {
  const id = `bench-${workload.name}`;
  const parsed = engine.preparsePolicySet(id, { staticPolicies: toCedar(workload) });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors));
  const calls = workload.requests.map((request) => toCedarRequest(id, request));
  return {
    name: 'cedar-wasm',
    decide: () => {
      for (const call of calls) {
        const answer = engine.statefulIsAuthorized(call);
        if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
      }
    },
    explain: null,
    allowed: null
  };
}
/* eslint-enable @typescript-eslint/no-explicit-any */
