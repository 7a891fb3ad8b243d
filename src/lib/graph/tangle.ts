/** How tangled an arrangement is before its lines are led: how often they would cross, run straight from way to way. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import type { GraphNode } from './graph.ts';
import type { Levelled } from './level.ts';
import type { EdgeSketch } from './sketch.ts';

/** What a unit of length counts, against a crossing: of two equals the one with the shorter lines. */
const PER_UNIT = 0.002;

/** A line from node to node, by its ways. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

export interface Tangle {
  readonly crossings: number;
  /** Crossings, and a little for length. */
  readonly cost: number;
}

/** What a line lies within. */
interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Crossings of lines that share no end, and a little for their length. Time O(lines²). */
export function tangle(
  nodes: readonly GraphNode[],
  edges: readonly EdgeSketch[],
  ways: Levelled['ways']
): Tangle {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.flatMap(({ id, kind, from, to }): readonly Line[] => {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!a || !b || kind === 'attachment') return [];
    return [{ from, to, points: [a, ...(ways.get(id) ?? []), b] }];
  });
  return tangleOf(lines);
}

/** The same of lines. */
export function tangleOf(lines: readonly Line[]): Tangle {
  const bounds = lines.map(({ points }) => boundsOf(points));
  let [crossings, length] = [0, 0];
  for (const [index, line] of lines.entries()) {
    length += lengthOf(line);
    for (let next = index + 1; next < lines.length; next++) {
      const [other, within] = [lines[next], bounds[next]];
      if (other && within && !isShared(line, other) && doCross(line, other, within)) crossings += 1;
    }
  }
  return { crossings, cost: crossings + PER_UNIT * length };
}

/** How many names and shapes led lines run through that are not those of their ends. Time O(points × nodes). */
export function struckBy(
  nodes: readonly GraphNode[],
  edges: readonly EdgeSketch[],
  led: ReadonlyMap<string, readonly Point[]>
): number {
  const boxes = nodes.flatMap((node) =>
    [shapeBox(node), ...labelBoxes(node)].map((box) => ({ id: node.id, box }))
  );
  let struck = 0;
  for (const { id, kind, from, to } of edges) {
    if (kind === 'attachment') continue;
    const points = led.get(id) ?? [];
    const hit = boxes.filter(
      (one) => one.id !== from && one.id !== to && points.some((point) => isWithin(point, one.box))
    );
    struck += new Set(hit.map((one) => one.id)).size;
  }
  return struck;
}

function isWithin({ x, y }: Point, box: Rectangle): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

function isShared(one: Line, other: Line): boolean {
  return one.from === other.from || one.from === other.to || one.to === other.from || one.to === other.to;
}

function lengthOf({ points }: Line): number {
  return points.reduce((sum, point, index) => {
    const before = points[index - 1];
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum;
  }, 0);
}

function boundsOf(points: readonly Point[]): Bounds {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, right, top, bottom };
}

/** Whether a piece of a line has no point within some bounds. */
function isBeside(a: Point, b: Point, { left, right, top, bottom }: Bounds): boolean {
  return (
    (a.x < left && b.x < left) ||
    (a.x > right && b.x > right) ||
    (a.y < top && b.y < top) ||
    (a.y > bottom && b.y > bottom)
  );
}

/** @param bounds what the other lies within */
function doCross(one: Line, other: Line, bounds: Bounds): boolean {
  for (let i = 1; i < one.points.length; i++) {
    const [a, b] = [one.points[i - 1], one.points[i]];
    // Most pieces are nowhere near the other line.
    if (a && b && !isBeside(a, b, bounds) && crossesAny(a, b, other.points)) return true;
  }
  return false;
}

function crossesAny(a: Point, b: Point, points: readonly Point[]): boolean {
  for (let j = 1; j < points.length; j++) {
    const [c, d] = [points[j - 1], points[j]];
    if (!c || !d) continue;
    if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
  }
  return false;
}

function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
