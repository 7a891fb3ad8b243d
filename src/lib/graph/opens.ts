/** From what is clicked to what made it, and the ids by which parts of a graph are named. */
import type { NodeRef } from '../engine/trace.ts';
import type { PolicyId } from '../world/world.ts';
import type { Graph, GraphBand, GraphEdge } from './graph.ts';

/** A statement, or a whole policy document. */
export type Opens = NodeRef | { readonly policy: PolicyId };

/** `scp@r-ab12`: the id of a level's band, as it stands in `Light.bands`. */
export function bandId({ type, level }: Pick<GraphBand, 'type' | 'level'>): string {
  return `${type}@${level}`;
}

/** The statements that make an edge; the first is the one to open. */
export function madeBy(edge: GraphEdge): readonly NodeRef[] {
  return edge.madeBy;
}

/** What opens when a node, an edge or a band is chosen; null where no document makes it (users, memberships, boxes). */
export function opensOf(graph: Graph, id: string): Opens | null {
  const node = graph.nodes.find((candidate) => candidate.id === id);
  if (node) return node.opens === null ? null : { policy: node.opens };
  const edge = graph.edges.find((candidate) => candidate.id === id);
  if (edge) return edge.madeBy[0] ?? null;
  for (const box of graph.boxes) {
    const band = [...box.roof, ...box.floor].find((candidate) => bandId(candidate) === id);
    const [policy] = band?.policies ?? [];
    if (policy !== undefined) return { policy };
  }
  return null;
}
