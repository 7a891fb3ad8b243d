/** What a person has taken out of the drawing: kinds of lines, of things and of marks. The outline keeps all of it. */
import type { EdgeKind, Graph, GraphEdge, GraphNode, NodeKind } from './graph.ts';

/** What can be hidden besides nodes: every kind of line, lines with conditions, fences, and the bands of a kind. */
export type LineKind = EdgeKind | 'conditional' | 'boundary' | 'scp' | 'rcp';

export interface GraphFilter {
  /** Hidden lines and marks. */
  readonly lines: ReadonlySet<LineKind>;
  /** Hidden kinds of nodes; their edges go with them. */
  readonly nodes: ReadonlySet<NodeKind>;
}

export const NO_FILTER: GraphFilter = { lines: new Set(), nodes: new Set() };

/** The filter with one kind of line hidden, or shown again. */
export function toggled(filter: GraphFilter, kind: LineKind): GraphFilter {
  const lines = new Set(filter.lines);
  if (!lines.delete(kind)) lines.add(kind);
  return { ...filter, lines };
}

/** The graph without what is hidden, everything else in its place; the same graph when nothing is. */
export function shown(graph: Graph, filter: GraphFilter): Graph {
  if (filter.lines.size === 0 && filter.nodes.size === 0) return graph;
  const { lines } = filter;
  const nodes = graph.nodes.filter((node) => isShown(node, filter));
  const stay = new Set(nodes.map(({ id }) => id));
  return {
    ...graph,
    nodes: lines.has('boundary') ? nodes.map((node) => ({ ...node, boundary: null })) : nodes,
    edges: graph.edges.filter(
      (edge) => stay.has(edge.from) && stay.has(edge.to) && !isHiddenLine(edge, lines)
    ),
    boxes: graph.boxes.map((box) => ({
      ...box,
      roof: lines.has('scp') ? [] : box.roof,
      floor: lines.has('rcp') ? [] : box.floor
    }))
  };
}

/** A policy without its attachment would hang in the air. */
function isShown({ kind }: GraphNode, { lines, nodes }: GraphFilter): boolean {
  return !nodes.has(kind) && !(kind === 'policy' && lines.has('attachment'));
}

function isHiddenLine({ kind, conditions }: GraphEdge, lines: ReadonlySet<LineKind>): boolean {
  return lines.has(kind) || (conditions.length > 0 && lines.has('conditional'));
}

/** How many kinds are hidden. */
export function hiddenKinds({ lines, nodes }: GraphFilter): number {
  return lines.size + nodes.size;
}
