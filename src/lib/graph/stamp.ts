/** Where the verdict's stamp stands: near its node, where it covers the least. */
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import { curve, type Point } from './curve.ts';
import { boundsOf } from './free-spot.ts';
import type { Graph, GraphNode } from './graph.ts';
import type { Marks, Stamped } from './mark.ts';
import { around, grown, overlap, takenOf } from './taken.ts';

/** Size of the stamp that lands on a node, model units: as wide as its word. */
export function stampSize(decision: Stamped): Pick<Rectangle, 'width' | 'height'> {
  return { width: WIDTHS[decision] ?? 90, height: 26 };
}

const WIDTHS: Partial<Readonly<Record<Stamped, number>>> = {
  allowedWhen: 148,
  conditional: 116,
  undecided: 116
};

const SAMPLES = 40;
/** What covering counts: names and shapes, what the verdict inks, other lines, walls of accounts. */
const SHARE = { taken: 1.3, lit: 0.8, quiet: 0.25, wall: 1 };
/** A unit away from the node counts as much as covering so many square units. */
const PER_UNIT = 5;
/** Nearer to another node than to its own counts as much as covering so many square units. */
const ASTRAY = 250;
/** A unit off the node's centre, as a share of one away from it: of places equally far away those in line come first. */
const OFF_CENTRE = 0.06;
/** Places tried around a node: so far apart, so far away at most; model units. */
const GRID = { across: 10, down: 8, far: 90 };

/**
 * The centre of a stamp near a node: where it covers least of names, shapes, bands, chips and lines, and of places as
 * good as each other the nearest. Null where its node is not drawn.
 */
export function placeStamp(
  graph: Graph,
  stamp: NonNullable<Marks['stamp']>,
  { chips, lit }: { readonly chips: readonly Rectangle[]; readonly lit: ReadonlySet<string> }
): Point | null {
  const node = graph.nodes.find(({ id }) => id === stamp.node);
  if (!node) return null;
  const size = stampSize(stamp.decision);
  const near = grown(shapeBox(node), GRID.far + size.width);
  const taken = [...takenOf(graph), ...chips.map((chip) => around(chip, chip.width, chip.height))];
  const quiet = graph.edges.filter(({ id }) => !lit.has(id)).map((edge) => ({ ...edge, label: '' }));
  const costs = [
    ...weighed(taken, SHARE.taken),
    ...weighed(
      inkedBy(
        graph,
        graph.edges.filter(({ id }) => lit.has(id))
      ),
      SHARE.lit
    ),
    ...weighed(inkedBy(graph, quiet), SHARE.quiet),
    ...weighed(wallsOf(graph), SHARE.wall)
  ].filter(({ area }) => overlap(area, near) > 0);
  const others = graph.nodes.filter((other) => other !== node && other.kind !== 'policy');
  let best: Point | null = null;
  let least = Infinity;
  for (const { point, away } of placesAround(node, size)) {
    if (PER_UNIT * away >= least) break; // and so is every place further away
    const area = around(point, size.width + 4, size.height + 8);
    // Nearer to another node it would be read as that one's.
    let cost =
      PER_UNIT * away + (others.some((other) => farFrom(other, point) < farFrom(node, point)) ? ASTRAY : 0);
    for (const { area: other, share } of costs) {
      if (cost >= least) break;
      cost += share * overlap(area, other);
    }
    if (cost < least - 1e-9) [best, least] = [point, cost];
  }
  return best;
}

function weighed(areas: readonly Rectangle[], share: number) {
  return areas.map((area) => ({ area, share }));
}

/** The left and right walls of accounts, and those above and below. */
function wallsOf({ boxes }: Graph): readonly Rectangle[] {
  return boxes.flatMap(({ x, y, width, height }) => [
    { x: x - 3, y, width: 6, height },
    { x: x + width - 3, y, width: 6, height },
    { x, y: y - 3, width, height: 6 },
    { x, y: y + height - 3, width, height: 6 }
  ]);
}

/** Places for a stamp, with how far from the node each leaves it, the nearest first; none covers the node itself or its names. */
function placesAround(
  node: GraphNode,
  size: Pick<Rectangle, 'width' | 'height'>
): readonly { readonly point: Point; readonly away: number }[] {
  const parts = [shapeBox(node), ...labelBoxes(node)];
  const own = boundsOf(parts);
  const centre = { x: own.x + own.width / 2, y: own.y + own.height / 2 };
  const reach = { x: (own.width + size.width) / 2 + GRID.far, y: (own.height + size.height) / 2 + GRID.far };
  const found: { point: Point; away: number }[] = [];
  for (let dx = -Math.floor(reach.x / GRID.across) * GRID.across; dx <= reach.x; dx += GRID.across) {
    for (let dy = -Math.floor(reach.y / GRID.down) * GRID.down; dy <= reach.y; dy += GRID.down) {
      const point = { x: centre.x + dx, y: centre.y + dy };
      const area = around(point, size.width, size.height + 6);
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
