/** The myths, with the titles of the requests that answer them and the pages that are their sources. */
import { MYTHS } from '#lib/ladder/myths.ts';
import { tellExercise, tellRun, tellSources } from '../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  myths: MYTHS.map((myth) => ({
    ...myth,
    beyond: myth.beyond ?? '',
    runs: myth.runs.map(tellRun),
    sources: tellSources(myth),
    exercise: tellExercise(myth.exercise)
  }))
});
