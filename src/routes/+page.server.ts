/** The list of all shipped scenarios, read at build time. */
import { readShipped, shippedNames } from './shipped.ts';
import type { PageServerLoad } from './$types';

/** In the order in which one learns them; what is in no chapter comes last. */
const CHAPTERS = [
  'First words',
  'People and precedence',
  'Circumstances',
  'Borrowed hats',
  'Two accounts',
  'Ceilings',
  'Attributes and federation',
  'Evidence and repair'
];

export const load: PageServerLoad = () => {
  const scenarios = shippedNames().flatMap((name) => {
    const scenario = readShipped(name);
    if (!scenario) return [];
    const { title, summary, chapter, order, world, cases } = scenario;
    return [{ name, title, summary, chapter, order, accounts: world.accounts.size, requests: cases.length }];
  });
  const place = ({ chapter, order }: { chapter: string | null; order: number | null }) =>
    (CHAPTERS.indexOf(chapter ?? '') + 1 || CHAPTERS.length + 1) * 1000 + (order ?? 999);
  return { scenarios: scenarios.sort((a, b) => place(a) - place(b)) };
};
