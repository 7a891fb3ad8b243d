/** The examples of the format's page as they are, for whoever opens one to change it. */
import { error } from '@sveltejs/kit';
import { EXAMPLES } from '../../../shipped.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: EntryGenerator = () => EXAMPLES.names().map((name) => ({ file: `${name}.yaml` }));

export const GET: RequestHandler = ({ params }) => {
  const text = EXAMPLES.text(params.file.replace(/\.yaml$/, ''));
  if (text === null) error(404, `There is no example called ${params.file}.`);
  return new Response(text, { headers: { 'content-type': 'text/yaml; charset=utf-8' } });
};
