/** The first page can be read as it is: it comes alive when somebody is there. */
import { firstSign } from './patience.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
  await firstSign();
  return data;
};
