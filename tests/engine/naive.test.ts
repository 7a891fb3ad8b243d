// The naive reference of the differential test passes the conformance cases too: both readings of the rules do.
import { describe, expect, test } from 'vitest';
import { decideNaively } from '../diff/naive/evaluate.ts';
import vectors from './vectors.json' with { type: 'json' };
import type { Vector } from './vector-world.ts';

const cases = vectors as unknown as readonly Vector[];

describe('the naive reference', () => {
  test.each(cases.map((each) => [each.id, each.title, each] as const))('%s %s', (_id, _title, vector) => {
    expect(decideNaively(vector), `${vector.rule.join(', ')}: ${vector.because}`).toBe(vector.expect);
  });
});
