/**
 * Own lanes: accounts ordered by trust, columns inside them by kind and depth of trust. Tries a few budgets and
 * keeps the arrangement that fits the panel at the largest zoom, then moves nodes up and down until edges run level.
 */
import { balance } from './balance.ts';
import type { Block } from './block.ts';
import { narrowed } from './captions.ts';
import { curve } from './curve.ts';
import * as measure from './geometry.ts';
import type { Graph, GraphBand, GraphBox, GraphNode } from './graph.ts';
import type { Order } from './room.ts';
import { struckBy, tangle, type Tangle } from './tangle.ts';
import type { BandSketch, BoxSketch, Sketch } from './sketch.ts';
import { level, SWEEPS } from './level.ts';
import type { Levelled } from './level.ts';
import { MIN_FIT_ZOOM } from './label.ts';
import { keyed, toLanes } from './lanes.ts';
import { toFlow } from './tile-order.ts';
import type { Flow } from './tile-order.ts';
import { toRoutes } from './route.ts';
import { untangled } from './untangle.ts';
import { placeTiles, toTile } from './tile.ts';
import type { Tile, TilePlace } from './tile.ts';

/** The panel the drawing is shaped for: the graph panel of a 1440×900 window, between task and policy. CSS pixels. */
const PANEL = { width: 590, height: 430 };
/** Heights up to which a column of nodes grows before another is begun, each of them tried; model units. */
export const COLUMN_HEIGHTS = [
  5000, 2600, 1600, 1100, 800, 650, 550, 480, 430, 390, 360, 330, 300, 270, 240, 210, 180, 150
];
/** Larger than this is no gain. */
const AMPLE_ZOOM = 1.05;
/** Boxes are stacked up to so many heights of a column of nodes before another stack is begun; each is tried. */
const BOX_FACTORS = [1, 2.2, 3.5, 6];
/** The most a drawing is stretched to fill the panel: in height, and in width. */
const MOST_AIR = 1.35;
const MOST_AIR_ACROSS = 1.6;
/** Wider where lines carry conditions: each has a chip that names its key. */
const MOST_AIR_FOR_KEYS = 2.6;
/** So much smaller it may become for ways between what stands in it. */
const LESS = 0.94;
/** And so much where chips on lines want room besides. */
const LESS_FOR_KEYS = 0.86;
const FOR_LINES = { air: MOST_AIR_ACROSS, less: LESS };
const FOR_KEYS = { air: MOST_AIR_FOR_KEYS, less: LESS_FOR_KEYS };
/** Many nodes: fewer tries, so that the time stays linear with a small factor. */
const MANY = 300;

/** Ways to order and to level; of all the one stays whose lines cross the least. */
const TRIES: readonly (readonly [Order, number])[] = [
  ['file', SWEEPS],
  ['file', SWEEPS - 1],
  ['reach', SWEEPS],
  ['reach', SWEEPS - 1]
];
/** More lines than this are arranged once. */
const FEW = 40;
/** So many of them have their lines led before one is chosen. */
const LED = 2;

/** So much larger a drawing with narrow names has to be. */
const WORTH = 1.03;

/** Gives every node, box and band its place, and every edge but ties its way. Pure; the same sketch gives the same graph. */
export function layout(sketch: Sketch): Omit<Graph, 'omitted'> {
  const usual = layoutOf(sketch);
  if (panelZoom(usual) >= MIN_FIT_ZOOM || sizeOf(sketch) > MANY) return usual;
  const narrow = layoutOf({ ...sketch, nodes: narrowed(sketch.nodes) });
  return panelZoom(narrow) > WORTH * panelZoom(usual) ? narrow : usual;
}

/** The zoom at which a drawing fits the panel. */
function panelZoom({ width, height }: Omit<Graph, 'omitted'>): number {
  return Math.min(PANEL.width / width, PANEL.height / height);
}

function layoutOf(sketch: Sketch): Omit<Graph, 'omitted'> {
  const tries = sketch.edges.length > FEW || sizeOf(sketch) > MANY ? TRIES.slice(0, 1) : TRIES;
  const tiles = new Map<Order, Tile>();
  const made = tries.map(([order, sweeps]) => {
    const tile = tiles.get(order) ?? bestTile(sketch, order);
    tiles.set(order, tile);
    return { tile, sweeps };
  });
  const first = leastTangled(
    made.map(({ tile, sweeps }) => arrange(sketch, tile, sweeps)),
    sketch
  );
  if (!first || first.flaws === 0 || tries.length === 1) return first?.graph ?? EMPTY;
  const other = leastTangled(
    made.map(({ tile, sweeps }) => arrange(sketch, tile, sweeps, untangled)),
    sketch
  );
  return other && other.cost < first.cost ? other.graph : first.graph;
}

/** Of some arrangements the one whose lines cross least once they are led; only the best have theirs led. */
function leastTangled(made: readonly Arranged[], sketch: Sketch): Led | null {
  const ranked = made.map((each) => ({ each, cost: costOf(each, sketch, each.ways).cost }));
  const led = ranked
    .sort((a, b) => a.cost - b.cost)
    .filter(({ cost }, index) => ranked[index - 1]?.cost !== cost)
    .slice(0, LED)
    .map(({ each }) => lead(each, sketch));
  return led.reduce<Led | null>((best, one) => (best && best.cost <= one.cost ? best : one), null);
}

const EMPTY = { nodes: [], edges: [], boxes: [], width: 2 * measure.MARGIN, height: 2 * measure.MARGIN };

interface Led {
  readonly graph: Omit<Graph, 'omitted'>;
  readonly cost: number;
  /** How often its lines cross each other, or run through what is not theirs. */
  readonly flaws: number;
}

/** An arrangement with its boxes and lines. */
function lead(arranged: Arranged, sketch: Sketch): Led {
  const { nodes, places, ways, width, height } = arranged;
  const rank = new Map(sketch.boxes.map(({ id }, index) => [id, index]));
  // In the file's order, as after every edit: the outline reads them so.
  const boxes = places.flatMap(toBox).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const edges = sketch.edges.filter(({ isTie }) => isTie !== true);
  const routes = toRoutes(nodes, boxes, edges, ways);
  const graph = {
    nodes,
    edges: edges.map((edge) => ({ ...edge, bends: routes.get(edge.id) ?? [] })),
    boxes,
    width: Math.round(width) + 2 * measure.MARGIN,
    height: Math.round(height) + 2 * measure.MARGIN
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const points = graph.edges.flatMap(({ id, from, to, bends }) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return a && b ? [[id, curve(a, b, bends, SAMPLES)] as const] : [];
  });
  const found = costOf(arranged, sketch, new Map(points));
  const struck = edges.length > FEW ? 0 : struckBy(nodes, edges, new Map(points));
  return { graph, cost: found.cost + struck, flaws: found.crossings + struck };
}

/** Points along a line when its crossings are counted. */
const SAMPLES = 24;

function costOf({ nodes, zoom }: Arranged, { edges }: Sketch, ways: Levelled['ways']): Tangle {
  if (edges.length > MANY) return { crossings: 0, cost: 0 };
  const { crossings, cost } = tangle(nodes, edges, ways);
  return { crossings, cost: cost + SMALLER * (1 - zoom) };
}

/** So many crossings is a drawing worth that cannot be made out at all. */
const SMALLER = 12;

interface Arranged {
  readonly nodes: readonly GraphNode[];
  readonly places: readonly TilePlace[];
  readonly ways: Levelled['ways'];
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** @param order what is exchanged in its lanes at last; nothing as a rule */
function arrange(sketch: Sketch, tile: Tile, sweeps: number, order: typeof untangled = asLevelled): Arranged {
  const keys = keyed(sketch.edges);
  const { width, height } = stretched(tile, keys.length > 0 ? FOR_KEYS : FOR_LINES);
  const places = placeTiles(tile, measure.MARGIN, measure.MARGIN, width, height);
  const floors = places.map((place) => ({
    lanes: toLanes(place, keys),
    isOwn: place.tile.box !== null
  }));
  const lanes = floors.flatMap((floor) => floor.lanes);
  const levelled = order(lanes, level(lanes, sketch.edges, new Map(), sweeps), sketch.edges);
  const { blocks, ways } = balance(levelled, floors, sketch.edges);
  return {
    nodes: inOrder(sketch, blocks),
    places,
    ways,
    width,
    height,
    zoom: Math.min(zoomOf(tile), AMPLE_ZOOM)
  };
}

const asLevelled: typeof untangled = (_lanes, levelled) => levelled;

/** The size that fills the panel at the same zoom, within reason: air for edges to pass. */
function stretched(
  tile: Tile,
  { air, less }: typeof FOR_KEYS
): { readonly width: number; readonly height: number } {
  const tight = zoomOf(tile);
  const zoom = Math.min(Math.max(less * tight, Math.min(tight, MIN_FIT_ZOOM)), AMPLE_ZOOM);
  const full = (panel: number) => panel / zoom - 2 * measure.MARGIN;
  return {
    width: Math.max(tile.width, Math.min(full(PANEL.width), tile.width * air)),
    height: Math.max(tile.height, Math.min(full(PANEL.height), tile.height * MOST_AIR))
  };
}

/** Passed roles get a column of their own when that leaves the labels legible. */
function bestTile(sketch: Sketch, order: Order): Tile {
  const deep = bestOf(toFlow(sketch, true, order), sizeOf(sketch));
  if (zoomOf(deep) >= MIN_FIT_ZOOM || !sketch.edges.some(({ kind }) => kind === 'pass')) return deep;
  const shallow = bestOf(toFlow(sketch, false, order), sizeOf(sketch));
  return zoomOf(shallow) > zoomOf(deep) ? shallow : deep;
}

/** How much work each try is, counted in nodes. */
function sizeOf({ nodes, boxes }: Sketch): number {
  return nodes.length + 6 * boxes.length;
}

/** From high columns to low ones, so that among equals the one with the fewest columns stays. */
function bestOf(flow: Flow, count: number): Tile {
  const heights = count > MANY ? COLUMN_HEIGHTS.filter((_, index) => index % 3 === 1) : COLUMN_HEIGHTS;
  let best = toTile(flow, { tuck: 'stack', columnHeight: 340, boxesHeight: 470 });
  let most = 0;
  for (const columnHeight of heights) {
    for (const factor of BOX_FACTORS) {
      for (const tuck of ['stack', 'wide'] as const) {
        const tile = toTile(flow, { tuck, columnHeight, boxesHeight: (columnHeight + 130) * factor });
        const zoom = Math.min(zoomOf(tile), AMPLE_ZOOM);
        if (zoom <= most + 0.001) continue;
        best = tile;
        most = zoom;
      }
    }
  }
  return best;
}

/** The zoom at which a tile fits the panel. */
function zoomOf({ width, height }: Tile): number {
  return Math.min(PANEL.width / (width + 2 * measure.MARGIN), PANEL.height / (height + 2 * measure.MARGIN));
}

/** The nodes of the blocks, in the order of the sketch. */
export function inOrder(
  sketch: Pick<Sketch, 'nodes'>,
  tops: ReadonlyMap<Block, { readonly x: number; readonly top: number }>
): readonly GraphNode[] {
  const placed = new Map<string, GraphNode>();
  for (const [block, { x, top }] of tops) {
    for (const { cell, dx, dy } of block.members) {
      const [width, height] = cell.shape;
      const y = Math.round(top + dy + cell.drop);
      placed.set(cell.node.id, { ...cell.node, x: Math.round(x + dx), y, width, height });
    }
  }
  return sketch.nodes.flatMap(({ id }) => placed.get(id) ?? []);
}

export function toBox(place: TilePlace): readonly GraphBox[] {
  const { box } = place.tile;
  if (!box) return [];
  const up = box.tile ? 0 : measure.rise(box.kind); // a folded account has no tab
  const frame = {
    x: Math.round(place.x),
    y: Math.round(place.y + up),
    width: Math.round(place.width),
    height: Math.round(place.height - up)
  };
  return [{ ...sketchOf(box), ...frame, ...bandsOf(box, frame) }];
}

function sketchOf({
  id,
  kind,
  label,
  sublabel,
  parent,
  tile,
  note
}: BoxSketch): Pick<GraphBox, 'id' | 'kind' | 'label' | 'sublabel' | 'parent' | 'tile' | 'note'> {
  const told = { ...(tile && { tile }), ...(note !== undefined && { note }) };
  return { id, kind, label, sublabel, parent, ...told };
}

function bandsOf(box: BoxSketch, frame: { y: number; height: number }): Pick<GraphBox, 'roof' | 'floor'> {
  const high = box.tile ? measure.STRIPE : measure.BAND;
  const roof = frame.y + (box.tile ? measure.RULE : measure.rise(box.kind) + 2);
  const floor = frame.y + frame.height - measure.RULE - box.floor.length * high;
  return { roof: stack(box.roof, roof, high), floor: stack(box.floor, floor, high) };
}

function stack(bands: readonly BandSketch[], top: number, height: number): readonly GraphBand[] {
  return bands.map((band, index) => ({ ...band, y: top + index * height, height }));
}
