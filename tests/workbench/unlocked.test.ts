// What an exercise unlocks can be got at: by a policy that opens, or on the sheet of the thing that it hangs on.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toGround } from '../../src/lib/edit/edit.ts';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { isWithin } from '../../src/lib/source/pointer.ts';
import { unlockedPlaces } from '../../src/lib/workbench/attempt-words.ts';
import { toThing } from '../../src/lib/workbench/thing.ts';
import { partOf, spotOf, type UnlockedSpot } from '../../src/lib/workbench/unlocked.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const folder = new URL('../../scenarios/exercises/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function open(name: string) {
  const source = { name, text: readFileSync(new URL(name, folder), 'utf8') };
  const scenario = parseScenario(source).value;
  const ground = scenario && toGround(source, scenario.world);
  const exercise = scenario && toExercise(scenario);
  if (!ground || !exercise) throw new Error(`${name} is no exercise`);
  const requests = scenario.cases.flatMap(({ request }) => request ?? []);
  return { ground, exercise, graph: toGraph(ground.world, requests) };
}

test.each(files)('all that %s unlocks can be got at', (name) => {
  const { ground, exercise, graph } = open(name);
  const lost = exercise.edit.filter(({ at }) => {
    const spot = spotOf(ground, graph, at);
    return spot === null || !isThere(spot, at);
  });
  expect(lost).toEqual([]);

  function isThere(spot: UnlockedSpot, at: string): boolean {
    if (spot.kind === 'policy') {
      const pointer = ground.world.papers.get(spot.policy)?.pointer ?? '';
      return isWithin(pointer, at) || isWithin(at, pointer);
    }
    const sections = toThing(ground, graph, spot.id)?.sections.map(({ key }) => key) ?? [];
    const wanted = partOf(at);
    return wanted === '' ? sections.length > 0 : sections.includes(wanted);
  }
});

test('what is unlocked is told in words, none of them twice in one exercise, none with a key of the file in it', () => {
  for (const name of files) {
    const words = unlockedPlaces(open(name).exercise.edit).map((place) => place.words);
    expect(new Set(words).size, name).toBe(words.length);
    expect(
      words.filter((each) => /^$|\/accounts|\binline$|blockPublic|Policies$/.test(each)),
      name
    ).toEqual([]);
  }
});

test.each<[string, string, UnlockedSpot | null]>([
  [
    '4-01',
    '/accounts/main/roles/web-role/inline',
    { kind: 'policy', policy: asPolicyId('main:role/web-role/read-app-data') }
  ],
  [
    '5-02',
    '/accounts/prod/roles/prod-deploy/policies',
    { kind: 'thing', id: 'arn:aws:iam::222222222222:role/prod-deploy' }
  ],
  ['6-05', '/organizations/acme/root/scps', { kind: 'thing', id: 'r-ac01' }],
  ['7-05', '/identityCenter/assignments', { kind: 'thing', id: '222222222222' }],
  ['5-02', '/now', null],
  ['5-02', '/accounts/nobody/roles/x/trust', null]
])('%s: %s leads to %j', (start, at, spot) => {
  const { ground, graph } = open(files.find((name) => name.startsWith(start)) ?? start);
  expect(spotOf(ground, graph, at)).toEqual(spot);
});
