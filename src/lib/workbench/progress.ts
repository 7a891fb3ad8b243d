/**
 * What a learner has done: exercises solved, predictions made, chapters tested out of. Plain data with a text form,
 * which is what the device keeps and what one takes along as a file; reading it never throws.
 */

/** What became of one exercise. */
export interface Effort {
  /** ISO 8601, when it was first solved; null while it is not. */
  readonly solved: string | null;
  /** The fewest statements added, changed or removed by a right answer; null while there is none. */
  readonly statements: number | null;
  /** The fewest cells that a right answer allows and the solution does not; null while none was counted. */
  readonly surface: number | null;
  /** The highest rung of hints that was opened, 0 to 3. */
  readonly hints: number;
  /** Whether the solution was looked at before it was solved. */
  readonly isShown: boolean;
}

/** Which end of a request somebody foretold, and how it ended. Kept for the learner alone. */
export interface Prediction {
  readonly exercise: string;
  readonly request: string;
  readonly guess: Guess;
  /** The layer that was said to decide; null where none was named. */
  readonly layer: string | null;
  readonly isSure: boolean;
  readonly isRight: boolean;
  /** Whether the layer was right; null where none was named. */
  readonly isLayerRight: boolean | null;
  /** ISO 8601. */
  readonly at: string;
}

export type Guess = (typeof GUESSES)[number];

/** What a request can end in, as far as one is asked to foretell it. */
export const GUESSES = ['allowed', 'implicitDeny', 'explicitDeny'] as const;

export interface Progress {
  /** By the exercise's name in the address. */
  readonly efforts: ReadonlyMap<string, Effort>;
  /** In the order in which they were made; a prediction is made once for a request. */
  readonly predictions: readonly Prediction[];
  /** Chapters tested out of, by title: ISO 8601. */
  readonly tested: ReadonlyMap<string, string>;
}

export const NO_PROGRESS: Progress = { efforts: new Map(), predictions: [], tested: new Map() };

export const NO_EFFORT: Effort = {
  solved: null,
  statements: null,
  surface: null,
  hints: 0,
  isShown: false
};

/** Version of the text form. */
const VERSION = 1;
/** More than anybody makes; a file with more is cut, the oldest first. */
const MOST = 5000;

export function writeProgress({ efforts, predictions, tested }: Progress): string {
  const data = {
    bouncerProgress: VERSION,
    exercises: Object.fromEntries(efforts),
    predictions,
    tested: Object.fromEntries(tested)
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Null for a text that is no progress of this version; what is odd in one that is, is left out. */
export function readProgress(text: string): Progress | null {
  const data = asRecord(parsed(text));
  if (data === null || data['bouncerProgress'] !== VERSION) return null;
  const predictions = Array.isArray(data['predictions']) ? data['predictions'] : [];
  return {
    efforts: toMap(data['exercises'], toEffort),
    predictions: predictions.flatMap((each) => toPrediction(each) ?? []).slice(-MOST),
    tested: toMap(data['tested'], toDate)
  };
}

/** Both together: of an exercise the better, of a prediction the first. */
export function joinProgress(mine: Progress, theirs: Progress): Progress {
  const efforts = new Map(mine.efforts);
  for (const [name, effort] of theirs.efforts) {
    efforts.set(name, better(efforts.get(name) ?? NO_EFFORT, effort));
  }
  const predictions = [...mine.predictions, ...theirs.predictions]
    .sort((a, b) => a.at.localeCompare(b.at))
    .filter((each, i, all) => all.findIndex((other) => isSame(each, other)) === i);
  return {
    efforts,
    predictions: predictions.slice(-MOST),
    tested: new Map([...theirs.tested, ...mine.tested])
  };
}

/** Notes an exercise as it stands now; what was better before stays. */
export function withEffort(progress: Progress, exercise: string, effort: Partial<Effort>): Progress {
  const before = progress.efforts.get(exercise) ?? NO_EFFORT;
  const after = better(before, { ...NO_EFFORT, ...effort });
  return { ...progress, efforts: new Map(progress.efforts).set(exercise, after) };
}

/** Notes a prediction; one that was made before stays, so that nobody corrects what they foretold. */
export function withPrediction(progress: Progress, prediction: Prediction): Progress {
  if (progress.predictions.some((each) => isSame(each, prediction))) return progress;
  return { ...progress, predictions: [...progress.predictions, prediction].slice(-MOST) };
}

export function withTested(progress: Progress, chapter: string, at: string): Progress {
  return { ...progress, tested: new Map(progress.tested).set(chapter, at) };
}

/** An exercise as if it had never been opened; its predictions stay. */
export function withoutEffort(progress: Progress, exercise: string): Progress {
  const efforts = new Map(progress.efforts);
  efforts.delete(exercise);
  return { ...progress, efforts };
}

function better(a: Effort, b: Effort): Effort {
  return {
    solved: [a.solved, b.solved].filter((each) => each !== null).sort()[0] ?? null,
    statements: least(a.statements, b.statements),
    surface: least(a.surface, b.surface),
    hints: Math.max(a.hints, b.hints),
    isShown: a.isShown || b.isShown
  };
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function isSame(a: Prediction, b: Prediction): boolean {
  return a.exercise === b.exercise && a.request === b.request;
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function toMap<T>(value: unknown, read: (value: unknown) => T | null): ReadonlyMap<string, T> {
  const entries = Object.entries(asRecord(value) ?? {}).slice(0, MOST);
  return new Map(
    entries.flatMap(([name, each]) => {
      const found = read(each);
      return found === null ? [] : [[name, found] as const];
    })
  );
}

function toEffort(value: unknown): Effort | null {
  const fields = asRecord(value);
  if (fields === null) return null;
  return {
    solved: toDate(fields['solved']),
    statements: toCount(fields['statements']),
    surface: toCount(fields['surface']),
    hints: Math.min(toCount(fields['hints']) ?? 0, 3),
    isShown: fields['isShown'] === true
  };
}

function toPrediction(value: unknown): Prediction | null {
  const fields = asRecord(value) ?? {};
  const guess = GUESSES.find((each) => each === fields['guess']);
  const { exercise, request, isRight } = fields;
  const at = toDate(fields['at']);
  if (typeof exercise !== 'string' || typeof request !== 'string' || typeof isRight !== 'boolean')
    return null;
  if (guess === undefined || at === null) return null;
  const layer = typeof fields['layer'] === 'string' ? fields['layer'] : null;
  const isLayerRight = layer === null ? null : fields['isLayerRight'] === true;
  return { exercise, request, guess, layer, isSure: fields['isSure'] === true, isRight, isLayerRight, at };
}

function toDate(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? value : null;
}

function toCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}
