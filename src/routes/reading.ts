/** What the pages of myths, questions and terms say, joined with the worlds they point into; read at build time. */
import { ruleSource } from '#lib/explain/sources.ts';
import type { Cited, Run } from '#lib/ladder/cited.ts';
import { toSources, type ToldExercise, type ToldRun, type ToldSource } from '#lib/ladder/told.ts';
import type { ParsedScenario } from '#lib/scenario/scenario.ts';
import { EXAMPLES, EXERCISES, SHIPPED } from './shipped.ts';

const FOLDERS = { scenario: SHIPPED, exercise: EXERCISES, example: EXAMPLES } as const;

const read = new Map<string, ParsedScenario>();

function worldOf({ page, world }: Pick<Run, 'page' | 'world'>): ParsedScenario {
  const key = `${page} ${world}`;
  const known = read.get(key) ?? FOLDERS[page].read(world);
  read.set(key, known);
  return known;
}

/** @throws if there is no such world or request: what we ship must hold together */
export function tellRun(run: Run): ToldRun {
  const { cases, title, exercise } = worldOf(run);
  const found = cases.find(({ id }) => id === run.request);
  if (!found) throw new Error(`${run.world} has no request ${run.request}`);
  return { run, title: found.title, world: exercise?.number ? `${exercise.number} ${title}` : title };
}

export function tellSources({ rules, pages = [] }: Cited): readonly ToldSource[] {
  return toSources(rules, pages, ruleSource);
}

export function tellExercise(name: string | undefined): ToldExercise | null {
  if (name === undefined) return null;
  const { title, exercise } = worldOf({ page: 'exercise', world: name });
  return { name, title, number: exercise?.number ?? '' };
}
