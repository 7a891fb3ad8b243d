import { error } from '@sveltejs/kit';
import { toPortable } from '#lib/scenario/portable.ts';
import { readShipped, shippedNames } from '../../shipped.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => shippedNames().map((scenario) => ({ scenario }));

export const load: PageServerLoad = ({ params }) => {
  const scenario = readShipped(params.scenario);
  if (!scenario) error(404, `There is no scenario called ${params.scenario}.`);
  return { portable: toPortable(scenario) };
};
