// The file that `bouncer new exercise` writes keeps the law, and is the one that the format's page shows.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diskCatalogue } from '../../src/cli/catalogue.ts';
import { checkAll } from '../../src/lib/exercise/check.ts';
import { newExercise } from '../../src/lib/exercise/template.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

test('it keeps the law, and leaves no mutant', () => {
  const { value, diagnostics } = parseScenario({ name: 'new.yaml', text: newExercise(null) });
  expect(diagnostics).toEqual([]);
  const { exercise } = checkAll(value!, diagnostics, { catalogue: diskCatalogue() });
  expect(exercise).toMatchObject({ ok: true, problems: [], mutants: { made: 3, noticed: 3, survivors: [] } });
});

test('the page shows it', () => {
  const page = new URL('../../src/routes/format/examples-data/an-exercise.yaml', import.meta.url);
  expect(newExercise(null)).toBe(readFileSync(page, 'utf8'));
});

test('it names its schema where there is one', () => {
  expect(newExercise('../schema.json').split('\n')[0]).toBe('# yaml-language-server: $schema=../schema.json');
});
