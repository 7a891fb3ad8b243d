/** Fetches the desk apart from the page, which waits with it until somebody is there; prerendering waits for it. */
import { firstSign } from '../../patience.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
  const { default: Desk } = await import('../../desk/ScenarioDesk.svelte');
  await firstSign();
  return { ...data, Desk };
};
