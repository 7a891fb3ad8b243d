/** The catalogue and the films of the live example, made at build time: the page needs no engine. */
import { toCatalogue } from '#lib/workbench/catalogue.ts';
import { toFilms } from '#lib/workbench/live-example.ts';
import { readExample } from './format/examples.ts';
import { readShipped, shippedNames } from './shipped.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  chapters: toCatalogue(shippedNames().flatMap((name) => readShipped(name) ?? [])),
  films: toFilms(readExample('stranger'))
});
