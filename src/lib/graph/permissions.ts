/** Edges that identity-based policies make: permissions, passed roles and denies on what the world lists. */
import type { Effect, Statement } from '../policy/document.ts';
import type { PolicyId, World } from '../world/world.ts';
import { conditionKeys } from './grants.ts';
import { isEverything, reachOf, scopeOf } from './reach.ts';
import type { Reach, Scope, Target } from './reach.ts';
import type { Collector, Strand } from './sketch.ts';

interface Holder {
  readonly id: string;
  readonly account: string;
}

/**
 * Permission, pass and deny edges. An Allow of everything on everything makes none: the identity is marked
 * instead. Run after addTrust: an sts:AssumeRole that a trust edge between the same two already shows joins it.
 */
export function addPermissions(world: World, to: Collector): void {
  const targets = listTargets(world);
  const scopes = new Map<PolicyId, readonly Scope[]>();
  for (const { policy, type, target: holder } of world.attachments) {
    const node = to.nodes.get(holder);
    if (type !== 'identity' || !node || node.box === null) continue;
    const compiled = scopes.get(policy) ?? (world.policies.get(policy)?.statements ?? []).map(scopeOf);
    scopes.set(policy, compiled);
    for (const scope of compiled) addScope(to, { id: holder, account: node.box }, policy, scope, targets);
  }
}

function addScope(
  to: Collector,
  holder: Holder,
  policy: PolicyId,
  scope: Scope,
  targets: readonly Target[]
): void {
  const { statement } = scope;
  if (isEverything(scope)) {
    if (statement.effect === 'Allow') markEverything(to, holder.id, statement);
    return;
  }
  if (statement.effect === 'Deny' && (scope.everywhere || statement.resource?.negated)) return; // too wide to draw
  for (const target of targets) {
    const reach = target.id === holder.id ? null : reachOf(scope, target, holder.account);
    if (!reach) continue;
    const strand = {
      from: holder.id,
      to: target.id,
      conditions: conditionKeys(statement),
      madeBy: { policy, path: statement.path }
    };
    for (const drawn of strandsOf(to, strand, reach, statement.effect)) to.link(drawn);
  }
}

type Ends = Pick<Strand, 'from' | 'to' | 'conditions' | 'madeBy'>;

function strandsOf(to: Collector, ends: Ends, reach: Reach, effect: Effect): readonly Strand[] {
  if (effect === 'Deny') return [{ ...ends, kind: 'deny', actions: reach.actions }];
  const strands: Strand[] = [];
  const passing = reach.actions.filter((action) => /^iam:\*?pass/i.test(action));
  if (reach.passes) strands.push({ ...ends, kind: 'pass', actions: passing });
  if (!reach.acts) return strands;
  const acting = reach.actions.filter((action) => !passing.includes(action));
  const trusted = to.has('trust', ends.from, ends.to);
  const other = trusted ? acting.filter((action) => !/^sts:/i.test(action)) : acting;
  if (other.length < acting.length) strands.push({ ...ends, kind: 'trust', actions: [], joins: true });
  if (other.length > 0) strands.push({ ...ends, kind: 'permission', actions: other });
  return strands;
}

/** Says `everything` under the identity; a condition is said too. */
function markEverything(to: Collector, id: string, statement: Statement): void {
  const node = to.nodes.get(id);
  if (!node) return;
  const text = statement.conditions.length > 0 ? 'everything, if …' : 'everything';
  const rest = node.boundary ? ` within ${node.boundary.name}` : '';
  if (!node.sublabel.startsWith('everything')) to.nodes.set(id, { ...node, sublabel: text + rest });
}

function listTargets(world: World): readonly Target[] {
  const targets: Target[] = [];
  for (const { arn, account } of world.resources.values())
    targets.push({ id: arn, kind: 'resource', account });
  for (const principal of world.principals.values()) {
    if (principal.kind === 'role')
      targets.push({ id: principal.arn, kind: 'role', account: principal.account });
  }
  return targets;
}
