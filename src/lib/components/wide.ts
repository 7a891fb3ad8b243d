/**
 * Whether a page has room for its panels side by side, told as its styles tell it: by how many letters fit, so that larger
 * text gets the narrower design.
 */

/** In rem: the width from which the styles set panels side by side, as `@container page (width >= 56.25rem)`. */
const WIDE = 56.25;

/** @returns whether a root element is at least that wide, measured by the size of its own text */
export function isWide(root: HTMLElement): boolean {
  return root.clientWidth >= WIDE * Number.parseFloat(getComputedStyle(root).fontSize);
}
