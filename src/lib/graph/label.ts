/** How wide a label is without asking a browser, and how it is shortened. Conservative: never narrower than drawn. */

/** Model units, which are CSS pixels at zoom 1. Labels and sublabels alike, so that both stay legible at fit. */
export const FONT_SIZE = 13;
/** The smallest text in a drawing that fits its panel, CSS pixels: all of a world in sight beats one pixel of its names. */
export const MIN_TEXT = 11;
/** A canvas never starts at a zoom at which labels are smaller than MIN_TEXT. */
export const MIN_FIT_ZOOM = MIN_TEXT / FONT_SIZE;
/** Height of one line of a label. */
export const LINE = 16;
/** Widest label, model units; longer ones are shortened in the middle. */
export const MAX_LABEL = 112;
/** And where a world has so much to tell that it would be told too small. */
export const NARROW_LABEL = 86;

/** Advance widths of IBM Plex Sans SemiBold in thousandths of an em; characters of one width stand together. */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [260, " '"],
  [300, 'ijl,.'],
  [330, '!:;[]·'],
  [376, '()f{}t|'],
  [402, 'r-'],
  [437, 'I/\\'],
  [513, '"?szcJ'],
  [563, 'LvyxgeFako_*'],
  [589, 'Thnu'],
  [600, 'Z$+0123456789<=>E^`bdpq~'],
  [655, 'SYVPCX#'],
  [689, 'BRAKDU'],
  [719, 'GOQ&HN'],
  [819, 'Mw'],
  [960, 'm@W%…']
];
const widthOf = new Map(
  WIDTHS.flatMap(([width, characters]) => Array.from(characters).map((c) => [c, width] as const))
);

/** Model units. */
const NARROWEST = (260 * FONT_SIZE) / 1000;

/** Width of a text in model units at FONT_SIZE; a character outside the table counts a full em. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf.get(character) ?? 1000;
  return Math.ceil((width * FONT_SIZE) / 1000);
}

/**
 * The text, shortened in the middle so that it is no wider than `max`; the end stays, because names of one
 * family differ there. The full text stands in the outline and the title.
 */
export function elide(text: string, max: number = MAX_LABEL): string {
  const most = Math.ceil(max / NARROWEST); // characters that can fit
  const ends = 4 * most; // code units that are enough of either end
  const near = text.length > 2 * ends ? text.slice(0, ends) + text.slice(-ends) : text;
  if (textWidth(near) <= max) return near;
  const characters = Array.from(near);
  let kept = Math.min(characters.length - 1, most);
  while (kept > 2) {
    const head = Math.ceil(kept / 2);
    const short = `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (kept - head)).join('')}`;
    if (textWidth(short) <= max) return short;
    kept--;
  }
  return `${characters[0] ?? ''}…`;
}
