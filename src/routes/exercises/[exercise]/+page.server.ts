/** An exercise, read and checked at build time; the page gets its world in the portable form, and its place on the ladder. */
import { error } from '@sveltejs/kit';
import { toGraph } from '#lib/graph/to-graph.ts';
import { toPortable } from '#lib/scenario/portable.ts';
import { pinsOf } from '#lib/workbench/pins.ts';
import { toLadder } from '../../ladder.ts';
import { EXERCISES } from '../../shipped.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => EXERCISES.names().map((exercise) => ({ exercise }));

export const load: PageServerLoad = ({ params }) => {
  const rung = toLadder().find(({ lesson }) => lesson.name === params.exercise);
  if (!rung) error(404, `There is no exercise called ${params.exercise}.`);
  const { scenario, lesson } = rung;
  const requests = scenario.cases.flatMap((each) => each.request ?? []);
  return {
    lesson,
    portable: toPortable(scenario),
    graph: toGraph(scenario.world, requests, pinsOf(scenario.layout))
  };
};
