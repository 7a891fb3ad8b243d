/** What was decided for every choice of facts, told as conditions: one for each outcome, one for each open step. */
import { join, lengthOf } from './expression.ts';
import type { Request } from './request.ts';
import type { Decision, Expression, Split } from './trace.ts';
import type { OpenFacts } from './unknown-atoms.ts';
import { describer } from './unknown-describe.ts';
import type { Node } from './unknown-diagram.ts';
import { factsOf } from './unknown-facts.ts';
import { factor, opposite, type Formula } from './unknown-formula.ts';
import type { Decided, Dim } from './unknown-tree.ts';

/** Longer than anyone reads. */
const MOST_LENGTH = 60;

type Describe = (classes: readonly number[]) => Expression | null;

/** @returns null when some condition would be too long to tell */
export function conditionsOf(
  dims: readonly Dim[],
  decided: Decided,
  { atoms }: OpenFacts,
  parts: readonly Request[],
  spell: (key: string) => string
): { readonly leaves: readonly (Expression | null)[]; readonly splits: readonly Split[] } | null {
  const { diagram, root } = decided;
  const describes = dims.map(({ dimension, classes }): Describe => {
    const tell = describer(dimension.cells, factsOf(dimension, atoms, parts, spell));
    return (which) => tell(which.flatMap((i) => classes[i]?.cells ?? []));
  });
  const sizes = dims.map(({ classes }) => classes.length);
  const leaves = decided.leaves.map((_, i) => {
    const isHere = diagram.map(root, (value) => (value === i ? 1 : 0));
    return isHere === diagram.YES ? null : tellNode(isHere, decided, describes, sizes);
  });
  if (leaves.includes(undefined)) return null;
  const splits = dims.flatMap((dim, at) =>
    [...dim.holds].flatMap(([i, classes]): readonly Split[] => {
      const atom = atoms[i];
      const rest = dim.classes.flatMap((_, place) => (classes.includes(place) ? [] : [place]));
      if (!atom) return [];
      return [
        {
          step: atom.step,
          keys: atom.keys.map(spell),
          when: describes[at]?.(classes) ?? null,
          holds: outcomes(decided, at, classes),
          fails: outcomes(decided, at, rest)
        }
      ];
    })
  );
  return { leaves: leaves.map((each) => each ?? null), splits };
}

const OUTCOMES = ['allowed', 'explicitDeny', 'implicitDeny', null] as const;

/** What the call may come to with only these classes left. */
function outcomes(
  { diagram, root, leaves }: Decided,
  at: number,
  classes: readonly number[]
): readonly (Decision | null)[] {
  if (classes.length === 0) return [];
  const values = diagram.values(root, new Map([[at, classes]]));
  const found = new Set([...values].map((value) => leaves[value]?.evaluation.outcome ?? null));
  return OUTCOMES.filter((outcome) => found.has(outcome));
}

/** The shorter of two: what it takes, and what must not be. Undefined when both are too long. */
function tellNode(
  node: Node,
  { diagram }: Decided,
  describes: readonly Describe[],
  sizes: readonly number[]
): Expression | undefined {
  const yes = diagram.cover(node, node);
  const no = diagram.cover(diagram.not(node), diagram.not(node));
  const formulas = [...(yes ? [factor(yes.cubes)] : []), ...(no ? [opposite(factor(no.cubes), sizes)] : [])];
  const [best] = formulas
    .map((formula) => toExpression(formula, describes))
    .map((expression) => ({ expression, length: lengthOf(expression) }))
    .sort((a, b) => a.length - b.length);
  return best && best.length <= MOST_LENGTH ? best.expression : undefined;
}

function toExpression(formula: Formula, describes: readonly Describe[]): Expression {
  if (formula.kind === 'in') return describes[formula.at]?.(formula.classes) ?? { kind: 'and', of: [] };
  return join(
    formula.kind,
    formula.of.map((each) => toExpression(each, describes))
  );
}
