/** The made-up organization: a file without a mistake, the same for the same seed, as large as asked for. */
import { describe, expect, test } from 'vitest';
import { toSketch } from '../../src/lib/graph/to-graph.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { LARGE, toOrganization } from '../../src/lib/share/organization.ts';

function read(size: typeof LARGE) {
  const { value, diagnostics } = parseScenario(toOrganization(size));
  if (!value) throw new Error(diagnostics[0]?.message);
  return { scenario: value, diagnostics };
}

describe.each([
  ['the smallest', { accounts: 1, each: 1, seed: 3 }, 8, 60],
  ['the example', LARGE, 40, 1900],
  ['a hundred accounts of few', { accounts: 100, each: 8, seed: 1 }, 100, 800]
])('%s', (_, size, accounts, nodes) => {
  const { scenario, diagnostics } = read(size);

  test('is read without a problem and as large as asked for', () => {
    expect(diagnostics).toEqual([]);
    expect(scenario.world.accounts.size).toBe(accounts);
    expect(toSketch(scenario.world).nodes.length).toBeGreaterThan(nodes);
  });

  test('every request ends as the file says', () => {
    expect(scenario.cases.length).toBeGreaterThan(3);
    expect(toWatches(scenario).filter(({ holds }) => holds === false)).toEqual([]);
  });
});

test('the same seed gives the same file, another one another', () => {
  const size = { accounts: 12, each: 20, seed: 5 };
  expect(toOrganization(size)).toEqual(toOrganization(size));
  expect(toOrganization({ ...size, seed: 6 }).text).not.toBe(toOrganization(size).text);
});
