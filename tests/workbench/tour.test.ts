/** The tour: where each scene stands, what the graph moves to, and what people are told of a stale one. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placeOf, toFrames } from '../../src/lib/explain/frames.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { fitTo } from '../../src/lib/graph/camera.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { Scenario } from '../../src/lib/scenario/scenario.ts';
import { toTour } from '../../src/lib/workbench/tour.ts';
import { sceneAfter } from '../../src/lib/workbench/tour-keys.ts';

const text = readFileSync(new URL('../../scenarios/tools-to-production.yaml', import.meta.url), 'utf8');

/** The flagship, with changes of its text. */
function flagship(...changes: readonly (readonly [what: string, by: string])[]): Scenario {
  const changed = changes.reduce((was, [what, by]) => {
    expect(was).toContain(what);
    return was.replace(what, by);
  }, text);
  const { value } = parseScenario({ name: 'tools-to-production.yaml', text: changed });
  if (value === null) throw new Error('no scenario');
  return value;
}

function drawn(scenario: Scenario) {
  return toGraph(
    scenario.world,
    scenario.cases.flatMap(({ request }) => request ?? [])
  );
}

const tourOf = (scenario: Scenario) => toTour(scenario, drawn(scenario));
/** A scene in place of the first one. */
const sceneOf = (lines: string) =>
  tourOf(flagship(['walkthrough:\n', `walkthrough:\n  - { title: New, say: s, ${lines} }\n`]))[0];

test('each scene of the flagship stands on its very step, at the least detail that shows it, and is true', () => {
  const scenario = flagship();
  const tour = tourOf(scenario);
  expect(tour.map(({ index, stale }) => [index, stale])).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => [i, null]));
  expect(tour.map(({ address }) => address?.detail)).toEqual([
    'layers',
    'statements',
    'statements',
    'layers',
    'statements',
    'layers',
    'statements'
  ]);
  for (const { address } of tour) {
    const request = scenario.cases.find(({ id }) => id === address?.request)?.request;
    if (!request || !address) throw new Error('no request');
    const frames = toFrames(evaluate(scenario.world, request), address.detail);
    expect(frames[placeOf(address.step, frames)]?.id).toBe(address.step);
  }
});

test('each scene of the flagship moves the graph to what is drawn', () => {
  const scenario = flagship();
  const graph = drawn(scenario);
  for (const { focus, index } of toTour(scenario, graph)) {
    expect(focus.size).toBe(scenario.scenes[index]?.focus.length);
    expect(fitTo(graph, { width: 745, height: 320 }, focus)).not.toBeNull();
  }
});

describe('where a scene stands', () => {
  test.each([
    ['focus: [prod]', null],
    ['request: gone', null],
    ['request: enter', { request: 'enter', step: null, detail: 'layers' }],
    ['request: enter, step: "identity?"', { request: 'enter', step: 'identity?', detail: 'statements' }],
    [
      'request: enter, step: "identity@jenkins/may-assume#MayKnock:Action"',
      { request: 'enter', step: 'identity@jenkins/may-assume#MayKnock:Action', detail: 'elements' }
    ],
    ['request: enter, step: gone', { request: 'enter', step: 'gone', detail: 'layers' }]
  ])('%s', (lines, address) => {
    expect(sceneOf(lines)?.address).toEqual(address);
  });
});

test.each([
  ['tools:root', ['root@111111111111']],
  ['prod:root', ['root@222222222222', 'arn:aws:iam::222222222222:root']],
  ['service:ec2.amazonaws.com', ['ec2.amazonaws.com']],
  ['service:s3.amazonaws.com', []], // nobody names it
  ['anonymous', []],
  ['prod', ['222222222222']],
  ['tools:nobody', []]
])('%s is drawn as %j', (name, ids) => {
  const scenario = flagship([
    'walkthrough:\n',
    `walkthrough:\n  - { title: New, say: s, focus: ['${name}'] }\n`
  ]);
  const graph = drawn(scenario);
  const there = new Set([...graph.nodes, ...graph.boxes].map(({ id }) => id));
  expect([...(toTour(scenario, graph)[0]?.focus ?? [])]).toEqual(ids.filter((id) => there.has(id)));
});

describe('a stale scene says why', () => {
  test.each([
    ['request: enter, expect: denied', 'This scene says denied; the request is now allowed.'],
    [
      'request: intern-enters, expect: allowed',
      'This scene says allowed; the request is now implicitly denied.'
    ],
    ['request: wrong-region, expect: implicitDeny', 'is now explicitly denied.'],
    ['request: enter, expect: conditional', 'This scene says allowed or denied by open facts;'],
    ['request: gone', 'This scene shows the request gone, which is no longer there.'],
    ['expect: allowed', 'This scene claims something of a request and names none.'],
    ['request: enter, step: hop1.scp', 'The step of this scene, hop1.scp, is no longer on the way'],
    ['focus: [prod, tools:user/ann]', 'This scene points at tools:user/ann, which is no longer there.']
  ])('%s', (lines, sentence) => {
    expect(sceneOf(lines)?.stale).toContain(sentence);
  });

  test('when its request cannot be asked any more', () => {
    const [scene] = tourOf(flagship(['\n  enter:', '\n  enter:\n    via: { a: b }\n    endpoint: vpce-1']));
    expect(scene?.stale).toBe('This scene shows the request enter, which has an error and cannot be asked.');
    expect(scene?.address).toBeNull();
  });

  test('when a document it rests on is broken', () => {
    const [scene] = tourOf(flagship(['"Sid": "MayKnock"', '"Sidd": "MayKnock"']));
    expect(scene?.stale).toBe('This scene says allowed; the request is now undecided.');
  });

  test.each([
    [
      'may-assume no longer lets jenkins knock',
      'role/prod-deploy"\n',
      'role/web-task"\n',
      [0, 1, 2, 3, 4, 5, 6]
    ],
    ['PassTaskRole hands on every role', '"arn:aws:iam::222222222222:role/web-task"', '"*"', [5]],
    ['a statement gets another name', '"Sid": "UpdateWeb"', '"Sid": "Update"', [4]]
  ])('after an edit: %s', (_, what, by, stale) => {
    expect(
      tourOf(flagship([what, by])).flatMap((scene) => (scene.stale === null ? [] : [scene.index]))
    ).toEqual(stale);
  });
});

test.each([
  ['next', 0, 1],
  ['next', 6, null],
  ['back', 6, 5],
  ['back', 0, null],
  ['first', 3, 0],
  ['first', 0, null],
  ['last', 3, 6],
  ['last', 6, null],
  ['note', 3, null],
  ['leave', 3, null]
] as const)('%s at scene %i of 7 leads to %j', (command, index, to) => {
  expect(sceneAfter(command, index, 7)).toBe(to);
});
