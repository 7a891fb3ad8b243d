/** The panels of the main screen that one goes to by key, and what of each one then stands on. Pure. */
import type { CommandId } from './commands.ts';
import type { Panel } from './columns.ts';

export const REGIONS = ['request', 'outline', 'graph', 'paper', 'ribbon', 'watches'] as const;
export type Region = (typeof REGIONS)[number];

export interface RegionEntry {
  readonly command: CommandId;
  readonly name: string;
  /** The panel of a narrow screen that holds it; null where it is always in sight. */
  readonly panel: Panel | null;
  /** What to stand on, the best first, as selectors. What is left out of sight is passed over. */
  readonly stops: readonly string[];
}

/** What the keyboard can stand on, in the order of the page. */
export const STOPS = [
  'a[href]',
  'button:not([disabled])',
  'input:not([disabled])',
  'select:not([disabled])',
  'textarea:not([disabled])',
  'summary',
  '[contenteditable="true"]',
  '[tabindex="0"]'
].join(', ');

export const REGION_ENTRIES: Readonly<Record<Region, RegionEntry>> = {
  request: {
    command: 'goRequest',
    name: 'the request',
    panel: 'ask',
    stops: ['[role="combobox"]', '.say button', 'select']
  },
  outline: {
    command: 'goOutline',
    name: 'the outline',
    panel: 'outline',
    stops: ['[role="treeitem"][tabindex="0"]']
  },
  graph: {
    command: 'goGraph',
    name: 'the graph',
    panel: 'graph',
    stops: ['[role="application"]', '[tabindex="0"]']
  },
  paper: {
    command: 'goPaper',
    name: 'the paper',
    panel: 'paper',
    stops: ['.cm-content', '[role="region"][tabindex="0"]', '[tabindex="0"]', '[aria-pressed="true"]']
  },
  ribbon: {
    command: 'goRibbon',
    name: 'the ribbon',
    panel: 'path',
    stops: ['[aria-current="step"]', '[aria-current="step"] button', 'li button']
  },
  watches: {
    command: 'goWatches',
    name: 'the watches',
    panel: 'ask',
    stops: ['[aria-current="true"]', 'li button']
  }
};

/** The region after or before one, round the ends; from nowhere the first or the last. */
export function regionBeside(
  from: Region | null,
  by: 1 | -1,
  isThere: (region: Region) => boolean
): Region | null {
  const there = REGIONS.filter((each) => each === from || isThere(each));
  const at = from === null ? (by === 1 ? -1 : 0) : there.indexOf(from);
  const next = there[(at + by + there.length) % there.length] ?? null;
  return next === from ? null : next;
}
