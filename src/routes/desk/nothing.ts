/** What stands for a scenario and its graph while nothing is on the table. */
import type { Graph } from '#lib/graph/graph.ts';
import type { Scenario } from '#lib/scenario/scenario.ts';
import { newWorld } from '#lib/world/new-world.ts';

export const NOTHING: Scenario = {
  name: '',
  title: '',
  summary: '',
  story: '',
  chapter: null,
  order: null,
  world: newWorld(0),
  cases: [],
  scenes: [],
  layout: new Map()
};

export const NO_GRAPH: Graph = {
  nodes: [],
  edges: [],
  boxes: [],
  width: 0,
  height: 0,
  omitted: { nodes: [], edges: [], boxes: [], isCut: false }
};
