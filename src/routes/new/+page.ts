/** Fetches the desk apart from the page, so that what paints first stays small; prerendering waits for it. */
import { browser } from '$app/environment';
import { lookAhead } from '../desk/ahead.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, untrack }) => {
  const file = browser ? untrack(() => url.searchParams.get('file')) : null;
  if (file !== null) lookAhead(file);
  const { default: Desk } = await import('../desk/ScenarioDesk.svelte');
  return { Desk };
};
