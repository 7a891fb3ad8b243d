/** Shapes and lines of a graph as SVG paths: what a page shows before its canvas is there, and what is printed. */
import { trimmedWay } from './beside.ts';
import { controlPoint, type Point } from './curve.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import { resourceType } from './resource-type.ts';

/** Corners in halves of width and height from the centre, as the canvas has them. */
const CORNERS: Readonly<Record<string, readonly (readonly [x: number, y: number])[]>> = {
  hexagon: [
    [-1, 0],
    [-0.5, -1],
    [0.5, -1],
    [1, 0],
    [0.5, 1],
    [-0.5, 1]
  ],
  service: [
    [-1, -0.41],
    [-0.41, -1],
    [0.41, -1],
    [1, -0.41],
    [1, 0.41],
    [0.41, 1],
    [-0.41, 1],
    [-1, 0.41]
  ],
  identityProvider: [
    [0, -1],
    [1, -0.24],
    [0.62, 1],
    [-0.62, 1],
    [-1, -0.24]
  ],
  key: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0]
  ],
  policy: [
    [-0.56, -1],
    [0.56, -1],
    [1, -0.41],
    [1, 0.41],
    [0.56, 1],
    [-0.56, 1],
    [-1, 0.41],
    [-1, -0.41]
  ],
  account: [
    [-1, -1],
    [0.5, -1],
    [1, 0],
    [0.5, 1],
    [-1, 1]
  ],
  anonymous: [
    [-1, -1],
    [0, -0.33],
    [1, -1],
    [0, 1]
  ],
  other: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1]
  ]
};

/** Five points outside, five inside. */
const STAR = Array.from({ length: 10 }, (_, index): readonly [number, number] => {
  const [radius, angle] = [index % 2 === 0 ? 1 : 0.45, (index * Math.PI) / 5];
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
});

/** How deep the lid of a store bends, in halves of its height. */
const LID = 0.2;

/** A node's shape around its place. */
export function shapePath({ id, kind, x, y, width, height }: GraphNode): string {
  const [w, h] = [width / 2, height / 2];
  const at = (dx: number, dy: number) => `${round(x + dx * w)} ${round(y + dy * h)}`;
  const shape = kind === 'resource' ? resourceType(id).shape : kind;
  if (shape === 'user' || shape === 'session') {
    const arc = `A${round(w)} ${round(h)} 0 0 1 `;
    return `M${at(-1, 0)}${arc}${at(1, 0)}${arc}${at(-1, 0)}Z`;
  }
  if (shape === 'store') {
    const bottom = `V${round(y + (1 - LID) * h)}Q${at(0, 1 + LID)} ${at(-1, 1 - LID)}Z`;
    return `M${at(-1, LID - 1)}Q${at(0, -1 - LID)} ${at(1, LID - 1)}${bottom}`;
  }
  const corners =
    shape === 'root' ? STAR : (CORNERS[shape === 'role' ? 'hexagon' : shape] ?? CORNERS['other']);
  return `M${(corners ?? []).map(([dx, dy]) => at(dx, dy)).join('L')}Z`;
}

/** The hexagon that stands in a session's ring; width and height in model units. */
export function hexagonPath({ x, y }: Point, width: number, height: number): string {
  const corners = CORNERS['hexagon'] ?? [];
  return `M${corners.map(([dx, dy]) => `${round(x + (dx * width) / 2)} ${round(y + (dy * height) / 2)}`).join('L')}Z`;
}

/** An edge from shape to shape, as the canvas draws it; null when one end is not drawn. */
export function wayPath(graph: Graph, edge: GraphEdge): string | null {
  const way = trimmedWay(graph, edge);
  const [start, end] = [way?.[0], way?.at(-1)];
  const [source, target] = [edge.from, edge.to].map((id) => graph.nodes.find((node) => node.id === id));
  if (!start || !end || !source || !target) return null;
  const controls = edge.bends.map((bend) => controlPoint(source, target, bend));
  if (controls.length === 0) return `M${said(start)}L${said(end)}`;
  const pieces = controls.map((control, index) => {
    const next = controls[index + 1];
    return `Q${said(control)} ${said(next ? { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 } : end)}`;
  });
  return `M${said(start)}${pieces.join('')}`;
}

function said({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
