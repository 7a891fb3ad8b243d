/** Fetches the desk and what an exercise adds to it apart from the page, so that what paints first stays small. */
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
  const [{ default: Desk }, kit] = await Promise.all([
    import('../../desk/ScenarioDesk.svelte'),
    import('../../desk/exercise-kit.ts')
  ]);
  return { ...data, Desk, kit };
};
