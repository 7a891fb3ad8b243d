// Laws of the evaluation that no table can hold, on random worlds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { toPlain } from '../../src/lib/engine/plain.ts';
import type { Evaluation, NodeRef, Step } from '../../src/lib/engine/trace.ts';
import { locate } from '../../src/lib/policy/locate.ts';
import { DENY_ALL_IDENTITY, vector } from './arbitrary.ts';
import { toCase, type Vector } from './vector-world.ts';

function run(each: Vector): Evaluation {
  const { world, request } = toCase(each);
  return evaluate(world, request);
}

/** EVAL-17b, STS-01, STS-02: what a Deny cannot take. */
function isBeyondDenies({ request, rule }: Evaluation): boolean {
  const isRescue = request.caller.kind === 'root' && /bucketpolicy$/i.test(request.action);
  return isRescue || rule === 'STS-01' || rule === 'STS-02';
}

function stepsOf(evaluation: Evaluation): readonly Step[] {
  const walk = (step: Step): readonly Step[] => [step, ...step.steps.flatMap((each) => walk(each))];
  return walk(evaluation);
}

function refsOf(step: Step): readonly NodeRef[] {
  switch (step.kind) {
    case 'statement':
      return [step.at];
    case 'element':
      return [step.at, ...step.expected.map(({ at }) => at), ...(step.matched ? [step.matched] : [])];
    case 'condition':
      return [step.at, ...step.expected.map(({ at }) => at)];
    case 'gate':
      return step.at;
    default:
      return [];
  }
}

describe('for every world and request', () => {
  test('a matching Deny is never outvoted', () => {
    fc.assert(
      fc.property(vector, (each) => {
        const evaluation = run(each);
        const denies = stepsOf(evaluation).some(
          (step) => step.kind === 'statement' && step.effect === 'Deny' && step.outcome === 'match'
        );
        if (denies && !isBeyondDenies(evaluation)) expect(evaluation.outcome).not.toBe('allowed');
      }),
      { numRuns: 400 }
    );
  });

  test('adding a Deny never allows', () => {
    fc.assert(
      fc.property(vector, (each) => {
        const before = run(each).outcome;
        const identity = [...(each.policies.identity ?? []), DENY_ALL_IDENTITY];
        const after = run({ ...each, policies: { ...each.policies, identity } }).outcome;
        if (before !== 'allowed') expect(after).not.toBe('allowed');
      }),
      { numRuns: 300 }
    );
  });

  test('adding an identity-based Allow never takes away', () => {
    fc.assert(
      fc.property(vector, (each) => {
        const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
        const identity = [...(each.policies.identity ?? []), allow];
        const after = run({ ...each, policies: { ...each.policies, identity } }).outcome;
        if (run(each).outcome === 'allowed') expect(after).toBe('allowed');
      }),
      { numRuns: 300 }
    );
  });

  test('a trace survives JSON', () => {
    fc.assert(
      fc.property(vector, (each) => {
        const evaluation = run(each);
        const revived = JSON.parse(JSON.stringify(toPlain(evaluation)));
        expect(revived).toEqual(toPlain(evaluation));
        expect(new Map(Object.entries(revived.request.context))).toEqual(evaluation.request.context);
      }),
      { numRuns: 100 }
    );
  });

  test('every id is unique and every pointer resolves', () => {
    fc.assert(
      fc.property(vector, (each) => {
        const { world, request } = toCase(each);
        const steps = stepsOf(evaluate(world, request));
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        for (const { policy, path } of steps.flatMap(refsOf)) {
          const document = world.policies.get(policy);
          expect(document && locate(document, path), `${policy} ${path}`).toBeTruthy();
        }
      }),
      { numRuns: 150 }
    );
  });

  test('the same question gets the same answer', () => {
    fc.assert(
      fc.property(vector, (each) => {
        expect(run(each)).toEqual(run(each));
      }),
      { numRuns: 50 }
    );
  });
});
