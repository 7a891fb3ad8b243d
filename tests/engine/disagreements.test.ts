// Cases on which engines disagreed, each with the rule that decides: our answer stays what the reason says.
import { expect, test } from 'vitest';
import kept from '../diff/disagreements.json' with { type: 'json' };
import { decideNaively } from '../diff/naive/evaluate.ts';
import { OURS } from '../diff/ours.ts';
import type { Vector } from './vector-world.ts';

test.each(kept.map((each) => [each.engine, each.class, each] as const))('%s: %s', (_engine, _class, each) => {
  const vector = { id: each.class, rule: [each.rule], ...each.case } as unknown as Vector;
  expect(OURS.canCompare(vector)).toBeNull();
  expect(OURS.decide(vector), `${each.rule}: ${each.why}`).toBe(each.ours);
  if (each.engine === 'naive reference') expect(decideNaively(vector)).toBe(each.theirs);
});

test('every kept case says which rule and page decide', () => {
  for (const { rule, page, why } of kept) expect([rule, page, why]).not.toContain('');
});
