/** The camera when the drawing changes under it, and when one walks: what one looks at stays where it is. */
import { fit } from '../graph/camera.ts';
import type { Graph } from '../graph/graph.ts';
import { stops } from '../graph/walk.ts';
import { glide, panelOf, place, type Core } from './graph-canvas.ts';

/** Pixels by which a camera may be off and still show all. */
const NEAR = 2;
/** What stands nearer to the edge of the panel than this is brought further in, CSS pixels. */
const EDGE = 40;

/** Who saw all of it sees all of it; who had looked closer goes on looking at the same things. */
export function keepView(canvas: Core, before: Graph, after: Graph): void {
  const panel = panelOf(canvas);
  const [zoom, pan] = [canvas.zoom(), canvas.pan()];
  const all = fit(before, panel, null);
  const sawAll =
    Math.abs(all.zoom - zoom) < 0.01 && Math.abs(all.x - pan.x) < NEAR && Math.abs(all.y - pan.y) < NEAR;
  if (sawAll) {
    const next = fit(after, panel, null);
    if (next.zoom !== all.zoom || next.x !== all.x || next.y !== all.y) glide(canvas, next);
    return;
  }
  const [old, now] = [before.shift ?? NO_SHIFT, after.shift ?? NO_SHIFT];
  if (old.x === now.x && old.y === now.y) return;
  place(canvas, { zoom, x: pan.x - (now.x - old.x) * zoom, y: pan.y - (now.y - old.y) * zoom });
}

const NO_SHIFT = { x: 0, y: 0 };

/** Brings a place of the drawing into view when it is not, at the same size. */
export function bringIn(canvas: Core, graph: Graph, id: string): void {
  const stop = stops(graph).find((each) => each.id === id);
  if (!stop) return;
  const { width, height } = panelOf(canvas);
  const [zoom, pan] = [canvas.zoom(), canvas.pan()];
  const [x, y] = [stop.x * zoom + pan.x, stop.y * zoom + pan.y];
  const isIn = x >= EDGE && y >= EDGE && x <= width - EDGE && y <= height - EDGE;
  if (!isIn) glide(canvas, { zoom, x: width / 2 - stop.x * zoom, y: height / 2 - stop.y * zoom });
}
