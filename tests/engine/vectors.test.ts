// The conformance cases of the rules, through the whole evaluator. The context of a case is complete as given.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import gaps from './known-gaps.json' with { type: 'json' };
import vectors from './vectors.json' with { type: 'json' };
import { toCase, type Vector } from './vector-world.ts';

const DECISIONS = { allowed: 'Allowed', implicitDeny: 'ImplicitDeny', explicitDeny: 'ExplicitDeny' } as const;

/** What we answer, in the words of the cases. */
function answer(vector: Vector): string {
  const { world, request } = toCase(vector);
  const { outcome } = evaluate(world, request);
  return outcome === null || outcome === 'conditional' ? String(outcome) : DECISIONS[outcome];
}

const cases = vectors as unknown as readonly Vector[];
const gapIds: readonly string[] = gaps;

describe('conformance', () => {
  test.each(
    cases.filter(({ id }) => !gapIds.includes(id)).map((each) => [each.id, each.title, each] as const)
  )('%s %s', (_id, _title, vector) => {
    expect(answer(vector), `${vector.rule.join(', ')}: ${vector.because}`).toBe(vector.expect);
  });
});

describe('known gaps', () => {
  test('are few', () => {
    expect(gapIds.length / cases.length).toBeLessThanOrEqual(0.05);
  });

  test('never touch how a decision is made', () => {
    const touching = cases.filter(
      ({ id, rule }) =>
        gapIds.includes(id) && rule.some((each) => /^(EVAL|XACC)-/.test(each) && each !== 'EVAL-17c')
    );
    expect(touching.map(({ id }) => id)).toEqual([]);
  });

  test('are still gaps', () => {
    const closed = cases.filter((each) => gapIds.includes(each.id) && answer(each) === each.expect);
    expect(closed.map(({ id }) => id)).toEqual([]);
    expect(gapIds.filter((id) => !cases.some((each) => each.id === id))).toEqual([]);
  });
});
