/**
 * Functions of several facts as decision diagrams: a node asks for one fact and leads on for each class of its values.
 * Equal functions are one node. And the shortest sum of products of a yes-or-no function that is not worked out whole.
 */

export type Node = Leaf | Fork;

export interface Leaf {
  readonly id: number;
  readonly kind: 'leaf';
  readonly value: number;
}

export interface Fork {
  readonly id: number;
  readonly kind: 'fork';
  /** Dimension, counted from 0; below it only higher ones. */
  readonly at: number;
  /** One for each class. */
  readonly to: readonly Node[];
}

/** A product: for some dimensions the classes that count. */
export type Cube = ReadonlyMap<number, readonly number[]>;

interface Cover {
  readonly cubes: readonly Cube[];
  readonly node: Node;
}

/** More terms than anyone reads. */
const MOST_CUBES = 40;

/** @param sizes how many classes each dimension has */
export function diagrams(sizes: readonly number[]) {
  const known = new Map<string, Node>();
  let count = 0;

  function keep(key: string, make: (id: number) => Node): Node {
    const found = known.get(key);
    if (found) return found;
    const made = make(count++);
    known.set(key, made);
    return made;
  }

  const leaf = (value: number): Node => keep(`=${String(value)}`, (id) => ({ id, kind: 'leaf', value }));

  function fork(at: number, to: readonly Node[]): Node {
    const [first] = to;
    if (first && to.every((each) => each === first)) return first;
    const key = `${String(at)}:${to.map(({ id }) => id).join(',')}`;
    return keep(key, (id) => ({ id, kind: 'fork', at, to }));
  }

  const NO = leaf(0);
  const YES = leaf(1);
  const dim = (node: Node) => (node.kind === 'leaf' ? Infinity : node.at);
  const below = (node: Node, at: number, i: number): Node =>
    node.kind === 'fork' && node.at === at ? (node.to[i] ?? node) : node;
  const classesOf = (at: number) => Array.from({ length: sizes[at] ?? 0 }, (_, i) => i);

  const combined = new Map<string, Node>();

  /** The function that is `how` of two functions, leaf by leaf. */
  function combine(name: string, how: (a: number, b: number) => number, a: Node, b: Node): Node {
    if (a.kind === 'leaf' && b.kind === 'leaf') return leaf(how(a.value, b.value));
    const key = `${name}${String(a.id)},${String(b.id)}`;
    const found = combined.get(key);
    if (found) return found;
    const at = Math.min(dim(a), dim(b));
    const made = fork(
      at,
      classesOf(at).map((i) => combine(name, how, below(a, at, i), below(b, at, i)))
    );
    combined.set(key, made);
    return made;
  }

  const and = (a: Node, b: Node) => combine('&', (x, y) => x & y, a, b);
  const or = (a: Node, b: Node) => combine('|', (x, y) => x | y, a, b);
  const without = (a: Node, b: Node) => combine('-', (x, y) => x & (1 - y), a, b);
  const not = (a: Node) => without(YES, a);

  /** Leaves by what they become. */
  function map(node: Node, to: (value: number) => number): Node {
    const done = new Map<Node, Node>();
    const walk = (each: Node): Node => {
      const found = done.get(each);
      if (found) return found;
      const made = each.kind === 'leaf' ? leaf(to(each.value)) : fork(each.at, each.to.map(walk));
      done.set(each, made);
      return made;
    };
    return walk(node);
  }

  const shares = new Map<Node, number>();

  /** The share of all choices for which it is yes. */
  function share(node: Node): number {
    if (node.kind === 'leaf') return node.value;
    const found = shares.get(node);
    if (found !== undefined) return found;
    const made = node.to.reduce((sum, each) => sum + share(each), 0) / node.to.length;
    shares.set(node, made);
    return made;
  }

  /**
   * A sum of products that holds wherever `least` does and nowhere but where `most` does, none of its products
   * superfluous; after Minato and Morreale. Null when it gets too long.
   */
  function cover(least: Node, most: Node): Cover | null {
    if (least === NO) return { cubes: [], node: NO };
    if (most === YES) return { cubes: [new Map()], node: YES };
    const at = Math.min(dim(least), dim(most));
    const classes = classesOf(at);
    const left = classes.map((i) => below(least, at, i));
    const limits = classes.map((i) => below(most, at, i));
    const done = classes.map(() => NO);
    const cubes: Cube[] = [];
    const order = [...classes].sort((a, b) => share(limits[a] ?? NO) - share(limits[b] ?? NO));
    for (const i of order) {
      const part = cover(left[i] ?? NO, limits[i] ?? NO);
      if (part === null || cubes.length > MOST_CUBES) return null;
      const where = classes.filter((j) => without(part.node, limits[j] ?? NO) === NO);
      for (const j of where) {
        left[j] = without(left[j] ?? NO, part.node);
        done[j] = or(done[j] ?? NO, part.node);
      }
      cubes.push(...only(part.cubes, at, where));
    }
    return cubes.length > MOST_CUBES ? null : { cubes, node: fork(at, done) };
  }

  /** Products with one more factor, unless it is none. */
  function only(cubes: readonly Cube[], at: number, where: readonly number[]): readonly Cube[] {
    return where.length === sizes[at] ? cubes : cubes.map((cube) => new Map(cube).set(at, where));
  }

  /** The function with only some classes of a dimension left: what can still come out. */
  function values(node: Node, left: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
    const found = new Set<number>();
    const seen = new Set<Node>();
    const walk = (each: Node): void => {
      if (seen.has(each)) return;
      seen.add(each);
      if (each.kind === 'leaf') found.add(each.value);
      else for (const i of left.get(each.at) ?? classesOf(each.at)) walk(each.to[i] ?? each);
    };
    walk(node);
    return found;
  }

  return { leaf, fork, and, or, not, map, cover, values, YES, NO };
}

export type Diagrams = ReturnType<typeof diagrams>;
