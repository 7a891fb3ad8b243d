/** Boxes as nested tiles: sizes from the inside out, places from the outside in. */
import { rankedColumns } from './tile-order.ts';
import type { Flow } from './tile-order.ts';
import * as measure from './geometry.ts';
import { toRoom } from './room.ts';
import type { Room } from './room.ts';
import type { Tuck } from './block.ts';
import type { BoxSketch } from './sketch.ts';

/** What an arrangement may vary. */
export interface Plan {
  readonly tuck: Tuck;
  /** Height at which a column of nodes is split. */
  readonly columnHeight: number;
  /** Height at which a column of boxes is split. */
  readonly boxesHeight: number;
}

export interface Tile {
  /** Null for what stands outside every account. */
  readonly box: BoxSketch | null;
  /** The nodes of an account; null for OUs and organizations. */
  readonly room: Room | null;
  readonly columns: readonly (readonly Tile[])[];
  /** Sizes with the tab or title that stands above the box. */
  readonly width: number;
  readonly height: number;
}

export interface TilePlace {
  readonly tile: Tile;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The whole drawing as one tile without a box. */
export function toTile(flow: Flow, plan: Plan): Tile {
  const outside = flow.layers.get(null);
  const columns = [...rankedTiles(flow, plan, null)];
  if (outside) {
    const tile = roomTile(null, toRoom(outside, plan.tuck, plan.columnHeight));
    const [first, ...rest] = columns;
    const isEntered = first?.some(({ box }) => box !== null && flow.entered.has(box.id)) ?? true;
    if (first && !isEntered && stackHeight([tile, ...first]) <= plan.boxesHeight)
      return containerTile(null, [[tile, ...first], ...rest]);
    columns.unshift([tile]);
  }
  return containerTile(null, columns);
}

function rankedTiles(flow: Flow, plan: Plan, parent: string | null): readonly (readonly Tile[])[] {
  const tiles = new Map<string, Tile>();
  for (const box of flow.children.get(parent) ?? []) {
    if (box.tile) {
      tiles.set(box.id, foldedTile(box));
      continue;
    }
    const room =
      box.kind === 'account' ? toRoom(flow.layers.get(box.id) ?? [], plan.tuck, plan.columnHeight) : null;
    tiles.set(box.id, room ? roomTile(box, room) : containerTile(box, rankedTiles(flow, plan, box.id)));
  }
  return rankedColumns(flow, parent, tiles, plan.boxesHeight).map(shelved);
}

/** A column in which accounts with nothing in them stand beside others where that makes it no wider. */
function shelved(column: readonly Tile[]): readonly Tile[] {
  const wide = widest(column);
  const rows: Tile[][] = column.filter((tile) => !isPlate(tile)).map((tile) => [tile]);
  for (const plate of column.filter(isPlate)) {
    const row = rows.find(
      (tiles) => tiles.reduce((sum, { width }) => sum + width + measure.BOX_GAP, plate.width) <= wide
    );
    if (row) row.push(plate);
    else rows.push([plate]);
  }
  return rows.flatMap((row) =>
    row.length > 1
      ? containerTile(
          null,
          row.map((tile) => [tile])
        )
      : row
  );
}

function isPlate({ box, room }: Tile): boolean {
  return box?.kind === 'account' && !box.tile && room?.columns.length === 0;
}

/** Folded accounts have no room and one size, whatever the plan. */
function foldedTile(box: BoxSketch): Tile {
  const known = folded.get(box);
  if (known) return known;
  const made = roomTile(box, NO_ROOM);
  folded.set(box, made);
  return made;
}

const folded = new WeakMap<BoxSketch, Tile>();
const NO_ROOM: Room = { columns: [], width: 0, height: 0 };

/** An account as a tile, or what stands outside of all of them. */
export function roomTile(box: BoxSketch | null, room: Room): Tile {
  if (!box) return { box, room, columns: [], width: room.width, height: room.height };
  if (box.tile) return { box, room, columns: [], width: measure.TILE_WIDTH, height: measure.tileHeight(box) };
  const { top, bottom } = padsOf(box);
  const isEmpty = room.columns.length === 0 && box.note === undefined;
  return {
    box,
    room,
    columns: [],
    width: Math.max(room.width + 2 * measure.ACCOUNT_PAD, measure.tabWidth(box) + 2 * measure.TAB_INSET),
    height: isEmpty ? plateHeight(box) : top + Math.max(room.height, 4) + bottom
  };
}

/** An account with nothing in it is a plate that holds its tab and its bands. */
function plateHeight({ roof, floor }: BoxSketch): number {
  return measure.TAB + 2 + (roof.length + floor.length) * measure.BAND + 2 * measure.RULE;
}

function containerTile(box: BoxSketch | null, columns: readonly (readonly Tile[])[]): Tile {
  const inner =
    columns.reduce((sum, column) => sum + widest(column), 0) +
    measure.BOX_GAP * Math.max(0, columns.length - 1);
  const tall = Math.max(0, ...columns.map(stackHeight));
  const { side, top, bottom } = padsOf(box);
  const least = box ? measure.tabWidth(box) + 2 * measure.TAB_INSET : 0;
  return { box, room: null, columns, width: Math.max(inner + 2 * side, least), height: top + tall + bottom };
}

/** Insets of a tile's content, counted from the top of the tab or title. */
export function padsOf(box: BoxSketch | null): {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
} {
  if (!box) return { side: 0, top: 0, bottom: 0 };
  const up = measure.rise(box.kind);
  if (box.kind !== 'account') return { side: measure.UNIT_PAD, top: 2 * up + 4, bottom: measure.UNIT_PAD };
  const roof = up + 2 + box.roof.length * measure.BAND;
  const floor = measure.RULE + box.floor.length * measure.BAND;
  const note = box.note === undefined ? 0 : measure.NOTE;
  const [above, below] = [box.roof.length === 0 ? 8 : 14, box.floor.length === 0 ? 9 : 13]; // a way along the bands
  return { side: measure.ACCOUNT_PAD, top: up + roof + above, bottom: floor + below + note };
}

/** A box fills its column when that takes no more of its height than this; else it grows little: half-empty ones tell nothing. */
const FILLS = 0.36;
const GROWTH = 0.14;

/** Places of a tile and everything in it, outer before inner. Tiles stretch a little to fill their column. */
export function placeTiles(
  tile: Tile,
  x: number,
  y: number,
  width: number,
  height: number
): readonly TilePlace[] {
  const places: TilePlace[] = [{ tile, x, y, width, height }];
  const { side, top, bottom } = padsOf(tile.box);
  const inner = height - top - bottom;
  const spare = tile.columns.length === 0 ? 0 : Math.max(0, width - tile.width) / tile.columns.length;
  let left = x + side;
  for (const column of tile.columns) {
    const wide = widest(column) + spare;
    const extra = Math.max(0, inner - stackHeight(column));
    const content = column.reduce((sum, child) => sum + child.height, 0);
    let down = y + top;
    for (const child of column) {
      const each = (extra * child.height) / (content || 1);
      const most = child.box?.tile ? 0 : child.height * (each <= FILLS * child.height ? FILLS : GROWTH);
      const grown = child.room && !child.box ? each : Math.min(each, most);
      const across = child.box?.tile ? child.width : wide; // folded accounts all have one size
      places.push(...placeTiles(child, left, down + (each - grown) / 2, across, child.height + grown));
      down += child.height + each + measure.STACK_GAP;
    }
    left += wide + measure.BOX_GAP;
  }
  return places;
}

function widest(column: readonly Tile[]): number {
  return Math.max(...column.map(({ width }) => width));
}

function stackHeight(column: readonly Tile[]): number {
  return column.reduce((sum, { height }) => sum + height, 0) + measure.STACK_GAP * (column.length - 1);
}
