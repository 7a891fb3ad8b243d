/**
 * A decision that hangs on unknown facts, worked out: the facts are parted at what the policies compare them with,
 * every class is decided by the engine itself, and what comes out is told as a condition.
 */
import type { World } from '../world/world.ts';
import { keysIn } from './expression.ts';
import { isUnknown } from './request.ts';
import { openFacts, partsOf } from './unknown-atoms.ts';
import { dimensionsOf } from './unknown-cells.ts';
import { conditionsOf } from './unknown-conditions.ts';
import { decideAll, toDims, type Ask, type Decided } from './unknown-tree.ts';
import type { Branch, Evaluation, Expression, Split } from './trace.ts';

/** So many facts may be open; beyond, the call is undecided. */
const MOST_UNKNOWN = 8;

/** What was worked out; `on` names the keys that matter. */
export type Outlook =
  | {
      readonly kind: 'workedOut';
      readonly when: Expression | null;
      readonly forks: readonly Branch[];
      readonly splits: readonly Split[];
      readonly on: readonly string[];
    }
  | { readonly kind: 'tooMuch'; readonly on: readonly string[] };

/**
 * @param evaluation a conditional one, with its hops and checks
 * @param ask must not come back here
 */
export function workOut(world: World, evaluation: Evaluation, ask: Ask): Outlook {
  const { request } = evaluation;
  const parts = partsOf(request);
  const spell = (lower: string): string => {
    const open = parts.map(({ context }) => context.get(lower)).find((each) => each && isUnknown(each));
    return open?.key ?? lower;
  };
  const open = openFacts(world, evaluation);
  const keys = [...new Set(open?.atoms.flatMap((atom) => atom.keys) ?? [])];
  const tooMuch: Outlook = {
    kind: 'tooMuch',
    on: evaluation.decidedBy.kind === 'conditional' ? evaluation.decidedBy.on : keys.map(spell)
  };
  if (open === null || keys.length > MOST_UNKNOWN) return tooMuch;
  const dimensions = dimensionsOf(parts, open.atoms);
  if (dimensions === null) return tooMuch;
  const dims = toDims(dimensions, open, parts);
  const decided = decideAll(dims, open.statements, ask);
  if (decided === null) return tooMuch;
  const told = conditionsOf(dims, decided, open, parts, spell);
  if (told === null) return tooMuch;
  const forks = toForks(decided, told.leaves, spell);
  const when = forks.length > 1 ? (forks.find(({ outcome }) => outcome === 'allowed')?.when ?? null) : null;
  const on = [...new Set(forks.flatMap((fork) => (fork.when ? keysIn(fork.when) : [])))];
  return { kind: 'workedOut', when, forks, splits: told.splits, on };
}

const ORDER = ['allowed', 'explicitDeny', 'implicitDeny', null];

function toForks(
  { leaves }: Decided,
  conditions: readonly (Expression | null)[],
  spell: (key: string) => string
): readonly Branch[] {
  return leaves
    .map(({ evaluation, facts }, i): Branch => {
      const { outcome, rule, decidedBy } = evaluation;
      return {
        when: conditions[i] ?? null,
        outcome: outcome === 'conditional' ? null : outcome,
        rule,
        decidedBy,
        facts: [...facts].map(([key, values]) => ({ key: spell(key), values }))
      };
    })
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
}
