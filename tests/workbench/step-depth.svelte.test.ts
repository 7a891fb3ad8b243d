/** A step that an address names is really shown, however deep the address looks; looking less deep leads to its parent. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { DETAILS, type Detail } from '../../src/lib/explain/frame.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { Workbench } from '../../src/lib/workbench/workbench.svelte.ts';
import text from '../../scenarios/tools-to-production.yaml?raw';

const { value } = parseScenario({ name: 'tools-to-production.yaml', text });
if (!value) throw new Error('no scenario');
const scenario = value;
const graph = toGraph(scenario.world, []);
const DEEP = 'hop1.resource@prod-deploy/trust#PipelineMayEnter';

function open(request: string, asked: Detail = 'layers') {
  let at: { step: string | null; detail: Detail } = $state({ step: null, detail: asked });
  const bench = new Workbench({
    scenario: () => scenario,
    graph: () => graph,
    watches: () => null,
    request: () => request,
    step: () => at.step,
    detail: () => at.detail,
    opened: () => null,
    pointed: () => null
  });
  const stand = (step: string | null, detail: Detail = asked) => (at = { step, detail });
  const told = () => [bench.detail, bench.frame?.id, bench.isStepUnknown];
  return { bench, stand, told };
}

describe.each(scenario.cases.flatMap(({ id, request }) => (request ? [[id, request] as const] : [])))(
  '%s',
  (id, request) => {
    test.each(DETAILS)('every step of the deepest film is shown, asked for at %s', (detail) => {
      const { bench, stand } = open(id, detail);
      for (const frame of toFrames(evaluate(scenario.world, request), 'elements')) {
        stand(frame.id);
        expect([bench.frame?.step.id, bench.isStepUnknown]).toEqual([frame.step.id, false]);
      }
    });
  }
);

test('no deeper than it takes, and never less deep than asked', () => {
  const { stand, told } = open('deploy');
  stand(DEEP);
  expect(told()).toEqual(['statements', DEEP, false]);
  stand(`${DEEP}:Principal`);
  expect(told()).toEqual(['elements', `${DEEP}:Principal`, false]);
  stand('hop1.resource?');
  expect(told()).toEqual(['layers', 'hop1.resource', false]);
  stand(DEEP, 'elements');
  expect(told()).toEqual(['elements', DEEP, false]);
});

test('a step that there is not is told, at the depth that is asked for', () => {
  const { stand, told } = open('deploy');
  stand('hop1.resource@prod-deploy/trust#Gone');
  expect(told()).toEqual(['layers', 'hop1.resource', true]);
});

test('looking less deep leads to what the step is a part of', () => {
  const { bench, stand } = open('deploy');
  stand(`${DEEP}:Principal`);
  expect(DETAILS.map((detail) => bench.idAt(detail))).toEqual(['hop1.resource', DEEP, `${DEEP}:Principal`]);
});
