/** Where the drawing stands in its panel, and what of it lies under a point. */
import { cellBox } from './cell-box.ts';
import type { Graph, GraphBox, GraphNode, Light } from './graph.ts';
import { MAX_LABEL, MIN_FIT_ZOOM } from './label.ts';
import { bandId } from './opens.ts';
import { noteTop, rise, TAB } from './geometry.ts';
import { MORE } from './tiles.ts';

export interface Camera {
  readonly zoom: number;
  /** Where the model's origin stands in the panel, CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Never larger than this at fit, so that a small world does not shout. */
export const MAX_FIT_ZOOM = 1.25;

/** All of a world is worth this: what the step is about is written larger then (look-small.ts), and drawn in full. */
const MIN_WHOLE_ZOOM = 0.42;
/** In a narrower panel, as on a phone, so small a world is a line across it: there it is moved by a finger. CSS pixels. */
const NARROW = 480;

/** The whole drawing in the panel; when it would get too small for that, as much as is legible around the lit. */
export function fit(graph: Graph, panel: Size, light: Light | null): Camera {
  const all = Math.min(panel.width / graph.width, panel.height / graph.height);
  const least = leastZoom(graph, panel);
  // What does not fit is shown as large as can be read.
  const zoom =
    all < least
      ? Math.max(least, MIN_FIT_ZOOM * Number(graph.bundles === undefined))
      : Math.min(MAX_FIT_ZOOM, all);
  const centre = all < least ? litCentre(graph, light) : null;
  return {
    zoom,
    x: place(panel.width, graph.width * zoom, centre ? centre.x * zoom : null),
    y: place(panel.height, graph.height * zoom, centre ? centre.y * zoom : null)
  };
}

/** All of the drawing, however small that is: what somebody gets who asks for it. */
export function whole(graph: Graph, panel: Size): Camera {
  const all = Math.min(panel.width / graph.width, panel.height / graph.height);
  const zoom = Math.min(MAX_FIT_ZOOM, all);
  return {
    zoom,
    x: (panel.width - graph.width * zoom) / 2,
    y: (panel.height - graph.height * zoom) / 2
  };
}

/** Tiles alone say their names larger when they get small. */
const MIN_TILES_ZOOM = 0.36;

function leastZoom({ boxes, bundles }: Graph, { width }: Size): number {
  if (bundles === undefined) return width < NARROW ? MIN_FIT_ZOOM : MIN_WHOLE_ZOOM;
  return boxes.every(({ kind, tile }) => kind !== 'account' || tile) ? MIN_TILES_ZOOM : MIN_FIT_ZOOM;
}

/** Never larger than this at what a scene points at: a node alone still shows what it stands beside. */
const MAX_FOCUS_ZOOM = 1.4;
/** Around what a scene points at, CSS pixels. */
const FOCUS_MARGIN = 28;

/**
 * What a scene points at as near to the middle of the panel as the drawing goes: nodes with their names and whole
 * boxes, as large as is good to read and never so small that labels are not. Of a box too large its title shows.
 *
 * @param focus ids of nodes and boxes
 * @returns null when none of them is drawn
 */
export function fitTo(graph: Graph, panel: Size, focus: ReadonlySet<string> | null): Camera | null {
  if (focus === null) return null;
  const areas = [
    ...graph.nodes.filter(({ id }) => focus.has(id)).map(areaOfNode),
    ...graph.boxes.filter(({ id }) => focus.has(id)).map(areaOfBox)
  ];
  if (areas.length === 0) return null;
  const [left, right] = [Math.min(...areas.map(({ x1 }) => x1)), Math.max(...areas.map(({ x2 }) => x2))];
  const [top, bottom] = [Math.min(...areas.map(({ y1 }) => y1)), Math.max(...areas.map(({ y2 }) => y2))];
  const wanted = Math.min(
    (panel.width - 2 * FOCUS_MARGIN) / (right - left),
    (panel.height - 2 * FOCUS_MARGIN) / (bottom - top)
  );
  const zoom = Math.min(MAX_FOCUS_ZOOM, Math.max(wanted, MIN_FIT_ZOOM));
  return {
    zoom,
    x: place(panel.width, graph.width * zoom, middle(left, right, panel.width / zoom) * zoom),
    y: place(panel.height, graph.height * zoom, middle(top, bottom, panel.height / zoom) * zoom)
  };
}

/** The middle of a span; of one that is longer than there is room the middle of what fits from its start on. */
function middle(from: number, to: number, room: number): number {
  return (from + Math.min(to, from + room)) / 2;
}

interface Area {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

function areaOfNode(node: GraphNode): Area {
  const { x, y, width, height } = cellBox(node);
  const half = Math.max(width, MAX_LABEL) / 2;
  return { x1: x + width / 2 - half, x2: x + width / 2 + half, y1: y, y2: y + height };
}

function areaOfBox({ kind, x, y, width, height }: GraphBox): Area {
  return { x1: x, x2: x + width, y1: y - rise(kind), y2: y + height };
}

/** Centres the content, or moves it so that `focus` is in the middle without showing more margin than needed. */
function place(panel: number, content: number, focus: number | null): number {
  if (content <= panel) return (panel - content) / 2;
  const wanted = focus === null ? 0 : panel / 2 - focus;
  return Math.min(0, Math.max(panel - content, wanted));
}

function litCentre(graph: Graph, light: Light | null): { readonly x: number; readonly y: number } | null {
  const lit = light ? [...graph.nodes, ...tilesIn(graph)].filter(({ id }) => light.nodes.has(id)) : [];
  if (lit.length === 0) return null;
  return { x: middleOf(lit.map(({ x }) => x)), y: middleOf(lit.map(({ y }) => y)) };
}

/** Folded accounts, by their middle. */
function tilesIn({
  boxes
}: Graph): readonly { readonly id: string; readonly x: number; readonly y: number }[] {
  return boxes.flatMap(({ id, tile, x, y, width, height }) =>
    tile ? [{ id, x: x + width / 2, y: y + height / 2 }] : []
  );
}

/** Half-way between the least and the most. */
function middleOf(places: readonly number[]): number {
  const least = places.reduce((a, b) => Math.min(a, b), Infinity);
  return (least + places.reduce((a, b) => Math.max(a, b), -Infinity)) / 2;
}

/** Whether every lit node is inside the panel. */
export function shows(graph: Graph, panel: Size, camera: Camera, light: Light): boolean {
  return [...graph.nodes, ...tilesIn(graph)].every((node) => {
    if (!light.nodes.has(node.id)) return true;
    const [x, y] = [node.x * camera.zoom + camera.x, node.y * camera.zoom + camera.y];
    return x >= 20 && y >= 20 && x <= panel.width - 20 && y <= panel.height - 20;
  });
}

/** The band or box under a point of the model, innermost first; null on bare paper. */
export function backdropAt(graph: Graph, x: number, y: number): string | null {
  for (const box of [...graph.boxes].reverse()) {
    if (x < box.x || x > box.x + box.width || y < box.y - TAB / 2 || y > box.y + box.height) continue;
    const band = [...box.roof, ...box.floor].find(
      (candidate) => y >= candidate.y && y < candidate.y + candidate.height
    );
    if (!band && box.note !== undefined && y > noteTop(box)) return MORE + box.id;
    return band ? bandId(band) : box.id;
  }
  return null;
}
