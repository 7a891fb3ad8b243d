/** The first page: chapters with their exercises and scenarios, and where each exercise stands on the map. */
import { CHAPTERS, UNWRITTEN } from '../ladder/chapters.ts';
import { toMap, type LadderMap } from '../ladder/map.ts';
import type { Point } from '../ladder/shore.ts';
import type { ScenarioChapter, ScenarioEntry } from './by-chapter.ts';
import type { Lesson } from './lesson.ts';
import type { Progress } from './progress.ts';

export interface HomeExercise {
  /** Its name in the address; null for one that is still to come. */
  readonly name: string | null;
  readonly number: string;
  readonly title: string;
  /** Its summary, or what it waits for. */
  readonly about: string;
  readonly isOptional: boolean;
  readonly at: Point;
}

export interface HomeChapter {
  readonly number: number;
  readonly title: string;
  readonly gist: string;
  readonly exercises: readonly HomeExercise[];
  readonly scenarios: readonly ScenarioEntry[];
}

export interface Home {
  readonly chapters: readonly HomeChapter[];
  /** Scenarios that belong to no chapter. */
  readonly others: readonly ScenarioEntry[];
  readonly map: Omit<LadderMap, 'places'>;
}

/** Works it all out, at build time. */
export function toHome(
  lessons: readonly (Lesson & { readonly summary: string })[],
  shipped: readonly ScenarioChapter[]
): Home {
  const rows = new Map(CHAPTERS.map(({ number }) => [number, rowsOf(number, lessons)]));
  const { places, ...map } = toMap(new Map([...rows].map(([number, own]) => [number, own.length])));
  const scenarios = new Map(shipped.map((chapter) => [chapter.number, chapter.scenarios]));
  return {
    chapters: CHAPTERS.map(({ number, title, gist }) => ({
      number,
      title,
      gist,
      exercises: (rows.get(number) ?? []).map((row, i) => ({
        ...row,
        at: places.get(number)?.[i] ?? { x: 0, y: 0 }
      })),
      scenarios: scenarios.get(number) ?? []
    })),
    others: scenarios.get(null) ?? [],
    map
  };
}

/** A chapter's exercises by number, those to come among them. */
function rowsOf(
  chapter: number,
  lessons: readonly (Lesson & { readonly summary: string })[]
): readonly Omit<HomeExercise, 'at'>[] {
  const written = lessons
    .filter((lesson) => lesson.chapter.number === chapter)
    .map(({ name, title, summary, exercise }) => ({
      name,
      number: exercise.number ?? '',
      title,
      about: summary,
      isOptional: exercise.isOptional
    }));
  const unwritten = UNWRITTEN.filter(({ number }) => number.startsWith(`${chapter}.`)).map(
    ({ number, title, waitsFor }) => ({
      name: null,
      number,
      title,
      about: `Waits for ${waitsFor}`,
      isOptional: false
    })
  );
  return [...written, ...unwritten].sort((a, b) => lastPart(a.number) - lastPart(b.number));
}

function lastPart(number: string): number {
  return Number(number.split('.')[1] ?? 0);
}

/** How far somebody is. */
export interface Reached {
  readonly done: ReadonlySet<string>;
  /** Chapters of which all that is not extra is done, or that were tested out of. */
  readonly chapters: ReadonlySet<number>;
  /** The first exercise that is not done and not extra; null when all are. */
  readonly next: HomeExercise | null;
  /** Of all that can be done. */
  readonly count: number;
}

export function reached({ chapters }: Home, progress: Progress): Reached {
  const written = chapters.flatMap(({ exercises }) => exercises.filter(({ name }) => name !== null));
  const isDone = ({ name }: HomeExercise) =>
    name !== null && (progress.efforts.get(name)?.solved ?? null) !== null;
  const finished = chapters.filter(
    ({ title, exercises }) =>
      progress.tested.has(title) ||
      (exercises.some(({ name }) => name !== null) &&
        exercises.every((each) => each.name === null || each.isOptional || isDone(each)))
  );
  const open = chapters.filter((chapter) => !finished.includes(chapter));
  return {
    done: new Set(written.filter(isDone).flatMap(({ name }) => name ?? [])),
    chapters: new Set(finished.map(({ number }) => number)),
    next:
      open
        .flatMap(({ exercises }) => exercises)
        .find((each) => each.name !== null && !each.isOptional && !isDone(each)) ?? null,
    count: written.length
  };
}
