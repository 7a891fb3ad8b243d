/** The ladder as the site has it: the shipped exercises in order, each with its place; read at build time. */
import { CHAPTERS } from '#lib/ladder/chapters.ts';
import { toExercise } from '#lib/exercise/exercise.ts';
import type { Lesson, Neighbour } from '#lib/workbench/lesson.ts';
import type { ParsedScenario } from '#lib/scenario/scenario.ts';
import { EXERCISES } from './shipped.ts';

/** One exercise of the ladder with its file. */
export interface Rung {
  readonly lesson: Lesson;
  readonly scenario: ParsedScenario;
}

/** In order. @throws if a file is no exercise, or names no chapter */
export function toLadder(): readonly Rung[] {
  const rungs = EXERCISES.all().map(toRung).sort(byPlace);
  return rungs.map((rung, i) => ({
    ...rung,
    lesson: {
      ...rung.lesson,
      place: placeOf(rung, rungs),
      back: neighbour(rungs[i - 1]),
      next: neighbour(rungs[i + 1])
    }
  }));
}

function toRung(scenario: ParsedScenario): Rung {
  const exercise = toExercise(scenario);
  const chapter = CHAPTERS.find(({ title }) => title === scenario.chapter);
  if (!exercise || !chapter || exercise.number === null) {
    throw new Error(
      `${scenario.name} has no place on the ladder: it needs an exercise, a number and a chapter`
    );
  }
  const { name, title } = scenario;
  const place = { at: scenario.order ?? 0, of: 0 };
  return { scenario, lesson: { name, title, exercise, chapter, place, back: null, next: null } };
}

function byPlace({ lesson: a }: Rung, { lesson: b }: Rung): number {
  return a.chapter.number - b.chapter.number || a.place.at - b.place.at;
}

function placeOf({ lesson }: Rung, all: readonly Rung[]): Lesson['place'] {
  const own = all.filter((each) => each.lesson.chapter.number === lesson.chapter.number);
  return { at: own.findIndex((each) => each.lesson === lesson) + 1, of: own.length };
}

function neighbour(rung: Rung | undefined): Neighbour | null {
  if (!rung) return null;
  const { name, title, exercise } = rung.lesson;
  return { name, title, number: exercise.number ?? '' };
}
