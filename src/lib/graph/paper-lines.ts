/** The statements of papers as lines at their places. Model units. */
import type { Rectangle } from './cell.ts';
import type { Graph, GraphBundle, GraphEdge, GraphLine, GraphNode, Light } from './graph.ts';
import type { Sight } from './in-view.ts';
import { LINE_HEIGHT, PAD, statementId } from './paper-size.ts';

/** A line of a paper at its place. */
export interface PlacedLine extends GraphLine, Rectangle {
  /** Id of the node. */
  readonly paper: string;
  /** `statement@POLICY/Statement/0`: as it is chosen. */
  readonly id: string;
}

/** The lines of a node at their places; none for a node that shows none. */
export function placedLines({ id, opens, lines, x, y, width, height }: GraphNode): readonly PlacedLine[] {
  return (lines ?? []).map((line, index) => ({
    ...line,
    paper: id,
    id: line.path === '' ? id : statementId(opens ?? id, line.path),
    x: x - width / 2,
    y: y - height / 2 + PAD + index * LINE_HEIGHT,
    width,
    height: LINE_HEIGHT
  }));
}

/** The lines of all papers in view. */
export function papersIn({ nodes }: Graph, sight: Sight): readonly PlacedLine[] {
  const isSeen = ({ x, y, width, height }: GraphNode) =>
    x + width / 2 >= sight.left &&
    x - width / 2 <= sight.right &&
    y + height / 2 >= sight.top &&
    y - height / 2 <= sight.bottom;
  return nodes.filter((node) => node.lines !== undefined && isSeen(node)).flatMap(placedLines);
}

/** Ids of the statements that lit lines are made of. */
export function statementsLit(graph: Graph, light: Light | null): ReadonlySet<string> {
  if (light === null) return new Set();
  const edges = [...graph.edges, ...(graph.bundles ?? []).flatMap((bundle) => partsOf(bundle))];
  const lit = edges.filter(({ id }) => light.edges.has(id));
  return new Set(lit.flatMap(({ madeBy }) => madeBy.map(({ policy, path }) => statementId(policy, path))));
}

/** A bundle of one line is that line. */
function partsOf({
  id,
  edges
}: GraphBundle): readonly { readonly id: string; readonly madeBy: GraphEdge['madeBy'] }[] {
  const [only] = edges;
  return only && edges.length === 1 ? [{ id, madeBy: only.madeBy }] : [];
}
