/**
 * Somebody's attempt at an exercise: the grade of what is on the table, predictions, hints, what is told of all that.
 * What the file says is derived; what was guessed, opened and solved is kept on this device.
 */
import type { Way } from '../exercise/exercise.ts';
import { grade, type Grade } from '../exercise/grade.ts';
import type { Locked } from '../exercise/editable.ts';
import type { Measure } from '../exercise/measure.ts';
import type { Surface } from '../exercise/surface.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { AttemptKit, Now } from './attempt-asked.ts';
import { goalRows, type GoalRow } from './attempt-rows.ts';
import { stopOf, type Stop } from './attempt-stop.ts';
import { toFeedback, unlockedPlaces, type Feedback } from './attempt-words.ts';
import type { Documents } from './documents.svelte.ts';
import type { Lesson } from './lesson.ts';
import { answerOf } from './answer.ts';
import { isRight, type Answer } from './prediction.ts';
import type { Guess, Prediction } from './progress.ts';
import type { ProgressStore } from './progress-store.svelte.ts';
import type { Reading } from './reading.ts';

export interface AttemptFacts {
  readonly lesson: () => Lesson;
  /** As the exercise begins. */
  readonly start: () => Scenario;
  /** As it was last read. */
  readonly scenario: () => Scenario;
  /** Null before what writing takes has come. */
  readonly documents: () => Documents | null;
  readonly progress: ProgressStore;
  /** What time it is, ISO 8601. */
  readonly clock: () => string;
}

export class Attempt {
  readonly #facts: AttemptFacts;
  kit: AttemptKit | null = $state.raw(null);
  /** Requests whose prediction somebody passed over. */
  #skipped: readonly string[] = $state.raw([]);
  #rung = $state(0);
  /** Whether the goals were met once since the page opened. */
  #hasMet = $state(false);

  constructor(facts: AttemptFacts) {
    this.#facts = facts;
  }

  /** Reads what this device keeps; in the browser, after hydration. */
  load(): void {
    this.#facts.progress.load();
  }

  get lesson(): Lesson {
    return this.#facts.lesson();
  }
  get exercise() {
    return this.lesson.exercise;
  }
  get effort() {
    return this.#facts.progress.effort(this.lesson.name);
  }
  get isSolved(): boolean {
    return this.effort.solved !== null;
  }

  /** Whether probes are told by name. */
  get isRevealed(): boolean {
    return this.#hasMet || this.isSolved || this.grade.meetsGoals;
  }

  grade: Grade = $derived.by(() => {
    const { world, cases } = this.#facts.scenario();
    const file = this.exercise.goals.some(({ kind }) => kind === 'state')
      ? (this.#facts.documents()?.ground?.file ?? null)
      : null;
    return grade(this.exercise, { world, cases, root: file });
  });

  /** What is on the table; null before what reads it has come, and while it is being read. */
  #now: Now | null = $derived.by(() => {
    const documents = this.#facts.documents();
    return documents && !documents.isStale ? { scenario: this.#facts.scenario(), documents } : null;
  });
  get isChanged(): boolean {
    return this.#facts.documents()?.isChanged ?? false;
  }
  measure: Measure | null = $derived.by(() =>
    this.isChanged ? this.#ask((kit, now) => kit.measure(now)) : NOTHING
  );
  /** Only once the goals hold: before, it says nothing and takes its time. */
  surface: Surface | null = $derived.by(() =>
    this.isChanged && this.grade.meetsGoals ? this.#ask((kit, now) => kit.surface(now)) : null
  );
  #locked: readonly Locked[] = $derived.by(() =>
    this.isChanged ? (this.#ask((kit, now) => kit.locked(now)) ?? []) : []
  );
  #decoy: Way | null = $derived.by(() =>
    this.isChanged && !this.grade.passes ? this.#ask((kit, now) => kit.decoy(now)) : null
  );

  #ask<T>(question: (kit: AttemptKit, now: Now) => T): T | null {
    const now = this.#now;
    return this.kit && now ? question(this.kit, now) : null;
  }

  /** Whether everything holds and nothing was changed that is not unlocked. */
  isPassed = $derived.by(() => this.grade.passes && this.#locked.length === 0);

  goals: readonly GoalRow[] = $derived.by(() =>
    goalRows(this.grade.goals, this.#facts.scenario(), (request) => !this.isOpen(request))
  );
  probes: readonly GoalRow[] = $derived.by(() =>
    goalRows(this.grade.probes, this.#facts.scenario(), () => true)
  );

  /** Requests that stay out of sight. */
  hidden: readonly string[] = $derived.by(() => (this.isRevealed ? [] : this.exercise.probes));

  places = $derived.by(() => unlockedPlaces(this.exercise.edit, this.#facts.start().world.resources));

  feedback: Feedback = $derived.by(() => {
    const { grade: found } = this;
    const scenario = this.#facts.scenario();
    const mark = [...found.goals, ...found.probes].find(({ isMet }) => !isMet) ?? null;
    const isGoal = mark !== null && found.goals.includes(mark);
    const rows = mark === null ? [] : goalRows([mark], scenario, () => true);
    return toFeedback({
      exercise: this.exercise,
      grade: found,
      isChanged: this.isChanged,
      locked: this.#locked,
      decoy: this.#decoy,
      broken: this.isChanged ? found.broken.map((id) => scenario.world.papers.get(id)?.name ?? id) : [],
      asked: this.asked?.title ?? null,
      failing: rows[0] ?? null,
      stop:
        mark === null || (!isGoal && this.hidden.length > 0) ? null : stopOf(scenario, mark, this.exercise),
      score: this.score
    });
  });

  /** `2 statements and 1 move`; empty for nothing. */
  get score(): string {
    const { changes = [], moves = [] } = this.measure ?? {};
    return [counted(changes.length, 'statement'), counted(moves.length, 'move')]
      .filter(Boolean)
      .join(' and ');
  }

  /** The request that is to be foretold next; null when all are, or were passed over. */
  asked: { readonly request: string; readonly title: string; readonly answer: Answer } | null = $derived.by(
    () => {
      const start = this.#facts.start();
      for (const request of this.exercise.predict) {
        if (!this.isOpen(request)) continue;
        const answer = answerOf(start, request);
        const one = start.cases.find(({ id }) => id === request);
        if (answer && one) return { request, title: one.title, answer };
      }
      return null;
    }
  );
  /** The request to show while nobody has chosen one: the first that is not foretold, edits or not; else the last. */
  get opening(): string | null {
    const { predict } = this.exercise;
    const left = predict.find((each) => !this.#skipped.includes(each) && this.#prediction(each) === null);
    return left ?? predict.at(-1) ?? null;
  }
  /** What was foretold, with how it ends. */
  foretold: readonly { readonly prediction: Prediction; readonly answer: Answer; readonly title: string }[] =
    $derived.by(() => {
      const start = this.#facts.start();
      return this.exercise.predict.flatMap((request) => {
        const prediction = this.#prediction(request);
        const answer = answerOf(start, request);
        const title = start.cases.find(({ id }) => id === request)?.title ?? request;
        return prediction && answer ? [{ prediction, answer, title }] : [];
      });
    });

  #prediction(request: string): Prediction | null {
    return this.#facts.progress.prediction(this.lesson.name, request);
  }

  /** Whether a request is to be foretold and was not: until then nothing tells how it ends. */
  isOpen(request: string): boolean {
    return (
      this.exercise.predict.includes(request) &&
      !this.isSolved &&
      !this.isChanged &&
      !this.#skipped.includes(request) &&
      this.#prediction(request) === null
    );
  }

  predict(guess: Guess, layer: string | null, isSure: boolean): void {
    const { asked } = this;
    if (!asked) return;
    this.#facts.progress.predict({
      exercise: this.lesson.name,
      request: asked.request,
      guess,
      layer,
      isSure,
      ...isRight(asked.answer, guess, layer),
      at: this.#facts.clock()
    });
  }

  /** Goes on without foretelling the one that is asked. */
  skip(): void {
    if (this.asked) this.#skipped = [...this.#skipped, this.asked.request];
  }

  /** The hints that are open. */
  get hints(): readonly string[] {
    return this.exercise.hints.slice(0, this.#rung);
  }

  /** Opens the hints up to a rung, 1 to 3. */
  hint(rung: number): void {
    this.#rung = Math.max(this.#rung, Math.min(rung, this.exercise.hints.length));
    if (!this.isSolved) this.#facts.progress.note(this.lesson.name, { hints: this.#rung });
  }

  /** Notes that somebody looks at the solution. */
  show(): void {
    if (!this.isSolved) this.#facts.progress.note(this.lesson.name, { isShown: true });
  }

  /** Where the first thing that is not met is decided: rung 0. Nowhere while that is to be foretold. */
  get stop(): Stop | null {
    return this.asked ? null : this.feedback.stop;
  }

  /** Hears of every new reading: once goals are met the probes are told for good, what is solved is kept. */
  hear({ scenario }: Reading): void {
    const found = grade(this.exercise, { ...scenario, root: null });
    if (found.meetsGoals) this.#hasMet = true;
    // Once it is on the table: what was changed of what is not unlocked is only known then.
    if (found.passes) queueMicrotask(() => void this.#keep());
  }

  /** Keeps that it is solved, with how well. */
  async #keep(): Promise<void> {
    // What is typed goes into the file, so that it is all looked at.
    await this.#facts.documents()?.settle();
    if (!this.isPassed || !this.isChanged) return;
    this.#facts.progress.note(this.lesson.name, {
      solved: this.#facts.clock(),
      statements: this.measure?.changes.length ?? null,
      surface: this.surface?.more ?? null
    });
  }
}

const NOTHING: Measure = { changes: [], moves: [] };

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
