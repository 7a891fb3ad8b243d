/**
 * What each edit did to the requests of the file: which became allowed, which stopped being, which changed otherwise.
 * Pure: verdicts before and after in, entries of the ticker out.
 */
import type { Evaluation } from '../engine/trace.ts';
import type { Watch } from './watches.ts';

/** How one request stands: as little of a watch as the ticker needs. */
export interface Verdict {
  readonly id: string;
  readonly title: string;
  readonly outcome: Evaluation['outcome'];
}

/** A request whose verdict is another one than before. */
export interface Flipped {
  readonly id: string;
  readonly title: string;
  readonly before: Verdict['outcome'];
  readonly after: Verdict['outcome'];
}

/** What the ticker has to know of an entry of the history. */
export interface Deal {
  readonly title: string;
  readonly document: string | null;
  readonly isSequel: boolean;
  /** How the requests stood before it; null where that was not worked out yet. */
  readonly verdicts: readonly Verdict[] | null;
}

/** One edit as people count: a form, or all that was typed in one document without a break. */
export interface Tick {
  /** What was done, each thing once. */
  readonly titles: readonly string[];
  /** The entries of the history it is made of: the first, and the first after it. */
  readonly from: number;
  readonly to: number;
  readonly flips: readonly Flipped[];
}

/** The verdicts of all requests, small enough to be kept with every edit. */
export function toVerdicts(watches: readonly Watch[]): readonly Verdict[] {
  return watches.map(({ case: { id, title }, outcome }) => ({ id, title, outcome }));
}

/** The requests that are there before and after, and end differently, in the order of the file. */
export function flipsBetween(before: readonly Verdict[], after: readonly Verdict[]): readonly Flipped[] {
  const stood = new Map(before.map((verdict) => [verdict.id, verdict]));
  return after.flatMap(({ id, title, outcome }) => {
    const old = stood.get(id);
    return old === undefined || old.outcome === outcome
      ? []
      : [{ id, title, before: old.outcome, after: outcome }];
  });
}

/**
 * What every edit of the past did, the last one first.
 *
 * @param now how the requests stand
 */
export function toTicks(past: readonly Deal[], now: readonly Verdict[]): readonly Tick[] {
  const starts = past.flatMap((_, index) => (isStart(past, index) ? [index] : []));
  return starts
    .map((from, place): Tick => {
      const to = starts[place + 1] ?? past.length;
      const before = past[from]?.verdicts ?? [];
      const after = past[to]?.verdicts ?? now;
      const titles = past.slice(from, to).flatMap(({ title, isSequel }) => (isSequel ? [] : [title]));
      return { titles: [...new Set(titles)], from, to, flips: flipsBetween(before, after) };
    })
    .reverse();
}

/** Whether an edit begins here. What follows from another, goes on in its document, or came before its verdicts, is its part. */
function isStart(past: readonly Deal[], index: number): boolean {
  if (index === 0) return true;
  const deal = past[index];
  if (!deal || deal.isSequel || deal.verdicts === null) return false;
  const last = past.slice(0, index).findLast(({ isSequel }) => !isSequel);
  return deal.document === null || last?.document !== deal.document;
}

/** How many became allowed, how many stopped being, how many changed otherwise. */
export interface Tally {
  readonly up: number;
  readonly down: number;
  readonly other: number;
}

export function tally(flips: readonly Flipped[]): Tally {
  const up = flips.filter(({ after }) => after === 'allowed').length;
  const down = flips.filter(({ before }) => before === 'allowed').length;
  return { up, down, other: flips.length - up - down };
}

/** `+1 −0`, with `~2` where some changed otherwise. */
export function tallyWords({ up, down, other }: Tally): string {
  return `+${up} −${down}${other > 0 ? ` ~${other}` : ''}`;
}

/** For a screen reader, once per edit: `1 request became allowed: Dana reads.` Empty where nothing flipped. */
export function flipWords(flips: readonly Flipped[]): string {
  if (flips.length === 0) return '';
  const { up, down, other } = tally(flips);
  const parts = [
    up > 0 ? `${requests(up)} became allowed` : '',
    down > 0 ? `${requests(down)} stopped being allowed` : '',
    other > 0 ? `${requests(other)} changed otherwise` : ''
  ].filter((part) => part !== '');
  const named = flips.slice(0, NAMED).map(({ title }) => title);
  const more = flips.length > NAMED ? ` and ${flips.length - NAMED} more` : '';
  return `${parts.join(', ')}: ${named.join('; ')}${more}.`;
}

/** A sentence that is spoken names so many. */
const NAMED = 3;

function requests(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`;
}
