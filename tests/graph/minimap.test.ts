/** The minimap and the lens: what is on show, and what stays to be seen. */
import { describe, expect, test } from 'vitest';
import type { Light } from '../../src/lib/graph/graph.ts';
import { seenThrough, throughLens } from '../../src/lib/graph/lens.ts';
import { lookAt, minimapOf } from '../../src/lib/graph/minimap.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { WorldBuilder } from './build.ts';

const PANEL = { width: 800, height: 400 };
const WORLD = { width: 2000, height: 1000 };

describe('the minimap', () => {
  test.each([
    ['where all is on show', { zoom: 0.4, x: 0, y: 0 }, null],
    ['of the top left corner', { zoom: 1, x: 0, y: 0 }, { x: 0, y: 0, width: 800, height: 400 }],
    ['of the middle', { zoom: 0.8, x: -400, y: -160 }, { x: 500, y: 200, width: 1000, height: 500 }],
    ['kept inside the drawing', { zoom: 1, x: 300, y: -900 }, { x: 0, y: 900, width: 500, height: 100 }]
  ])('%s', (_, camera, view) => {
    expect(minimapOf(WORLD, PANEL, camera)?.view ?? null).toEqual(view);
  });

  test('has the shape of the drawing', () => {
    const map = minimapOf(WORLD, PANEL, { zoom: 1, x: 0, y: 0 });
    expect((map?.width ?? 0) / (map?.height ?? 1)).toBeCloseTo(2, 1);
  });

  test('looking at a point brings it into the middle', () => {
    const camera = lookAt({ x: 1000, y: 500 }, PANEL, 0.8);
    const view = minimapOf(WORLD, PANEL, camera)?.view;
    expect(view && { x: view.x + view.width / 2, y: view.y + view.height / 2 }).toEqual({ x: 1000, y: 500 });
  });
});

describe('the lens', () => {
  const [TOOLS, PROD, OTHER] = ['111111111111', '222222222222', '333333333333'];
  const w = new WorldBuilder();
  w.account('tools', TOOLS);
  w.account('prod', PROD);
  w.account('other', OTHER);
  const ci = w.role(TOOLS, 'ci', { Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } });
  const far = w.role(OTHER, 'far', {
    Action: 'sts:AssumeRole',
    Principal: { Service: 'lambda.amazonaws.com' }
  });
  const deploy = w.role(PROD, 'deploy', { Action: 'sts:AssumeRole', Principal: { AWS: ci } });
  const graph = toGraph(w.build());
  const none = new Set<string>();
  const light: Light = { nodes: none, edges: none, boxes: none, bands: none, rings: none };
  const path = { nodes: new Set([ci, deploy]), accounts: new Set([TOOLS, PROD]) };
  const lit = throughLens(light, graph, path);

  test('leaves the path and what one line ties to it', () => {
    const stays = [ci, deploy, 'ec2.amazonaws.com', TOOLS, PROD];
    expect(stays.filter((id) => !lit.near?.has(id))).toEqual([]);
    expect(lit.near?.has(far)).toBe(false);
    expect(lit.near?.has(OTHER)).toBe(false);
  });

  test('what it leaves out is not walked by keys', () => {
    const seen = seenThrough(graph, lit);
    expect(seen.nodes.map(({ id }) => id).sort()).toEqual([ci, deploy, 'ec2.amazonaws.com'].sort());
    expect(seen.edges.every(({ from, to }) => from !== far && to !== far)).toBe(true);
    expect(seenThrough(graph, light)).toBe(graph);
  });
});
