// The decision without a trace is the outcome of the trace: on random worlds, on the conformance cases, on every
// request of the scenarios. Two folds over the same matchers, so that one cannot drift from the other.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/lib/engine/decide.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { vector } from './arbitrary.ts';
import vectors from './vectors.json' with { type: 'json' };
import { toCase, type Vector } from './vector-world.ts';

const cases = vectors as unknown as readonly Vector[];
const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'));

describe('decide is the outcome of evaluate', () => {
  test('on the conformance cases', () => {
    const different = cases.filter((each) => {
      const { world, request } = toCase(each);
      return decide(world, request) !== evaluate(world, request).outcome;
    });
    expect(different.map(({ id }) => id)).toEqual([]);
  });

  test.each(files)('on every request of %s', (name) => {
    const text = readFileSync(`scenarios/${name}`, 'utf8');
    const { world, cases } = parseScenario({ name, text }).value!;
    for (const { id, request } of cases) {
      if (request) expect(decide(world, request), id).toBe(evaluate(world, request).outcome);
    }
  });

  test('on random worlds', () => {
    fc.assert(
      fc.property(vector, (each) => {
        const { world, request } = toCase(each);
        expect(decide(world, request)).toBe(evaluate(world, request).outcome);
      }),
      { numRuns: 1500 }
    );
  });

  test('with open facts, hops, checks and broken documents', () => {
    const twist = fc.record({
      open: fc.subarray(['aws:x', 'aws:y', 'aws:sourceip'], { maxLength: 2 }),
      broken: fc.nat(9),
      hop: fc.constantFrom(null, 'sts:AssumeRole', 's3:GetObject'),
      check: fc.constantFrom(null, 'kms:Decrypt', 's3:DeleteObject')
    });
    fc.assert(
      fc.property(vector, twist, (each, { open, broken, hop, check }) => {
        const { world: whole, request: plain } = toCase(each);
        const from = { kind: 'request', path: null } as const;
        const context = new Map(plain.context);
        for (const key of open) context.set(key, { key, unknown: true, from });
        const asked = { ...plain, context };
        const request = {
          ...asked,
          hops: hop === null ? [] : [{ ...asked, action: hop }],
          checks: check === null ? [] : [{ ...asked, action: check }]
        };
        const policies = new Map([...whole.policies].filter((_, i) => i !== broken));
        const world = { ...whole, policies };
        expect(decide(world, request)).toBe(evaluate(world, request).outcome);
      }),
      { numRuns: 300 }
    );
  });
});
