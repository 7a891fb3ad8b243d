/** What this device keeps of what a learner has done. One per page; nothing of it is sent anywhere. */
import { PersistedValue } from './persisted.svelte.ts';
import {
  NO_EFFORT,
  NO_PROGRESS,
  joinProgress,
  readProgress,
  withEffort,
  withPrediction,
  withTested,
  withoutEffort,
  writeProgress,
  type Effort,
  type Prediction,
  type Progress
} from './progress.ts';

export class ProgressStore {
  readonly #kept = new PersistedValue<Progress>('bouncer.progress', {
    empty: NO_PROGRESS,
    read: (text) => (text === null ? NO_PROGRESS : (readProgress(text) ?? NO_PROGRESS)),
    write: writeProgress
  });
  #isLoaded = $state(false);

  /** Reads what is kept; in the browser, after hydration. */
  load(): void {
    this.#kept.load();
    this.#isLoaded = true;
  }

  /** Whether it is known what was done: before, nobody is told that nothing was. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }
  get value(): Progress {
    return this.#kept.value;
  }

  effort(exercise: string): Effort {
    return this.value.efforts.get(exercise) ?? NO_EFFORT;
  }
  isSolved(exercise: string): boolean {
    return this.effort(exercise).solved !== null;
  }
  prediction(exercise: string, request: string): Prediction | null {
    return (
      this.value.predictions.find((each) => each.exercise === exercise && each.request === request) ?? null
    );
  }

  note(exercise: string, effort: Partial<Effort>): void {
    this.#change((progress) => withEffort(progress, exercise, effort));
  }
  predict(prediction: Prediction): void {
    this.#change((progress) => withPrediction(progress, prediction));
  }
  test(chapter: string, at: string): void {
    this.#change((progress) => withTested(progress, chapter, at));
  }
  forget(exercise: string): void {
    this.#change((progress) => withoutEffort(progress, exercise));
  }
  forgetAll(): void {
    this.#kept.value = NO_PROGRESS;
  }

  /** As a file to take along. */
  text(): string {
    return writeProgress(this.value);
  }

  /** Takes in a file that was taken along. @returns false for a text that is none */
  take(text: string): boolean {
    const theirs = readProgress(text);
    if (theirs === null) return false;
    this.#change((mine) => joinProgress(mine, theirs));
    return true;
  }

  /** Another tab may have written meanwhile: what it knows is read first. */
  #change(next: (progress: Progress) => Progress): void {
    this.#kept.load();
    const before = this.#kept.value;
    const after = next(before);
    if (after !== before) this.#kept.value = after;
  }
}
