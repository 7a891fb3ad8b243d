/** The glossary, with the titles of the requests that show a term and the pages that are its sources. */
import { GLOSSARY } from '#lib/ladder/glossary.ts';
import { tellRun, tellSources } from '../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  terms: GLOSSARY.map((term) => ({ ...term, run: tellRun(term.run), sources: tellSources(term) }))
});
