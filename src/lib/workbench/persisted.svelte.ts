/** The one door to the device's small store: a text under a key, kept between visits, never sent anywhere. */

/** A text that survives a reload where the browser allows it; else it lives as long as the page. */
export class Persisted<T extends string> {
  readonly #key: string;
  readonly #allowed: readonly T[];
  #value: T;

  /**
   * @param key      name in the store; ours all start with `bouncer.`
   * @param allowed  what may be stored; anything else found there counts as the first of these
   */
  constructor(key: string, allowed: readonly [T, ...T[]]) {
    this.#key = key;
    this.#allowed = allowed;
    this.#value = $state(allowed[0]);
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    try {
      localStorage.setItem(this.#key, value);
    } catch {
      // Storage may be full or forbidden: the choice then lasts as long as the page.
    }
  }

  /** Reads the store. Call in the browser, after hydration, so that the first paint equals the prerendered page. */
  load(): void {
    try {
      const found = localStorage.getItem(this.#key);
      const known = this.#allowed.find((each) => each === found);
      if (known !== undefined) this.#value = known;
    } catch {
      // As above: without a store the first value stands.
    }
  }
}
