/** Whatever is dropped: taken whole, or refused with a reason. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printPolicy } from '../../src/lib/policy/print.ts';
import { checkScenario } from '../../src/lib/scenario/check.ts';
import { adopt } from '../../src/lib/share/adopt.ts';
import { made } from './made.ts';

const odd = fc.constantFrom(
  ...['*', '', 'arn:aws:s3:::b/*', 'arn:aws:iam::111122223333:role/x', 'arn:aws:iam::111122223333:root'],
  ...[
    '${aws:username}',
    '${x',
    '__proto__',
    'constructor',
    'a\u0000b',
    '\uD800',
    '\u202E',
    '日本',
    "it's",
    'a: b'
  ],
  ...[
    'sts:AssumeRole',
    's3:*',
    '*:*',
    '?',
    'ec2.amazonaws.com',
    '123456789012',
    'true',
    '- a',
    '# b',
    '\n',
    '\u2028'
  ],
  ...[
    'arn:aws:iam::111122223333:saml-provider/c d',
    'arn:aws:iam::111122223333:oidc-provider/a.b/c',
    '0',
    'y,'
  ]
);
const text = fc.oneof(
  { weight: 3, arbitrary: odd },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) }
);
const some = fc.oneof(text, fc.array(text, { maxLength: 3 }));
const principal = fc.oneof(
  text,
  fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser', 'X'), some)
);
const operator = fc.constantFrom(
  'StringEquals',
  'IpAddress',
  'NumericLessThan',
  'Null',
  'ForAnyValue:StringLike'
);
const condition = fc.dictionary(operator, fc.dictionary(text, some, { maxKeys: 2 }));
const statement = fc.record(
  {
    Sid: text,
    Effect: fc.constantFrom('Allow', 'Deny', 'allow'),
    Principal: principal,
    NotPrincipal: principal,
    Action: some,
    NotAction: some,
    Resource: some,
    NotResource: some,
    Condition: condition
  },
  { requiredKeys: [] }
);
const document = fc.record({
  Version: fc.constant('2012-10-17'),
  Statement: fc.array(statement, { maxLength: 4 })
});
const beside = fc.record(
  { PolicyName: text, UserName: text, RoleName: text, Arn: text },
  { requiredKeys: [] }
);
const wrap = fc.constantFrom<(one: unknown, names: object) => unknown>(
  (one) => one,
  (one, names) => ({ ...names, PolicyDocument: JSON.stringify(one) }),
  (one, names) => ({ ...names, AssumeRolePolicyDocument: one })
);

test('any policy gives a scenario with the same policy in it, and no fault but the policy’s own', () => {
  fc.assert(
    fc.property(
      document,
      wrap,
      beside,
      fc.constantFrom(0, 1, 4),
      text,
      (one, around, names, indent, name) => {
        const json = JSON.stringify(around(one, names), null, indent);
        const { scenario, problems } = made([{ name: `${name}.json`, text: json }]);
        const policies = [...scenario.trees.values()].map((tree) => JSON.parse(printPolicy(tree)) as unknown);
        expect(policies).toContainEqual(JSON.parse(JSON.stringify(one)));
        expect(scenario.cases.length).toBeGreaterThan(0);
        for (const { diagnostics, request } of scenario.cases) {
          expect(diagnostics).toEqual([]);
          expect(request).not.toBeNull();
        }
        checkScenario(scenario, problems);
      }
    ),
    { numRuns: 500 }
  );
});

test('any text is taken, or refused with a reason', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), odd);
  fc.assert(
    fc.property(texts, fc.constantFrom('a.json', 'a.yaml', ''), (given, name) => {
      const { value, diagnostics } = adopt([{ name, text: given }]);
      expect(value === null).toBe(diagnostics.length > 0);
    })
  );
});

test('policies of any size end, one way or the other', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      Effect: 'Allow',
      Principal: { AWS: String(100_000_000_000 + at) },
      Action: 's3:*',
      Resource: `arn:aws:iam::${String(200_000_000_000 + at)}:role/r`
    }));
  const adopted = (count: number) =>
    adopt([{ name: 'x.json', text: JSON.stringify({ Statement: many(count) }) }]);
  expect(adopted(5000).value).not.toBeNull();
  expect(adopted(30_000).diagnostics.map(({ code }) => code)).toEqual(['source/too-large']);
});
