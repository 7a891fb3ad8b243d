/** What it costs a line to run somewhere: shapes, names, bands, walls, other lines. Asked at points, painted on squares. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import type { Point } from './curve.ts';
import { boundsOf } from './free-spot.ts';
import { rise, tabWidth } from './geometry.ts';
import type { GraphBox, GraphNode } from './graph.ts';

/** Side of a square, model units. */
const SQUARE = 5;
/** So much air beside shapes and names is dear too. */
const HALO = 8;
/** Costs of a point, of which a way has one every 8 units or so. */
const COST = { shape: 4, name: 4, own: 1.2, halo: 0.5, tab: 4, band: 1.8, wall: 4, foreign: 0.1 };
const BEYOND = 6;
/** Around a line that is there already: of its own pair, and any other. */
const TWIN = { reach: 6, cost: 0.7 };
const LINE = { reach: 6, cost: 0.35 };
/** So near to an end that two lines share they come together. */
const SHARED = 56;

/** What it costs to be at a point; as numbers, because it is asked a million times. */
export type Costs = (x: number, y: number) => number;

/** A line that is drawn already. */
export interface Drawn {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

/** The ground between two nodes; each pair has its own, because nobody minds their own shape and account. */
export class Ground {
  readonly #nodes: readonly GraphNode[];
  readonly #boxes: readonly GraphBox[];
  readonly #lines: Drawn[] = [];
  /** The boxes as they cost those who stand in one of two. */
  readonly #painted = new Map<string, Field>();
  /** What is drawn, with a little around it. */
  readonly extent: Rectangle;

  constructor(nodes: readonly GraphNode[], boxes: readonly GraphBox[]) {
    this.#nodes = nodes;
    this.#boxes = boxes;
    this.extent = grown(
      boundsOf([...nodes.flatMap((node) => [shapeBox(node), ...labelBoxes(node)]), ...boxes]),
      4
    );
  }

  /** Later lines keep off this one. */
  add(line: Drawn): void {
    this.#lines.push(line);
  }

  /** What a point costs a line between these two. */
  between(from: GraphNode, to: GraphNode): Costs {
    const field = this.#boxesFor(from, to).copy();
    for (const node of this.#nodes) paintNode(field, node, node === from || node === to);
    for (const line of this.#lines) paintLine(field, line, from, to);
    return (x, y) => field.at(x, y);
  }

  #boxesFor(from: GraphNode, to: GraphNode): Field {
    const homes = `${from.box ?? ''} ${to.box ?? ''}`;
    const known = this.#painted.get(homes);
    if (known) return known;
    const field = new Field(this.extent);
    for (const box of this.#boxes) paintBox(field, box, box.id === from.box || box.id === to.box);
    this.#painted.set(homes, field);
    return field;
  }
}

function paintBox(field: Field, box: GraphBox, isHome: boolean): void {
  const { x, y, width, height } = box;
  const up = rise(box.kind);
  if (box.kind !== 'account') {
    field.raise({ x: x + 6, y: y - up, width: tabWidth(box), height: 2 * up }, COST.band);
    return;
  }
  if (box.tile) {
    if (!isHome) field.raise(grown(box, 6), COST.shape);
    return;
  }
  if (!isHome) field.add(box, COST.foreign);
  field.raise({ x, y: y - 5, width, height: 10 }, COST.wall);
  field.raise({ x, y: y + height - 5, width, height: 10 }, COST.wall);
  field.raise({ x: x + 8, y: y - up - 2, width: tabWidth(box) + 4, height: 2 * up + 4 }, COST.tab);
  field.raise({ x: x - 8, y: y - up - 2, width: 18, height: up + 16 }, COST.tab); // nobody enters by the corner
  for (const band of [...box.roof, ...box.floor]) {
    field.raise({ x, y: band.y - 3, width, height: band.height + 6 }, COST.band);
  }
}

function paintNode(field: Field, node: GraphNode, isEnd: boolean): void {
  const shape = shapeBox(node);
  const names = labelBoxes(node);
  if (isEnd) {
    for (const name of names) field.raise(name, COST.own);
    return;
  }
  for (const area of [shape, ...names]) field.raise(grown(area, HALO), COST.halo);
  for (const name of names) field.raise(grown(name, 1), COST.name);
  field.raise(grown(shape, 4), COST.shape);
}

function paintLine(field: Field, line: Drawn, from: GraphNode, to: GraphNode): void {
  const isTwin = [line.from, line.to].every((id) => id === from.id || id === to.id);
  const { reach, cost } = isTwin ? TWIN : LINE;
  const shared = [from, to].filter(({ id }) => id === line.from || id === line.to);
  const near = isTwin ? 0.6 * SHARED : SHARED;
  for (const { x, y } of line.points) {
    if (shared.some((end) => Math.hypot(end.x - x, end.y - y) < near)) continue;
    field.raise({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }, cost);
  }
}

class Field {
  readonly #extent: Rectangle;
  readonly #across: number;
  readonly #down: number;
  readonly #costs: Float32Array;

  constructor(extent: Rectangle) {
    this.#extent = extent;
    this.#across = Math.max(1, Math.ceil(extent.width / SQUARE));
    this.#down = Math.max(1, Math.ceil(extent.height / SQUARE));
    this.#costs = new Float32Array(this.#across * this.#down);
  }

  copy(): Field {
    const field = new Field(this.#extent);
    field.#costs.set(this.#costs);
    return field;
  }

  at(x: number, y: number): number {
    const column = this.#column(x);
    const row = this.#row(y);
    if (column < 0 || row < 0 || column >= this.#across || row >= this.#down) return BEYOND;
    return this.#costs[row * this.#across + column] ?? BEYOND;
  }

  /** At least so dear. */
  raise(area: Rectangle, cost: number): void {
    const { left, right, top, bottom } = this.#squaresOf(area);
    for (let row = top; row <= bottom; row++) {
      for (let at = row * this.#across + left; at <= row * this.#across + right; at++) {
        if ((this.#costs[at] ?? cost) < cost) this.#costs[at] = cost;
      }
    }
  }

  /** Dearer by so much. */
  add(area: Rectangle, cost: number): void {
    const { left, right, top, bottom } = this.#squaresOf(area);
    for (let row = top; row <= bottom; row++) {
      for (let at = row * this.#across + left; at <= row * this.#across + right; at++) {
        this.#costs[at] = (this.#costs[at] ?? 0) + cost;
      }
    }
  }

  /** The first and last column and row of an area, as far as they are on the field. */
  #squaresOf({ x, y, width, height }: Rectangle) {
    return {
      left: Math.max(0, this.#column(x)),
      right: Math.min(this.#across - 1, this.#column(x + width)),
      top: Math.max(0, this.#row(y)),
      bottom: Math.min(this.#down - 1, this.#row(y + height))
    };
  }

  #column(x: number): number {
    return Math.floor((x - this.#extent.x) / SQUARE);
  }

  #row(y: number): number {
    return Math.floor((y - this.#extent.y) / SQUARE);
  }
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
