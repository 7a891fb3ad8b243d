/** Folded accounts and bundles as plain elements for the canvas. The tiles themselves are drawn behind it. */
import { bundleWidth } from './bundle.ts';
import type { Element } from './element.ts';
import type { Graph, GraphBox, GraphBundle, GraphPoint } from './graph.ts';
import { MORE } from './tiles.ts';

/** Anchors for every account that a bundle ends at, and for every tile; then the bundles that are drawn. */
export function toFoldedElements({ boxes, bundles }: Graph): readonly Element[] {
  if (!bundles) return [];
  const drawn = bundles.filter(({ isDrawn }) => isDrawn);
  const ends = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  return [
    ...boxes.filter(({ id, tile }) => tile !== undefined || ends.has(id)).map(toAnchor),
    ...drawn.map(toLine)
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

function toLine({ id, kind, from, to, edges, isOnPath, ends, bends }: GraphBundle): Element {
  const isConditional = edges.every(({ conditions }) => conditions.length > 0);
  return {
    group: 'edges',
    data: {
      id,
      source: from,
      target: to,
      label: edges.length.toLocaleString('en'),
      width: bundleWidth(edges.length) / (kind === 'trust' ? 1 : 2),
      leaves: at(ends[0]),
      arrives: at(ends[1]),
      distances: bends.map(({ distance }) => distance),
      weights: bends.map(({ weight }) => weight)
    },
    classes: `${kind} bent bundle${isConditional ? ' conditional' : ''}${isOnPath ? ' way' : ''}`
  };
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
