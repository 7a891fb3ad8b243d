/** The scenarios of the site for the one page that comes without data: an address that leads nowhere. */
import { SHELF } from '../shelf.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const GET: RequestHandler = () =>
  new Response(JSON.stringify(SHELF), { headers: { 'content-type': 'application/json' } });
