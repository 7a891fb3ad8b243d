/** How tidy a drawing is: lines that cross each other, and lines that run through names, shapes and bands. */
import { labelBoxes, shapeBox, type Rectangle } from '../../src/lib/graph/cell.ts';
import { curve, type Point } from '../../src/lib/graph/curve.ts';
import type { Graph, GraphEdge } from '../../src/lib/graph/graph.ts';

/** Pairs of lines that cross, those that share an end left out. */
export function crossings(graph: Graph): readonly string[] {
  const ways = graph.edges
    .filter(({ kind }) => kind !== 'attachment')
    .map((edge) => ({ edge, way: wayOf(graph, edge) }));
  return ways.flatMap(({ edge, way }, index) =>
    ways
      .slice(index + 1)
      .filter(({ edge: other }) => ![other.from, other.to].some((id) => id === edge.from || id === edge.to))
      .filter(({ way: other }) => doCross(way, other))
      .map(({ edge: other }) => `${edge.id} × ${other.id}`)
  );
}

/** Lines that run through the name or the shape of a node that is not one of their ends. */
export function struck(graph: Graph): readonly string[] {
  return graph.edges.flatMap((edge) => {
    if (edge.kind === 'attachment') return [];
    const way = wayOf(graph, edge);
    return graph.nodes
      .filter(({ id }) => id !== edge.from && id !== edge.to)
      .filter((node) =>
        [shapeBox(node), ...labelBoxes(node)].some((box) => way.some((point) => isIn(point, box)))
      )
      .map((node) => `${edge.id} through ${node.label}`);
  });
}

function wayOf({ nodes }: Graph, { from, to, bends }: GraphEdge): readonly Point[] {
  const [a, b] = [nodes.find(({ id }) => id === from), nodes.find(({ id }) => id === to)];
  return a && b ? [a, ...curve(a, b, bends, 48), b] : [];
}

function doCross(a: readonly Point[], b: readonly Point[]): boolean {
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) {
      const [p, q, r, s] = [a[i - 1], a[i], b[j - 1], b[j]];
      if (p && q && r && s && side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0)
        return true;
    }
  }
  return false;
}

function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function isIn({ x, y }: Point, box: Rectangle): boolean {
  return x > box.x + 1 && x < box.x + box.width - 1 && y > box.y + 1 && y < box.y + box.height - 1;
}
