/** Presenting: the road on one line, a film as scenes, a recording as scenes, and reading without names. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toGround } from '../../src/lib/edit/edit.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { toRoad } from '../../src/lib/explain/road.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { filmScenes } from '../../src/lib/workbench/film-scenes.ts';
import { hideNames, toShown } from '../../src/lib/workbench/hidden-names.ts';
import { toOneLane } from '../../src/lib/workbench/one-lane.ts';
import { sizeOf, tapped } from '../../src/lib/workbench/present-said.ts';
import { Reader } from '../../src/lib/workbench/reading.ts';
import { keepScenes, recorded, toDrafts, type Stop } from '../../src/lib/workbench/recording.ts';

const source = {
  name: 'tools-to-production.yaml',
  text: readFileSync(new URL('../../scenarios/tools-to-production.yaml', import.meta.url), 'utf8')
};
const { value: scenario } = parseScenario(source);
if (scenario === null) throw new Error('no scenario');

test('longer texts are smaller, and a tap on the left third leads back', () => {
  expect([100, 200, 400, 800].map((length) => sizeOf('x'.repeat(length)))).toEqual([
    'short',
    'middle',
    'long',
    'longest'
  ]);
  expect([tapped(10, 390), tapped(200, 390)]).toEqual(['back', 'next']);
});

function laneOf(id: string, upTo: string) {
  const request = scenario?.cases.find((each) => each.id === id)?.request;
  if (!scenario || !request) throw new Error('no request');
  const evaluation = evaluate(scenario.world, request);
  const frames = toFrames(evaluation, 'layers').filter((frame) => frame.evaluation === evaluation);
  const at = frames.findIndex((frame) => frame.id === upTo);
  const passed = new Set(frames.slice(0, at + 1).map((frame) => frame.id));
  const order = evaluation.steps.map((step) => step.id);
  return toOneLane(toRoad(evaluation), order, { current: frames[at]?.layer ?? '', passed });
}

test('the road on one line: the ceilings are one stop, and nothing is told before its time', () => {
  const told = (id: string, upTo: string) =>
    laneOf(id, upTo).map(({ name, mark, detail }) => `${name} ${mark}: ${detail}`);
  expect(told('enter', 'verdict')).toEqual([
    'Signed pass: and asked',
    'Deny sweep pass: none matches',
    'Ceilings pass: all levels yes',
    'Trust policy pass: names you',
    'Identity pass: allows',
    'Boundary notApplicable: none set'
  ]);
  expect(told('enter', 'denySweep').slice(1, 3)).toEqual([
    'Deny sweep pass: none matches',
    'Ceilings waiting: not yet read'
  ]);
});

test('a film as scenes: one for each stop, each at its own frame; the verdict has the title of the request', () => {
  const scenes = filmScenes(scenario, 'enter');
  expect(scenes.map(({ index }) => index)).toEqual(scenes.map((_, at) => at));
  expect(scenes.at(-1)?.title).toBe('Jenkins puts on the hat of prod-deploy');
  expect(scenes.at(-1)?.address).toEqual({ request: 'enter', step: 'verdict', detail: 'layers' });
  expect(scenes.every(({ say }) => say !== '')).toBe(true);
  expect(filmScenes({ ...scenario, cases: [] }, 'enter')).toEqual([]);
});

const WALK: readonly Stop[] = [
  { request: 'enter', step: 'asked', detail: 'layers' },
  { request: 'enter', step: 'asked', detail: 'layers' },
  { request: 'enter', step: 'verdict', detail: 'layers' }
];

test.each([
  ['a walkthrough', source],
  ['none', { ...source, text: source.text.slice(0, source.text.indexOf('\nwalkthrough:') + 1) }]
])('a recording becomes scenes of a file with %s, in one edit, and every one of them is true', (_, file) => {
  const before = parseScenario(file).value;
  const ground = before && toGround(file, before.world);
  if (!ground) throw new Error('no ground');
  const stops = WALK.reduce(recorded, [] as readonly Stop[]);
  expect(stops).toHaveLength(2);
  const edit = keepScenes(ground, toDrafts(stops, before));
  expect(edit.title).toBe('Add 2 scenes to the walkthrough');
  const { value: text } = applyChanges(file, edit.changes);
  const after = parseScenario({ ...file, text: text ?? '' });
  expect(after.diagnostics).toEqual([]);
  const added = after.value?.scenes.slice(-2) ?? [];
  expect(after.value?.scenes).toHaveLength(before.scenes.length + 2);
  expect(added.map(({ request, step, expect: expected }) => [request, step, expected])).toEqual([
    ['enter', 'asked', 'allowed'],
    ['enter', 'verdict', 'allowed']
  ]);
});

test('a reading without names decides alike, stands where it stood, and tells no name', () => {
  const shown = new Reader().read(source, new Map()).reading;
  if (shown === null) throw new Error('no reading');
  const hidden = hideNames(source, toShown(shown));
  expect(hidden?.reading.watches.map(({ outcome }) => outcome)).toEqual(
    shown.watches.map(({ outcome }) => outcome)
  );
  const places = ({ nodes }: typeof shown.graph) => nodes.map(({ x, y, kind }) => [x, y, kind]);
  expect(hidden && places(hidden.reading.graph)).toEqual(places(shown.graph));
  const { graph, scenario: made } = hidden?.reading ?? {};
  const told = JSON.stringify([graph, made?.cases, made?.scenes, [...(made?.world.accounts.values() ?? [])]]);
  expect(told).not.toMatch(/jenkins|prod|tools|1{12}|1111 1111|2{12}|dana|intern|acme/i);
});

test('where a decision would change with the names, nothing is shown', () => {
  const shown = new Reader().read(source, new Map()).reading;
  if (shown === null) throw new Error('no reading');
  const other = shown.watches.map(() => null);
  expect(hideNames(source, { ...toShown(shown), outcomes: other })).toBeNull();
});
