/** Puts the words of lit lines where they have room; those that have none stand there only when their line is asked for. */
import type { LabelPlace } from '../graph/line-labels.ts';
import type { Core } from './graph-canvas.ts';

const PLACED = 'moved crowded';

/** @param places by edge id, model units */
export function placeLabels(canvas: Core, places: ReadonlyMap<string, LabelPlace>): void {
  canvas.batch(() => {
    canvas.edges('.moved').removeClass(PLACED).removeStyle('text-margin-x text-margin-y');
  });
  for (const [id, { at, isFree }] of places) {
    const edge = canvas.$id(id);
    if (edge.empty() || !edge.isEdge()) continue;
    const middle = edge.midpoint();
    edge
      .addClass(isFree ? 'moved' : PLACED)
      .style({ 'text-margin-x': at.x - middle.x, 'text-margin-y': at.y - middle.y });
  }
}
