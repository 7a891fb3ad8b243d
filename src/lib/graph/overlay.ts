/** Where the marks over the graph stand: ways beside the edges, key chips on them, the stamp at its node. */
import { labelBoxes, shapeBox } from './cell.ts';
import type { Rectangle } from './cell.ts';
import { curve } from './curve.ts';
import type { Point } from './curve.ts';
import type { Graph, GraphEdge, GraphNode, Light } from './graph.ts';
import { shortKey } from './keys.ts';
import { elide, textWidth } from './label.ts';
import type { Marks, Stamped, Way } from './mark.ts';
import { toRoutes } from './route.ts';

/** A chip on an edge. Centre and size in model units. */
export interface ChipPlace extends Rectangle {
  readonly edge: string;
  /** The key as written; for the last chip of many `+2`. */
  readonly key: string;
  readonly text: string;
}

/** Height of a chip. */
export const CHIP = 18;
/** The key glyph and the ends of the pill. */
const CHIP_PAD = 26;
/** Widest text of a chip, model units. */
const CHIP_TEXT = 150;
/** Chips on one edge; more keys are counted in the last. */
const MOST_CHIPS = 2;
/** More conditional edges than this have chips only while they are lit. */
const MOST_CHIPPED = 80;
/** Places along a way, the middle first. */
export const SHARES = [0.5, 0.56, 0.44, 0.62, 0.38, 0.68, 0.32, 0.75, 0.25];
/** Places of a label beside a way, in halves of its own size; on the way itself before them. */
const BESIDE: readonly (readonly [number, number])[] = [
  [0, -1.4],
  [0, 1.4],
  [1.2, 0],
  [-1.2, 0]
];
const SAMPLES = 40;

/** The chips to draw: of all conditional edges, or of very many only those that are lit or chosen. */
export function chipsOf(graph: Graph, light: Light | null, selected: string | null): readonly ChipPlace[] {
  const edges = graph.edges.filter(({ conditions }) => conditions.length > 0);
  if (edges.length > MOST_CHIPPED) {
    const wanted = edges.filter(({ id }) => light?.edges.has(id) === true || id === selected);
    return placeChips(graph, wanted.slice(0, MOST_CHIPPED));
  }
  const chips = placed.get(graph) ?? placeChips(graph, edges);
  placed.set(graph, chips);
  return chips;
}

/** The chips of a drawing do not move while its light does. */
const placed = new WeakMap<Graph, readonly ChipPlace[]>();

/** The chips of edges, each where it covers the least of what else is drawn. Deterministic. */
function placeChips(graph: Graph, edges: readonly GraphEdge[]): readonly ChipPlace[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const taken = takenOf(graph);
  const chips: ChipPlace[] = [];
  for (const edge of edges) {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to || edge.conditions.length === 0) continue;
    const texts = chipTexts(edge.conditions);
    const width = Math.max(...texts.map(({ text }) => textWidth(text))) + CHIP_PAD;
    const height = texts.length * (CHIP + 2) - 2;
    const at = freest(wayPoints(from, to, edge.bends), { width, height }, taken);
    taken.push(around(at, width, height));
    texts.forEach(({ key, text }, index) => {
      const y = at.y - height / 2 + CHIP / 2 + index * (CHIP + 2);
      chips.push({ edge: edge.id, key, text, x: at.x, y, width: textWidth(text) + CHIP_PAD, height: CHIP });
    });
  }
  return chips;
}

function chipTexts(keys: readonly string[]): readonly { readonly key: string; readonly text: string }[] {
  const own = keys.slice(0, keys.length > MOST_CHIPS ? MOST_CHIPS - 1 : MOST_CHIPS);
  const chips = own.map((key) => ({ key, text: elide(shortKey(key), CHIP_TEXT) }));
  const rest = keys.length - own.length;
  return rest > 0 ? [...chips, { key: keys[own.length] ?? '', text: `+${rest} keys` }] : chips;
}

/** @param asides where it may stand beside the way, in halves of its size */
function freest(
  way: readonly Point[],
  { width, height }: Pick<Rectangle, 'width' | 'height'>,
  taken: readonly Rectangle[],
  asides: readonly (readonly [number, number])[] = [[0, 0]]
): Point {
  let best: Point = { x: 0, y: 0 };
  let least = Infinity;
  for (const share of SHARES) {
    const on = way[Math.round(share * (way.length - 1))];
    for (const [across, down] of on ? asides : []) {
      const point = { x: (on?.x ?? 0) + (across * width) / 2, y: (on?.y ?? 0) + (down * height) / 2 };
      const area = around(point, width, height);
      const covered = taken.reduce((sum, other) => sum + overlap(area, other), 0);
      if (covered < least - 1e-9) [best, least] = [point, covered];
    }
  }
  return best;
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
  readonly label: Point;
}

/** Between a shape and the start or the head of a way. */
const GAP = 6;
/** Length of the head. */
const HEAD = 12;

/** The way between two nodes, kept off other shapes and off the edges between the same two; null when one is not drawn. */
export function drawWay(graph: Graph, way: Way, chips: readonly Rectangle[] = []): DrawnWay | null {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const [from, to] = [nodes.get(way.from), nodes.get(way.to)];
  if (!from || !to) return null;
  const id = `way:${way.from}>${way.to}`;
  const sketch = { id, kind: 'permission' as const, from: way.from, to: way.to };
  const twins = graph.edges.filter(
    (edge) => (edge.from === way.from && edge.to === way.to) || (edge.from === way.to && edge.to === way.from)
  );
  const bare = { label: '', conditions: [], madeBy: [] };
  const routes = toRoutes(graph.nodes, graph.boxes, [...twins, { ...sketch, ...bare }], new Map());
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
    label: freest(points, { width, height: CHIP }, [...taken, ...chips], BESIDE)
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

/** Size of the stamp that lands on a node: as wide as its word. */
export function stampSize(decision: Stamped): Pick<Rectangle, 'width' | 'height'> {
  return { width: decision === 'conditional' || decision === 'undecided' ? 116 : 90, height: 26 };
}

/** Bands, and what is inked at the verdict, count a little less than names. */
const LIT_SHARE = 0.6;

/**
 * The centre of a stamp beside a node: of the places around it the one where it covers least of names, shapes, bands,
 * chips and of what the verdict inks; above it when that is as good as any.
 */
export function placeStamp(
  graph: Graph,
  stamp: NonNullable<Marks['stamp']>,
  { chips, lit }: { readonly chips: readonly Rectangle[]; readonly lit: ReadonlySet<string> }
): Point | null {
  const node = graph.nodes.find(({ id }) => id === stamp.node);
  if (!node) return null;
  const size = stampSize(stamp.decision);
  const taken = [...namesOf(graph), ...chips];
  const inked = [...inkedBy(graph, lit), ...bandsOf(graph)];
  const within: Rectangle = { x: 0, y: 0, width: graph.width, height: graph.height };
  let best: Point | null = null;
  let least = Infinity;
  for (const place of placesAround(node, size)) {
    const area = around(place, size.width, size.height + 6);
    const beyond = area.width * area.height - overlap(area, within);
    const covered = taken.reduce((sum, other) => sum + overlap(area, other), 2 * beyond);
    const cost = inked.reduce((sum, other) => sum + LIT_SHARE * overlap(area, other), covered);
    if (cost < least - 1e-9) [best, least] = [place, cost];
  }
  return best;
}

function placesAround(node: GraphNode, size: Pick<Rectangle, 'width' | 'height'>): readonly Point[] {
  const { x, y, width, height } = shapeBox(node);
  const under = Math.max(y + height, ...labelBoxes(node).map((box) => box.y + box.height));
  const [centre, middle] = [x + width / 2, y + height / 2];
  const [across, up] = [width / 2 + size.width / 2 + 4, size.height / 2 + 8];
  const [above, below] = [y - up, under + up];
  return [
    { x: centre + 14, y: above },
    { x: centre - 14, y: above },
    { x: centre + across, y: middle },
    { x: centre - across, y: middle },
    { x: centre, y: below },
    { x: centre + across, y: above },
    { x: centre - across, y: above },
    { x: centre + across, y: below },
    { x: centre - across, y: below }
  ];
}

/** Room along lit edges, with that of their labels: a string of boxes. */
function inkedBy(graph: Graph, lit: ReadonlySet<string>): readonly Rectangle[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.edges.flatMap((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!lit.has(edge.id) || !from || !to) return [];
    return wayPoints(from, to, edge.bends).map((point) => around(point, 8, edge.label === '' ? 10 : 40));
  });
}

/** What a mark should not cover: shapes, names, bands. */
export function takenOf(graph: Graph): Rectangle[] {
  return [...namesOf(graph), ...bandsOf(graph)];
}

function namesOf({ nodes }: Graph): readonly Rectangle[] {
  return nodes.flatMap((node) => [shapeBox(node), ...labelBoxes(node)]);
}

function bandsOf({ boxes }: Graph): readonly Rectangle[] {
  return boxes.flatMap(({ x, width, roof, floor }) =>
    [...roof, ...floor].map(({ y, height }) => ({ x, y, width, height }))
  );
}

export function around({ x, y }: Point, width: number, height: number): Rectangle {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

export function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function isInside({ x, y }: Point, box: Rectangle): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
