/** The first page: chapters in order, places to come among them, and how far somebody is. */
import { describe, expect, it } from 'vitest';
import { CHAPTERS } from '../../src/lib/ladder/chapters.ts';
import type { Exercise } from '../../src/lib/exercise/exercise.ts';
import { reached, toHome } from '../../src/lib/workbench/home.ts';
import type { Lesson } from '../../src/lib/workbench/lesson.ts';
import { NO_PROGRESS, withEffort, withTested } from '../../src/lib/workbench/progress.ts';

const AT = '2026-03-03T10:00:00.000Z';
const EXERCISE: Omit<Exercise, 'number' | 'isOptional'> = {
  belief: '',
  teaches: [],
  brief: '',
  edit: [],
  goals: [],
  probes: [],
  predict: [],
  par: 1,
  moves: 0,
  startErrors: [],
  hints: [],
  solution: { name: '', says: '', changes: [], path: '' },
  alternatives: [],
  decoys: [],
  survivors: new Map(),
  debrief: ''
};

function lesson(number: string, isOptional = false): Lesson & { readonly summary: string } {
  const chapter = CHAPTERS.find((each) => number.startsWith(`${each.number}.`)) ?? { number: 0, title: '' };
  return {
    name: number.replace('.', '-'),
    title: `No. ${number}`,
    summary: `About ${number}`,
    exercise: { ...EXERCISE, number, isOptional },
    chapter,
    place: { at: 1, of: 1 },
    back: null,
    next: null
  };
}

const HOME = toHome([lesson('1.2'), lesson('1.10', true), lesson('1.1'), lesson('8.4')], []);
const numbers = (chapter: number) => HOME.chapters[chapter - 1]?.exercises.map(({ number }) => number);

describe('the ladder', () => {
  it('is in order by number, not by letters', () => expect(numbers(1)).toEqual(['1.1', '1.2', '1.10']));

  it('keeps the places of what is to come', () =>
    expect(numbers(8)).toEqual(['8.1', '8.2', '8.3', '8.4', '8.7', '8.8', '8.9', '8.11']));

  it('puts every exercise on the map', () => {
    const places = HOME.chapters.flatMap(({ exercises }) => exercises.map(({ at }) => `${at.x} ${at.y}`));
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('how far one is', () => {
  const one = withEffort(NO_PROGRESS, '1-1', { solved: AT });
  const chapter = withEffort(one, '1-2', { solved: AT });

  it.each([
    ['nothing', NO_PROGRESS, false, '1.1'],
    ['the first', one, false, '1.2'],
    ['a chapter without its extra', chapter, true, '8.4'],
    ['hints alone', withEffort(NO_PROGRESS, '1-1', { hints: 3 }), false, '1.1'],
    ['a chapter tested out of', withTested(NO_PROGRESS, 'First words', AT), true, '8.4']
  ])('%s', (_, progress, isDone, next) => {
    const found = reached(HOME, progress);
    expect(found.next?.number).toBe(next);
    expect([...found.chapters]).toEqual(isDone ? [1] : []);
  });

  it('counts what can be done, and what is', () => {
    const found = reached(HOME, chapter);
    expect([found.count, [...found.done]]).toEqual([4, ['1-1', '1-2']]);
  });
});
