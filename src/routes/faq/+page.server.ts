/** The questions, with the titles of the requests that answer them and the pages that are their sources. */
import { QUESTIONS } from '#lib/ladder/faq.ts';
import { tellRun, tellSources } from '../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  questions: QUESTIONS.map((question) => ({
    ...question,
    beyond: question.beyond ?? '',
    runs: question.runs.map(tellRun),
    sources: tellSources(question)
  }))
});
