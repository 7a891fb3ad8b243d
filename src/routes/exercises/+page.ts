/** The exercises have no page of their own: the map of them is on the first one. */
import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { PageLoad } from './$types';

export const load: PageLoad = () => redirect(308, `${resolve('/')}#map`);
