/**
 * Reads files for a page: small ones at once, large or slow ones in a worker, where they hold nothing up and can be
 * stopped. The newest text wins; what was overtaken is never shown.
 */
import type { Graph } from '../graph/graph.ts';
import type { TypedTexts } from '../scenario/live.ts';
import { adopt } from '../share/adopt.ts';
import { applyChanges, type Change } from '../source/change.ts';
import type { Checked } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
import { hideNames, type Hidden, type Shown } from './hidden-names.ts';
import { Reader, type Read } from './reading.ts';
import { toAnswer, type Answer, type Question } from './reading-answers.ts';
import { isLong, takeWorker } from './reading-ahead.ts';
import { unpack } from './reading-parcel.ts';

/** Beyond so many UTF-16 units slowness is no accident. */
const LENGTHY = 15_000;
/** Milliseconds. A reading that took longer sends all further ones of its page to the worker. */
const PATIENCE = 50;

interface Waiting {
  readonly question: Question;
  readonly take: (answer: Answer) => void;
}

/** Nothing is typed over the file. */
export const NOTHING_TYPED: TypedTexts = new Map();

export class Readers {
  readonly #reader = new Reader();
  #isSlow = false;
  #worker: Worker | null = null;
  /** Whether no worker could be had: its script was not fetched before the network went. */
  #isAlone = false;
  #asked: Waiting | null = null;
  /** Of the readings that wait only the newest one; every change of a text. */
  #waiting: Waiting[] = [];

  /** Whether a text of this length is read in the worker. */
  isLong(text: string): boolean {
    return !this.#isAlone && (this.#isSlow || isLong(text));
  }

  /**
   * Reads a file; `take` is called at once, or later, or never if another reading overtakes this one or it is stopped.
   *
   * @param shipped the graph of the first reading, where somebody has laid it out already
   */
  read(
    source: SourceText,
    typed: TypedTexts,
    take: (read: Read) => void,
    shipped: Graph | null = null
  ): void {
    if (!this.isLong(source.text)) {
      const start = performance.now();
      const read = this.#reader.read(source, typed, shipped);
      this.#isSlow = shipped === null && performance.now() - start > PATIENCE && source.text.length > LENGTHY;
      take(read);
      return;
    }
    this.#waiting = this.#waiting.filter(({ question }) => question.kind !== 'read');
    this.#ask({ kind: 'read', source, typed, shipped }, (answer) => {
      if (answer.kind === 'read') take(answer.read);
    });
  }

  /** Changes a file, see {@link applyChanges}. */
  change(source: SourceText, changes: readonly Change[]): Checked<string> | Promise<Checked<string>> {
    if (!this.isLong(source.text)) return applyChanges(source, changes);
    return new Promise((resolve) => {
      this.#ask({ kind: 'change', source, changes }, (answer) => {
        if (answer.kind === 'change') resolve(answer.changed);
      });
    });
  }

  /** Makes a scenario text of what is dropped or pasted, see {@link adopt}. */
  adopt(sources: readonly SourceText[]): Checked<SourceText> | Promise<Checked<SourceText>> {
    if (!this.isLong(sources.map(({ text }) => text).join(''))) return adopt(sources);
    return new Promise((resolve) => {
      this.#ask({ kind: 'adopt', sources }, (answer) => {
        if (answer.kind === 'adopt') resolve(answer.adopted);
      });
    });
  }

  /** The same scenario without its names, see {@link hideNames}. Never settles once it is stopped. */
  hide(source: SourceText, shown: Shown): Hidden | null | Promise<Hidden | null> {
    if (!this.isLong(source.text)) return hideNames(source, shown);
    return new Promise((resolve) => {
      this.#ask({ kind: 'hide', source, shown }, (answer) => {
        if (answer.kind === 'hide') resolve(answer.hidden);
      });
    });
  }

  /** Stops whatever the worker does. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#asked = null;
    this.#waiting = [];
  }

  #ask(question: Question, take: (answer: Answer) => void): void {
    this.#waiting.push({ question, take });
    if (this.#asked === null) this.#next();
  }

  #next(): void {
    this.#asked = this.#waiting.shift() ?? null;
    if (this.#asked) this.#open().postMessage(this.#asked.question);
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = takeWorker();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = this.#asked;
      const isOvertaken =
        asked?.question.kind === 'read' && this.#waiting.some(({ question }) => question.kind === 'read');
      this.#next();
      if (!isOvertaken) asked?.take(unpack(data));
    };
    worker.onerror = () => this.#goOnAlone();
    this.#worker = worker;
    return worker;
  }

  /** Everything that waits is done here: slowly, but it is done. */
  #goOnAlone(): void {
    const left = [...(this.#asked ? [this.#asked] : []), ...this.#waiting];
    this.stop();
    this.#isAlone = true;
    for (const { question, take } of left) take(toAnswer(question, this.#reader));
  }
}
