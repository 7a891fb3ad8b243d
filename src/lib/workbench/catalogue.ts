/** The catalogue: shipped scenarios by chapter, in the order in which one learns them, with how their requests end. */
import { evaluate } from '../engine/evaluate.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { toSign, toVerdictWords } from './verdict-sign.ts';

export interface CatalogueEntry {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** `2 accounts · 12 requests`. */
  readonly size: string;
  readonly verdicts: readonly Verdicts[];
}

interface Verdicts {
  readonly sign: ReturnType<typeof toSign>;
  readonly count: number;
  readonly words: string;
}

export interface CatalogueChapter {
  /** For links and headings. */
  readonly id: string;
  /** From 1; null for what belongs to no chapter. */
  readonly number: number | null;
  readonly title: string;
  readonly scenarios: readonly CatalogueEntry[];
}

/** In the order in which one learns them. */
const CHAPTERS = [
  'First words',
  'People and precedence',
  'Circumstances',
  'Borrowed hats',
  'Two accounts',
  'Ceilings',
  'Attributes and federation',
  'Evidence and repair'
];

/** Chapters that have scenarios; what names no chapter, or one that there is not, comes last. */
export function toCatalogue(scenarios: readonly Scenario[]): readonly CatalogueChapter[] {
  const sorted = [...scenarios].sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
  const inChapter = (title: string | null) =>
    sorted.filter(({ chapter }) => (CHAPTERS.includes(chapter ?? '') ? chapter === title : title === null));
  const chapters = [...CHAPTERS.map((title, i) => ({ title, number: i + 1 })), { title: null, number: null }];
  return chapters.flatMap(({ title, number }) => {
    const own = inChapter(title).map(toEntry);
    if (own.length === 0) return [];
    return [{ id: `chapter-${number ?? 'more'}`, number, title: title ?? 'And more', scenarios: own }];
  });
}

const ORDER = ['allowed', 'implicitDeny', 'explicitDeny', 'conditional', null] as const;

function toEntry({ name, title, summary, world, cases }: Scenario): CatalogueEntry {
  const outcomes = cases.map(({ request }) => (request ? evaluate(world, request).outcome : null));
  const verdicts = ORDER.map((outcome) => ({
    sign: toSign(outcome),
    count: outcomes.filter((each) => each === outcome).length,
    words: toVerdictWords(outcome)
  }));
  // Open facts and broken documents wear the same sign; no shipped scenario has both.
  const size = `${counted(world.accounts.size, 'account')} · ${counted(cases.length, 'request')}`;
  return { name, title, summary, size, verdicts: verdicts.filter(({ count }) => count > 0) };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
