// Golden traces, reviewed like prose: a changed one needs a line in the changelog.
import { expect, test } from 'vitest';
import { outline } from '../../src/lib/explain/outline.ts';
import { toWords } from '../../src/lib/explain/words.ts';
import { evaluationOf, EVALUATIONS } from './requests.ts';
import { WORLD } from './world.ts';

test.each([
  ['pipeline-assumes'],
  ['pipeline-passes-nothing'],
  ['pipeline-deploys-abroad'],
  ['dana-writes'],
  ['dana-lists'],
  ['root-assumes'],
  ['anyone-reads-site'],
  ['torn-paper']
])('%s', async (name) => {
  const text = outline(evaluationOf(name), toWords(WORLD));
  await expect(`${text}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
});

test('without words everything still has a name', () => {
  for (const [, evaluation] of EVALUATIONS) {
    expect(outline(evaluation)).not.toMatch(/undefined|\[object/);
  }
});
