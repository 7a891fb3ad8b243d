/** The glossary: IAM's terms in the order of the alphabet. */
import type { Term } from './term.ts';
import { DECIDING } from './terms-deciding.ts';
import { LANGUAGE } from './terms-language.ts';
import { PAPERS } from './terms-papers.ts';
import { PEOPLE } from './terms-people.ts';

/** By name, capitals aside. */
export const GLOSSARY: readonly Term[] = [...LANGUAGE, ...PEOPLE, ...PAPERS, ...DECIDING].sort((a, b) =>
  a.name.localeCompare(b.name, 'en', { sensitivity: 'base' })
);
