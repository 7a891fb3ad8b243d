/** The questions of a chapter's test, worked out at build time. */
import { error } from '@sveltejs/kit';
import { CHAPTERS } from '#lib/ladder/chapters.ts';
import { toQuestions } from '#lib/workbench/test-questions.ts';
import { toLadder } from '../../ladder.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => CHAPTERS.map(({ number }) => ({ chapter: String(number) }));

export const load: PageServerLoad = ({ params }) => {
  const chapter = CHAPTERS.find(({ number }) => String(number) === params.chapter);
  if (!chapter) error(404, `There is no chapter ${params.chapter}.`);
  const rungs = toLadder().filter(
    ({ lesson }) => lesson.chapter.number === chapter.number && !lesson.exercise.isOptional
  );
  const questions = rungs.flatMap(({ lesson, scenario }) => toQuestions(lesson, scenario));
  return { chapter, questions };
};
