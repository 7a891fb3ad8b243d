/** What the right column of the screen can show, and which of the panels stands alone on a narrow one. */

export const COLUMNS = ['policy', 'thing', 'flips', 'file'] as const;

/** The policy being asked; the thing chosen in graph or outline; what would change the decision; the whole file. */
export type Column = (typeof COLUMNS)[number];

export const PANELS = ['path', 'paper', 'graph', 'outline'] as const;

export type Panel = (typeof PANELS)[number];
