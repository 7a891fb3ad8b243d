// Every shipped exercise keeps the law; goals and probes notice each mutant of its solution, or the file says why not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diskCatalogue } from '../../src/cli/catalogue.ts';
import { applyEdits } from '../../src/lib/exercise/apply.ts';
import { checkAll } from '../../src/lib/exercise/check.ts';
import { Decoys } from '../../src/lib/exercise/decoy.ts';
import { toExercise } from '../../src/lib/exercise/exercise.ts';
import { GLOSSARY } from '../../src/lib/ladder/glossary.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { renderDiagnostics } from '../../src/lib/source/render.ts';

const folder = new URL('../../scenarios/exercises/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
const catalogue = diskCatalogue();

/** Busy machines take their time; alone a file takes a tenth of a second. */
const PATIENCE = 60_000;

test(
  'numbers are there, and no two files have the same',
  () => {
    const numbers = files.map((name) => {
      const { value } = parseScenario({ name, text: readFileSync(new URL(name, folder), 'utf8') });
      return value?.exercise?.number ?? `none in ${name}`;
    });
    expect(numbers.filter((each, at) => each.startsWith('none') || numbers.indexOf(each) !== at)).toEqual([]);
  },
  PATIENCE
);

describe.each(files)('%s', (name) => {
  const source = { name, text: readFileSync(new URL(name, folder), 'utf8') };

  test('keeps the law, and no mutant is left unexplained', { timeout: PATIENCE }, () => {
    const { value, diagnostics } = parseScenario(source);
    const { exercise } = checkAll(value!, diagnostics, {
      catalogue,
      terms: GLOSSARY.map(({ name: term }) => term)
    });
    expect(renderDiagnostics(exercise?.problems ?? [])).toBe('');
    expect(exercise).toMatchObject({ ok: true });
    expect(exercise?.mutants).not.toBeNull();
  });

  test(
    'each decoy is recognised by what it does, the start and the solution are none',
    { timeout: PATIENCE },
    () => {
      const start = parseScenario(source).value!;
      const exercise = toExercise(start)!;
      const decoys = new Decoys(start, exercise);
      const told = exercise.decoys.map(({ changes }) => {
        const { scenario } = applyEdits(source, changes);
        return scenario && decoys.recognise(scenario)?.name;
      });
      expect(told).toEqual(exercise.decoys.map((decoy) => decoy.name));
      expect(decoys.recognise(start)).toBeNull();
      expect(decoys.recognise(applyEdits(source, exercise.solution.changes).scenario!)).toBeNull();
    }
  );
});
