/** Runs a counter-example as its page would: reads the world, decides the request, makes the film. */
import { readFileSync } from 'node:fs';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toFrames } from '../../src/lib/explain/frames.ts';
import type { Run } from '../../src/lib/ladder/cited.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';

const FOLDERS = {
  scenario: '../../scenarios/',
  exercise: '../../scenarios/exercises/',
  example: '../../src/routes/format/examples-data/'
} as const;

const read = new Map<string, ParsedScenario>();

export function worldOf({ page, world }: Pick<Run, 'page' | 'world'>): ParsedScenario {
  const path = `${FOLDERS[page]}${world}.yaml`;
  const known = read.get(path);
  if (known) return known;
  const { value } = parseScenario({
    name: path,
    text: readFileSync(new URL(path, import.meta.url), 'utf8')
  });
  if (!value) throw new Error(`${path} cannot be read`);
  read.set(path, value);
  return value;
}

export interface Ran {
  readonly ending: Run['ending'];
  /** The step, if its film has it; else null. */
  readonly step: string | null;
  /** Whether the page shows the request from the start: probes of an exercise are hidden. */
  readonly isShown: boolean;
}

export function ran(run: Run): Ran | null {
  const scenario = worldOf(run);
  const request = scenario.cases.find(({ id }) => id === run.request)?.request;
  if (!request) return null;
  const evaluation = evaluate(scenario.world, request);
  const frames = toFrames(evaluation, run.step.includes('@') ? 'statements' : 'layers');
  return {
    ending: evaluation.outcome ?? 'undecided',
    step: frames.find(({ id }) => id === run.step)?.id ?? null,
    isShown: scenario.exercise?.probes?.every(({ text }) => text !== run.request) ?? true
  };
}

/** What `ran` must give. */
export function meant({ ending, step }: Run): Ran {
  return { ending, step, isShown: true };
}
