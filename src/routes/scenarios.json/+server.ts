/** Names and titles of all scenarios of the site, for whoever looks for one of them by name. */
import { SHIPPED } from '../shipped.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const GET: RequestHandler = () =>
  new Response(JSON.stringify(SHIPPED.all().map(({ name, title }) => ({ name, title }))), {
    headers: { 'content-type': 'application/json' }
  });
