/** Doors: where a trust leads through the wall of another account. */
import { curve } from './curve.ts';
import type { Point } from './curve.ts';
import { tabWidth } from './geometry.ts';
import type { Graph, GraphBox } from './graph.ts';

export interface Door extends Point {
  /** Id of the account whose wall it is in. */
  readonly box: string;
  readonly wall: 'left' | 'right' | 'top' | 'bottom';
  /** Half of what is open, model units. */
  readonly half: number;
  /** The trust edges that lead through it. */
  readonly edges: readonly string[];
}

/** Half of a door that one trust leads through. */
const HALF = 13;
/** Doors nearer than this are one. */
const NEAR = 34;
const SAMPLES = 96;
/** From an account's corner to its tab. */
const TAB_INSET = 10;

/** Every door of a drawing; trusts that enter side by side share one. Where an account has its name there is none. */
export function doorsOf(graph: Graph): readonly Door[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const accounts = new Map(graph.boxes.flatMap((box) => (box.kind === 'account' ? [[box.id, box]] : [])));
  const doors: Door[] = [];
  for (const { id, kind, from, to, bends } of graph.edges) {
    const [source, target] = [nodes.get(from), nodes.get(to)];
    const box = accounts.get(target?.box ?? '');
    if (kind !== 'trust' || !source || !target || !box || source.box === target.box) continue;
    const way = [source, ...curve(source, target, bends, SAMPLES), target];
    const door = entrance(way, box, id);
    if (door && !isUnderTab(door, box)) add(doors, door);
  }
  return doors;
}

function isUnderTab({ x, wall, half }: Door, box: GraphBox): boolean {
  return wall === 'top' && x - half < box.x + TAB_INSET + tabWidth(box);
}

/** Where the way is inside for good. */
function entrance(way: readonly Point[], box: GraphBox, edge: string): Door | null {
  const last = way.findLastIndex((point) => !isInside(point, box));
  const [before, after] = [way[last], way[last + 1]];
  if (!before || !after) return null;
  for (const wall of wallsCrossed(before, box)) {
    const at = crossing(before, after, wall, box);
    if (at) return { ...at, wall, box: box.id, half: HALF, edges: [edge] };
  }
  return null;
}

function wallsCrossed({ x, y }: Point, box: GraphBox): readonly Door['wall'][] {
  return [
    ...(x <= box.x ? (['left'] as const) : x >= box.x + box.width ? (['right'] as const) : []),
    ...(y <= box.y ? (['top'] as const) : y >= box.y + box.height ? (['bottom'] as const) : [])
  ];
}

function crossing(before: Point, after: Point, wall: Door['wall'], box: GraphBox): Point | null {
  const isUpright = wall === 'left' || wall === 'right';
  const line = { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height }[wall];
  const [from, to] = isUpright ? [before.x, after.x] : [before.y, after.y];
  const share = to === from ? 0 : (line - from) / (to - from);
  if (share < 0 || share > 1) return null;
  const across = isUpright
    ? before.y + share * (after.y - before.y)
    : before.x + share * (after.x - before.x);
  const at = Math.round(across * 10) / 10;
  return isUpright ? { x: line, y: at } : { x: at, y: line };
}

function add(doors: Door[], door: Door): void {
  const isNear = (other: Door) =>
    other.box === door.box &&
    other.wall === door.wall &&
    Math.hypot(other.x - door.x, other.y - door.y) < NEAR;
  const place = doors.findIndex(isNear);
  const other = doors[place];
  if (!other) {
    doors.push(door);
    return;
  }
  const apart = Math.hypot(other.x - door.x, other.y - door.y);
  doors[place] = {
    ...other,
    x: (other.x + door.x) / 2,
    y: (other.y + door.y) / 2,
    half: Math.max(other.half, HALF) + apart / 2,
    edges: [...other.edges, ...door.edges]
  };
}

function isInside({ x, y }: Point, box: GraphBox): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}
