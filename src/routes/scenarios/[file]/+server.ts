/** The shipped scenario and exercise files as they are: what an edit begins with and a difference is told against. */
import { error } from '@sveltejs/kit';
import { EXERCISES, SHIPPED } from '../../shipped.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () =>
  [...SHIPPED.names(), ...EXERCISES.names()].map((name) => ({ file: `${name}.yaml` }));

export const GET: RequestHandler = ({ params }) => {
  const name = params.file.replace(/\.yaml$/, '');
  const text = SHIPPED.text(name) ?? EXERCISES.text(name);
  if (text === null) error(404, `There is no scenario file called ${params.file}.`);
  return new Response(text, { headers: { 'content-type': 'text/yaml; charset=utf-8' } });
};
