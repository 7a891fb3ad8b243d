/**
 * Asks what would change a decision, in a worker, or in steps in the page where no worker can be had. One question at a
 * time: another one, or stopping, ends the one before, and nothing of it is ever shown.
 */
import type { FlipReport } from '../counterfactual/report.ts';
import { flipSteps, type FlipQuestion } from './flip-question.ts';

/** Milliseconds of work in the page before it may paint. */
const SLICE = 12;

export class Flips {
  #report: FlipReport | null = $state.raw(null);
  #isSearching = $state(false);
  #worker: Worker | null = null;
  /** Set when the question is no longer wanted. */
  #signal = { aborted: true };

  /** The answer to the last question; null until it is there. */
  get report(): FlipReport | null {
    return this.#report;
  }
  get isSearching(): boolean {
    return this.#isSearching;
  }

  ask(question: FlipQuestion): void {
    this.stop();
    this.#report = null;
    this.#isSearching = true;
    const signal = { aborted: false };
    this.#signal = signal;
    const take = (report: FlipReport) => {
      if (!signal.aborted) this.#take(report);
    };
    this.#worker ??= open();
    if (this.#worker === null) {
      void this.#inSteps(question, signal, take);
      return;
    }
    this.#worker.onmessage = ({ data }: MessageEvent<FlipReport>) => take(data);
    this.#worker.onerror = () => {
      this.#worker?.terminate();
      this.#worker = null;
      if (!signal.aborted) void this.#inSteps(question, signal, take);
    };
    this.#worker.postMessage(question);
  }

  /** Ends the search; what had been found before stays away. */
  stop(): void {
    this.#signal.aborted = true;
    if (this.#isSearching) {
      this.#worker?.terminate();
      this.#worker = null;
    }
    this.#isSearching = false;
  }

  /** Ends everything. */
  close(): void {
    this.stop();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #take(report: FlipReport): void {
    this.#report = report;
    this.#isSearching = false;
  }

  async #inSteps(
    question: FlipQuestion,
    signal: { readonly aborted: boolean },
    take: (report: FlipReport) => void
  ): Promise<void> {
    const steps = flipSteps(question);
    for (;;) {
      const until = performance.now() + SLICE;
      let step = steps.next();
      while (!step.done && performance.now() < until) step = steps.next();
      if (step.done) {
        take(step.value);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return;
    }
  }
}

/** Null where the browser has no workers. */
function open(): Worker | null {
  try {
    return new Worker(new URL('./flip-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
