// Policies of public incidents and well-known traps: the engine, its decision without a trace, and the naive reference
// all give AWS's answer.
import { expect, test } from 'vitest';
import { decide } from '../../src/lib/engine/decide.ts';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { decideNaively } from '../diff/naive/evaluate.ts';
import { OPEN_DOORS } from './incidents-open.ts';
import { SHUT_DOORS } from './incidents-shut.ts';
import { SLIPS } from './incidents-slips.ts';
import type { Incident } from './incidents.ts';
import { toCase, type Vector } from './vector-world.ts';

const DECISIONS = { Allowed: 'allowed', ImplicitDeny: 'implicitDeny', ExplicitDeny: 'explicitDeny' } as const;

function toVector({ title, rule, policies, principal, action, resource, context, expect }: Incident): Vector {
  return {
    ...{ id: title, title, rule: rule.split(' '), because: rule, expect, policies },
    request: { principal, action, resource, context: context ?? {} }
  };
}

test.each([...OPEN_DOORS, ...SHUT_DOORS, ...SLIPS].map((each) => [each.title, each] as const))(
  '%s',
  (_, incident) => {
    const vector = toVector(incident);
    const { world, request } = toCase(vector);
    const expected = DECISIONS[incident.expect];
    expect(evaluate(world, request).outcome, incident.rule).toBe(expected);
    expect(decide(world, request), incident.rule).toBe(expected);
    expect(decideNaively(vector), incident.rule).toBe(incident.expect);
  }
);
