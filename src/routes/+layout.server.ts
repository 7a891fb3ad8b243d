/** The scenarios of the site by name, so that a page can list the others without asking the network. */
import { toCatalogue } from '#lib/workbench/catalogue.ts';
import { SHIPPED } from './shipped.ts';
import type { LayoutServerLoad } from './$types';

/** In the order in which one learns them; the same for every page. */
const shelf = toCatalogue(SHIPPED.all()).flatMap(({ scenarios }) =>
  scenarios.map(({ name, title }) => ({ name, title }))
);

export const load: LayoutServerLoad = () => ({ shelf });
