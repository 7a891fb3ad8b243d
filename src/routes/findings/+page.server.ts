/** The findings, from the catalogue that the tests hold. */
import { toldFindings } from '#lib/workbench/findings-told.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ groups: toldFindings() });
