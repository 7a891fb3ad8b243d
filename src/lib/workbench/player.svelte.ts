/**
 * Steps by itself, at a pace at which the sentences can be read. It asks where one stands and how to move on, and is
 * given a scheduler, so it knows neither page nor clock.
 */

/** Milliseconds a reader takes to find the sentence, for a word of it (240 words a minute), and the bounds of both. */
const PACE = { find: 900, word: 250, least: 1400, most: 12_000 };

/** How long a sentence stands before the next step. Milliseconds. */
export function paceOf(sentence: string): number {
  const words = sentence.split(/\s+/u).filter((word) => word !== '').length;
  return Math.min(PACE.most, Math.max(PACE.least, PACE.find + words * PACE.word));
}

export interface Film {
  /** Id of the frame on show; null where there is none. */
  readonly here: () => string | null;
  /** Id of the frame behind it; null at the end. */
  readonly next: () => string | null;
  readonly sentence: () => string;
  /** Whether playing stops on the frame on show. */
  readonly stopsHere: () => boolean;
  readonly go: (id: string) => void;
  /** To the start of the film: what playing does at its end. */
  readonly rewind: () => string | null;
}

/** Calls back once, after so many milliseconds. @returns takes it back */
export type Schedule = (wait: number, call: () => void) => () => void;

export class Player {
  readonly #film: Film;
  readonly #schedule: Schedule;
  #cancel: (() => void) | null = null;
  /** The frame it went to by itself: whoever is elsewhere has moved on without it. */
  #expected: string | null = null;
  isPlaying = $state(false);

  constructor(film: Film, schedule: Schedule) {
    this.#film = film;
    this.#schedule = schedule;
  }

  /** Plays from here; from the start where one stands at the end. Playing already, it stops. */
  toggle(): void {
    if (this.isPlaying) {
      this.stop();
      return;
    }
    if (this.#film.here() === null) return;
    this.isPlaying = true;
    if (this.#film.next() !== null) {
      this.#expected = this.#film.here();
      this.#step();
      return;
    }
    const start = this.#film.rewind();
    if (start === null) this.stop();
    else this.#goTo(start);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.isPlaying = false;
  }

  #goTo(id: string): void {
    this.#expected = id;
    this.#film.go(id);
    this.#wait();
  }

  #wait(): void {
    this.#cancel = this.#schedule(LOOK, () => {
      this.#look();
    });
  }

  /** The step has been taken: where it stops, it stops at once, else after the sentence has been read. */
  #look(): void {
    const { here, next, sentence, stopsHere } = this.#film;
    if (here() !== this.#expected || next() === null || stopsHere()) {
      this.stop();
      return;
    }
    this.#cancel = this.#schedule(paceOf(sentence()), () => {
      this.#step();
    });
  }

  #step(): void {
    const next = this.#film.here() === this.#expected ? this.#film.next() : null;
    if (next === null) this.stop();
    else this.#goTo(next);
  }
}

/** A page takes a moment to stand where it was sent. Milliseconds. */
const LOOK = 240;
