/**
 * All choices of unknown facts that policies tell apart, in dimensions that know nothing of each other: a key by
 * itself, or keys that policies compare with each other or that AWS documents as related (KEY-20, KEY-32).
 */
import type { PatternPart } from '../policy/document.ts';
import { isMultivalued } from './context-key.ts';
import type { Facts } from './expression.ts';
import { toLiteral } from './operators.ts';
import { isUnknown, type Request, type RequestContext } from './request.ts';
import { comparedWith, type Atom } from './unknown-atoms.ts';
import { isList, isPossible, mayBeMissing, RELATED } from './unknown-keys.ts';
import { telling, type Comparison } from './unknown-values.ts';

export interface Dimension {
  /** In lower case; a key that another is compared with stands before it. */
  readonly keys: readonly string[];
  /** Places in the list of atoms. */
  readonly atoms: readonly number[];
  readonly cells: readonly Facts[];
  /** Texts that stand for themselves though no condition names them so: what a variable would have to be. */
  readonly exact: ReadonlyMap<string, readonly string[]>;
  /** For lists: values that no condition tells apart, of which the lists hold the first. */
  readonly alike: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Beyond these a condition is not worked out. */
const MOST_CELLS = 1200;
const MOST_KINDS_OF_ELEMENTS = 6;

/** @returns null when there are too many choices to look at */
export function dimensionsOf(parts: readonly Request[], atoms: readonly Atom[]): readonly Dimension[] | null {
  const made = groupsOf(atoms).map((keys): Dimension | null => {
    const own = atoms.flatMap((atom, i) => (atom.keys.some((key) => keys.includes(key)) ? [i] : []));
    const first = atoms[own[0] ?? 0]?.part ?? 0;
    const request = parts[first];
    if (!request) return null;
    const ground: Ground = {
      parts,
      request,
      atoms: own.flatMap((i) => atoms[i] ?? []),
      keys: inOrder(keys, atoms),
      alike: new Map()
    };
    const cells = cellsOf(ground);
    const exact = new Map(ground.keys.map((key) => [key, othersOf(key, ground)] as const));
    return cells && { keys: ground.keys, atoms: own, cells, exact, alike: ground.alike };
  });
  return made.every((each) => each !== null) ? made : null;
}

interface Ground {
  readonly parts: readonly Request[];
  readonly request: Request;
  readonly atoms: readonly Atom[];
  readonly keys: readonly string[];
  readonly alike: Map<string, readonly (readonly string[])[]>;
}

/** Keys of one atom belong together, and so do related keys. */
function groupsOf(atoms: readonly Atom[]): readonly (readonly string[])[] {
  const all = new Set(atoms.flatMap(({ keys }) => keys));
  const related = RELATED.map((keys) => keys.filter((key) => all.has(key)));
  let groups: (readonly string[])[] = [];
  for (const link of [...related, ...atoms.map(({ keys }) => keys)]) {
    if (link.length === 0) continue;
    const touched = groups.filter((group) => group.some((key) => link.includes(key)));
    groups = [
      ...groups.filter((group) => !touched.includes(group)),
      [...new Set([...touched.flat(), ...link])]
    ];
  }
  return groups;
}

/** Keys that only stand in variables come first, so that what is compared with them is known by then. */
function inOrder(keys: readonly string[], atoms: readonly Atom[]): readonly string[] {
  const compared = (key: string) =>
    atoms.filter(
      ({ reads, keys: all }) => all.length > 1 && reads.kind === 'condition' && reads.compiled.key === key
    ).length;
  return [...keys].sort((a, b) => compared(a) - compared(b));
}

function cellsOf(ground: Ground): readonly Facts[] | null {
  let cells: readonly Facts[] = [new Map()];
  for (const key of ground.keys) {
    const next: Facts[] = [];
    for (const facts of cells) {
      const values = choicesOf(key, facts, ground);
      if (values === null) return null;
      for (const value of values) {
        const longer = new Map(facts).set(key, value);
        if (isPossible(longer, ground.request)) next.push(longer);
      }
      if (next.length > MOST_CELLS) return null;
    }
    cells = next;
  }
  return cells;
}

/** The key missing, where it may be, and each value or list of values. */
function choicesOf(key: string, facts: Facts, ground: Ground): readonly (readonly string[] | null)[] | null {
  const compared = ground.atoms.flatMap((atom) => comparisonsOf(key, atom, facts, ground));
  const values = telling(key, compared, othersOf(key, ground));
  if (values === null) return null;
  const missing = mayBeMissing(key, ground.request) ? [null] : [];
  if (!isList(key, isReadAsSet(key, ground))) return [...values.map((value) => [value]), ...missing];
  const kinds = kindsOf(key, values, facts, ground);
  ground.alike.set(key, [...(ground.alike.get(key) ?? []), ...kinds]);
  const examples = kinds.flatMap(([first]) => first ?? []);
  return kinds.length > MOST_KINDS_OF_ELEMENTS ? null : [...subsets(examples), ...missing];
}

function isReadAsSet(key: string, { atoms }: Ground): boolean {
  return atoms.some(
    ({ reads }) =>
      reads.kind === 'condition' &&
      reads.compiled.key === key &&
      reads.compiled.condition.operator.set !== null
  );
}

function comparisonsOf(key: string, atom: Atom, facts: Facts, { parts }: Ground): readonly Comparison[] {
  const { reads } = atom;
  if (reads.kind !== 'condition' || reads.compiled.key !== key) return [];
  const context = overlay(parts[atom.part]?.context ?? new Map(), facts);
  const operator = reads.compiled.condition.operator.name;
  return comparedWith(reads.compiled, context).map((parts) => ({ operator, parts }));
}

/** Elements that no condition tells apart count once. */
function kindsOf(
  key: string,
  values: readonly string[],
  facts: Facts,
  ground: Ground
): readonly (readonly string[])[] {
  const kinds = new Map<string, string[]>();
  for (const value of values) {
    const cell = new Map(facts).set(key, [value]);
    const answers = ground.atoms.map((atom) =>
      atom.holds(overlay(ground.parts[atom.part]?.context ?? new Map(), cell)) ? '1' : '0'
    );
    const kind = kinds.get(answers.join(''));
    if (kind) kind.push(value);
    else kinds.set(answers.join(''), [value]);
  }
  return [...kinds.values()];
}

/** All but the empty list, which is to policies as good as a missing key (COND-13, COND-51, COND-53). */
function subsets(elements: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  for (const element of elements) all.push(...all.map((list) => [...list, element]));
  return all.filter((list) => list.length > 0);
}

/** For a key that stands in variables: what it would have to be for the comparison to come true. */
function othersOf(key: string, ground: Ground): readonly string[] {
  const found = ground.atoms.flatMap((atom) => {
    if (!atom.keys.includes(key)) return [];
    const { reads } = atom;
    if (reads.kind === 'resource') {
      return reads.resources.flatMap(({ pattern }) => fillings(pattern.parts, key, reads.requested));
    }
    if (reads.compiled.key === key) return [];
    const patterns = reads.compiled.values.map(({ pattern }) => pattern.parts);
    const actual = ground.parts[atom.part]?.context.get(reads.compiled.key);
    if (actual && !isUnknown(actual)) {
      return actual.values.flatMap((text) => patterns.flatMap((parts) => fillings(parts, key, text)));
    }
    return constantsOf(reads.compiled.key, ground);
  });
  return [...new Set(found)].filter((text) => text !== '');
}

function constantsOf(key: string, { atoms }: Ground): readonly string[] {
  return atoms.flatMap(({ reads }) =>
    reads.kind === 'condition' && reads.compiled.key === key
      ? reads.compiled.values.flatMap(({ pattern }) =>
          pattern.parts.every(({ kind }) => kind === 'literal') ? [toLiteral(pattern.parts)] : []
        )
      : []
  );
}

const MOST_FILLINGS = 48;

/** Texts between what stands before and after the variable, wherever that occurs. More than match; none is lost. */
function fillings(parts: readonly PatternPart[], key: string, text: string): readonly string[] {
  const at = parts.findIndex((part) => part.kind === 'variable' && part.key.toLowerCase() === key);
  if (at < 0) return [];
  const before = literalAt(parts, at - 1);
  const after = literalAt(parts, at + 1);
  const found: string[] = [];
  for (let from = 0; from <= text.length && found.length < MOST_FILLINGS; from++) {
    if (before === null ? at === 0 && from > 0 : !text.slice(0, from).endsWith(before)) continue;
    for (let to = from; to <= text.length && found.length < MOST_FILLINGS; to++) {
      const isLast = at === parts.length - 1;
      if (isLast ? to === text.length : after === null || text.startsWith(after, to))
        found.push(text.slice(from, to));
    }
  }
  return found;
}

function literalAt(parts: readonly PatternPart[], at: number): string | null {
  const part = parts[at];
  return part?.kind === 'literal' ? part.text : null;
}

/** A context in which these facts are no longer open. Keys that are not open there stay as they are. */
export function overlay(context: RequestContext, facts: Facts): RequestContext {
  const made = new Map(context);
  for (const [key, values] of facts) {
    const open = context.get(key);
    if (open === undefined || !isUnknown(open)) continue;
    if (values === null) made.delete(key);
    else
      made.set(key, {
        key: open.key,
        values,
        multivalued: isMultivalued(key) || values.length > 1,
        from: open.from
      });
  }
  return made;
}

/** A request, its hops and its checks with these facts. */
export function withFacts(request: Request, facts: Facts): Request {
  return {
    ...request,
    context: overlay(request.context, facts),
    hops: request.hops.map((hop) => withFacts(hop, facts)),
    checks: request.checks.map((check) => withFacts(check, facts))
  };
}
