/** How good somebody's predictions are, by what they foretold and by how sure they were. Told to the learner alone. */
import { GUESSES, type Guess, type Prediction } from './progress.ts';

/** So many of so many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Calibration {
  readonly all: Share;
  /** Where the layer that decides was named. */
  readonly layers: Share;
  /** By what was foretold. */
  readonly guesses: readonly (Share & { readonly guess: Guess })[];
  readonly sure: Share;
  readonly unsure: Share;
  /** What the numbers say, in a sentence; empty while they are too few to say anything. */
  readonly told: string;
}

/** Predictions below which nothing is said of how sure somebody was. */
const ENOUGH = 5;

export function toCalibration(predictions: readonly Prediction[]): Calibration {
  const sure = share(predictions.filter(({ isSure }) => isSure));
  const unsure = share(predictions.filter(({ isSure }) => !isSure));
  const named = predictions.filter(({ isLayerRight }) => isLayerRight !== null);
  return {
    all: share(predictions),
    layers: { right: named.filter(({ isLayerRight }) => isLayerRight === true).length, of: named.length },
    guesses: GUESSES.map((guess) => ({
      guess,
      ...share(predictions.filter((each) => each.guess === guess))
    })).filter(({ of }) => of > 0),
    sure,
    unsure,
    told: toTold(sure, unsure)
  };
}

function share(predictions: readonly Prediction[]): Share {
  return { right: predictions.filter(({ isRight }) => isRight).length, of: predictions.length };
}

function toTold(sure: Share, unsure: Share): string {
  if (sure.of < ENOUGH) return '';
  const rate = sure.right / sure.of;
  if (rate < 0.7) return 'You are sure more often than you are right.';
  if (unsure.of >= ENOUGH && unsure.right / unsure.of > 0.8)
    return 'You know more than you trust yourself with.';
  return 'When you are sure, you are mostly right.';
}
