/** Folding by hand: for the moment where nothing can be written, else in the file, which says no more than it has to. */
import { describe, expect, test } from 'vitest';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { Layout } from '../../src/lib/scenario/scenario.ts';
import { toOrganization } from '../../src/lib/share/organization.ts';
import { Large, type Keep } from '../../src/lib/workbench/large.svelte.ts';

const scenario = parseScenario(toOrganization({ accounts: 9, each: 12, seed: 3 })).value;
if (!scenario) throw new Error('the organization does not parse');
const requests = scenario.cases.flatMap(({ request }) => request ?? []);
const whole = toGraph(scenario.world, requests);

function largeOf(keep: Keep | null, layout: () => Layout = () => new Map()): Large {
  return new Large({
    graph: () => whole,
    request: () => requests[0] ?? null,
    requestsEnding: () => [],
    tags: () => new Map(),
    light: () => null,
    selected: () => null,
    documentOf: () => undefined,
    layout,
    keep: () => keep
  });
}

const isTile = (large: Large, id: string) =>
  large.drawing.boxes.find((box) => box.id === id)?.tile !== undefined;

/** A folded and an unfolded account of the usual drawing. */
function twoOf(large: Large): readonly [folded: string, open: string] {
  const accounts = large.drawing.boxes.filter(({ kind }) => kind === 'account');
  return [
    accounts.find(({ tile }) => tile !== undefined)?.id ?? '',
    accounts.find(({ tile }) => tile === undefined)?.id ?? ''
  ];
}

describe('where the file can be written', () => {
  test('it is shown at once and written, and as usual is not written', () => {
    const told: [string, boolean, boolean | null][] = [];
    const large = largeOf((...each) => void told.push(each));
    const [folded, open] = twoOf(large);
    large.toggle(folded);
    expect(isTile(large, folded)).toBe(false);
    large.toggle(open);
    expect(isTile(large, open)).toBe(true);
    large.toggle(folded);
    expect(told).toEqual([
      [folded, false, false],
      [open, true, true],
      [folded, true, null]
    ]);
    expect(isTile(large, folded)).toBe(true);
  });

  test('what the file says counts once it has been read, so that taking it back takes it back', () => {
    let layout = $state.raw<Layout>(new Map());
    const large = largeOf(
      () => {},
      () => layout
    );
    const [folded] = twoOf(large);
    large.toggle(folded);
    layout = new Map([[folded, { name: 'a', at: null, folded: false }]]);
    expect(isTile(large, folded)).toBe(false);
    expect(large.isByHand).toBe(true);
    layout = new Map();
    expect(isTile(large, folded)).toBe(true);
    expect(large.isByHand).toBe(false);
  });

  test('at the level of the organization one only looks', () => {
    const told: string[] = [];
    const large = largeOf((account) => void told.push(account));
    const [folded] = twoOf(large);
    large.level = 'org';
    large.toggle(folded);
    expect(isTile(large, folded)).toBe(false);
    large.level = 'account';
    expect(isTile(large, folded)).toBe(true);
    expect(told).toEqual([]);
  });
});

test('where nothing can be written it is so for the moment', () => {
  const large = largeOf(null);
  const [folded] = twoOf(large);
  large.toggle(folded);
  expect(isTile(large, folded)).toBe(false);
  expect(large.toggle('nowhere')).toBe(false);
});
