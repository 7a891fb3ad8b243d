/** The ladder, the scenarios and the films of the live example, made at build time: the page needs no engine. */
import { fromPortable, toPortable } from '#lib/scenario/portable.ts';
import { byChapter } from '#lib/workbench/by-chapter.ts';
import { toHome } from '#lib/workbench/home.ts';
import { toFilms } from '#lib/workbench/live-example.ts';
import { toLadder } from './ladder.ts';
import { EXAMPLES, SHIPPED } from './shipped.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  home: toHome(
    toLadder().map(({ lesson, scenario }) => ({ ...lesson, summary: scenario.summary })),
    byChapter(SHIPPED.all())
  ),
  // Carried like any page's scenario, so that the marks point into the policy and not into the file.
  films: toFilms(fromPortable(toPortable(EXAMPLES.read('stranger'))))
});
