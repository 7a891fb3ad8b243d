/** What an edge should keep off: shapes, labels, bands and tabs, found by where they lie. */
import type { Point } from './curve.ts';
import { labelBoxes, shapeBox } from './cell.ts';
import type { Rectangle } from './cell.ts';
import type { GraphBand, GraphBox, GraphNode } from './graph.ts';
import { rise, tabWidth } from './geometry.ts';

export interface Obstacle extends Rectangle {
  /** Null for bands and tabs, and for what lies beyond the drawing. */
  readonly node: GraphNode | null;
  readonly cost: number;
}

/** Side of a square of the index, model units. */
const SQUARE = 64;
/** Numbers of squares are below this in both directions. */
const FAR = 2 ** 20;

/** The obstacles of a drawing. Asking at a point takes as long as there are obstacles near it. */
export class Obstacles {
  readonly #squares = new Map<number, Obstacle[]>();
  readonly #beyond: readonly Obstacle[];
  readonly #extent: Rectangle;

  constructor(nodes: readonly GraphNode[], boxes: readonly GraphBox[]) {
    this.#extent = boundsOf([...nodes.map(shapeBox), ...boxes].flatMap(cornersOf));
    this.#beyond = around(this.#extent);
    for (const obstacle of obstaclesOf(nodes, boxes)) this.#enter(obstacle);
  }

  /** What covers a point. */
  at(point: Point): readonly Obstacle[] {
    const near = this.#squares.get(squareAt(point.x, point.y)) ?? [];
    const found = near.filter((obstacle) => isInside(point, obstacle));
    if (isWithin(point, this.#extent)) return found;
    return [...found, ...this.#beyond.filter((obstacle) => isInside(point, obstacle))];
  }

  #enter(obstacle: Obstacle): void {
    const { x, y, width, height } = obstacle;
    for (let left = floor(x); left <= x + width; left += SQUARE) {
      for (let top = floor(y); top <= y + height; top += SQUARE) {
        const square = this.#squares.get(squareAt(left, top));
        if (square) square.push(obstacle);
        else this.#squares.set(squareAt(left, top), [obstacle]);
      }
    }
  }
}

function floor(length: number): number {
  return Math.floor(length / SQUARE) * SQUARE;
}

function squareAt(x: number, y: number): number {
  return (Math.floor(x / SQUARE) + FAR) * 2 * FAR + Math.floor(y / SQUARE) + FAR;
}

function obstaclesOf(nodes: readonly GraphNode[], boxes: readonly GraphBox[]): readonly Obstacle[] {
  return [
    ...nodes.flatMap((node) => [
      { ...grown(shapeBox(node), 5), node, cost: 4 },
      ...labelBoxes(node).map((box) => ({ ...box, node, cost: 2.5 }))
    ]),
    ...boxes.flatMap((box) => (box.tile ? [{ ...grown(box, 6), node: null, cost: 3 }] : [])),
    ...boxes.flatMap((box) =>
      box.tile
        ? []
        : [tabBox(box), ...[...box.roof, ...box.floor].map((band) => bandBox(box, band))].map((area) => ({
            ...area,
            node: null,
            cost: 1.5
          }))
    )
  ];
}

/** What lies beyond the drawing: an edge that leaves it is cut off. */
function around({ x, y, width, height }: Rectangle): readonly Obstacle[] {
  const beyond = { node: null, cost: 6 };
  const far = 1000;
  const [left, up, wide, high] = [x - far, y - far, width + 2 * far, height + 2 * far];
  return [
    { ...beyond, x: left, y: up, width: wide, height: far },
    { ...beyond, x: left, y: y + height, width: wide, height: far },
    { ...beyond, x: left, y: up, width: far, height: high },
    { ...beyond, x: x + width, y: up, width: far, height: high }
  ];
}

function cornersOf({ x, y, width, height }: Rectangle): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y: y + height }
  ];
}

function bandBox({ x, width }: GraphBox, { y, height }: GraphBand): Rectangle {
  return { x, y: y - 3, width, height: height + 6 };
}

function tabBox(box: GraphBox): Rectangle {
  const up = rise(box.kind);
  return { x: box.x + 10, y: box.y - up, width: tabWidth(box), height: 2 * up };
}

/** The least rectangle around points; nothing at the origin when there are none. */
function boundsOf(points: readonly Point[]): Rectangle {
  const [first] = points;
  let [left, top, right, bottom] = [first?.x ?? 0, first?.y ?? 0, first?.x ?? 0, first?.y ?? 0];
  for (const { x, y } of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function isInside({ x, y }: Point, box: Rectangle): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** Inside, and not on the rim. */
function isWithin({ x, y }: Point, box: Rectangle): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}
