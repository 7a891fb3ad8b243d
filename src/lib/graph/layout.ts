/**
 * Own lanes: accounts ordered by trust, columns inside them by kind and depth of trust. Tries a few budgets and
 * keeps the arrangement that fits the panel at the largest zoom, then moves nodes up and down until edges run level.
 */
import type { Block } from './block.ts';
import * as measure from './geometry.ts';
import type { Graph, GraphBand, GraphBox, GraphNode } from './graph.ts';
import type { BandSketch, BoxSketch, Sketch } from './sketch.ts';
import { level } from './level.ts';
import type { Lane } from './level.ts';
import { MIN_FIT_ZOOM } from './label.ts';
import { toFlow } from './tile-order.ts';
import type { Flow } from './tile-order.ts';
import { toRoutes } from './route.ts';
import { padsOf, placeTiles, toTile } from './tile.ts';
import type { Tile, TilePlace } from './tile.ts';

/** The panel the drawing is shaped for: the graph panel of a 1440×900 window. CSS pixels. */
const PANEL = { width: 745, height: 435 };
export const COLUMN_HEIGHTS = [
  5000, 2600, 1600, 1100, 800, 650, 550, 480, 430, 390, 360, 330, 300, 270, 240, 210, 180, 150
];
/** Larger than this is no gain. */
const AMPLE_ZOOM = 1.05;
const BOX_FACTORS = [1, 2.2, 3.5, 6];
const MOST_AIR = 1.35;
/** Wider where lines carry conditions: each has a chip that names its key. */
const MOST_AIR_FOR_KEYS = 2;
/** Many nodes: fewer tries, so that the time stays linear with a small factor. */
const MANY = 300;

/** Gives every node, box and band its place. Pure; the same sketch gives the same graph. */
export function layout(sketch: Sketch): Omit<Graph, 'omitted'> {
  const tile = bestTile(sketch);
  const hasKeys = sketch.edges.some(({ conditions }) => conditions.length > 0);
  const { width, height } = stretched(tile, hasKeys ? MOST_AIR_FOR_KEYS : MOST_AIR);
  const places = placeTiles(tile, measure.MARGIN, measure.MARGIN, width, height);
  const { blocks, ways } = level(places.flatMap(toLanes), sketch.edges);
  const nodes = inOrder(sketch, blocks);
  const rank = new Map(sketch.boxes.map(({ id }, index) => [id, index]));
  // In the file's order, as after every edit: the outline reads them so.
  const boxes = places.flatMap(toBox).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const routes = toRoutes(nodes, boxes, sketch.edges, ways);
  return {
    nodes,
    edges: sketch.edges.map((edge) => ({ ...edge, bends: routes.get(edge.id) ?? [] })),
    boxes,
    width: Math.round(width) + 2 * measure.MARGIN,
    height: Math.round(height) + 2 * measure.MARGIN
  };
}

/** The size that fills the panel at the same zoom, within reason: air for edges to pass. */
function stretched(tile: Tile, air: number): { readonly width: number; readonly height: number } {
  const zoom = Math.min(zoomOf(tile), AMPLE_ZOOM);
  const full = (panel: number) => panel / zoom - 2 * measure.MARGIN;
  return {
    width: Math.max(tile.width, Math.min(full(PANEL.width), tile.width * air)),
    height: Math.max(tile.height, Math.min(full(PANEL.height), tile.height * MOST_AIR))
  };
}

/** Passed roles get a column of their own when that leaves the labels legible. */
function bestTile(sketch: Sketch): Tile {
  const deep = bestOf(toFlow(sketch, true), sizeOf(sketch));
  if (zoomOf(deep) >= MIN_FIT_ZOOM) return deep;
  const shallow = bestOf(toFlow(sketch, false), sizeOf(sketch));
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

/** The columns of an account as lanes with an x and bounds. Spare width goes between them. */
export function toLanes({ tile, x, y, width, height }: TilePlace): readonly Lane[] {
  const { room, box } = tile;
  if (!room) return [];
  const { side, top, bottom } = padsOf(box);
  const spare = Math.max(0, width - 2 * side - room.width) / Math.max(1, room.columns.length);
  let left = x + side;
  return room.columns.map((column) => {
    const wide = column.width + spare;
    const lane = { x: left + wide / 2, top: y + top, bottom: y + height - bottom, blocks: column.blocks };
    left += wide + measure.COLUMN_GAP;
    return lane;
  });
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
