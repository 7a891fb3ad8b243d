/** How large the panels of a wide screen are, within limits that leave every panel usable, and what keys change it. */

/** Numbers are sixteenths of a rem: pixels where text has its usual size. */
export interface SizeRange {
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}

export const PANEL_SIZES = {
  /** Width of the outline. */
  outline: { min: 140, max: 420, initial: 208 },
  /** Width of the paper. */
  column: { min: 320, max: 960, initial: 460 },
  /** Height of the ribbon; it is never less than what it holds. */
  ribbon: { min: 120, max: 640, initial: 226 }
} as const satisfies Readonly<Record<string, SizeRange>>;

export type SizedPanel = keyof typeof PANEL_SIZES;

export const SIZED_PANELS = Object.keys(PANEL_SIZES) as readonly SizedPanel[];

/** The nearest size that is allowed, whole. */
export function withinRange(size: number, { min, max }: SizeRange): number {
  return Math.round(Math.min(max, Math.max(min, size)));
}

/** A stored text as a size; null for anything that is none, and for a size that no panel may have. */
export function readSize(text: string | null, range: SizeRange): number | null {
  if (text === null || !/^\d{2,4}$/.test(text)) return null;
  const size = Number(text);
  return withinRange(size, range) === size ? size : null;
}

const STEP = 16;

/** Keys as the WAI-ARIA practices have them for a window splitter. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', STEP],
  ['ArrowDown', STEP],
  ['ArrowLeft', -STEP],
  ['ArrowUp', -STEP],
  ['PageUp', -4 * STEP],
  ['PageDown', 4 * STEP]
]);

/**
 * The size after a key; null for a key that changes none.
 *
 * @param grows which way the panel grows when its edge moves right or down: 1 for what lies before the edge, else -1
 */
export function sizeAfter(key: string, size: number, range: SizeRange, grows: 1 | -1): number | null {
  if (key === 'Home') return range.min;
  if (key === 'End') return range.max;
  const step = STEPS.get(key);
  return step === undefined ? null : withinRange(size + step * grows, range);
}
