/** Edges that no statement makes: membership, sessions, and the policies that hang on identities. */
import { unassignedSet, type Caller, type Request } from '../engine/request.ts';
import type { PolicyId, World } from '../world/world.ts';
import { callerNode } from './naming.ts';
import { plainNode } from './nodes.ts';
import type { Collector, NodeSketch, Strand } from './sketch.ts';

/** Membership of every user. */
export function addMemberships(world: World, to: Collector): void {
  for (const principal of world.principals.values()) {
    if (principal.kind !== 'user') continue;
    for (const group of principal.groups) to.link(tie('membership', principal.arn, group));
  }
}

/** Sessions the world knows, each tied to its role. */
export function addSessions(world: World, to: Collector): void {
  for (const principal of world.principals.values()) {
    if (principal.kind === 'session') to.link(tie('session', principal.arn, principal.role));
  }
}

/** Callers of requests, hops and checks that the world does not list. */
export function addCallers(world: World, requests: readonly Request[], to: Collector): void {
  for (const request of requests) {
    const { caller, hops, checks } = request;
    to.add(callerNode(world, caller));
    const behind = unassignedSet(request) === null ? issuerOf(caller) : null;
    if (behind !== null)
      to.link(
        tie(
          'session',
          caller.kind === 'roleSession' || caller.kind === 'federatedUser' ? caller.arn : behind,
          behind
        )
      );
    addCallers(world, [...hops, ...checks], to);
  }
}

/** The role or user a session's power comes from. */
function issuerOf(caller: Caller): string | null {
  if (caller.kind === 'roleSession') return caller.role;
  return caller.kind === 'federatedUser' ? caller.issuer : null;
}

/**
 * Policy nodes and attachment edges of identity-based policies. A managed policy attached several times in one
 * account is one node; in a second account it is a second node, because no attachment leaves an account.
 */
export function addAttachments(world: World, to: Collector): void {
  const firstAccount = new Map<PolicyId, string>();
  for (const { policy, type, target } of world.attachments) {
    const box = to.nodes.get(target)?.box ?? null;
    if (type !== 'identity' || box === null) continue;
    const first = firstAccount.get(policy) ?? box;
    firstAccount.set(policy, first);
    const node = policyNode(world, policy, box, box === first ? policy : `${policy}@${box}`);
    to.add(node);
    to.link({ ...tie('attachment', target, node.id), madeBy: { policy, path: '' } });
  }
}

/** AWS managed policies carry other letters than those an account keeps itself. */
function policyNode(world: World, policy: PolicyId, box: string, id: string): NodeSketch {
  const paper = world.papers.get(policy);
  const glyph = paper?.origin === 'aws' ? 'AWS' : 'P';
  const sublabel = world.broken.has(policy) ? 'has an error' : '';
  return plainNode('policy', id, paper?.name ?? policy, { box, opens: policy, glyph, sublabel });
}

function tie(kind: Strand['kind'], from: string, to: string): Strand {
  return { kind, from, to, actions: [], conditions: [], madeBy: null };
}
