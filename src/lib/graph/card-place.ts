/** Where the card of a chosen line stands over the drawing: in the corner where it hides least of what it speaks of. */
import { trimmedWay } from './beside.ts';
import { fit, type Camera, type Size } from './camera.ts';
import { labelBoxes, shapeBox, type Rectangle } from './cell.ts';
import type { Graph, GraphNode, Light } from './graph.ts';

export interface CardPlace {
  readonly side: 'left' | 'right';
  readonly edge: 'top' | 'bottom';
  /** Whether it takes half of the height at most, and scrolls: where in full it would hide an end anyhow. */
  readonly isLow: boolean;
}

/** Between the card and the rim of the drawing. CSS pixels. */
const AIR = 8;
/** What covering counts: an end of the line, another lit node, the line itself, any other node; and scrolling. */
const COUNTS = { end: 100, lit: 10, way: 10, node: 1, low: 4 };
/** A name counts so much of its shape: where one is in sight, the other can be found. */
const NAME = 0.3;

const PLACES: readonly CardPlace[] = [false, true].flatMap((isLow) =>
  (['top', 'bottom'] as const).flatMap((edge) =>
    (['left', 'right'] as const).map((side) => ({ side, edge, isLow }))
  )
);

/**
 * @param panel the drawing on the screen, CSS pixels
 * @param card the card in full, CSS pixels
 * @returns of places as good the first: in full, at the top, to the left
 */
export function cardPlace(
  graph: Graph,
  { id, light }: { readonly id: string; readonly light: Light | null },
  panel: Size,
  card: Size
): CardPlace {
  const camera = fit(graph, panel, light);
  const edge = graph.edges.find((each) => each.id === id);
  const way = ((edge && trimmedWay(graph, edge)) ?? []).map(({ x, y }) =>
    seen({ x, y, width: 0, height: 0 }, camera)
  );
  const things = graph.nodes.map((node) => ({ counts: countsOf(node), ...areasOf(node, camera) }));

  function countsOf({ id: node }: GraphNode): number {
    if (node === edge?.from || node === edge?.to) return COUNTS.end;
    return light?.nodes.has(node) === true ? COUNTS.lit : COUNTS.node;
  }
  function costOf(place: CardPlace): number {
    const covered = cardAt(place, panel, card);
    const over = way.filter((point) => touches(covered, point)).length / Math.max(1, way.length);
    return things.reduce(
      (sum, { counts, shape, names }) =>
        sum +
        (touches(covered, shape) ? counts : 0) +
        (names.some((name) => touches(covered, name)) ? counts * NAME : 0),
      over * COUNTS.way + (place.isLow ? COUNTS.low : 0)
    );
  }
  const costs = PLACES.map((place) => ({ place, cost: costOf(place) }));
  return costs.reduce((best, each) => (each.cost < best.cost - 1e-9 ? each : best)).place;
}

/** What the card covers of the panel, CSS pixels. */
export function cardAt({ side, edge, isLow }: CardPlace, panel: Size, card: Size): Rectangle {
  const width = Math.min(card.width, panel.width - 2 * AIR);
  const height = Math.min(card.height, isLow ? panel.height / 2 : panel.height - 2 * AIR);
  const x = side === 'left' ? AIR : panel.width - AIR - width;
  const y = edge === 'top' ? AIR : panel.height - AIR - height;
  return { x, y, width, height };
}

function areasOf(node: GraphNode, camera: Camera): { shape: Rectangle; names: readonly Rectangle[] } {
  return {
    shape: seen(shapeBox(node), camera),
    names: labelBoxes(node).map((box) => seen(box, camera))
  };
}

/** From the drawing's units to the panel's. */
function seen({ x, y, width, height }: Rectangle, { zoom, ...pan }: Camera): Rectangle {
  return { x: x * zoom + pan.x, y: y * zoom + pan.y, width: width * zoom, height: height * zoom };
}

function touches(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
