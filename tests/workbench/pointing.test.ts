// Whatever one points at, the same thing lights everywhere: text, step, node and edge.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { NO_POINTING, stepAt, toPointing, type Pointed } from '../../src/lib/workbench/pointing.ts';
import { asPolicyId } from '../../src/lib/world/arn.ts';

const url = new URL('../../scenarios/tools-to-production.yaml', import.meta.url);
const { value } = parseScenario({ name: 'x.yaml', text: readFileSync(url, 'utf8') });
const requests = value?.cases.flatMap((each) => each.request ?? []) ?? [];
const request = value?.cases.find(({ id }) => id === 'enter')?.request;
if (!value || !request) throw new Error('no scenario');
const { world } = value;
const graph = toGraph(world, requests);
const scene = { world, graph, evaluations: [evaluate(world, request)] };
const point = (pointed: Pointed) => toPointing(pointed, scene);

const policy = asPolicyId('prod:role/prod-deploy/trust');
const JENKINS = 'arn:aws:iam::111111111111:role/jenkins';
const trust = graph.edges.find(({ kind, from }) => kind === 'trust' && from === JENKINS);
const PRINCIPAL = { policy, path: '/Statement/0/Principal/AWS' };
const READS = 'resource@prod-deploy/trust#PipelineMayEnter:Principal';

describe('pointing', () => {
  test('at nothing lights nothing', () => {
    expect(toPointing(null, scene)).toBe(NO_POINTING);
  });

  test('at a value of the JSON lights its step, whom it names and the edge its statement makes', () => {
    const { steps, things, texts } = point({ kind: 'text', at: PRINCIPAL });
    expect([...steps]).toEqual([READS]);
    expect([...things].sort()).toEqual([JENKINS, trust?.id].sort());
    expect(texts).toEqual([PRINCIPAL]);
  });

  test('at a step lights its JSON, node and edge', () => {
    const { steps, things, texts } = point({ kind: 'step', id: READS });
    expect(steps).toContain(READS);
    expect(texts).toEqual([{ policy, path: '/Statement/0/Principal' }]);
    expect(things).toContain(trust?.id);
  });

  test('at an edge lights the statements that make it, and the steps that read them', () => {
    const { steps, things, texts } = point({ kind: 'thing', id: trust?.id ?? '' });
    expect([...things]).toEqual([trust?.id]);
    expect(texts).toContainEqual({ policy, path: '/Statement/0' });
    expect(steps).toContain('resource@prod-deploy/trust#PipelineMayEnter');
    expect(steps.size).toBe(texts.length);
  });

  test.each(graph.edges.filter(({ madeBy }) => madeBy.length > 0).map((edge) => [edge.id, edge]))(
    '%s lights from each statement that makes it, and back',
    (id, edge) => {
      for (const at of edge.madeBy) expect(point({ kind: 'text', at }).things).toContain(id);
      expect(point({ kind: 'thing', id }).texts).toEqual(edge.madeBy);
    }
  );

  test.each([
    ['/Statement/0/Principal/AWS', READS],
    ['/Statement/0/Action', 'resource@prod-deploy/trust#PipelineMayEnter:Action'],
    ['/Statement/0/Effect', 'resource@prod-deploy/trust#PipelineMayEnter'],
    ['/Statement/7', null]
  ])('the step that reads %s is %s', (path, id) => {
    expect(stepAt(scene.evaluations, { policy, path })).toBe(id);
  });
});
