/** Measures of boxes and columns, shared by the layout and by what draws them. Model units. */
import type { GraphBox } from './graph.ts';
import { elide, textWidth } from './label.ts';

/** Height of one roof or floor band. */
export const BAND = 17;
/** Height of the tab with an account's name; half of it stands above the box. */
export const TAB = 24;
/** Height of the title in the border of an OU or organization; half of it stands above the box. */
export const TITLE = 18;
/** Between a tab and the corners of its box, at the least. */
export const TAB_INSET = 10;
/** The inner rule of an account lies this far inside the outer one. */
export const RULE = 3;
/** Between an account's walls and its content. */
export const ACCOUNT_PAD = 12;
/** Between the walls of an OU or organization and the boxes in it. */
export const UNIT_PAD = 8;
/** Between two columns of nodes. */
export const COLUMN_GAP = 22;
/** Between two blocks of one column. */
export const BLOCK_GAP = 11;
/** Between boxes beside each other: room for a trust edge and its label. */
export const BOX_GAP = 28;
/** Between boxes above each other. */
export const STACK_GAP = 12;
/** Around everything. */
export const MARGIN = 8;

/** Width of a folded account. */
export const TILE_WIDTH = 168;
/** Height of the stripe that stands for a level in the roof or floor of a folded account. */
export const STRIPE = 5;
/** Height of the name and of the counts of a folded account together. */
export const TILE_TEXT = 48;
/** Height of the line that says how much of an account is drawn. */
export const NOTE = 20;

/** Height of a folded account: its stripes and its two lines. */
export function tileHeight({
  roof,
  floor
}: {
  readonly roof: readonly unknown[];
  readonly floor: readonly unknown[];
}): number {
  return 2 * RULE + STRIPE * (roof.length + floor.length) + TILE_TEXT;
}

/** Where the line begins that says how much of an account is drawn. */
export function noteTop({ y, height, floor }: Pick<GraphBox, 'y' | 'height' | 'floor'>): number {
  return y + height - RULE - floor.length * BAND - NOTE;
}

/** How far a box's tab or title stands above it. */
export function rise(kind: GraphBox['kind']): number {
  return (kind === 'account' ? TAB : TITLE) / 2;
}

/** Widest name in a tab; the whole name stands in the outline. */
const MAX_NAME = 260;

/** A box's name as its tab has it. */
export function tabName({ label }: Pick<GraphBox, 'label'>): string {
  return elide(label, MAX_NAME);
}

/** Width of an account's tab: its name in the serif, its number in the mono face. */
export function tabWidth({ label, sublabel }: Pick<GraphBox, 'label' | 'sublabel'>): number {
  return Math.ceil(textWidth(tabName({ label })) * 1.3) + Math.ceil(sublabel.length * 7.8) + 28;
}
