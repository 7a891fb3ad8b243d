/** Makes a case smaller as long as two engines go on to disagree about it: drops one thing after the other. */
import type { Vector } from '../engine/vector-world.ts';

/**
 * @param differs whether a smaller case still shows the same disagreement; it must not throw
 * @returns a case from which nothing more can be dropped
 */
export async function shrink(
  vector: Vector,
  differs: (smaller: Vector) => Promise<boolean>
): Promise<Vector> {
  let small = vector;
  for (let round = 0; round < 200; round++) {
    const next = await firstThat(smallerThan(small), differs);
    if (!next) return small;
    small = next;
  }
  return small;
}

async function firstThat(
  cases: Iterable<Vector>,
  differs: (smaller: Vector) => Promise<boolean>
): Promise<Vector | null> {
  for (const each of cases) if (await differs(each)) return each;
  return null;
}

/** Every case with one thing less: a policy, a statement, a value, a context key. The largest things first. */
function* smallerThan(vector: Vector): Generator<Vector> {
  for (const policies of without(vector.policies))
    yield { ...vector, policies: policies as Vector['policies'] };
  const { world, ...rest } = vector;
  if (world) yield rest;
  for (const context of without(vector.request.context)) {
    yield { ...vector, request: { ...vector.request, context: context as Vector['request']['context'] } };
  }
}

/** What a statement of some type must have: without it the case would be another one. */
const NEEDED = new Set(
  'Version Statement Effect Principal NotPrincipal Action NotAction Resource NotResource resourceAccount'.split(
    ' '
  )
);

/** Each way to leave one thing out of a tree of JSON, nearest to the root first. */
function* without(tree: unknown): Generator<unknown> {
  if (Array.isArray(tree)) {
    for (const i of tree.keys()) yield tree.filter((_, at) => at !== i);
    if (tree.length === 1 && typeof tree[0] === 'string') yield tree[0];
    for (const [i, each] of tree.entries()) {
      for (const less of without(each)) yield tree.map((other, at) => (at === i ? less : other));
    }
  } else if (typeof tree === 'object' && tree !== null) {
    const members = Object.entries(tree);
    for (const [key] of members.filter(([name]) => !NEEDED.has(name)))
      yield Object.fromEntries(members.filter(([other]) => other !== key));
    for (const [key, value] of members) {
      for (const less of without(value)) yield { ...tree, [key]: less };
    }
  }
}
