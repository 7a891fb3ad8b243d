/** The entries of the reading pages as they are shown: titles of requests, addresses of sources. */
import type { Page, Run } from './cited.ts';

export interface ToldRun {
  readonly run: Run;
  /** Title of the request. */
  readonly title: string;
  /** Title of its world. */
  readonly world: string;
}

/** An exercise to go on with. */
export interface ToldExercise {
  readonly name: string;
  /** `3.4`. */
  readonly number: string;
  readonly title: string;
}

/** A page of AWS with the rules that it documents. */
export interface ToldSource {
  readonly title: string;
  /** Null where no page says it. */
  readonly url: string | null;
  readonly rules: readonly string[];
}

/** Addresses that a reading page leads to, resolved by whoever knows the router. */
export interface ReadingLinks {
  /** Where the rules are told. */
  readonly rules: string;
  readonly run: (run: Run) => string;
  readonly exercise: (name: string) => string;
  /** The other pages that are read. */
  readonly others: readonly { readonly title: string; readonly href: string }[];
}

/** Rules by the page that says them, in the order of the rules; then the pages that no rule stands for. */
export function toSources(
  rules: readonly string[],
  pages: readonly Page[],
  sourceOf: (rule: string) => { readonly title: string; readonly url: string | null } | null
): readonly ToldSource[] {
  const sources = new Map<string, { title: string; url: string | null; rules: string[] }>();
  for (const rule of rules) {
    const { title, url } = sourceOf(rule) ?? { title: 'not documented by AWS', url: null };
    const known = sources.get(title);
    if (known) known.rules.push(rule);
    else sources.set(title, { title, url, rules: [rule] });
  }
  return [...sources.values(), ...pages.map((page) => ({ ...page, rules: [] }))];
}
