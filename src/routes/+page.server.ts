/** The list of all shipped scenarios, read at build time. */
import { readShipped, shippedNames } from './shipped.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const scenarios = shippedNames().flatMap((name) => {
    const scenario = readShipped(name);
    if (!scenario) return [];
    const { title, summary, chapter, order, world, cases } = scenario;
    return [{ name, title, summary, chapter, order, accounts: world.accounts.size, requests: cases.length }];
  });
  return { scenarios: scenarios.sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity)) };
};
