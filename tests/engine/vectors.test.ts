// The conformance cases of the rules, through the whole evaluator and without its trace. The context of a case is complete as given.
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/lib/engine/decide.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import vectors from './vectors.json' with { type: 'json' };
import { toCase, type Vector } from './vector-world.ts';

const DECISIONS = { allowed: 'Allowed', implicitDeny: 'ImplicitDeny', explicitDeny: 'ExplicitDeny' } as const;

/** A decision in the words of the cases. */
function inWords(outcome: ReturnType<typeof decide>): string {
  return outcome === null || outcome === 'conditional' ? String(outcome) : DECISIONS[outcome];
}

/** What we answer. */
function answer(vector: Vector): string {
  const { world, request } = toCase(vector);
  return inWords(evaluate(world, request).outcome);
}

const cases = vectors as unknown as readonly Vector[];

describe('conformance', () => {
  test.each(cases.map((each) => [each.id, each.title, each] as const))('%s %s', (_id, _title, vector) => {
    expect(answer(vector), `${vector.rule.join(', ')}: ${vector.because}`).toBe(vector.expect);
  });

  test.each(cases.map((each) => [each.id, each] as const))('%s without a trace', (_id, vector) => {
    const { world, request } = toCase(vector);
    expect(inWords(decide(world, request))).toBe(vector.expect);
  });
});
