/** A shipped scenario, read and checked at build time; the page gets it in its portable form. */
import { error } from '@sveltejs/kit';
import { toGraph } from '#lib/graph/to-graph.ts';
import { toPortable } from '#lib/scenario/portable.ts';
import { pinsOf } from '#lib/workbench/pins.ts';
import { SHIPPED } from '../../shipped.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => SHIPPED.names().map((scenario) => ({ scenario }));

export const load: PageServerLoad = ({ params }) => {
  if (SHIPPED.text(params.scenario) === null) error(404, `There is no scenario called ${params.scenario}.`);
  const scenario = SHIPPED.read(params.scenario);
  const requests = scenario.cases.flatMap((each) => each.request ?? []);
  return {
    portable: toPortable(scenario),
    graph: toGraph(scenario.world, requests, pinsOf(scenario.layout))
  };
};
