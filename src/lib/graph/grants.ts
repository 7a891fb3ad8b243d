/** Edges that resource-based policies make: trust into roles, grants and denies into resources. */
import type { PrincipalElement, Statement } from '../policy/document.ts';
import { matchesPattern, toParts } from '../policy/pattern.ts';
import type { PolicyId, World } from '../world/world.ts';
import { granteeNode, namedNodes } from './naming.ts';
import { actionsSaid, canActOn } from './reach.ts';
import type { Collector, Strand } from './sketch.ts';

const ASSUMING = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];

/** Trust edges from every principal that a role's trust policy allows, and denies from those it denies. */
export function addTrust(world: World, to: Collector): void {
  const known = new Map<string, boolean>();
  const names = (text: string) => {
    const isNaming = known.get(text) ?? isNamingAssuming(text);
    known.set(text, isNaming);
    return isNaming;
  };
  forEachStatement(world, (policy, statement, principal, target) => {
    if (to.nodes.get(target)?.kind !== 'role' || !isAssuming(statement, names)) return;
    link(world, to, { policy, statement, principal, target }, 'trust');
  });
}

/** Grant edges for each Allow of a resource's own policy, deny edges for each Deny. */
export function addGrants(world: World, to: Collector): void {
  forEachStatement(world, (policy, statement, principal, target) => {
    if (to.nodes.get(target)?.kind !== 'resource' || !canActOn(statement, target)) return;
    link(world, to, { policy, statement, principal, target }, 'grant');
  });
}

/** Grant edges for the grants of KMS keys, which no statement makes; dashed where they want an encryption context. */
export function addKeyGrants(world: World, to: Collector): void {
  for (const { arn, grants = [] } of world.resources.values()) {
    for (const { grantee, operations, contextEquals, contextSubset } of grants) {
      if (to.isFull) return;
      const node = granteeNode(world, grantee);
      const keys = [...(contextEquals?.keys() ?? []), ...(contextSubset?.keys() ?? [])];
      to.add(node);
      to.link({
        kind: 'grant',
        from: node.id,
        to: arn,
        actions: operations.map((operation) => `kms:${operation}`),
        conditions: keys.map((key) => `kms:EncryptionContext:${key}`),
        madeBy: null
      });
    }
  }
}

interface Named {
  readonly policy: PolicyId;
  readonly statement: Statement;
  readonly principal: PrincipalElement;
  readonly target: string;
}

/** @param allows the kind of edge that an Allow makes */
function link(world: World, to: Collector, named: Named, allows: Strand['kind']): void {
  const { policy, statement, principal, target } = named;
  for (const node of namedNodes(world, principal)) {
    if (node.id === target) continue; // a role that trusts itself: nothing to draw
    to.add(node);
    to.link({
      kind: statement.effect === 'Allow' ? allows : 'deny',
      from: node.id,
      to: target,
      actions: actionsSaid(statement),
      conditions: conditionKeys(statement),
      madeBy: { policy, path: statement.path }
    });
  }
}

/**
 * Whether a trust statement lets, or keeps, someone from becoming the role, beyond tags and source identity.
 *
 * @param names whether an action pattern is about that: roles of a world are trusted in a few words
 */
function isAssuming({ action }: Statement, names: (text: string) => boolean): boolean {
  return action.patterns.some(({ text }) => names(text)) !== action.negated;
}

function isNamingAssuming(text: string): boolean {
  const parts = toParts(text.toLowerCase(), false);
  return ASSUMING.some((name) => matchesPattern(parts, name));
}

function forEachStatement(
  world: World,
  visit: (policy: PolicyId, statement: Statement, principal: PrincipalElement, target: string) => void
): void {
  for (const { policy, type, target } of world.attachments) {
    if (type !== 'resource') continue;
    for (const statement of world.policies.get(policy)?.statements ?? []) {
      if (statement.principal) visit(policy, statement, statement.principal, target);
    }
  }
}

/** The condition keys of a statement, each once, as first written. */
export function conditionKeys({ conditions }: Statement): readonly string[] {
  const keys = new Map<string, string>();
  for (const { key } of conditions) if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
  return [...keys.values()];
}
