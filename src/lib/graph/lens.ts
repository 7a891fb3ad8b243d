/** The lens: what a request is about and what one line ties to it; everything else all but vanishes. */
import type { Graph, Light } from './graph.ts';
import { around, type Path } from './path.ts';

/** The light with the lens on: ids of nodes, lines and boxes that stay to be seen. */
export function throughLens(light: Light, graph: Graph, path: Path): Light {
  const near = new Set([...around(graph, path), ...light.nodes, ...light.edges, ...light.boxes]);
  for (const { id, from, to } of [...graph.edges, ...(graph.bundles ?? [])])
    if (near.has(from) && near.has(to) && (path.nodes.has(from) || path.nodes.has(to))) near.add(id);
  for (const { id, box } of graph.nodes) if (box !== null && near.has(id)) near.add(box);
  return { ...light, near };
}

/** The drawing without what the lens leaves out: for marks, and for those who walk it by keys. */
export function seenThrough(graph: Graph, light: Light | null): Graph {
  const near = light?.near;
  if (!near) return graph;
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => near.has(id)),
    edges: graph.edges.filter(({ id }) => near.has(id)),
    boxes: graph.boxes.filter(({ id, kind }) => kind !== 'account' || near.has(id)),
    ...(graph.bundles && { bundles: graph.bundles.filter(({ id }) => near.has(id)) })
  };
}
