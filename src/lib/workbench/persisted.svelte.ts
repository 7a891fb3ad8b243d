/** The one door to the device's small store: a text under a key, kept between visits, never sent anywhere. */
import { readSize, withinRange, type SizeRange } from './panel-sizes.ts';

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

/** A number that survives a reload where the browser allows it, kept within its range. */
export class PersistedSize {
  readonly #key: string;
  readonly #range: SizeRange;
  #value: number;

  /** @param key name in the store; ours all start with `bouncer.` */
  constructor(key: string, range: SizeRange) {
    this.#key = key;
    this.#range = range;
    this.#value = $state(range.initial);
  }

  get value(): number {
    return this.#value;
  }

  /** Setting the usual size forgets the choice. */
  set value(value: number) {
    this.#value = withinRange(value, this.#range);
    try {
      if (this.#value === this.#range.initial) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, `${this.#value}`);
    } catch {
      // As above.
    }
  }

  /** Reads the store. Call in the browser, after hydration. */
  load(): void {
    try {
      this.#value = readSize(localStorage.getItem(this.#key), this.#range) ?? this.#value;
    } catch {
      // As above.
    }
  }
}

/** Anything that can be written as a text, kept like a {@link Persisted}. */
export class PersistedValue<T> {
  readonly #key: string;
  readonly #form: { readonly read: (text: string | null) => T; readonly write: (value: T) => string };
  #value: T;

  /**
   * @param key   name in the store; ours all start with `bouncer.`
   * @param form  how it is written and read; `read` never throws, and `empty` stands until it was loaded
   */
  constructor(
    key: string,
    form: {
      readonly empty: T;
      readonly read: (text: string | null) => T;
      readonly write: (value: T) => string;
    }
  ) {
    this.#key = key;
    this.#form = form;
    this.#value = $state.raw(form.empty);
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    try {
      localStorage.setItem(this.#key, this.#form.write(value));
    } catch {
      // As above: it then lasts as long as the page.
    }
  }

  /** Reads the store; in the browser, after hydration. */
  load(): void {
    try {
      this.#value = this.#form.read(localStorage.getItem(this.#key));
    } catch {
      // As above.
    }
  }
}
