/** A sum of products as a formula with common factors taken out, and its opposite. Knows classes, no facts. */
import type { Cube } from './unknown-diagram.ts';

export type Formula =
  /** One dimension is in one of these classes. */
  | { readonly kind: 'in'; readonly at: number; readonly classes: readonly number[] }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Formula[] };

export const ALWAYS: Formula = { kind: 'and', of: [] };

/** The products, those that share a factor behind it. */
export function factor(cubes: readonly Cube[]): Formula {
  if (cubes.some((cube) => cube.size === 0)) return ALWAYS;
  const [common] = [...shared(cubes)].sort(([, a], [, b]) => b.count - a.count);
  if (!common || common[1].count < 2) return anyOf(cubes.map(product));
  const [key, { at, classes }] = common;
  const has = (cube: Cube) => toKey(at, cube.get(at)) === key;
  const inner = cubes.filter(has).map((cube) => new Map([...cube].filter(([dimension]) => dimension !== at)));
  const rest = cubes.filter((cube) => !has(cube));
  const taken = allOf([{ kind: 'in', at, classes }, factor(inner)]);
  return rest.length === 0 ? taken : anyOf([taken, factor(rest)]);
}

interface Shared {
  readonly at: number;
  readonly classes: readonly number[];
  readonly count: number;
}

function shared(cubes: readonly Cube[]): ReadonlyMap<string, Shared> {
  const found = new Map<string, Shared>();
  for (const cube of cubes) {
    for (const [at, classes] of cube) {
      const key = toKey(at, classes);
      found.set(key, { at, classes, count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  return found;
}

function toKey(at: number, classes: readonly number[] | undefined): string {
  return `${String(at)}:${classes?.join(',') ?? ''}`;
}

function product(cube: Cube): Formula {
  return allOf([...cube].map(([at, classes]) => ({ kind: 'in', at, classes })));
}

function allOf(of: readonly Formula[]): Formula {
  return join('and', of);
}

function anyOf(of: readonly Formula[]): Formula {
  return join('or', of);
}

/** Flat, and each dimension once: what is asked of it in several places is asked together. */
function join(kind: 'and' | 'or', of: readonly Formula[]): Formula {
  const flat = of.flatMap((each) => (each.kind === kind ? each.of : [each]));
  const merged: Formula[] = [];
  for (const each of flat) {
    const i = merged.findIndex((other) => other.kind === 'in' && each.kind === 'in' && other.at === each.at);
    const other = merged[i];
    if (each.kind !== 'in' || other?.kind !== 'in') merged.push(each);
    else merged[i] = { ...each, classes: kind === 'and' ? both(other, each) : either(other, each) };
  }
  const [only, ...others] = merged;
  return only && others.length === 0 ? only : { kind, of: merged };
}

type In = Extract<Formula, { readonly kind: 'in' }>;

const both = (a: In, b: In) => a.classes.filter((each) => b.classes.includes(each));
const either = (a: In, b: In) => [...new Set([...a.classes, ...b.classes])].sort((x, y) => x - y);

/** The formula that holds where this one does not. `sizes`: how many classes each dimension has. */
export function opposite(formula: Formula, sizes: readonly number[]): Formula {
  if (formula.kind !== 'in') {
    const of = formula.of.map((each) => opposite(each, sizes));
    return formula.kind === 'and' ? anyOf(of) : allOf(of);
  }
  const { at, classes } = formula;
  const all = Array.from({ length: sizes[at] ?? 0 }, (_, i) => i);
  return { kind: 'in', at, classes: all.filter((each) => !classes.includes(each)) };
}
