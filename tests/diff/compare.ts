/** Runs cases through two engines, shrinks what they disagree on and sorts it into classes. */
import type { Vector } from '../engine/vector-world.ts';
import { classOf, see, type Class } from './classes.ts';
import type { Engine, Outcome } from './engine.ts';
import { shrink } from './shrink.ts';

/** A disagreement as it is kept: small, and with the reason. */
export interface Disagreement {
  readonly engine: string;
  readonly class: string;
  readonly verdict: Class['verdict'] | 'unclassified' | 'ours-wrong';
  readonly rule: string;
  readonly page: string;
  readonly why: string;
  readonly ours: string;
  readonly theirs: string;
  readonly case: Pick<Vector, 'policies' | 'request' | 'world'>;
}

export interface Comparison {
  readonly engine: string;
  readonly compared: number;
  readonly agreed: number;
  /** By what the engine cannot compare. */
  readonly declined: ReadonlyMap<string, number>;
  /** By class; the first case of each, shrunk. */
  readonly found: ReadonlyMap<string, { readonly count: number; readonly first: Disagreement }>;
}

/** How both answer; null where one of them does not. */
async function answers(ours: Engine, theirs: Engine, vector: Vector): Promise<[string, string] | null> {
  if (ours.canCompare(vector) !== null || theirs.canCompare(vector) !== null) return null;
  const [mine, other] = [await answer(ours, vector), await answer(theirs, vector)];
  return mine === null || other === null ? null : [mine, other];
}

async function answer(engine: Engine, vector: Vector): Promise<Outcome | null | string> {
  try {
    return await engine.decide(vector);
  } catch (error) {
    return `throws: ${error instanceof Error ? error.message : String(error)}`;
  }
}

export async function compare(
  ours: Engine,
  theirs: Engine,
  classes: readonly Class[],
  cases: Iterable<Vector>
): Promise<Comparison> {
  const declined = new Map<string, number>();
  const found = new Map<string, { count: number; first: Disagreement }>();
  let [compared, agreed] = [0, 0];
  for (const made of cases) {
    const vector = theirs.tame?.(made) ?? made;
    const reason = ours.canCompare(vector) ?? theirs.canCompare(vector);
    const pair = reason === null ? await answers(ours, theirs, vector) : null;
    if (!pair) {
      const key = reason ?? 'refused while answering';
      declined.set(key, (declined.get(key) ?? 0) + 1);
      continue;
    }
    compared++;
    if (pair[0] === pair[1]) agreed++;
    else note(found, await explain(ours, theirs, classes, vector, pair));
  }
  return { engine: theirs.name, compared, agreed, declined, found };
}

function note(found: Map<string, { count: number; first: Disagreement }>, each: Disagreement): void {
  const known = found.get(each.class);
  if (known) known.count++;
  else found.set(each.class, { count: 1, first: each });
}

async function explain(
  ours: Engine,
  theirs: Engine,
  classes: readonly Class[],
  vector: Vector,
  [mine, other]: readonly [string, string]
): Promise<Disagreement> {
  const isSame = async (smaller: Vector) => {
    const pair = await answers(ours, theirs, smaller);
    return pair !== null && pair[0] === mine && pair[1] === other;
  };
  const small = await shrink(vector, isSame);
  const found = classOf(classes, theirs.name, see(small, mine, other));
  const { policies, request, world } = small;
  return {
    engine: theirs.name,
    class: found?.id ?? `unclassified: ${vector.id}`,
    verdict: found?.verdict ?? 'unclassified',
    rule: found?.rule ?? '',
    page: found?.page ?? '',
    why: found?.why ?? '',
    ours: mine,
    theirs: other,
    case: world ? { policies, request, world } : { policies, request }
  };
}
