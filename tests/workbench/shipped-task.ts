/** A shipped exercise, read: for tests of what the page says of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../src/lib/exercise/apply.ts';
import { toExercise, type Exercise, type Way } from '../../src/lib/exercise/exercise.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import type { ParsedScenario } from '../../src/lib/scenario/scenario.ts';

const folder = new URL('../../scenarios/exercises/', import.meta.url);

export const EXERCISES = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

export interface ShippedTask {
  readonly start: ParsedScenario;
  readonly exercise: Exercise;
  /** As a way leaves it. */
  readonly after: (way: Way | undefined) => ParsedScenario;
}

/** @param number how the file's name begins, such as `4-06` */
export function shippedTask(number: string): ShippedTask {
  const name = EXERCISES.find((each) => each.startsWith(number)) ?? number;
  const source = { name, text: readFileSync(new URL(name, folder), 'utf8') };
  const start = parseScenario(source).value;
  const exercise = start && toExercise(start);
  if (!exercise) throw new Error(`${name} is no exercise`);
  const after = (way: Way | undefined) => {
    const { scenario } = applyEdits(source, way?.changes ?? []);
    if (!scenario) throw new Error(`${way?.name ?? ''} cannot be made`);
    return scenario;
  };
  return { start, exercise, after };
}
