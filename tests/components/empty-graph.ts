/** A graph with nothing in it. */
import type { Graph } from '../../src/lib/graph/graph.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { newWorld } from '../../src/lib/world/new-world.ts';

export const EMPTY: Graph = toGraph(newWorld(0), []);
