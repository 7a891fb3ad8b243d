/** The scenario files that ship, for tests of the counterfactual room. */
import { readFileSync, readdirSync } from 'node:fs';
import type { SourceText } from '../../src/lib/source/text.ts';

/** Every scenario that ships. */
export function shipped(): readonly SourceText[] {
  return readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(`scenarios/${name}`, 'utf8') }));
}
