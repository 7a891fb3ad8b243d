// The card of a chosen line leaves the line's ends to be seen, wherever a corner allows it.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fit } from '../../src/lib/graph/camera.ts';
import { cardAt, cardPlace, type CardPlace } from '../../src/lib/graph/card-place.ts';
import { shapeBox } from '../../src/lib/graph/cell.ts';
import type { Graph } from '../../src/lib/graph/graph.ts';
import { toGraph } from '../../src/lib/graph/to-graph.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const folder = new URL('../../scenarios/', import.meta.url);

function read(name: string): Graph {
  const { value } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  if (!value) throw new Error(`${name} does not parse`);
  return toGraph(
    value.world,
    value.cases.flatMap(({ request }) => request ?? [])
  );
}

const worlds = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, read(name)] as const);

/** The drawing of the screen at 1440 and at 1024 pixels; a card as most are. CSS pixels. */
const PANELS = [
  { width: 740, height: 430 },
  { width: 570, height: 300 }
];
const CARD = { width: 330, height: 380 };

/** Whether a card in a place covers the shape of either end of a line. */
function hidesEnd(graph: Graph, id: string, place: CardPlace, panel: (typeof PANELS)[number]): boolean {
  const card = cardAt(place, panel, CARD);
  const camera = fit(graph, panel, null);
  const edge = graph.edges.find((each) => each.id === id);
  return graph.nodes.some((node) => {
    if (node.id !== edge?.from && node.id !== edge?.to) return false;
    const { x, y, width, height } = shapeBox(node);
    const [left, top] = [x * camera.zoom + camera.x, y * camera.zoom + camera.y];
    const isBeside = left > card.x + card.width || left + width * camera.zoom < card.x;
    return !isBeside && top < card.y + card.height && top + height * camera.zoom > card.y;
  });
}

const corners = [false, true].flatMap((isLow) =>
  (['top', 'bottom'] as const).flatMap((edge) =>
    (['left', 'right'] as const).map((side): CardPlace => ({ side, edge, isLow }))
  )
);

describe.each(PANELS)('$width × $height', (panel) => {
  test.each(worlds)('%s: no line has a hidden end that a corner would show', (_, graph) => {
    const hidden = graph.edges.filter(({ id }) => {
      const place = cardPlace(graph, { id, light: null }, panel, CARD);
      const isAvoidable = corners.some((other) => !hidesEnd(graph, id, other, panel));
      return isAvoidable && hidesEnd(graph, id, place, panel);
    });
    expect(hidden.map(({ id }) => id)).toEqual([]);
  });
});

test('hardly a line has no corner at all', () => {
  const [panel] = PANELS;
  if (!panel) throw new Error('no panel');
  const all = worlds.flatMap(([, graph]) => graph.edges.map(({ id }) => ({ graph, id })));
  const hidden = all.filter(({ graph, id }) =>
    hidesEnd(graph, id, cardPlace(graph, { id, light: null }, panel, CARD), panel)
  );
  expect(hidden.length).toBeLessThanOrEqual(3); // of 169: their ends lie in both upper and both lower corners
});

test('in full where that hides nothing, at the top before the bottom, to the left before the right', () => {
  const graph = { ...read('read-one-bucket.yaml'), nodes: [], edges: [] };
  const place = cardPlace(graph, { id: 'none', light: null }, { width: 900, height: 600 }, CARD);
  expect(place).toEqual({ side: 'left', edge: 'top', isLow: false });
});

test('what is lit is left in sight before what is not', () => {
  const [dark, light] = [read('tools-to-production.yaml'), new Set<string>()];
  const panel = { width: 900, height: 430 };
  const before = cardPlace(dark, { id: 'none', light: null }, panel, CARD);
  const card = cardAt(before, panel, CARD);
  const camera = fit(dark, panel, null);
  for (const { id, x, y } of dark.nodes) {
    const [left, top] = [x * camera.zoom + camera.x, y * camera.zoom + camera.y];
    const isUnder = left > card.x && left < card.x + card.width && top > card.y && top < card.y + card.height;
    if (isUnder) light.add(id);
  }
  expect(light.size).toBeGreaterThan(0);
  const none = new Set<string>();
  const lit = { nodes: light, edges: none, boxes: none, bands: none, rings: none };
  expect(cardPlace(dark, { id: 'none', light: lit }, panel, CARD)).not.toEqual(before);
});
