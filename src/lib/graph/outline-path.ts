/**
 * Shapes of a graph as SVG paths around their own centre, with the corners of the canvas: what a page shows before its
 * canvas is there, and what is printed. Alike shapes read alike, so that they weigh little in a page.
 */
import { RING } from './cell.ts';
import type { Point } from './curve.ts';
import type { GraphNode } from './graph.ts';
import { resourceType } from './resource-type.ts';

type Corners = readonly (readonly [x: number, y: number])[];

/** Clockwise, in halves of width and height from the centre. */
const BOX: Corners = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1]
];
/** Counter-clockwise from the top left, as on the canvas: dashes begin there. */
const HEXAGON: Corners = [
  [-0.5, -1],
  [-1, 0],
  [-0.5, 1],
  [0.5, 1],
  [1, 0],
  [0.5, -1]
];
const CORNERS: Readonly<Record<string, Corners>> = {
  role: HEXAGON,
  service: [
    [-1, -0.414],
    [-0.414, -1],
    [0.414, -1],
    [1, -0.414],
    [1, 0.414],
    [0.414, 1],
    [-0.414, 1],
    [-1, 0.414]
  ],
  identityProvider: [
    [0, -1],
    [1, -0.236],
    [0.618, 1],
    [-0.618, 1],
    [-1, -0.236]
  ],
  key: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0]
  ],
  account: [
    [-1, -1],
    [0.25, -1],
    [1, 0],
    [0.25, 1],
    [-1, 1]
  ],
  anonymous: [
    [-1, -1],
    [0, -0.333],
    [1, -1],
    [0, 1]
  ],
  root: star()
};

/** Five points outside, five inside, as wide and as high as the shape. */
function star(): Corners {
  const inner = 0.785 * (3 - Math.sqrt(5));
  const corners = Array.from({ length: 10 }, (_, index): readonly [number, number] => {
    const [radius, angle] = [index % 2 === 0 ? 1 : inner, (index * Math.PI) / 5];
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
  const [wide, low] = [Math.sin(0.4 * Math.PI), Math.cos(0.2 * Math.PI)];
  return corners.map(([x, y]) => [x / wide, (2 * (y + 1)) / (low + 1) - 1]);
}

/** Of shapes with round corners, the largest radius as a share of the shorter side. */
const ROUND: Readonly<Record<string, number>> = {
  service: 0.1,
  key: 0.1,
  account: 0.1,
  group: 0.25,
  other: 0.25
};
/** No radius is larger; and so much is cut off a policy's corners. Model units. */
const CORNER = 8;

type Shape = Pick<GraphNode, 'id' | 'kind' | 'width' | 'height'>;

/**
 * A node's shape around 0 0.
 *
 * @param grown how much wider and higher than the node: what is drawn around it; model units
 */
export function shapePath(node: Shape, grown = 0): string {
  const [width, height] = [node.width + grown, node.height + grown];
  const shape = shapeOf(node);
  if (isRound(shape)) {
    const arc = `a${round(width / 2)} ${round(height / 2)} 0 1 1 `;
    return `M${round(width / 2)} 0${arc}${round(-width)} 0${arc}${round(width)} 0Z`;
  }
  if (shape === 'store') return barrelPath(width, height);
  const corners = cornersOf(shape, width, height);
  const radius = Math.min(CORNER, (ROUND[shape] ?? 0) * Math.min(width, height));
  return radius > 0 ? roundedPath(corners, radius) : polygonPath(corners);
}

/** The hexagon that stands in a session's ring, around 0 0; width and height in model units. */
export function hexagonPath(width: number, height: number): string {
  return polygonPath(scaled(HEXAGON, width, height));
}

/** Where the line from a node's centre to a point leaves its shape with its border; the centre for a point within. */
export function rimToward(node: GraphNode, point: Point): Point {
  const shape = shapeOf(node);
  const [width, height] = [node.width, node.height].map((length) => length + borderOf(node)) as [
    number,
    number
  ];
  const [dx, dy] = [point.x - node.x, point.y - node.y];
  const share = isRound(shape)
    ? 1 / Math.hypot(dx / (width / 2), dy / (height / 2))
    : farthest(cornersOf(shape, width, height), { x: dx, y: dy });
  return share < 1 ? { x: node.x + dx * share, y: node.y + dy * share } : { x: node.x, y: node.y };
}

/** How wide the border of a shape is, model units. */
export function borderOf({ kind }: Pick<GraphNode, 'kind'>): number {
  return kind === 'group' ? 4 : kind === 'session' ? 0 : 1.4;
}

/**
 * How much wider and higher than a shape the ring around it is, model units: its boundary, or that it asks or is asked
 * for. As the canvas has it (look-states.ts): both borders and what is left free between them.
 *
 * @param state the class names of the node on the canvas; see stateOf
 */
export function ringOf(node: Pick<GraphNode, 'kind' | 'boundary'>, state: string): number {
  const names = state.split(' ');
  const border = borderOf(node) + (names.includes('lit') && node.kind !== 'session' ? 0.8 : 0);
  if (node.boundary === null) return border + 1.8 + 2.5;
  const width = names.includes('shut')
    ? 3.6
    : names.includes('ringed')
      ? 2.4
      : names.includes('haloed')
        ? 1.8
        : 1.2;
  return border + width + RING - 2;
}

function shapeOf({ id, kind }: Shape): string {
  return kind === 'resource' ? resourceType(id).shape : kind;
}

function isRound(shape: string): boolean {
  return shape === 'user' || shape === 'session';
}

/** In model units around the centre. */
function cornersOf(shape: string, width: number, height: number): readonly Point[] {
  if (shape !== 'policy') return scaled(CORNERS[shape] ?? BOX, width, height);
  const [w, h] = [width / 2, height / 2];
  return [
    { x: -w, y: CORNER - h },
    { x: CORNER - w, y: -h },
    { x: w - CORNER, y: -h },
    { x: w, y: CORNER - h },
    { x: w, y: h - CORNER },
    { x: w - CORNER, y: h },
    { x: CORNER - w, y: h },
    { x: -w, y: h - CORNER }
  ];
}

function scaled(corners: Corners, width: number, height: number): readonly Point[] {
  return corners.map(([x, y]) => ({ x: (x * width) / 2, y: (y * height) / 2 }));
}

/** Where the ray to a point last crosses a polygon, as a share of the way to the point; Infinity without a point. */
function farthest(corners: readonly Point[], to: Point): number {
  const shares = corners.map((from, index) => {
    const next = corners[(index + 1) % corners.length] ?? from;
    const [ex, ey] = [next.x - from.x, next.y - from.y];
    const across = to.x * ey - to.y * ex;
    const along = (from.x * to.y - from.y * to.x) / across;
    return along >= 0 && along <= 1 ? (from.x * ey - from.y * ex) / across : -Infinity;
  });
  const share = Math.max(...shares);
  return share > 0 ? share : Infinity;
}

function polygonPath(corners: readonly Point[]): string {
  return `M${corners.map(said).join('L')}Z`;
}

/** Corners as arcs that begin at most half-way to the next; of corners that stand clockwise. */
function roundedPath(corners: readonly Point[], most: number): string {
  const pieces = corners.map((corner, index) => {
    const before = corners.at(index - 1) ?? corner;
    const after = corners[(index + 1) % corners.length] ?? corner;
    const [a, b] = [toward(corner, before), toward(corner, after)];
    const half = Math.acos(a.x * b.x + a.y * b.y) / 2;
    const length = Math.min(most / Math.tan(half), a.length / 2, b.length / 2);
    const [start, stop] = [a, b].map(({ x, y }) => ({ x: corner.x + x * length, y: corner.y + y * length }));
    const radius = round(length * Math.tan(half));
    return `${said(start ?? corner)}A${radius} ${radius} 0 0 1 ${said(stop ?? corner)}`;
  });
  return `M${pieces.join('L')}Z`;
}

/** The direction from a point to another, of length 1, and how far that is. */
function toward(from: Point, to: Point): Point & { readonly length: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length, length };
}

/** A store: a box whose lid and floor bend down at their ends. */
function barrelPath(width: number, height: number): string {
  const [w, h] = [width / 2, height / 2];
  const [across, down] = [Math.min(100, width / 4), Math.min(15, height / 20)];
  const near = w - across / 20;
  const quad = (x: number, y: number, endX: number, endY: number) =>
    `Q${said({ x, y })} ${said({ x: endX, y: endY })}`;
  return [
    `M${said({ x: -w, y: down - h })}V${round(h - down)}`,
    `${quad(-near, h, across - w, h)}H${round(w - across)}`,
    `${quad(near, h, w, h - down)}V${round(down - h)}`,
    `${quad(near, -h, w - across, -h)}H${round(across - w)}`,
    `${quad(-near, -h, -w, down - h)}Z`
  ].join('');
}

/** A point in a path. */
export function said({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0; // never -0
}
