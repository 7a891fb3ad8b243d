/** How tangled an arrangement is before its lines are led: how often they would cross, run straight from way to way. */
import type { Point } from './curve.ts';
import type { GraphNode } from './graph.ts';
import type { Levelled } from './level.ts';
import type { EdgeSketch } from './sketch.ts';

/** What a unit of length counts, against a crossing: of two equals the one with the shorter lines. */
const PER_UNIT = 0.002;

interface Line {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

/** Crossings of lines that share no end, and a little for their length. Time O(lines²). */
export function tangle(
  nodes: readonly GraphNode[],
  edges: readonly EdgeSketch[],
  ways: Levelled['ways']
): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.flatMap(({ id, kind, from, to }): readonly Line[] => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return a && b && kind !== 'attachment' ? [{ from, to, points: [a, ...(ways.get(id) ?? []), b] }] : [];
  });
  let cost = 0;
  lines.forEach((line, index) => {
    cost += PER_UNIT * lengthOf(line);
    for (const other of lines.slice(index + 1)) {
      const isShared = [other.from, other.to].some((id) => id === line.from || id === line.to);
      if (!isShared && doCross(line.points, other.points)) cost += 1;
    }
  });
  return cost;
}

function lengthOf({ points }: Line): number {
  return points.reduce((sum, point, index) => {
    const before = points[index - 1];
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum;
  }, 0);
}

function doCross(one: readonly Point[], other: readonly Point[]): boolean {
  return one.some((b, i) => {
    const a = one[i - 1];
    return (
      a !== undefined &&
      other.some((d, j) => {
        const c = other[j - 1];
        return c !== undefined && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
      })
    );
  });
}

function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
