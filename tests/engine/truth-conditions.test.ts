// The tables of part 3, 3.2 and 3.10, through the whole evaluator: one Allow under one condition.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { askFor, CALLERS, decide } from './truth-world.ts';
import { toCase, type Vector } from './vector-world.ts';

type Values = string | readonly string[] | null;
const ARN = 'arn:aws:iam::111111111111:role/a';

/** An Allow under a condition; the key is missing for null. */
function under(operator: string, key: string, values: unknown, actual: Values): Vector {
  const condition = { [operator]: { [key]: values } };
  const ask = askFor(CALLERS.user, 's3:GetObject', 'arn:aws:s3:::b/k');
  return {
    ...ask,
    policies: {
      identity: [
        {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: condition }]
        }
      ]
    },
    request: { ...ask.request, context: actual === null ? {} : { [key]: actual } }
  };
}

function holds(operator: string, key: string, values: unknown, actual: Values): boolean {
  return decide(under(operator, key, values, actual)).outcome === 'allowed';
}

/** Operator, policy value, a value that the positive form takes, one that it does not, one it cannot read. */
const POSITIVE = [
  ['StringEquals', 'a*', 'a*', 'ab', 'A*'],
  ['StringEqualsIgnoreCase', 'aB', 'Ab', 'abc', ''],
  ['StringLike', 'a*c?', 'abccd', 'abc', 'ABCD'],
  ['NumericEquals', '10', '10.0', '11', '10abc'],
  ['NumericLessThan', '10', '9.5', '10', '1e0'],
  ['NumericLessThanEquals', '10', '10', '10.1', 'ten'],
  ['NumericGreaterThan', '10', '11', '10', ''],
  ['NumericGreaterThanEquals', '10', '10', '9', ' 10'],
  ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', '2026-01-02', 'May 5, 2020'],
  ['DateLessThan', '2026-01-01', '1700000000', '2026-01-01', '2023-11-14T22:13:20'],
  ['DateLessThanEquals', '2026-01-01', '2026', '2026-01-01T00:00:01Z', '2026-02-30'],
  ['DateGreaterThan', '2020-01-01T00:00:00Z', '1700000000', '1500000000', 'x'],
  ['DateGreaterThanEquals', '1893456000', '2030-01-01', '2029-12-31', '2029-13-01'],
  ['Bool', 'true', 'True', 'false', 'yes'],
  ['BinaryEquals', 'QUI=', 'QUI', 'QUJD', '?'],
  ['IpAddress', '203.0.113.0/24', '203.0.113.7', '203.0.114.7', '2001:db8::1'],
  ['IpAddress', '0.0.0.0/0', '203.0.113.7', '::1', '203.0.113.256'],
  ['IpAddress', '2001:DB8::1', '2001:db8:0:0:0:0:0:1', '2001:db8::2', '203.0.113.7'],
  ['ArnEquals', 'arn:aws:iam::*:role/*', ARN, 'arn:aws:iam::1:user/a', 'role'],
  ['ArnLike', 'arn:aws:iam::1*:role/?', ARN, 'arn:aws:iam::1:role/aa', '*']
] as const;

const NEGATED: Readonly<Record<string, string>> = {
  StringEquals: 'StringNotEquals',
  StringEqualsIgnoreCase: 'StringNotEqualsIgnoreCase',
  StringLike: 'StringNotLike',
  NumericEquals: 'NumericNotEquals',
  DateEquals: 'DateNotEquals',
  IpAddress: 'NotIpAddress',
  ArnEquals: 'ArnNotEquals',
  ArnLike: 'ArnNotLike'
};

describe('table 3.2: missing, match, differ', () => {
  test.each(POSITIVE)('%s %s', (operator, value, match, differ, unreadable) => {
    const row = (name: string) =>
      [null, match, differ, unreadable].map((actual) => holds(name, 'aws:k', value, actual));
    expect(row(operator)).toEqual([false, true, false, false]);
    expect(row(`${operator}IfExists`)).toEqual([true, true, false, false]);
    expect(row(`ForAllValues:${operator}`)[0]).toBe(true);
    expect(row(`ForAnyValue:${operator}`)[0]).toBe(false);
    expect(row(`ForAllValues:${operator}IfExists`)[0]).toBe(true);
    expect(row(`ForAnyValue:${operator}IfExists`)[0]).toBe(true);
    const negated = NEGATED[operator];
    if (negated === undefined) return;
    expect(row(negated)).toEqual([true, false, true, true]);
    expect(row(`${negated}IfExists`)).toEqual([true, false, true, true]);
    expect(row(`ForAllValues:${negated}`)[0]).toBe(true);
    expect(row(`ForAnyValue:${negated}`)[0]).toBe(false);
  });

  test.each([
    ['Null', 'true', [true, false, true]],
    ['Null', 'false', [false, true, false]],
    ['Null', ['true', 'FALSE'], [true, true, true]],
    ['ForAllValues:Null', 'false', [true, true, true]],
    ['ForAnyValue:Null', 'true', [false, false, false]]
  ] as const)('%s %j: missing, present, empty list', (operator, value, row) => {
    expect([null, 'x', []].map((actual) => holds(operator, 'aws:TagKeys', value, actual))).toEqual(row);
  });

  test('an empty text is a value for Null and no value for set operators (COND-14)', () => {
    expect(holds('Null', 'aws:k', 'false', '')).toBe(true);
    expect(holds('ForAllValues:StringEquals', 'aws:k', 'a', '')).toBe(true);
    expect(holds('ForAnyValue:StringEquals', 'aws:k', '', '')).toBe(false);
  });
});

describe('table 3.10: P = {a, b}', () => {
  const SETS = [
    'ForAllValues:StringEquals',
    'ForAnyValue:StringEquals',
    'ForAllValues:StringNotEquals',
    'ForAnyValue:StringNotEquals'
  ] as const;
  const ROWS: readonly (readonly [Values, readonly boolean[]])[] = [
    [null, [true, false, true, false]],
    [[], [true, false, true, false]],
    [['a'], [true, true, false, false]],
    [
      ['a', 'b'],
      [true, true, false, false]
    ],
    [
      ['a', 'c'],
      [false, true, false, true]
    ],
    [['c'], [false, false, true, true]]
  ];
  test.each(ROWS)('%j', (actual, row) => {
    expect(SETS.map((operator) => holds(operator, 'aws:TagKeys', ['a', 'b'], actual))).toEqual(row);
  });

  test.each(ROWS)('with IfExists: %j', (actual, row) => {
    const isMissing = actual === null || actual.length === 0;
    expect(SETS.map((operator) => holds(`${operator}IfExists`, 'aws:TagKeys', ['a', 'b'], actual))).toEqual(
      isMissing ? [true, true, true, true] : row
    );
  });

  test.each(['Bool', 'ArnLike', 'IpAddress', 'NumericEquals'])('%s takes sets too', (operator) => {
    const value =
      { Bool: 'true', ArnLike: ARN, IpAddress: '203.0.113.7', NumericEquals: '1' }[operator] ?? '';
    expect(holds(`ForAllValues:${operator}`, 'aws:TagKeys', value, [value, value])).toBe(true);
    expect(holds(`ForAllValues:${operator}`, 'aws:TagKeys', value, [value, 'x'])).toBe(false);
    expect(holds(`ForAnyValue:${operator}`, 'aws:TagKeys', value, [value, 'x'])).toBe(true);
  });
});

describe('COND-16: nothing to compare with; missing, present', () => {
  test.each([
    ['StringEquals', [false, false]],
    ['StringNotEquals', [true, true]],
    ['StringEqualsIfExists', [true, false]],
    ['StringNotEqualsIfExists', [true, false]],
    ['ForAllValues:StringEquals', [true, false]],
    ['ForAllValues:StringNotEquals', [true, false]],
    ['ForAnyValue:StringEquals', [false, false]],
    ['ForAnyValue:StringNotEquals', [false, false]]
  ] as const)('%s []', (operator, row) => {
    expect([null, 'x'].map((actual) => holds(operator, 'aws:k', [], actual))).toEqual(row);
  });
});

describe('COND-60: a plain operator and a list', () => {
  test.each([
    ['StringEquals', [false, false]],
    ['StringEqualsIfExists', [false, false]],
    ['StringNotEquals', [false, true]],
    ['StringNotEqualsIfExists', [false, true]]
  ] as const)('%s: listed, not listed', (operator, row) => {
    expect([['a'], ['c']].map((actual) => holds(operator, 'aws:TagKeys', 'a', actual))).toEqual(row);
  });
});

describe('a fact left open', () => {
  const open = (vector: Vector, key: string) => {
    const { world, request } = toCase(vector);
    const from = { kind: 'request', path: null } as const;
    const context = new Map(request.context).set(key.toLowerCase(), { key, unknown: true as const, from });
    return evaluate(world, { ...request, context });
  };
  const Y = (value: string) => `\${${value}}`;

  test.each([
    ['StringEquals', 'a'],
    ['StringNotEquals', 'a'],
    ['StringEqualsIfExists', 'a'],
    ['ForAllValues:StringEquals', 'a'],
    ['ForAnyValue:StringEquals', 'a'],
    ['Null', 'true']
  ])('leaves %s open', (operator, value) => {
    const { outcome, decidedBy } = open(under(operator, 'aws:k', value, null), 'aws:k');
    expect({ outcome, decidedBy }).toEqual({
      outcome: 'conditional',
      decidedBy: { kind: 'conditional', on: ['aws:k'] }
    });
  });

  // COND-50 to COND-55 with `${aws:open}` among the values: asked only where it matters.
  test.each([
    ['StringEquals', 'a', 'allowed'],
    ['StringEquals', 'b', 'conditional'],
    ['StringNotEquals', 'a', 'implicitDeny'],
    ['StringNotEquals', 'b', 'conditional'],
    ['StringEquals', null, 'implicitDeny'],
    ['StringNotEquals', null, 'allowed'],
    ['ForAllValues:StringEquals', ['a', 'b'], 'conditional'],
    ['ForAllValues:StringEquals', ['a'], 'allowed'],
    ['ForAnyValue:StringEquals', ['a', 'b'], 'allowed'],
    ['ForAnyValue:StringEquals', ['b'], 'conditional'],
    ['ForAllValues:StringNotEquals', ['a', 'b'], 'implicitDeny'],
    ['ForAnyValue:StringNotEquals', ['a'], 'implicitDeny'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], 'conditional']
  ] as const)('as a variable under %s, request %j: %s', (operator, actual, outcome) => {
    const key = Array.isArray(actual) ? 'aws:TagKeys' : 'aws:k';
    const evaluation = open(under(operator, key, ['a', Y('aws:open')], actual), 'aws:open');
    expect(evaluation.outcome).toBe(outcome);
    if (evaluation.decidedBy.kind === 'conditional') expect(evaluation.decidedBy.on).toEqual(['aws:open']);
  });

  test('changes nothing where a known condition already fails, or an Allow stands without it', () => {
    const other = under('StringEquals', 'aws:k', 'a', 'b');
    expect(open(other, 'aws:open').outcome).toBe('implicitDeny');
    expect(open(under('StringEquals', 'aws:k', 'a', 'a'), 'aws:open').outcome).toBe('allowed');
  });

  test('a Deny that may match leaves open what is allowed, and not what nobody allows', () => {
    const deny = (allow: object) => ({
      ...under('StringEquals', 'aws:k', 'a', null),
      policies: {
        identity: [
          {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:k': 'true' } } },
              { Effect: 'Allow', Action: 's3:*', Resource: '*', ...allow }
            ]
          }
        ]
      }
    });
    expect(open(deny({}), 'aws:k').outcome).toBe('conditional');
    expect(open(deny({ Action: 'ec2:*' }), 'aws:k').outcome).toBe('implicitDeny');
  });

  test('a variable in Resource and NotResource', () => {
    const vector = (element: object) => ({
      ...under('StringEquals', 'aws:k', 'a', null),
      policies: {
        identity: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', ...element }] }]
      }
    });
    const home = `arn:aws:s3:::b/${Y('aws:k')}`;
    expect(open(vector({ Resource: home }), 'aws:k').outcome).toBe('conditional');
    expect(open(vector({ Resource: [home, '*'] }), 'aws:k').outcome).toBe('allowed');
    expect(open(vector({ NotResource: home }), 'aws:k').outcome).toBe('conditional');
    expect(open(vector({ NotResource: [home, '*'] }), 'aws:k').outcome).toBe('implicitDeny');
  });
});
