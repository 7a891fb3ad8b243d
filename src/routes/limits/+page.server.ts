/** What is not held and what was chosen, from the same tables that the engine and the tests read. */
import { LIMITS } from '#lib/catalog/limits.ts';
import { AREAS, ruleOf, RULES } from '#lib/catalog/rules.ts';
import { CHOICE_NOTES } from '#lib/engine/choices.ts';
import { ruleSource } from '#lib/explain/sources.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const limits = new Set(LIMITS.map(({ rule }) => rule));
  return {
    limits: LIMITS.map(({ rule, reason }) => ({
      rule,
      says: ruleOf(rule)?.says ?? '',
      reason,
      source: ruleSource(rule)
    })),
    choices: CHOICE_NOTES.map((choice) => ({ ...choice, source: ruleSource(choice.rule) })),
    areas: [...AREAS].map(([area, title]) => ({
      area,
      title,
      rules: RULES.filter(({ id }) => id.startsWith(`${area}-`)).map(({ id, says }) => ({
        id,
        says,
        isHeld: !limits.has(id),
        source: ruleSource(id)
      }))
    }))
  };
};
