/** What bundles run through and around: accounts with their tabs, and what stands outside of all of them. */
import type { Site } from './bundle-way.ts';
import { shapeBox, type Rectangle } from './cell.ts';
import { cellBox, withTab } from './cell-box.ts';
import type { Graph } from './graph.ts';

export function siteOf({ nodes, boxes }: Pick<Graph, 'nodes' | 'boxes'>): Site {
  const areas = new Map<string, Rectangle>(boxes.map((box) => [box.id, box]));
  const blocks = new Map<string, Rectangle>();
  for (const box of boxes) if (box.kind === 'account') blocks.set(box.id, box.tile ? box : withTab(box));
  for (const node of nodes) {
    areas.set(node.id, shapeBox(node));
    if (node.box === null) blocks.set(node.id, cellBox(node));
  }
  const homes = new Map(nodes.map(({ id, box }) => [id, box ?? id]));
  return {
    areaOf: (id) => areas.get(id) ?? null,
    blockOf: (id) => blocks.get(homes.get(id) ?? id) ?? null,
    blocks: [...blocks.values()]
  };
}
