/** The format's page, made from the schema of the reader and from examples that a test holds to what they say. */
import { scenarioSchema } from '#lib/scenario/schema.ts';
import { toSections } from '#lib/workbench/format-keys.ts';
import { exampleNames, exampleText, readExample } from './examples.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  sections: toSections(scenarioSchema()),
  examples: exampleNames().map((name) => {
    const { title, summary } = readExample(name);
    return { name, title, summary, text: exampleText(name) ?? '' };
  })
});
