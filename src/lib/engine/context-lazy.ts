/**
 * A request context that works out only what is asked of it. The sections are those of context-derive.ts; a key names
 * the sections that can hold it, each of which is made once. Whoever wants all keys gets them all.
 */
import type { World } from '../world/world.ts';
import type { Call } from './context-call.ts';
import { SECTIONS, SESSION } from './context-sections.ts';
import { sectionsOf } from './context-where.ts';
import { toContext, toValue } from './context-value.ts';
import { usualSpelling } from './context-key.ts';
import { lower } from './lower.ts';
import type { ContextValue, RequestContext } from './request.ts';

/** What an identity provider said can have any name. */
const CLAIMS = 1 << SESSION;

export class LazyContext implements RequestContext {
  readonly #world: World;
  readonly #call: Call;
  readonly #sections: (readonly ContextValue[] | undefined)[] = [];
  readonly #asked = new Map<string, ContextValue | null>();
  #all: RequestContext | null = null;

  constructor(world: World, call: Call) {
    this.#world = world;
    this.#call = call;
  }

  get(key: string): ContextValue | undefined {
    const known = this.#asked.get(key);
    if (known !== undefined) return known ?? undefined;
    const found = this.#written(key);
    const value = found === undefined ? this.#derived(key) : found;
    this.#asked.set(key, value);
    return value ?? undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** What the request says of the key: what is left open, then what is written; null removes it (COND-63). */
  #written(key: string): ContextValue | null | undefined {
    const { open, written } = this.#call;
    for (let i = open.length - 1; i >= 0; i--) {
      const fact = open[i];
      if (fact && lower(fact.key) === key) {
        return { key: usualSpelling(fact.key), unknown: true, from: { kind: 'request', path: fact.path } };
      }
    }
    for (let i = written.length - 1; i >= 0; i--) {
      const fact = written[i];
      if (fact && lower(fact.key) === key) return toValue(fact);
    }
    return undefined;
  }

  /** Of several values the last one counts, so the last section is asked first. */
  #derived(key: string): ContextValue | null {
    if (!this.#call.derive) return null;
    const where = sectionsOf(key) | (this.#call.by.claims.length > 0 ? CLAIMS : 0);
    for (let i = SECTIONS.length - 1; i >= 0; i--) {
      if ((where & (1 << i)) === 0) continue;
      const values = (this.#sections[i] ??= SECTIONS[i]?.(this.#world, this.#call) ?? []);
      for (let j = values.length - 1; j >= 0; j--) {
        const value = values[j];
        if (value && lower(value.key) === key) return value;
      }
    }
    return null;
  }

  #whole(): RequestContext {
    if (this.#all) return this.#all;
    const sections = this.#call.derive ? SECTIONS : [];
    const derived = sections.flatMap(
      (section, i) => (this.#sections[i] ??= section(this.#world, this.#call))
    );
    this.#all = toContext(derived, this.#call.written, this.#call.open);
    return this.#all;
  }

  get size(): number {
    return this.#whole().size;
  }

  forEach(take: (value: ContextValue, key: string, map: RequestContext) => void): void {
    this.#whole().forEach((value, key) => take(value, key, this));
  }

  entries(): MapIterator<[string, ContextValue]> {
    return this.#whole().entries();
  }

  keys(): MapIterator<string> {
    return this.#whole().keys();
  }

  values(): MapIterator<ContextValue> {
    return this.#whole().values();
  }

  [Symbol.iterator](): MapIterator<[string, ContextValue]> {
    return this.entries();
  }
}
