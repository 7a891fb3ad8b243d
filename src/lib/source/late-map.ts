/** A map whose values are made when they are first asked for: of thousands of policies few are ever read. */

interface Late<V> {
  readonly make: () => V;
  value: V | null;
}

export class LateMap<K, V extends object> implements ReadonlyMap<K, V> {
  readonly #held: Map<K, Late<V>>;

  /** @param makers each is called at most once */
  constructor(makers: Iterable<readonly [K, () => V]> = []) {
    this.#held = new Map(Array.from(makers, ([key, make]) => [key, { make, value: null }]));
  }

  set(key: K, value: V): void {
    this.#held.set(key, { make: () => value, value });
  }

  /** @param make as those of the constructor */
  setLate(key: K, make: () => V): void {
    this.#held.set(key, { make, value: null });
  }

  delete(key: K): void {
    this.#held.delete(key);
  }

  get size(): number {
    return this.#held.size;
  }

  get(key: K): V | undefined {
    const late = this.#held.get(key);
    return late && made(late);
  }

  /** Makes nothing, and neither does `keys`. */
  has(key: K): boolean {
    return this.#held.has(key);
  }

  keys(): MapIterator<K> {
    return this.#held.keys();
  }

  *values(): Generator<V, undefined> {
    for (const late of this.#held.values()) yield made(late);
    return undefined;
  }

  *entries(): Generator<[K, V], undefined> {
    for (const [key, late] of this.#held) yield [key, made(late)];
    return undefined;
  }

  [Symbol.iterator](): Generator<[K, V], undefined> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}

function made<V>(late: Late<V>): V {
  late.value ??= late.make();
  return late.value;
}
