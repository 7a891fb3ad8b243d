/** What comes of moving things in the graph by hand: changes of the file. */
import { isMoved, moveTo, tidyUp } from '../edit/move.ts';
import type { Edit } from '../edit/edit.ts';
import { labelOf } from '../graph/drag.ts';
import type { Graph } from '../graph/graph.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { GraphHands } from './graph-canvas.ts';

export function toHands(scenario: Scenario, graph: Graph, edit: (edit: Edit) => void): GraphHands {
  return {
    move: (id, at) => edit(moveTo(scenario, id, labelOf(graph, id), at)),
    tidy: isMoved(scenario.layout) ? () => edit(tidyUp(scenario.layout)) : null
  };
}
