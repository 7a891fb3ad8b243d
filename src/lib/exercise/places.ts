/**
 * Where two states of a file differ: every value added, removed or changed, by its place. Knows JSON Pointers and
 * trees, no policy. One text and a list of one are the same; a block of JSON is looked into; order means nothing
 * where the items are the same.
 */
import { opened } from '../edit/look.ts';
import { join } from '../source/pointer.ts';
import { find, isNull, type Tree, type TreeMap } from '../source/tree.ts';

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** In the state before, of what is added in the state after. */
  readonly at: string;
  /** The list or map around what is added or removed; of what is changed its own place. */
  readonly around: string;
  readonly before: Tree | null;
  readonly after: Tree | null;
}

/**
 * What differs at a place and below it. A map that came or went is one difference; see {@link partsOf}.
 *
 * @param at the place, as the state before has it
 */
export function differences(before: Tree | null, after: Tree | null, at: string): readonly Difference[] {
  const [a, b] = [inside(before), inside(after)];
  if (signatureOf(a) === signatureOf(b)) return [];
  if (a?.kind === 'list' || b?.kind === 'list') return inLists(a, b, at);
  if (isMapOrNone(a) && isMapOrNone(b)) return inMaps(a, b, at);
  return [one(a, b, at, at)];
}

/** What came or went, part by part: the entries of a map, the items of a list; itself where it has no parts. */
export function partsOf(difference: Difference): readonly Difference[] {
  const { kind, before, after, at } = difference;
  const tree = inside(kind === 'added' ? after : before);
  if (kind === 'changed' || tree === null || tree.kind === 'text') return [difference];
  return kind === 'added' ? differences(null, tree, at) : differences(tree, null, at);
}

function one(before: Tree | null, after: Tree | null, at: string, around: string): Difference {
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { kind, at, around: kind === 'changed' ? at : around, before, after };
}

function inside(tree: Tree | null): Tree | null {
  return tree === null || isNull(tree) ? null : opened(tree);
}

function isMapOrNone(tree: Tree | null): tree is TreeMap | null {
  return tree === null || tree.kind === 'map';
}

function inMaps(a: TreeMap | null, b: TreeMap | null, at: string): readonly Difference[] {
  const keys = new Set([...(a?.entries ?? []), ...(b?.entries ?? [])].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const [x, y] = [a && find(a, key), b && find(b, key)];
    const place = join(at, key);
    return x && y
      ? differences(x.value, y.value, place)
      : [one(x?.value ?? null, y?.value ?? null, place, at)];
  });
}

/** Items that both have are the same wherever they stand; what is left over is paired in order. */
function inLists(a: Tree | null, b: Tree | null, at: string): readonly Difference[] {
  const [before, after] = [itemsOf(a), itemsOf(b)];
  const left = new Map<string, number>();
  for (const { tree } of after) left.set(signatureOf(tree), (left.get(signatureOf(tree)) ?? 0) + 1);
  const gone = before.filter(({ tree }) => !take(left, signatureOf(tree)));
  const had = new Map<string, number>();
  for (const { tree } of before) had.set(signatureOf(tree), (had.get(signatureOf(tree)) ?? 0) + 1);
  const come = after.filter(({ tree }) => !take(had, signatureOf(tree)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [x, y] = [gone[index], come[index]];
    if (x && y) return differences(x.tree, y.tree, x.index === null ? at : join(at, x.index));
    const item = x ?? y;
    return [one(x?.tree ?? null, y?.tree ?? null, join(at, item?.index ?? '-'), at)];
  }).flat();
}

function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  counts.set(key, count - 1);
  return count > 0;
}

interface Item {
  readonly tree: Tree;
  /** Null for one that stands alone, without a list. */
  readonly index: number | null;
}

function itemsOf(tree: Tree | null): readonly Item[] {
  if (tree === null) return [];
  if (tree.kind === 'list') return tree.items.map((each, index) => ({ tree: each, index }));
  return [{ tree, index: null }];
}

const known = new WeakMap<Tree, string>();

/** Equal for two trees that say the same. */
function signatureOf(tree: Tree | null): string {
  const open = inside(tree);
  if (open === null) return 'null';
  const found = known.get(open) ?? sign(open);
  known.set(open, found);
  return found;
}

function sign(tree: Tree): string {
  switch (tree.kind) {
    case 'text':
      return JSON.stringify(tree.text);
    case 'list':
      return tree.items.length === 1
        ? signatureOf(tree.items[0] ?? null)
        : `[${tree.items.map(signatureOf).toSorted().join(',')}]`;
    case 'map':
      return `{${tree.entries
        .map(({ key, value }) => `${JSON.stringify(key)}:${signatureOf(value)}`)
        .toSorted()
        .join(',')}}`;
  }
}
