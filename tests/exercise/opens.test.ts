// A shipped exercise opens without a warning: whatever is told of its file is what the start is meant to have.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const folder = new URL('../../scenarios/exercises/', import.meta.url);

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', (name) => {
  const { value, diagnostics } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
  const meant: readonly string[] = (value && toExercise(value)?.startErrors) ?? [];
  expect(
    diagnostics
      .filter(({ code, severity }) => severity !== 'suggestion' && !meant.includes(code))
      .map(({ code, path }) => [code, path])
  ).toEqual([]);
});
