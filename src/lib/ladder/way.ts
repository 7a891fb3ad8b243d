/** A road as a smooth curve through its points, and places at even distances along it. */
import { short, type Point } from './shore.ts';

/** Straight pieces a stretch between two points is measured in. */
const PIECES = 16;

interface Bezier {
  readonly from: Point;
  readonly a: Point;
  readonly b: Point;
  readonly to: Point;
}

/** Catmull-Rom through all points, as Bézier curves. */
function toCurves(points: readonly Point[]): readonly Bezier[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i];
    if (!from) return [];
    const before = points[i - 1] ?? from;
    const after = points[i + 2] ?? to;
    return [
      {
        from,
        a: { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 },
        b: { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 },
        to
      }
    ];
  });
}

/** The road as an SVG path. */
export function toRoad(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  const say = ({ x, y }: Point) => `${short(x)} ${short(y)}`;
  const curves = toCurves(points).map(({ a, b, to }) => `C${say(a)} ${say(b)} ${say(to)}`);
  return `M${say(first)}${curves.join('')}`;
}

/** So many places along the road, both ends among them, evenly apart. One place stands in the middle. */
export function placesOn(points: readonly Point[], count: number): readonly Point[] {
  const measured = toMeasured(points);
  const length = measured.at(-1)?.length ?? 0;
  return Array.from({ length: count }, (_, i) =>
    pointAt(measured, count === 1 ? length / 2 : (length * i) / (count - 1))
  );
}

interface Measured extends Point {
  /** Way from the beginning. */
  readonly length: number;
}

function toMeasured(points: readonly Point[]): readonly Measured[] {
  const measured: Measured[] = [];
  let length = 0;
  for (const curve of toCurves(points)) {
    for (let i = measured.length === 0 ? 0 : 1; i <= PIECES; i += 1) {
      const point = onCurve(curve, i / PIECES);
      const before = measured.at(-1);
      length += before ? Math.hypot(point.x - before.x, point.y - before.y) : 0;
      measured.push({ ...point, length });
    }
  }
  return measured;
}

function onCurve({ from, a, b, to }: Bezier, t: number): Point {
  const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
  return {
    x: p * from.x + q * a.x + r * b.x + s * to.x,
    y: p * from.y + q * a.y + r * b.y + s * to.y
  };
}

function pointAt(measured: readonly Measured[], length: number): Point {
  const next = measured.findIndex((each) => each.length >= length);
  const to = measured[next] ?? measured.at(-1) ?? { x: 0, y: 0, length: 0 };
  const from = measured[next - 1] ?? to;
  const part = to.length === from.length ? 0 : (length - from.length) / (to.length - from.length);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
