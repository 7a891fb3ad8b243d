/** What would flip each request of each shipped scenario: how long the worst takes, and the one in the middle. */
import { readdirSync, readFileSync } from 'node:fs';
import { whatWouldFlip } from '../../src/lib/counterfactual/flip.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { Scale } from './scale.ts';
import { openCatalogue } from './tasks.ts';

const FOLDER = 'scenarios';

/** Each request once, after one to warm up. */
export function measureFlips(): readonly Scale[] {
  const catalogue = openCatalogue();
  const questions = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const file = { name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') };
      return (parseScenario(file).value?.cases ?? []).map(({ id }) => ({ file, id }));
    });
  const [first] = questions;
  if (first) whatWouldFlip(first.file, first.id, { catalogue });
  const times = questions.map(({ file, id }) => {
    const from = performance.now();
    whatWouldFlip(file, id, { catalogue });
    return performance.now() - from;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const of = `of ${times.length} requests of the scenarios`;
  return [
    { task: `what would flip it, slowest ${of}`, value: sorted.at(-1) ?? 0, limit: 1000, unit: 'ms' },
    { task: 'the same, median', value: sorted[sorted.length >> 1] ?? 0, limit: 1000, unit: 'ms' }
  ];
}
