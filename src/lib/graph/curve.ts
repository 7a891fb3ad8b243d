/** Points on the curves that edges are drawn as. Model units, y grows downwards. */
import type { GraphBend } from './graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points along the way, ends left out: quadratic pieces that meet half-way between two control points. */
export function curve(
  from: Point,
  to: Point,
  bends: readonly GraphBend[],
  samples: number
): readonly Point[] {
  const controls =
    bends.length === 0 ? [middle(from, to)] : bends.map((bend) => controlPoint(from, to, bend));
  const each = Math.max(4, Math.ceil(samples / controls.length));
  const points: Point[] = [];
  let start = from;
  controls.forEach((control, index) => {
    const next = controls[index + 1];
    const end = next ? middle(control, next) : to;
    points.push(...quadratic(start, control, end, each), ...(next ? [end] : []));
    start = end;
  });
  return points;
}

function quadratic(from: Point, control: Point, to: Point, samples: number): Point[] {
  return sharesOf(samples).map(([a, b, c]) => ({
    x: a * from.x + b * control.x + c * to.x,
    y: a * from.y + b * control.y + c * to.y
  }));
}

type Shares = readonly (readonly [from: number, control: number, to: number])[];

/** By the number of samples: how much each of the three points counts for each point between. A handful of numbers is asked for. */
const shares = new Map<number, Shares>();

function sharesOf(samples: number): Shares {
  const known = shares.get(samples);
  if (known) return known;
  const made = Array.from({ length: samples - 1 }, (_, index) => {
    const t = (index + 1) / samples;
    return [(1 - t) ** 2, 2 * t * (1 - t), t ** 2] as const;
  });
  shares.set(samples, made);
  return made;
}

/** The normal is the direction of travel turned by a quarter, clockwise on the screen. */
export function controlPoint(from: Point, to: Point, { weight, distance }: GraphBend): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: from.x + weight * dx - (dy / length) * distance,
    y: from.y + weight * dy + (dx / length) * distance
  };
}

/** A point as a control point of the way between two others; rounded, so that graphs compare and print well. */
export function toBend(from: Point, to: Point, point: Point): GraphBend {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [px, py] = [point.x - from.x, point.y - from.y];
  return {
    weight: Math.round(((px * dx + py * dy) / length ** 2) * 1000) / 1000,
    distance: Math.round(((py * dx - px * dy) / length) * 10) / 10
  };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
