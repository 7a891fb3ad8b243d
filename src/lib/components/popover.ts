/** Where what opens from a button stands: below it, or above where there is more room, and never beyond the window. */

/** CSS pixels of the window. */
export interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Window {
  readonly width: number;
  readonly height: number;
}

const GAP = 4;
const EDGE = 8;

/** As a style. Needs no size of what opens, so that nothing jumps once it is there. */
export function placed({ left, right, top, bottom }: Anchor, { width, height }: Window): string {
  const isAbove = top > height - bottom;
  const isEnd = left > width / 2;
  const across = isEnd
    ? `right:${Math.max(EDGE, width - right)}px;left:auto;max-width:${Math.min(right, width - EDGE) - EDGE}px`
    : `left:${Math.max(EDGE, left)}px;right:auto;max-width:${width - Math.max(EDGE, left) - EDGE}px`;
  const down = isAbove
    ? `bottom:${height - top + GAP}px;top:auto;max-height:${top - GAP - EDGE}px`
    : `top:${bottom + GAP}px;bottom:auto;max-height:${height - bottom - GAP - EDGE}px`;
  return `${across};${down}`;
}
