/** Testing out: every chapter has questions that the engine answers, and all but one of them must be right. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { CHAPTERS } from '../../src/lib/ladder/chapters.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { GUESSES, type Guess } from '../../src/lib/workbench/progress.ts';
import { SLIPS, toResult, type TestQuestion } from '../../src/lib/workbench/test-out.ts';
import { toQuestions } from '../../src/lib/workbench/test-questions.ts';

const FOLDER = 'scenarios/exercises';
const QUESTIONS = readdirSync(FOLDER).flatMap((file): readonly (TestQuestion & { chapter: number })[] => {
  const { value } = parseScenario({ name: file, text: readFileSync(`${FOLDER}/${file}`, 'utf8') });
  const exercise = value && toExercise(value);
  const chapter = CHAPTERS.find(({ title }) => title === value?.chapter);
  if (!value || !exercise || !chapter || exercise.isOptional) return [];
  const place = { at: 1, of: 1 };
  const lesson = { name: value.name, title: value.title, exercise, chapter, place, back: null, next: null };
  return toQuestions(lesson, value).map((question) => ({ ...question, chapter: chapter.number }));
});

describe.each(CHAPTERS)('$title', ({ number }) => {
  const own = QUESTIONS.filter(({ chapter }) => chapter === number);

  it('has enough to ask', () => expect(own.length).toBeGreaterThanOrEqual(3));

  it('asks for more than one verdict, so that nobody passes by always saying the same', () => {
    const counts = new Map<unknown, number>();
    for (const { answer } of own) counts.set(answer.decision, (counts.get(answer.decision) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThan(own.length - SLIPS);
  });
});

it('shows every paper as JSON', () => {
  for (const { papers } of QUESTIONS) {
    for (const { text } of papers) expect(JSON.parse(text)).toHaveProperty('Statement');
  }
});

describe('handing in', () => {
  const questions = QUESTIONS.filter(({ chapter }) => chapter === 2);
  const right = new Map(
    questions.flatMap(({ key, answer }) => {
      const guess = GUESSES.find((each) => each === answer.decision);
      return guess ? [[key, guess] as const] : [];
    })
  );
  const wrong = (count: number) =>
    new Map(
      [...right].map(([name, guess], i): [string, Guess] => [
        name,
        i < count ? (guess === 'allowed' ? 'implicitDeny' : 'allowed') : guess
      ])
    );

  it.each([
    [0, true],
    [1, true],
    [2, false]
  ])('%i wrong', (count, isPassed) => {
    expect(toResult(questions, wrong(count))).toEqual({
      right: questions.length - count,
      of: questions.length,
      isPassed
    });
  });
});
