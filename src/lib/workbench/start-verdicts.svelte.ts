/** How the requests of a file stood at the start: worked out once, in the background. */
import type { Documents } from './documents.svelte.ts';
import { NOTHING_TYPED, Readers } from './readers.ts';
import { toVerdicts, type Verdict } from './ticker.ts';

export class StartVerdicts {
  #list: readonly Verdict[] | null = $state.raw(null);

  /** Null until it has been read. */
  get list(): readonly Verdict[] | null {
    return this.#list;
  }

  /** @returns stops it */
  read({ name, original }: Documents): () => void {
    const readers = new Readers();
    readers.read({ name, text: original }, NOTHING_TYPED, ({ reading }) => {
      this.#list = toVerdicts(reading?.watches ?? []);
    });
    return () => {
      readers.stop();
    };
  }
}
