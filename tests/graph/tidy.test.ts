/** The shipped drawings are no hairballs: ceilings for lines that cross, and for lines through what is written. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { crossings, struck } from './tidy.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Lines that cross, and lines through somebody's name or shape; what is not listed has none of either. */
const CEILINGS: Readonly<Record<string, readonly [crossing: number, through: number]>> = {
  'bob-in-us-east.yaml': [1, 0],
  'github-oidc.yaml': [1, 0]
};

test.each(files)('%s', (name) => {
  const { value } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  if (!value) throw new Error('does not parse');
  const requests = value.cases.flatMap(({ request }) => request ?? []);
  const graph = toGraph(value.world, requests);
  const [crossing, through] = CEILINGS[name] ?? [0, 0];
  expect(crossings(graph).length, crossings(graph).join('\n')).toBeLessThanOrEqual(crossing);
  expect(struck(graph).length, struck(graph).join('\n')).toBeLessThanOrEqual(through);
});
