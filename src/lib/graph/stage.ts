/** The picture of one request for a room: who asks, what for, the papers of both, and nothing else. */
import type { Request } from '../engine/request.ts';
import type { Graph } from './graph.ts';
import { layout } from './layout.ts';
import { pathOf } from './path.ts';

/**
 * Laid out anew, so that it fills its place; the whole graph where there is no request, or nothing of it is drawn.
 *
 * @param focus ids of what is pointed at beside
 */
export function staged(graph: Graph, request: Request | null, focus: ReadonlySet<string>): Graph {
  const path = pathOf(graph, request);
  if (graph.isUnplaced || path.nodes.size === 0) return graph;
  const told = new Set([...path.nodes, ...focus]);
  for (const { kind, from, to } of graph.edges) if (kind === 'membership' && told.has(from)) told.add(to);
  for (const { kind, from, to } of graph.edges) if (kind === 'attachment' && told.has(from)) told.add(to);
  const nodes = graph.nodes.filter(({ id }) => told.has(id));
  const edges = graph.edges.filter(({ from, to }) => told.has(from) && told.has(to));
  const homes = new Set([...nodes.map(({ box }) => box), ...path.accounts]);
  // Organization and OUs speak by the levels in the roofs of their accounts.
  const boxes = graph.boxes
    .filter(({ id, kind }) => kind === 'account' && homes.has(id))
    .map((box) => ({ ...box, parent: null }));
  return { ...layout({ nodes, edges, boxes, isCut: false }), omitted: NONE };
}

const NONE: Graph['omitted'] = { nodes: [], edges: [], boxes: [], isCut: false };
