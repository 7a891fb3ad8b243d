/** A drawing in small, beside one that is larger than its panel: what of it is on show, and where to go. */
import type { Camera, Size } from './camera.ts';
import type { Point } from './curve.ts';
import type { Graph } from './graph.ts';

/** The longest side of the map, CSS pixels. */
const LONGEST = { width: 168, height: 112 };
/** As long as less than this share of the drawing is hidden nobody needs a map. */
const SLACK = 1.06;
/** In a smaller panel the map would hide more than it tells. */
const LEAST = { width: 640, height: 360 };

export interface Minimap extends Size {
  /** What is on show, in model units, kept inside the drawing. */
  readonly view: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Null where all of the drawing is on show. */
export function minimapOf(
  graph: Pick<Graph, 'width' | 'height'>,
  panel: Size,
  camera: Camera
): Minimap | null {
  const { zoom } = camera;
  const isSeen = graph.width * zoom <= panel.width * SLACK && graph.height * zoom <= panel.height * SLACK;
  if (isSeen || graph.width <= 0 || graph.height <= 0 || isTooSmall(panel)) return null;
  const scale = Math.min(LONGEST.width / graph.width, LONGEST.height / graph.height);
  const [left, right] = span(-camera.x / zoom, panel.width / zoom, graph.width);
  const [top, bottom] = span(-camera.y / zoom, panel.height / zoom, graph.height);
  return {
    width: Math.round(graph.width * scale),
    height: Math.round(graph.height * scale),
    view: { x: left, y: top, width: right - left, height: bottom - top }
  };
}

function isTooSmall({ width, height }: Size): boolean {
  return width < LEAST.width || height < LEAST.height;
}

function span(from: number, length: number, most: number): readonly [number, number] {
  const inside = (at: number) => Math.min(most, Math.max(0, at));
  return [inside(from), inside(from + length)];
}

/** The camera that has a point of the drawing in the middle of the panel. */
export function lookAt({ x, y }: Point, panel: Size, zoom: number): Camera {
  return { zoom, x: panel.width / 2 - x * zoom, y: panel.height / 2 - y * zoom };
}
