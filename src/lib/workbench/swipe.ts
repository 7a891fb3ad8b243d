/** Swiping to step, on a screen one touches: what a finger's way from here to there asks for. */

/** CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** So far at least, and so much more across than down: whoever scrolls is not stepping. CSS pixels. */
const FAR = 48;
const LEVEL = 1.6;

/** To the left leads on, as a page is turned; null for anything that is no swipe. */
export function toSwipe(from: Point, to: Point): 'next' | 'back' | null {
  const across = to.x - from.x;
  const down = Math.abs(to.y - from.y);
  if (Math.abs(across) < FAR || Math.abs(across) < down * LEVEL) return null;
  return across < 0 ? 'next' : 'back';
}
