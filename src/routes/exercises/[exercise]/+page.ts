/** Fetches the desk and what an exercise adds to it apart from the page, which waits with them until somebody is there. */
import { loadStoryReader } from '#lib/workbench/story.ts';
import { firstSign } from '../../patience.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
  const [{ default: Desk }, kit] = await Promise.all([
    import('../../desk/ScenarioDesk.svelte'),
    import('../../desk/exercise-kit.ts'),
    loadStoryReader() // the page that is kept has its lesson set as it is read
  ]);
  await firstSign();
  return { ...data, Desk, kit };
};
