/** Folded accounts and bundles as plain elements for the canvas. The tiles themselves are drawn behind it. */
import { bundleWidth } from './bundle.ts';
import { usualPlace } from './bundle-number.ts';
import type { Element } from './element.ts';
import type { Graph, GraphBox, GraphBundle, GraphPoint } from './graph.ts';
import { grouped } from './number.ts';
import { MORE } from './tiles.ts';

/** Anchors for every account that a bundle ends at, and for every tile; then the bundles that are drawn. */
export function toFoldedElements({ nodes, boxes, bundles }: Graph): readonly Element[] {
  if (!bundles) return [];
  const drawn = bundles.filter(({ isDrawn }) => isDrawn);
  const middles = middlesOf({ nodes, boxes });
  const ends = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  return [
    ...boxes.filter(({ id, tile }) => tile !== undefined || ends.has(id)).map(toAnchor),
    ...drawn.map((bundle) => toLine(bundle, middles))
  ];
}

/** An account is as large as its box, and cannot be seen: what one sees stands behind. */
function toAnchor({ id, x, y, width, height, tile }: GraphBox): Element {
  return {
    group: 'nodes',
    data: { id, label: '', width, height, below: 0 },
    position: { x: x + width / 2, y: y + height / 2 },
    classes: tile ? 'anchor tile' : 'anchor'
  };
}

/** The middles of what a bundle can end at, by id. */
function middlesOf({ nodes, boxes }: Pick<Graph, 'nodes' | 'boxes'>): ReadonlyMap<string, GraphPoint> {
  return new Map<string, GraphPoint>([
    ...boxes.map(({ id, x, y, width, height }) => [id, { x: x + width / 2, y: y + height / 2 }] as const),
    ...nodes.map((node) => [node.id, node] as const)
  ]);
}

function toLine(bundle: GraphBundle, middles: ReadonlyMap<string, GraphPoint>): Element {
  const { id, kind, from, to, edges, isOnPath, ends, bends, number } = bundle;
  const usual = usualPlace(plus(middles.get(from), ends[0]), plus(middles.get(to), ends[1]), bends);
  const isConditional = edges.every(({ conditions }) => conditions.length > 0);
  return {
    group: 'edges',
    data: {
      id,
      source: from,
      target: to,
      label: grouped(edges.length),
      right: number.x - usual.x,
      down: number.y - usual.y,
      width: bundleWidth(edges.length) / (kind === 'trust' ? 1 : 2),
      leaves: at(ends[0]),
      arrives: at(ends[1]),
      distances: bends.map(({ distance }) => distance),
      weights: bends.map(({ weight }) => weight)
    },
    classes: `${kind} bent bundle${isConditional ? ' conditional' : ''}${isOnPath ? ' way' : ''}`
  };
}

function plus(a: GraphPoint | undefined, b: GraphPoint): GraphPoint {
  return { x: (a?.x ?? 0) + b.x, y: (a?.y ?? 0) + b.y };
}

function at({ x, y }: GraphPoint): string {
  return `${x}px ${y}px`;
}

/** Whether something of a folded drawing opens when it is chosen: a tile, a bundle, a note. */
export function unfolds({ boxes, bundles }: Graph, id: string): boolean {
  if (!bundles) return false;
  return (
    id.startsWith(MORE) ||
    bundles.some((bundle) => bundle.id === id) ||
    boxes.some((box) => box.id === id && box.tile !== undefined)
  );
}
