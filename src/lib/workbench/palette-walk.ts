/** Where a key leads in the palette's list: round the ends by arrows, up to them by pages. Pure. */

/** Rows of a page. */
const PAGE = 8;

/** @returns the place; null for a key that belongs to the text, and where there is nothing to walk */
export function placeAfter(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: (active + 1) % count,
    ArrowUp: (active - 1 + count) % count,
    PageDown: Math.min(count - 1, active + PAGE),
    PageUp: Math.max(0, active - PAGE)
  };
  return places[key] ?? null;
}
