/**
 * Testing out of a chapter: requests of its exercises, as things stand at the start, with the papers that apply and the
 * facts they ask for. Who foretells all but one needs no practice. Knows no engine: see test-questions.ts.
 */
import type { Neighbour } from './lesson.ts';
import type { Answer } from './prediction.ts';
import type { Guess } from './progress.ts';

export interface TestQuestion {
  readonly key: string;
  readonly exercise: Neighbour;
  /** The request in a few words. */
  readonly title: string;
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  /** Whether caller and resource are of different accounts. */
  readonly isAbroad: boolean;
  /** Keys that the papers ask for; null values for one that the request has not. */
  readonly facts: readonly { readonly key: string; readonly values: readonly string[] | null }[];
  readonly papers: readonly { readonly name: string; readonly kind: string; readonly text: string }[];
  readonly answer: Answer;
}

/** Questions that may be answered wrongly. */
export const SLIPS = 1;

/** What somebody said to each question, by its key. */
export type Answers = ReadonlyMap<string, Guess>;

export interface TestResult {
  readonly right: number;
  readonly of: number;
  readonly isPassed: boolean;
}

export function toResult(questions: readonly TestQuestion[], answers: Answers): TestResult {
  const right = questions.filter(({ key, answer }) => answers.get(key) === answer.decision).length;
  return { right, of: questions.length, isPassed: right >= questions.length - SLIPS };
}
