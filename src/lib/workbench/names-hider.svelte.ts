/**
 * Hides the names of what is open: small files at once, long ones in a worker. The last answer is kept, so that names can
 * be shown and hidden in turn; what was asked about another reading is never given out.
 */
import type { SourceText } from '../source/text.ts';
import { toShown, type Hidden } from './hidden-names.ts';
import { Readers } from './readers.ts';
import type { Reading } from './reading.ts';

/** What is asked about: the very text and the very reading of it. */
interface Asked {
  readonly text: string;
  readonly reading: Reading;
}

export class NamesHider {
  readonly #readers = new Readers();
  #asked: (Asked & { readonly answer: Promise<Hidden | null> }) | null = null;
  #answer: (Asked & { readonly hidden: Hidden | null }) | null = $state.raw(null);

  /** Undefined until there is an answer; null where there is no way to hide the names. */
  of({ text }: SourceText, reading: Reading): Hidden | null | undefined {
    const answer = this.#answer;
    return isAbout(answer, { text, reading }) ? answer?.hidden : undefined;
  }

  /** The answer never comes once something else is asked. Of a small file {@link of} knows it at once. */
  ask(source: SourceText, reading: Reading): Promise<Hidden | null> {
    const about = { text: source.text, reading };
    if (this.#asked && isAbout(this.#asked, about)) return this.#asked.answer;
    this.#readers.stop();
    const hidden = this.#readers.hide(source, toShown(reading));
    const answer = hidden instanceof Promise ? this.#late(about, hidden) : Promise.resolve(hidden);
    if (!(hidden instanceof Promise)) this.#answer = { ...about, hidden };
    this.#asked = { ...about, answer };
    return answer;
  }

  /** Ends whatever is being done. */
  stop(): void {
    this.#readers.stop();
    this.#asked = null;
  }

  /** Readers that are stopped never answer, so that this is the last thing asked. */
  async #late(about: Asked, answer: Promise<Hidden | null>): Promise<Hidden | null> {
    const hidden = await answer;
    this.#answer = { ...about, hidden };
    return hidden;
  }
}

function isAbout(asked: Asked | null, { text, reading }: Asked): boolean {
  return asked?.reading === reading && asked.text === text;
}
