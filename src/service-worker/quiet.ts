/** When pages have asked for nothing for a while: only then is fetched what can wait, so that no page is slower for it. */

/** How long nobody asks before it counts as quiet, in ms: a large world takes some of it to be drawn. */
const REST = 3000;

export interface Clock {
  /** ms, any epoch. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export class Quiet {
  readonly #clock: Clock;
  #asked: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#asked = clock.now();
  }

  /** A page has asked for something. */
  disturb(): void {
    this.#asked = this.#clock.now();
  }

  /** Settles as soon as it is quiet; at once where it is. */
  async come(): Promise<void> {
    for (let left = this.#left(); left > 0; left = this.#left()) await this.#clock.sleep(left);
  }

  #left(): number {
    return this.#asked + REST - this.#clock.now();
  }
}
