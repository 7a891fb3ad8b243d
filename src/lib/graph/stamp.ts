/** Where the verdict's stamp stands: near its node, where it covers the least. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import { curve, type Point } from './curve.ts';
import { boundsOf } from './free-spot.ts';
import type { Graph, GraphNode } from './graph.ts';
import type { Marks, Stamped } from './mark.ts';
import { around, grown, overlap, takenOf, wallsOf } from './taken.ts';
import { gapBetween, piecesOf, threadTo, type Thread } from './thread.ts';

/** Size of the stamp that lands on a node before it is turned, model units: as wide as its word. */
export function stampSize(decision: Stamped): Pick<Rectangle, 'width' | 'height'> {
  return { width: WIDTHS[decision] ?? 90, height: 26 };
}

const WIDTHS: Partial<Readonly<Record<Stamped, number>>> = {
  allowedWhen: 148,
  conditional: 116,
  undecided: 116
};

/** How far a stamp is turned, radians (--stamp-turn), and the half of its rim. */
const TURN = (4 * Math.PI) / 180;
const RIM = 2;

/** The room a stamp takes around its centre, turned and with its rim; model units. */
export function stampRoom(decision: Stamped): Pick<Rectangle, 'width' | 'height'> {
  const { width, height } = stampSize(decision);
  const [along, across] = [Math.cos(TURN), Math.sin(TURN)];
  return { width: width * along + height * across + RIM, height: width * across + height * along + RIM };
}

const SAMPLES = 40;
/** What covering counts: names, shapes, bands and chips, what the verdict inks, other lines, walls of accounts. */
const SHARE = { taken: 4000, lit: 0.8, quiet: 0.25, wall: 1 };
/** A unit away from the node counts as much as covering so many square units. */
const PER_UNIT = 5;
/**
 * What counts as much as covering so many square units: a thread where a stamp would be read as another's, none that leads
 * to its node there, and none where it is only far from its node.
 */
const PRICE = { tied: 1500, astray: 2600, loose: 300 };
/** As near as this a stamp is its node's, whoever is as near. */
const SNUG = 8;
/** Further than this from its node a stamp hangs on a thread, model units. */
const APART = 14;
/** A unit off the node's centre, as a share of one away from it: of places equally far away those in line come first. */
const OFF_CENTRE = 0.06;
/** How far a thread keeps off what is drawn, model units. */
const AIR = 1;
/** How far within the box of a shape a thread ends, model units. */
const WITHIN = 5;
/** Places tried around a node: so far apart, so far away at most; model units. */
const GRID = { across: 4, down: 3, far: [90, 200] };

export interface StampPlace {
  /** Its centre. */
  readonly at: Point;
  /** From the stamp to its node, where it would be read as another's without. */
  readonly thread: Thread | null;
}

/**
 * The place of a stamp near a node: the nearest where it covers no name, shape, band or chip, and little of lines; where
 * there is no such place it covers the least. Null where its node is not drawn.
 *
 * @param over what stands over the drawing already
 */
export function placeStamp(
  graph: Graph,
  stamp: NonNullable<Marks['stamp']>,
  { over, lit }: { readonly over: readonly Rectangle[]; readonly lit: ReadonlySet<string> }
): StampPlace | null {
  const node = graph.nodes.find(({ id }) => id === stamp.node);
  if (!node) return null;
  const size = stampRoom(stamp.decision);
  const taken = [...takenOf(graph), ...over];
  const costs = [
    ...weighed(taken, SHARE.taken),
    ...weighed(wallsOf(graph), SHARE.wall),
    ...inksOf(graph, lit)
  ];
  const shape = shapeBox(node);
  const names = labelBoxes(node);
  const own = { centre: node, parts: [shape, ...names], ends: [grown(shape, -WITHIN), ...names] };
  let best: StampPlace | null = null;
  for (const far of GRID.far) {
    const near = grown(shapeBox(node), far + size.width);
    const standing = taken.filter(
      (area) => overlap(area, near) > 0 && !own.parts.some((part) => isSame(part, area))
    );
    const found = cheapest(placesAround(own.parts, size, far), {
      size,
      weights: costs.filter(({ area }) => overlap(area, near) > 0),
      own,
      others: othersNear(graph, node, grown(near, far)),
      taken: standing
    });
    const area = found && around(found.at, size.width, size.height);
    best = found;
    if (area && taken.every((other) => overlap(area, other) === 0)) break;
  }
  return best;
}

interface Weight {
  readonly area: Rectangle;
  readonly share: number;
}

/** A thing by its centre, and by its shape and the lines of its name. */
interface Thing {
  readonly centre: Point;
  readonly parts: readonly Rectangle[];
}

interface Own extends Thing {
  /** Where a thread may end: in its shape, which may have no corners, and at its name. */
  readonly ends: readonly Rectangle[];
}

interface Costs {
  readonly size: Pick<Rectangle, 'width' | 'height'>;
  readonly weights: readonly Weight[];
  readonly own: Own;
  readonly others: readonly Thing[];
  /** What a thread keeps off, beside its node. */
  readonly taken: readonly Rectangle[];
}

/** Whom a stamp might be read for instead: all other nodes, but for the policies that its own carries. */
function othersNear({ nodes, edges }: Graph, node: GraphNode, near: Rectangle): readonly Thing[] {
  const carried = new Set(
    edges.flatMap(({ kind, from, to }) => (kind === 'attachment' && from === node.id ? [to] : []))
  );
  return nodes
    .filter((other) => other !== node && !carried.has(other.id))
    .map((other) => ({ centre: other, parts: [shapeBox(other), ...labelBoxes(other)] }))
    .filter(({ parts }) => parts.some((part) => overlap(part, near) > 0));
}

function cheapest(places: readonly Place[], costs: Costs): StampPlace | null {
  const { size, weights } = costs;
  let best: StampPlace | null = null;
  let least = Infinity;
  for (const { point, away } of places) {
    if (PER_UNIT * away >= least) break; // and so is every place further away
    const area = around(point, size.width, size.height);
    let cost = PER_UNIT * away;
    for (const { area: other, share } of weights) {
      if (cost >= least) break;
      cost += share * overlap(area, other);
    }
    if (cost >= least - 1e-9) continue;
    const { thread, price } = tie(point, area, costs, least - cost);
    if (cost + price < least - 1e-9) [best, least] = [{ at: point, thread }, cost + price];
  }
  return best;
}

/** The thread that a stamp needs at a place, and what that costs. @param most a dearer one is not looked for */
function tie(
  point: Point,
  area: Rectangle,
  costs: Costs,
  most: number
): { readonly thread: Thread | null; readonly price: number } {
  const { own, weights, taken } = costs;
  const apart = gapTo(area, own);
  const isOthers = isAstray(point, area, costs);
  if (!isOthers && apart <= APART) return { thread: null, price: 0 };
  const least = isOthers ? PRICE.tied : 0;
  const thread = least < most ? threadTo(area, own.ends, taken, AIR) : null;
  if (!thread) return { thread, price: isOthers ? PRICE.astray : PRICE.loose };
  const inked = piecesOf(thread).reduce(
    (sum, piece) => weights.reduce((all, { area: other, share }) => all + share * overlap(piece, other), sum),
    0
  );
  return { thread, price: inked + least };
}

/**
 * Whether a stamp would be read as another's. Close to its own, only another that is closer still counts; off it, one that
 * is nearer by the middles, or by half of what is between.
 */
function isAstray(point: Point, area: Rectangle, { own, others }: Costs): boolean {
  const [away, apart] = [farFrom(own.centre, point), gapTo(area, own)];
  if (apart <= SNUG) return others.some((other) => gapTo(area, other) < apart);
  return others.some((other) => farFrom(other.centre, point) < away || 2 * gapTo(area, other) < apart);
}

function gapTo(area: Rectangle, { parts }: Thing): number {
  return parts.reduce((least, part) => Math.min(least, gapBetween(area, part)), Infinity);
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** What lines ink: those of the verdict with room for their labels, the others as they are. */
function inksOf(graph: Graph, lit: ReadonlySet<string>): readonly Weight[] {
  const quiet = graph.edges.filter(({ id }) => !lit.has(id)).map((edge) => ({ ...edge, label: '' }));
  const inked = graph.edges.filter(({ id }) => lit.has(id));
  return [...weighed(inkedBy(graph, inked), SHARE.lit), ...weighed(inkedBy(graph, quiet), SHARE.quiet)];
}

function weighed(areas: readonly Rectangle[], share: number): readonly Weight[] {
  return areas.map((area) => ({ area, share }));
}

interface Place {
  readonly point: Point;
  /** How far from the node. */
  readonly away: number;
}

/** Places for a stamp, with how far from the node each leaves it, the nearest first; none covers the node itself or its names. */
function placesAround(
  parts: readonly Rectangle[],
  size: Pick<Rectangle, 'width' | 'height'>,
  far: number
): readonly Place[] {
  const own = boundsOf(parts);
  const centre = { x: own.x + own.width / 2, y: own.y + own.height / 2 };
  const reach = { x: (own.width + size.width) / 2 + far, y: (own.height + size.height) / 2 + far };
  const found: Place[] = [];
  for (let dx = -Math.floor(reach.x / GRID.across) * GRID.across; dx <= reach.x; dx += GRID.across) {
    for (let dy = -Math.floor(reach.y / GRID.down) * GRID.down; dy <= reach.y; dy += GRID.down) {
      const point = { x: centre.x + dx, y: centre.y + dy };
      const area = around(point, size.width, size.height);
      if (parts.some((part) => overlap(area, part) > 0)) continue;
      const [beside, over] = [
        Math.abs(dx) - (own.width + size.width) / 2,
        Math.abs(dy) - (own.height + size.height) / 2
      ];
      found.push({
        point,
        away: Math.hypot(Math.max(0, beside), Math.max(0, over)) + OFF_CENTRE * Math.hypot(dx, dy)
      });
    }
  }
  return found.sort((a, b) => a.away - b.away);
}

function farFrom({ x, y }: Point, point: Point): number {
  return Math.hypot(x - point.x, y - point.y);
}

/** Room along edges, with that of their labels: a string of boxes. */
function inkedBy(graph: Graph, edges: Graph['edges']): readonly Rectangle[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return edges.flatMap((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to) return [];
    return curve(from, to, edge.bends, SAMPLES).map((point) => around(point, 8, edge.label === '' ? 10 : 40));
  });
}
