/**
 * How far one state of a file is from another, as a golfer counts: statements added, changed and removed, policy by
 * policy, and structural edits beside them. What a statement says counts, not how it is written or where it stands.
 */
import type { Statement } from '../policy/document.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import type { PolicyId, World } from '../world/world.ts';
import { movesBetween, type Move } from './moves.ts';
import { partsOf, signatureOf, type Parts } from './signature.ts';

export interface Measure {
  readonly changes: readonly StatementChange[];
  readonly moves: readonly Move[];
}

export interface StatementChange {
  readonly policy: PolicyId;
  readonly kind: 'added' | 'changed' | 'removed';
  /** Null for one that is added. */
  readonly before: Statement | null;
  /** Null for one that is removed. */
  readonly after: Statement | null;
}

type State = Pick<ParsedScenario, 'world' | 'root'>;

/** What leads from one state to the other. A policy with an error says nothing on either side. */
export function measure(before: State, after: State): Measure {
  return {
    changes: statementChanges(before.world, after.world),
    moves: movesBetween(before, after)
  };
}

/** The statements alone, in the order of the policies. Policies that AWS supplies do not change. */
export function statementChanges(before: World, after: World): readonly StatementChange[] {
  const papers = new Map([...before.papers, ...after.papers]);
  return [...papers.values()].flatMap(({ id: policy, pointer }) => {
    if (pointer === null) return [];
    const pairs = pairUp(
      before.policies.get(policy)?.statements ?? [],
      after.policies.get(policy)?.statements ?? []
    );
    return pairs.map((pair): StatementChange => ({ policy, ...pair }));
  });
}

type Pair = Pick<StatementChange, 'kind' | 'before' | 'after'>;

/** Statements that differ, each with the one it was: that of the same Sid, else the one most like it. */
function pairUp(before: readonly Statement[], after: readonly Statement[]): readonly Pair[] {
  if (before === after) return [];
  const same = matched(before, after, (a, b) => (signatureOf(a) === signatureOf(b) ? 1 : 0));
  const bySid = matched(same.before, same.after, (a, b) => (a.sid !== null && a.sid === b.sid ? 1 : 0));
  const alike = matched(bySid.before, bySid.after, likeness);
  return [
    ...[...bySid.pairs, ...alike.pairs].map(([a, b]): Pair => ({ kind: 'changed', before: a, after: b })),
    ...alike.after.map((each): Pair => ({ kind: 'added', before: null, after: each })),
    ...alike.before.map((each): Pair => ({ kind: 'removed', before: each, after: null }))
  ];
}

interface Matched {
  readonly pairs: readonly (readonly [Statement, Statement])[];
  /** Those left over. */
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/** Pairs the most alike first; nothing with a score of 0. */
function matched(
  before: readonly Statement[],
  after: readonly Statement[],
  score: (a: Statement, b: Statement) => number
): Matched {
  const scored = before
    .flatMap((a) => after.map((b) => ({ a, b, score: score(a, b) })))
    .filter((each) => each.score > 0)
    .toSorted((x, y) => y.score - x.score);
  const pairs = new Map<Statement, Statement>();
  const taken = new Set<Statement>();
  for (const { a, b } of scored) {
    if (pairs.has(a) || taken.has(b)) continue;
    pairs.set(a, b);
    taken.add(b);
  }
  return {
    pairs: [...pairs],
    before: before.filter((each) => !pairs.has(each)),
    after: after.filter((each) => !taken.has(each))
  };
}

/** How alike two statements of one effect are: what their elements have in common. 0 where that is nothing. */
function likeness(one: Statement, other: Statement): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.effect !== b.effect) return 0;
  return ELEMENTS.reduce((sum, element) => sum + overlap(a[element], b[element]), 0);
}

const ELEMENTS = [
  'principal',
  'action',
  'resource',
  'conditions'
] as const satisfies readonly (keyof Parts)[];

/** From 0 to 1: of all entries, those that both have. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 0 : a.filter((each) => b.includes(each)).length / all.size;
}
