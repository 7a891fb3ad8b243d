/** Edges that identity-based policies make: permissions, passed roles and denies on what the world lists. */
import type { Effect, PolicyDocument, Statement } from '../policy/document.ts';
import type { PolicyId, World } from '../world/world.ts';
import { conditionKeys } from './grants.ts';
import { isOfPermissionSet } from '../world/permission-set.ts';
import { effortOf, isEverything, isVague, reachOf, scopeOf } from './reach.ts';
import type { Reach, Scope } from './reach.ts';
import type { Collector, Strand } from './sketch.ts';
import { Targets } from './targets.ts';
import type { Target } from './targets.ts';

interface Holder {
  readonly id: string;
  readonly account: string;
}

/** What may be worked through for all permissions together, in the measure of `effortOf`; what lies beyond is cut. */
const MOST_EFFORT = 3_000_000;

interface Found {
  readonly target: Target;
  readonly reach: Reach;
}

/** What every statement says, per account that asks: asked once, however many identities and policies have it. */
interface Inquiry {
  readonly targets: Targets;
  readonly scopes: Map<PolicyDocument, readonly Scope[]>;
  readonly found: Map<string, Map<Scope, readonly Found[]>>;
  effort: number;
}

/**
 * Permission, pass and deny edges. An Allow of everything on everything makes none: the identity is marked
 * instead. Run after addTrust: an sts:AssumeRole that a trust edge between the same two already shows joins it.
 */
export function addPermissions(world: World, to: Collector): void {
  const inquiry: Inquiry = { targets: new Targets(world), scopes: new Map(), found: new Map(), effort: 0 };
  for (const { policy, type, target: holder } of world.attachments) {
    const node = to.nodes.get(holder);
    if (type !== 'identity' || !node || node.box === null) continue;
    const document = world.policies.get(policy);
    if (!document) continue;
    const compiled = inquiry.scopes.get(document) ?? document.statements.map(scopeOf);
    inquiry.scopes.set(document, compiled);
    for (const scope of compiled) addScope(to, { id: holder, account: node.box }, policy, scope, inquiry);
  }
}

function addScope(to: Collector, holder: Holder, policy: PolicyId, scope: Scope, inquiry: Inquiry): void {
  const { statement } = scope;
  if (isEverything(scope)) {
    if (statement.effect === 'Allow') markEverything(to, holder.id, statement);
    return;
  }
  if (statement.effect === 'Deny' && isVague(scope)) return; // too wide to draw
  if (to.isFull) {
    to.cut();
    return;
  }
  const conditions = conditionKeys(statement);
  const madeBy = { policy, path: statement.path };
  for (const { target, reach } of foundBy(scope, holder.account, inquiry, to)) {
    if (target.id === holder.id) continue;
    const strand = { from: holder.id, to: target.id, conditions, madeBy };
    for (const drawn of strandsOf(to, strand, reach, statement.effect)) to.link(drawn);
  }
}

/** What a statement reaches from an account; cut short when all has become too much. */
function foundBy(scope: Scope, home: string, inquiry: Inquiry, to: Collector): readonly Found[] {
  const known = inquiry.found.get(home) ?? new Map<Scope, readonly Found[]>();
  inquiry.found.set(home, known);
  const before = known.get(scope);
  if (before) return before;
  const found: Found[] = [];
  for (const target of candidates(scope, home, inquiry.targets)) {
    inquiry.effort += effortOf(scope, target);
    if (inquiry.effort > MOST_EFFORT) {
      to.cut();
      break;
    }
    const reach = reachOf(scope, target, home);
    if (reach) found.push({ target, reach });
  }
  known.set(scope, found);
  return found;
}

function candidates(scope: Scope, home: string, targets: Targets): readonly Target[] {
  if (scope.statement.resource === null) return [];
  return isVague(scope)
    ? targets.inAccount(home)
    : targets.beginning(scope.entries.map(({ glob }) => glob.prefix));
}

type Ends = Pick<Strand, 'from' | 'to' | 'conditions' | 'madeBy'>;

function strandsOf(to: Collector, ends: Ends, reach: Reach, effect: Effect): readonly Strand[] {
  if (effect === 'Deny') return [{ ...ends, kind: 'deny', actions: reach.actions }];
  const strands: Strand[] = [];
  const passing = reach.actions.filter((action) => /^iam:\*?pass/i.test(action));
  if (reach.passes) strands.push({ ...ends, kind: 'pass', actions: passing });
  if (!reach.acts) return strands;
  const acting =
    passing.length === 0 ? reach.actions : reach.actions.filter((each) => !passing.includes(each));
  const isTrusted = acting.some(isOfSts) && to.has('trust', ends.from, ends.to);
  const other = isTrusted ? acting.filter((action) => !isOfSts(action)) : acting;
  if (other.length < acting.length) strands.push({ ...ends, kind: 'trust', actions: [], joins: true });
  if (other.length > 0) strands.push({ ...ends, kind: 'permission', actions: other });
  return strands;
}

function isOfSts(action: string): boolean {
  return /^sts:/i.test(action);
}

/** Says `everything` under the identity; a condition is said too. */
function markEverything(to: Collector, id: string, statement: Statement): void {
  const node = to.nodes.get(id);
  if (!node) return;
  const text = statement.conditions.length > 0 ? 'everything, if …' : 'everything';
  const rest = node.boundary ? ` within ${node.boundary.name}` : '';
  if (node.sublabel.includes('everything')) return;
  const set = isOfPermissionSet(id) ? 'permission set, ' : '';
  to.nodes.set(id, { ...node, sublabel: set + text + rest });
}
