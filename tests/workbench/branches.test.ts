// Open facts as rows of a table, and what taking one of them does to the file.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toGround } from '../../src/lib/edit/edit.ts';
import { takeFacts } from '../../src/lib/edit/request-facts.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { applyChanges } from '../../src/lib/source/change.ts';
import { toBranches } from '../../src/lib/workbench/branches.ts';
import { toWatches } from '../../src/lib/workbench/watches.ts';

const name = 'mfa-that-isnt.yaml';
const source = { name, text: readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), 'utf8') };
const ID = 'ravi-deletes';

function read(text: string) {
  const { value } = parseScenario({ name, text });
  if (!value) throw new Error('the scenario cannot be read');
  const request = value.cases.find(({ id }) => id === ID)?.request;
  if (!request) throw new Error('the request cannot be read');
  return { scenario: value, words: toWords(value.world), evaluation: evaluate(value.world, request) };
}

const before = read(source.text);
const rows = toBranches(before.evaluation, before.words);

describe('the ways the open facts may lie', () => {
  test('are rows, allowed ones first', () => {
    expect(rows.map(({ sign, decision }) => [sign, decision])).toEqual([
      ['pass', 'allowed'],
      ['deny', 'explicitly denied by the policy StayInEurope'],
      ['silent', 'implicitly denied']
    ]);
    expect(rows[0]?.example).toBe('the Region eu-west-1; MFA true');
  });

  test('are none where nothing is open', () => {
    expect(toBranches(null, before.words)).toEqual([]);
  });

  test.each(rows.map((row, i) => [row.decision, i] as const))('taken, decide: %s', (_decision, i) => {
    const ground = toGround(source, before.scenario.world);
    const row = rows[i];
    const edit = ground && row && takeFacts(ground, ID, row.facts);
    const text = edit?.value && applyChanges(source, edit.value.changes).value;
    const after = read(text ?? '');
    expect(after.evaluation.outcome).toBe(before.evaluation.forks[i]?.outcome);
    expect(after.evaluation.forks).toEqual([]);
  });

  test('stand in the watches in words', () => {
    const watch = toWatches(before.scenario).find((each) => each.case.id === ID);
    expect(watch).toMatchObject({
      outcome: 'conditional',
      holds: true,
      condition: 'MFA is present and the Region is eu-west-1 or eu-central-1'
    });
  });
});
