/** The format's page, made from the schema of the reader and from examples that a test holds to what they say. */
import { scenarioSchema } from '#lib/scenario/schema.ts';
import {
  toSections,
  type FormatBlock,
  type FormatExample,
  type ToldBlock
} from '#lib/workbench/format-keys.ts';
import { EXAMPLES } from '../shipped.ts';
import { FIRST, WORDS } from './words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  first: toExample(FIRST),
  sections: toSections(scenarioSchema()).map((section) => ({
    ...tell(section),
    blocks: section.blocks.map(tell)
  }))
});

function tell({ key, keys }: FormatBlock): ToldBlock {
  const { says, examples } = WORDS[key.id] ?? { says: [], examples: [] };
  return { key, keys, says, examples: examples.map(toExample) };
}

function toExample(name: string): FormatExample {
  const { title, summary } = EXAMPLES.read(name);
  return { name, title, summary, text: EXAMPLES.text(name) ?? '' };
}
