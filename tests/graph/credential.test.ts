/** What a caller signed with: at its node, over no name of another. */
import { expect, test } from 'vitest';
import { labelBoxes, shapeBox } from '../../src/lib/graph/cell.ts';
import { CREDENTIAL, placeCredential } from '../../src/lib/graph/credential.ts';
import type { Graph, GraphNode } from '../../src/lib/graph/graph.ts';
import { around, overlap } from '../../src/lib/graph/taken.ts';
import { plainNode } from '../../src/lib/graph/nodes.ts';

function at(label: string, x: number, y: number): GraphNode {
  return { ...plainNode('user', label, label), x, y, width: 42, height: 30 };
}

function drawing(...nodes: GraphNode[]): Graph {
  const omitted = { nodes: [], edges: [], boxes: [], isCut: false };
  return { nodes, edges: [], boxes: [], width: 400, height: 400, omitted };
}

const caller = at('dana', 200, 200);

test.each([
  ['alone', [], 'upper right'],
  ['under a name that reaches over its right corner', [at('FinanceLockdown', 240, 142)], 'elsewhere'],
  ['under a name that reaches over both corners', [at('FinanceLockdown', 200, 142)], 'elsewhere']
] as const)('%s', (_, others, where) => {
  const graph = drawing(caller, ...others);
  const place = placeCredential(graph, caller);
  const isUpperRight = place.x > caller.x && place.y < caller.y;
  expect(isUpperRight).toBe(where === 'upper right');
  const area = around(place, CREDENTIAL.width, CREDENTIAL.height);
  const things = graph.nodes.flatMap((node) => [
    ...(node === caller ? [] : [shapeBox(node)]),
    ...labelBoxes(node)
  ]);
  expect(things.filter((thing) => overlap(area, thing) > 0)).toEqual([]);
});
