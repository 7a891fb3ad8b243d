/** What of a drawing lies in or near the panel, so that of very many boxes only those are drawn. */
import type { Camera, Size } from './camera.ts';
import { TAB } from './geometry.ts';
import type { GraphBox } from './graph.ts';

/** Edges of a part of the drawing, model units. */
export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Up to so many boxes all are drawn: choosing among them would cost more. */
const FEW = 80;

/**
 * What the panel shows, widened to a grid of about half a panel: it stays the same for many frames while one pans.
 * The drawing keeps a little around it, for what stands out of a box.
 */
export function sightOf({ zoom, x, y }: Camera, { width, height }: Size): Sight {
  const [across, down] = [cellOf(width / zoom), cellOf(height / zoom)];
  return {
    left: Math.floor((-x / zoom - TAB) / across) * across,
    top: Math.floor((-y / zoom - TAB) / down) * down,
    right: Math.ceil(((width - x) / zoom + TAB) / across) * across,
    bottom: Math.ceil(((height - y) / zoom + TAB) / down) * down
  };
}

/** A power of two, so that the grid stands still while one zooms a little. */
function cellOf(shown: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, shown) / 2));
}

/** The boxes that are worth drawing; all of them where they are few. Null: nothing is known of the panel yet. */
export function boxesIn(boxes: readonly GraphBox[], sight: Sight | null): readonly GraphBox[] {
  if (boxes.length <= FEW) return boxes;
  return boxes.filter(({ tile, x, y, width, height }) => {
    if (sight === null) return tile === undefined;
    return x < sight.right && x + width > sight.left && y < sight.bottom && y + height > sight.top;
  });
}

/**
 * Where a picture stands whose canvas the camera moves: whole pixels, by which it is shifted as it is, and the rest, with
 * which it is drawn. While one pans the rest stays what it was, and nothing is drawn anew.
 */
export function shiftOf({ zoom, x, y }: Camera): { readonly shift: string; readonly rest: string } {
  const [left, top] = [Math.round(x), Math.round(y)];
  const part = (length: number) => Number(length.toFixed(3));
  return {
    shift: `translate(${left}px, ${top}px)`,
    rest: `translate(${part(x - left)} ${part(y - top)}) scale(${zoom})`
  };
}
