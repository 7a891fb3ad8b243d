/** Fetches the desk apart from the page, so that what paints first stays small; prerendering waits for it. */
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
  const { default: Desk } = await import('../../desk/ScenarioDesk.svelte');
  return { ...data, Desk };
};
