/** Shipped scenarios by chapter, in the order in which one learns them, with how their requests end. */
import { evaluate } from '../engine/evaluate.ts';
import { CHAPTERS } from '../ladder/chapters.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { toSign, toVerdictWords } from './verdict-sign.ts';

export interface ScenarioEntry {
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

/** Scenarios of one chapter. */
export interface ScenarioChapter {
  /** From 1, as in the ladder; null for what belongs to no chapter. */
  readonly number: number | null;
  readonly scenarios: readonly ScenarioEntry[];
}

/** Chapters that have scenarios; what names no chapter, or one that there is not, comes last. */
export function byChapter(scenarios: readonly Scenario[]): readonly ScenarioChapter[] {
  const sorted = [...scenarios].sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
  const numberOf = ({ chapter }: Scenario) => CHAPTERS.find(({ title }) => title === chapter)?.number ?? null;
  return [...CHAPTERS.map(({ number }) => number), null].flatMap((number) => {
    const own = sorted.filter((scenario) => numberOf(scenario) === number).map(toEntry);
    return own.length === 0 ? [] : [{ number, scenarios: own }];
  });
}

const ORDER = ['allowed', 'implicitDeny', 'explicitDeny', 'conditional', null] as const;

function toEntry({ name, title, summary, world, cases }: Scenario): ScenarioEntry {
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
