/** How a text is read while it is written: the last good reading stays until there is another one. */
import type { Graph } from '../graph/graph.ts';
import type { TypedTexts } from '../scenario/live.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import type { Readers } from './readers.ts';
import type { Reading } from './reading.ts';

/** Who is told of a good reading: just before it takes the place of the last one, and once it has. */
export interface Hears {
  readonly before: (next: Reading) => void;
  readonly after: (next: Reading) => void;
}

export class LastReading {
  readonly #readers: Readers;
  #reading: Reading | null = $state.raw(null);
  #diagnostics: readonly Diagnostic[] = $state.raw([]);
  #isPending = $state(false);
  #isUnread = $state(false);
  #readAt = $state(0);

  constructor(readers: Readers) {
    this.#readers = readers;
  }

  /** The last good one; null until there is one. */
  get reading(): Reading | null {
    return this.#reading;
  }
  /** When that was made, ms since 1970. */
  get readAt(): number {
    return this.#readAt;
  }
  /** Of the present text, be it a scenario or not. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }
  /** Whether the present text is being read in the background. */
  get isPending(): boolean {
    return this.#isPending;
  }
  /** Whether the present text is no scenario, so that the last good reading is older. */
  get isUnread(): boolean {
    return this.#isUnread;
  }

  /** Reads a text, see {@link Readers.read}; what was being read is given up for it. */
  read(source: SourceText, typed: TypedTexts, shipped: Graph | null, { before, after }: Hears): void {
    this.#isPending = true;
    this.#readers.read(
      source,
      typed,
      ({ reading, diagnostics }) => {
        this.#isPending = false;
        this.#isUnread = reading === null;
        this.#diagnostics = diagnostics;
        if (!reading) return;
        before(reading);
        [this.#reading, this.#readAt] = [reading, Date.now()];
        after(reading);
      },
      shipped
    );
  }

  /** Stops a reading that takes long. */
  stop(): void {
    this.#readers.stop();
    this.#isUnread = this.#isUnread || this.#isPending;
    this.#isPending = false;
  }
}
