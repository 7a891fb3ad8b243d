/**
 * Deciding for every choice of unknown facts without asking for each: choices that the same statements survive are one
 * question, and what is decided before all facts are known is not asked further.
 */
import type { Facts } from './expression.ts';
import type { Request } from './request.ts';
import type { Evaluation } from './trace.ts';
import type { OpenFacts, OpenStatement } from './unknown-atoms.ts';
import { overlay, type Dimension } from './unknown-cells.ts';
import { diagrams, type Diagrams, type Node } from './unknown-diagram.ts';

/** A dimension with its choices in classes that no condition tells apart. */
export interface Dim {
  readonly dimension: Dimension;
  readonly classes: readonly DimClass[];
  /** For each condition of the dimension the classes in which it holds. */
  readonly holds: ReadonlyMap<number, readonly number[]>;
}

export interface DimClass {
  /** Places in the dimension's list of choices. */
  readonly cells: readonly number[];
  readonly example: Facts;
  /** The statements that are not lost in this class, as bits. */
  readonly alive: bigint;
}

export interface Decided {
  readonly diagram: Diagrams;
  readonly root: Node;
  /** By the value of the diagram's leaves. */
  readonly leaves: readonly LeafCase[];
}

/** The same request with some facts known; what is not known stays open. */
export interface Ask {
  readonly outcome: (facts: Facts) => Evaluation['outcome'];
  readonly evaluation: (facts: Facts) => Evaluation;
}

export interface LeafCase {
  readonly evaluation: Evaluation;
  /** An example of the facts that lead here. */
  readonly facts: Facts;
}

/** The dimensions, those that most hangs on first. */
export function toDims(
  dimensions: readonly Dimension[],
  { atoms, statements }: OpenFacts,
  parts: readonly Request[]
): readonly Dim[] {
  const dims = dimensions.map((dimension): Dim => {
    const answers = dimension.cells.map((cell) =>
      dimension.atoms.map((i) => {
        const atom = atoms[i];
        return atom?.holds(overlay(parts[atom.part]?.context ?? new Map(), cell)) ?? false;
      })
    );
    const classes = alike(answers).map((cells): DimClass => {
      const [first = 0] = cells;
      const lost = new Set(dimension.atoms.filter((_, i) => answers[first]?.[i] === false));
      return { cells, example: dimension.cells[first] ?? new Map(), alive: survivors(statements, lost) };
    });
    const holds = new Map(
      dimension.atoms.map((atom, i) => [
        atom,
        classes.flatMap(({ cells: [first = 0] }, place) => (answers[first]?.[i] === true ? [place] : []))
      ])
    );
    return { dimension, classes, holds };
  });
  return dims
    .map((dim) => ({ dim, weight: weightOf(dim, statements) }))
    .sort((a, b) => b.weight - a.weight || a.dim.classes.length - b.dim.classes.length)
    .map(({ dim }) => dim);
}

/** Places whose answers are the same, together. */
function alike(answers: readonly (readonly boolean[])[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [i, answer] of answers.entries()) {
    const key = answer.map(Number).join('');
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return [...groups.values()];
}

function survivors(statements: readonly OpenStatement[], lost: ReadonlySet<number>): bigint {
  let bits = 0n;
  for (const [i, statement] of statements.entries()) {
    if (!statement.atoms.some((atom) => lost.has(atom))) bits |= 1n << BigInt(i);
  }
  return bits;
}

/** How much hangs on a dimension; a Deny decides more than an Allow. */
function weightOf({ dimension }: Dim, statements: readonly OpenStatement[]): number {
  const own = new Set(dimension.atoms);
  return statements
    .filter(({ atoms }) => atoms.some((atom) => own.has(atom)))
    .reduce((sum, { effect }) => sum + (effect === 'Deny' ? 2 : 1), 0);
}

/** So many questions are asked at most. */
const MOST_QUESTIONS = 600;

/** @returns null when it would take too many questions, or when something stays open that is not among the facts */
export function decideAll(
  dims: readonly Dim[],
  statements: readonly OpenStatement[],
  ask: Ask
): Decided | null {
  const diagram = diagrams(dims.map(({ classes }) => classes.length));
  const leaves = new Map<string, { readonly value: number; readonly found: LeafCase }>();
  const known = new Map<string, Node>();
  const denies = dims.map((_, at) => denyBits(statements, dims.slice(at)));

  function build(at: number, alive: bigint, facts: Facts): Node | null {
    const key = `${String(at)}:${alive.toString(36)}`;
    const found = known.get(key);
    if (found) return found;
    if (known.size >= MOST_QUESTIONS) return null;
    const outcome = ask.outcome(facts);
    const made = isSettled(outcome, alive & (denies[at] ?? 0n))
      ? toLeaf(outcome, facts)
      : branch(at, alive, facts);
    if (made) known.set(key, made);
    return made;
  }

  function branch(at: number, alive: bigint, facts: Facts): Node | null {
    const dim = dims[at];
    if (!dim) return null;
    const to: Node[] = [];
    for (const each of dim.classes) {
      const node = build(at + 1, alive & each.alive, new Map([...facts, ...each.example]));
      if (node === null) return null;
      to.push(node);
    }
    return diagram.fork(at, to);
  }

  function toLeaf(outcome: Evaluation['outcome'], facts: Facts): Node {
    const allowed = outcome === 'allowed' ? leaves.get(outcome) : undefined;
    if (allowed) return diagram.leaf(allowed.value);
    const evaluation = ask.evaluation(facts);
    const key = caseOf(evaluation);
    const value = leaves.get(key)?.value ?? leaves.size;
    if (!leaves.has(key)) leaves.set(key, { value, found: { evaluation, facts } });
    return diagram.leaf(value);
  }

  const root = build(0, (1n << BigInt(statements.length)) - 1n, new Map());
  return root && { diagram, root, leaves: [...leaves.values()].map(({ found }) => found) };
}

/** Denies that conditions of these dimensions may still take away. */
function denyBits(statements: readonly OpenStatement[], dims: readonly Dim[]): bigint {
  const own = new Set(dims.flatMap(({ dimension }) => dimension.atoms));
  let bits = 0n;
  for (const [i, { effect, atoms }] of statements.entries()) {
    if (effect === 'Deny' && atoms.some((atom) => own.has(atom))) bits |= 1n << BigInt(i);
  }
  return bits;
}

/** Where nobody allows, an open Deny still says which kind of denial it is. */
function isSettled(outcome: Evaluation['outcome'], openDenies: bigint): boolean {
  return outcome !== 'conditional' && (outcome !== 'implicitDeny' || openDenies === 0n);
}

/** Outcomes that one would tell apart: by kind, by whom, and for a deny by the statement that speaks first. */
function caseOf({ outcome, decidedBy }: Evaluation): string {
  switch (decidedBy.kind) {
    case 'explicitDeny':
      return `deny ${decidedBy.by} ${decidedBy.steps[0] ?? ''}`;
    case 'noAllow':
      return `silent ${decidedBy.by}`;
    case 'blocked':
      return `blocked ${decidedBy.step} ${outcome ?? ''}`;
    default:
      return outcome ?? 'undecided';
  }
}
