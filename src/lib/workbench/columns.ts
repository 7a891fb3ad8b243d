/** What the right column of the screen can show. */

export const COLUMNS = ['policy', 'thing', 'file'] as const;

/** The policy being asked; the thing chosen in graph or outline; the whole file. */
export type Column = (typeof COLUMNS)[number];
