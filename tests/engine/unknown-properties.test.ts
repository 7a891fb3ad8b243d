// The condition holds for exactly those facts for which the engine allows: on random policies, keys and values.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { meets, type Facts } from '../../src/lib/engine/expression.ts';
import { withFacts } from '../../src/lib/engine/unknown-cells.ts';
import { isPossible } from '../../src/lib/engine/unknown-keys.ts';
import { allow, deny, openCase, YES } from './unknown-world.ts';

/** Key → what policies compare it with, and what requests bring; null is a missing key. */
const KEYS: Readonly<
  Record<
    string,
    { readonly tests: readonly object[]; readonly values: readonly (readonly string[] | null)[] }
  >
> = {
  'aws:RequestedRegion': {
    tests: [
      { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
      { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
      { StringLike: { 'aws:RequestedRegion': ['eu-*', '*-1'] } },
      { StringEqualsIgnoreCase: { 'aws:RequestedRegion': 'EU-WEST-1' } }
    ],
    values: [
      ['eu-west-1'],
      ['eu-central-1'],
      ['us-east-1'],
      ['us-east-2'],
      ['eu-south-2'],
      ['EU-WEST-1'],
      ['sa']
    ]
  },
  'aws:MultiFactorAuthPresent': {
    tests: [
      { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      { Null: { 'aws:MultiFactorAuthPresent': 'true' } }
    ],
    values: [null, ['true'], ['false']]
  },
  'aws:MultiFactorAuthAge': {
    tests: [
      { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } },
      { NumericGreaterThanEqualsIfExists: { 'aws:MultiFactorAuthAge': ['300', '600'] } }
    ],
    values: [null, ['0'], ['299.5'], ['300'], ['599'], ['3600'], ['90000']]
  },
  'aws:SourceIp': {
    tests: [
      { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '10.0.0.0/8'] } },
      { NotIpAddress: { 'aws:SourceIp': ['203.0.113.128/25', '2001:db8::/32'] } },
      { NotIpAddressIfExists: { 'aws:SourceIp': '0.0.0.0/0' } }
    ],
    values: [
      null,
      ['203.0.113.7'],
      ['203.0.113.200'],
      ['10.9.8.7'],
      ['2001:db8::1'],
      ['2600::1'],
      ['1.1.1.1']
    ]
  },
  'aws:SourceVpce': {
    tests: [
      { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
      { StringNotEqualsIfExists: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } }
    ],
    values: [null, ['vpce-1'], ['vpce-2'], ['vpce-3']]
  },
  'aws:CurrentTime': {
    tests: [
      { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      { DateLessThanEquals: { 'aws:CurrentTime': '2026-06-30' } }
    ],
    values: [
      ['2025-12-31T00:00:00Z'],
      ['2026-01-01T00:00:00Z'],
      ['2026-06-30T00:00:00Z'],
      ['2026-06-30T00:00:01Z']
    ]
  },
  'aws:PrincipalTag/team': {
    tests: [
      { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
      { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } },
      { StringLike: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}-*' } }
    ],
    values: [null, ['red'], ['blue'], ['red-1']]
  },
  'aws:ResourceTag/team': {
    tests: [
      { StringEquals: { 'aws:ResourceTag/team': ['red', 'green'] } },
      { Null: { 'aws:ResourceTag/team': 'false' } }
    ],
    values: [null, ['red'], ['blue'], ['red-1'], ['green']]
  },
  'aws:TagKeys': {
    tests: [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['b*', 'c'] } },
      { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': 'a' } },
      { StringEquals: { 'aws:TagKeys': 'a' } }
    ],
    values: [null, [], ['a'], ['a', 'b'], ['b', 'bb'], ['c'], ['d'], ['a', 'd']]
  },
  'aws:username': {
    tests: [{ ArnLike: { 'aws:username': 'a:b:*' } }, { StringEquals: { 'aws:username': ['ana', ''] } }],
    values: [null, ['ana'], ['bob'], ['home'], ['x/y']]
  }
};
const NAMES = Object.keys(KEYS);
const condition = fc.constantFrom(...NAMES.flatMap((name) => KEYS[name]?.tests ?? []));
const conditions = fc.array(condition, { minLength: 1, maxLength: 2 }).map(merge);
const resource = fc.constantFrom(
  '*',
  '*',
  'arn:aws:s3:::b/home/${aws:username}/*',
  'arn:aws:s3:::b/${aws:username}*'
);
const statement = fc
  .tuple(fc.boolean(), conditions, resource)
  .map(([isAllow, of, Resource]) => (isAllow ? allow(of, { Resource }) : deny(of, { Resource })));

function merge(of: readonly object[]): object {
  const made: Record<string, object> = {};
  for (const [operator, keys] of of.flatMap((each) => Object.entries(each)))
    made[operator] = { ...made[operator], ...keys };
  return made;
}

const policy = fc
  .tuple(fc.array(statement, { minLength: 1, maxLength: 6 }), fc.boolean())
  .map(([statements, isOpen]) => (isOpen ? [YES, ...statements] : statements));
const facts = fc
  .tuple(...NAMES.map((name) => fc.constantFrom(...(KEYS[name]?.values ?? []))))
  .map((values): Facts => new Map(NAMES.map((name, i) => [name.toLowerCase(), values[i] ?? null])));

test('a condition holds for exactly those facts for which the call is allowed', () => {
  let told = 0;
  fc.assert(
    fc.property(
      policy,
      fc.shuffledSubarray(NAMES, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('user' as const, 'session' as const),
      fc.array(facts, { minLength: 12, maxLength: 12 }),
      (statements, open, caller, choices) => {
        const { world, request } = openCase({ statements, open, caller });
        const whole = evaluate(world, request);
        if (whole.decidedBy.kind === 'undecided') return;
        for (const choice of choices) {
          const own = new Map([...choice].filter(([key]) => request.context.has(key)));
          if (!isPossible(own, request)) continue;
          const { outcome } = evaluate(world, withFacts(request, own));
          const expected = whole.when ? meets(whole.when, own) : whole.outcome === 'allowed';
          expect(outcome === 'allowed', JSON.stringify([whole.when, [...own]])).toBe(expected);
          const branch = whole.forks.filter(({ when }) => when === null || meets(when, own));
          if (whole.forks.length > 0) expect(branch.map((each) => each.outcome)).toEqual([outcome]);
          if (whole.when) told++;
        }
      }
    ),
    { numRuns: 300 }
  );
  expect(told).toBeGreaterThan(200);
});
