/** What every page knows of the others, so that it can list them without asking the network. */
import { SHELF } from './shelf.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => ({ shelf: SHELF });
