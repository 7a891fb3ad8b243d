/** What the right column of the screen can show, and which of the panels stands alone on a narrow one. */

export const COLUMNS = ['policy', 'thing', 'flips', 'changes', 'file'] as const;

/** The policy being asked; the thing chosen in graph or outline; what would change the decision; what differs from the start; the whole file. */
export type Column = (typeof COLUMNS)[number];

/** A narrow screen has tabs for the first three; graph and outline open over the path and close again. */
export const PANELS = ['path', 'paper', 'ask', 'graph', 'outline'] as const;

export type Panel = (typeof PANELS)[number];

export const TABS = ['path', 'paper', 'ask'] as const satisfies readonly Panel[];

/** The tab that a panel belongs to. */
export function tabOf(panel: Panel): (typeof TABS)[number] {
  return panel === 'graph' || panel === 'outline' ? 'path' : panel;
}
