/** Where the marks over the graph stand: ways beside the edges, and key chips on them. */
import { askingBundles, type Asking } from './bundle-chips.ts';
import { shapeBox } from './cell.ts';
import type { Rectangle } from './cell.ts';
import { curve } from './curve.ts';
import type { Point } from './curve.ts';
import type { Graph, GraphEdge, GraphNode, Light } from './graph.ts';
import { shortKey } from './keys.ts';
import { elide, textWidth } from './label.ts';
import type { Way } from './mark.ts';
import { toRoutes } from './route.ts';
import { around, grown, overlap, takenOf } from './taken.ts';

/** A chip on an edge. Centre and size in model units. */
export interface ChipPlace extends Rectangle {
  readonly edge: string;
  /** The key as written; for the last chip of many `+2`. */
  readonly key: string;
  /** The end of the key, or `+2 keys`. */
  readonly text: string;
  /** Whether only the glyph has room. */
  readonly isBare: boolean;
  /** How wide it is with its text, model units: as it is drawn once it is pointed at. */
  readonly full: number;
}

/** Height of a chip, model units. */
export const CHIP = 18;
/** The key glyph and the ends of the pill, model units. */
const CHIP_PAD = 26;
/** Width of a chip that is only its glyph, model units. */
export const BARE_CHIP = 24;
/** Between a chip and what else is drawn, model units. */
const CHIP_AIR = 3;
/** Widest text of a chip, model units. */
const CHIP_TEXT = 150;
/** Chips on one edge; more keys are counted in the last. */
const MOST_CHIPS = 2;
/** More conditional edges than this have chips only while they are lit. */
const MOST_CHIPPED = 80;
/** Places along a way, the middle first. */
export const SHARES = [0.5, 0.56, 0.44, 0.62, 0.38, 0.68, 0.32, 0.75, 0.25, 0.8, 0.2];
/** Places of a label beside a way, in halves of its own size; on the way itself before them. */
const BESIDE: readonly (readonly [number, number])[] = [
  [0, -1.4],
  [0, 1.4],
  [1.2, 0],
  [-1.2, 0]
];
const SAMPLES = 60;
/** Where a chip may stand along its way, the middle first … */
const ALONG = Array.from(
  { length: 31 },
  (_, index) => 0.5 + (index % 2 === 0 ? 0.5 : -0.5) * ((index + 1) >> 1) * 0.045
);
/** … and how far beside it so that the way still runs under it, in halves of its own size. */
const ASTRIDE: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 0.7],
  [0, -0.7],
  [0.6, 0],
  [-0.6, 0]
];

/** The chips to draw: of all conditional edges, or of very many only those that are lit or chosen. */
export function chipsOf(graph: Graph, light: Light | null, selected: string | null): readonly ChipPlace[] {
  const known = placed.get(graph);
  if (known) return known;
  const asking = [...askingEdges(graph), ...askingBundles(graph)];
  if (asking.length > MOST_CHIPPED) {
    const wanted = asking.filter(({ id }) => light?.edges.has(id) === true || id === selected);
    return placeChips(graph, wanted.slice(0, MOST_CHIPPED));
  }
  const chips = placeChips(graph, asking);
  placed.set(graph, chips);
  return chips;
}

/** The chips of a drawing do not move while its light does. */
const placed = new WeakMap<Graph, readonly ChipPlace[]>();

/** Edges with conditions whose ends are drawn. */
function askingEdges(graph: Graph): readonly Asking[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.edges.flatMap(({ id, conditions, from, to, bends }) => {
    const [source, target] = [nodes.get(from), nodes.get(to)];
    if (!source || !target || conditions.length === 0) return [];
    return [{ id, conditions, points: wayPoints(source, target, bends) }];
  });
}

/** The chips of lines, each where it covers the least of what else is drawn. Deterministic. */
function placeChips(graph: Graph, asking: readonly Asking[]): readonly ChipPlace[] {
  const taken = takenOf(graph);
  const chips: ChipPlace[] = [];
  for (const { id, conditions, points } of asking) {
    const texts = chipTexts(conditions);
    const full = texts.map(({ text }) => textWidth(text) + CHIP_PAD);
    const told = freest(points, roomFor(full), taken, CHIP_PLACES);
    const bare = full.map(() => BARE_CHIP);
    const [{ at }, widths] =
      told.covered === 0 ? [told, full] : [freest(points, roomFor(bare), taken, CHIP_PLACES), bare];
    const { height } = sizeOf(widths);
    taken.push(around(at, sizeOf(widths).width, height));
    texts.forEach(({ key, text }, index) => {
      const y = at.y - height / 2 + CHIP / 2 + index * (CHIP + 2);
      const sizes = { width: widths[index] ?? BARE_CHIP, full: full[index] ?? BARE_CHIP, height: CHIP };
      chips.push({ edge: id, key, text, isBare: widths === bare, x: at.x, y, ...sizes });
    });
  }
  return chips;
}

/** Of chips of some widths above each other. */
function sizeOf(widths: readonly number[]): Pick<Rectangle, 'width' | 'height'> {
  return { width: Math.max(...widths), height: widths.length * (CHIP + 2) - 2 };
}

function roomFor(widths: readonly number[]): Pick<Rectangle, 'width' | 'height'> {
  const { width, height } = sizeOf(widths);
  return { width: width + 2 * CHIP_AIR, height: height + 2 * CHIP_AIR };
}

function chipTexts(keys: readonly string[]): readonly { readonly key: string; readonly text: string }[] {
  const own = keys.slice(0, keys.length > MOST_CHIPS ? MOST_CHIPS - 1 : MOST_CHIPS);
  const chips = own.map((key) => ({ key, text: elide(shortKey(key), CHIP_TEXT) }));
  const rest = keys.length - own.length;
  return rest > 0 ? [...chips, { key: keys[own.length] ?? '', text: `+${rest} keys` }] : chips;
}

/** Where something may stand: along its way as shares of it, and beside it in halves of its size. */
interface Places {
  readonly along: readonly number[];
  readonly beside: readonly (readonly [number, number])[];
}

const CHIP_PLACES: Places = { along: ALONG, beside: ASTRIDE };

/** The first of the places where a thing covers the least, and how much that is. */
function freest(
  way: readonly Point[],
  { width, height }: Pick<Rectangle, 'width' | 'height'>,
  taken: readonly Rectangle[],
  { along, beside }: Places
): { readonly at: Point; readonly covered: number } {
  let best: Point = { x: 0, y: 0 };
  let least = Infinity;
  for (const share of along) {
    const on = way[Math.round(share * (way.length - 1))];
    for (const [across, down] of on ? beside : []) {
      const point = { x: (on?.x ?? 0) + (across * width) / 2, y: (on?.y ?? 0) + (down * height) / 2 };
      const area = around(point, width, height);
      const covered = coveredBy(area, taken, least);
      if (covered < least - 1e-9) [best, least] = [point, covered];
      if (least === 0) return { at: best, covered: least };
    }
  }
  return { at: best, covered: least };
}

/** How much of what is taken an area covers. @param most where counting may stop: as bad a place is known */
function coveredBy(area: Rectangle, taken: readonly Rectangle[], most: number): number {
  let covered = 0;
  for (const other of taken) {
    covered += overlap(area, other);
    if (covered >= most) return covered;
  }
  return covered;
}

/** The points of an edge from centre to centre. */
export function wayPoints(from: Point, to: Point, bends: GraphEdge['bends']): readonly Point[] {
  return [from, ...curve(from, to, bends, SAMPLES), to];
}

/** A way as it is drawn: from shape to shape, with its head and the place of its words. */
export interface DrawnWay {
  /** SVG path data. */
  readonly path: string;
  readonly head: Point & { /** Degrees, clockwise from the right. */ readonly angle: number };
  /** Centre of its words. */
  readonly label: Point;
}

/** Between a shape and the start or the head of a way, model units. */
const GAP = 6;
/** Length of the head, model units. */
const HEAD = 12;

/** The way between two nodes, kept off other shapes and off the edges between the same two; null when one is not drawn. */
export function drawWay(graph: Graph, way: Way, chips: readonly Rectangle[] = []): DrawnWay | null {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const [from, to] = [nodes.get(way.from), nodes.get(way.to)];
  if (!from || !to) return null;
  const id = `way:${way.from}>${way.to}`;
  const sketch = { id, kind: 'permission' as const, from: way.from, to: way.to };
  const drawn = new Map(graph.edges.map((edge) => [edge.id, edge.bends]));
  const bare = { label: '', conditions: [], madeBy: [] };
  const routes = toRoutes(
    graph.nodes,
    graph.boxes,
    [...graph.edges, { ...sketch, ...bare }],
    new Map(),
    drawn
  );
  const points = outside(wayPoints(from, to, routes.get(id) ?? []), from, to);
  const [start, end, before] = [points[0], points.at(-1), points.at(-3) ?? points[0]];
  if (!start || !end || !before) return null;
  const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
  const path = toPath(points);
  const taken = takenOf(graph);
  const width = textWidth(way.label) + 8;
  return {
    path,
    head: { x: round(end.x), y: round(end.y), angle: Math.round(angle) },
    label: freest(
      points,
      { width, height: CHIP },
      [...taken, ...chips.map((chip) => around(chip, chip.width, chip.height))],
      { along: SHARES, beside: BESIDE }
    ).at
  };
}

/** A way through points, as SVG path data. */
export function toPath(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** The points between the two shapes. */
function outside(points: readonly Point[], from: GraphNode, to: GraphNode): readonly Point[] {
  const [start, end] = [grown(shapeBox(from), GAP), grown(shapeBox(to), GAP + HEAD)];
  const rest = points.filter((point) => !isInside(point, start) && !isInside(point, end));
  return rest.length > 2 ? rest : points;
}

function isInside({ x, y }: Point, box: Rectangle): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
