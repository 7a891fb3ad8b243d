/** Quotas, rule by rule: what just fits is taken, one more is not, and which words AWS has for it. */
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/lib/scenario/parse.ts';

const DENY = { Effect: 'Deny', Action: '*', Resource: '*' };
const TRUST = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' };
const OPEN = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };

/** A policy of so many characters besides white space. */
function sized(length: number, statement: object = DENY): object {
  const of = (fill: number) => ({
    Version: '2012-10-17',
    Statement: [{ Sid: 'a'.repeat(fill), ...statement }]
  });
  return of(length - JSON.stringify(of(0)).length);
}

const named = (count: number, size = 100) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`P${String(i)}`, sized(size)]));

/** Errors and warnings of a file with one account, and what AWS answers to each. */
function problems(account: object, more: object = {}): readonly string[] {
  const own = { id: '111122223333', ...account };
  const text = JSON.stringify({ bouncer: '1', title: 'x', summary: 'x', accounts: { own }, ...more });
  return parseScenario({ name: 'x.json', text })
    .diagnostics.filter(({ code }) => code !== 'scenario/not-modelled')
    .map(({ severity, code, aws }) => `${severity} ${code}: ${aws?.message ?? ''}`);
}

const inline = (kind: string, size: number) => problems({ [kind]: { ana: { inline: { p: sized(size) } } } });
const attached = (kind: string, count: number) =>
  problems({ policies: named(count), [kind]: { ana: { policies: Object.keys(named(count)) } } });
const organization = (level: object, sections: object) =>
  problems(
    { name: 'x' },
    {
      organizations: {
        org: {
          id: 'o-a1b2c3d4e5',
          management: 'own',
          ...sections,
          root: { id: 'r-ab12', accounts: ['own'], ...level }
        }
      }
    }
  );
const levels = (type: 'scps' | 'rcps', count: number, statement: object) => {
  const all = Object.fromEntries(
    Object.keys(named(count)).map((name) => [name, sized(200, statement)] as const)
  );
  return organization({ [type]: Object.keys(all) }, { [type]: all });
};
const session = (assume: object) =>
  problems(
    {
      users: { ana: {} },
      roles: { app: { trust: { Version: '2012-10-17', Statement: [TRUST] } } },
      policies: named(11)
    },
    {
      requests: {
        r: {
          principal: 'own:user/ana',
          assume: [{ role: 'own:role/app', ...assume }],
          action: 's3:ListAllMyBuckets'
        }
      }
    }
  );
const queue = (statement: object, count = 1) =>
  problems({
    resources: {
      'arn:aws:sqs:us-east-1:111122223333:q': {
        policy: {
          Version: '2012-10-17',
          Statement: Array.from({ length: count }, () => ({
            Effect: 'Allow',
            Principal: '*',
            Action: 'sqs:SendMessage',
            Resource: '*',
            ...statement
          }))
        }
      }
    }
  });

const policyOn = (arn: string, size: number, statement: object) =>
  problems({ resources: { [arn]: { policy: sized(size, statement) } } });
const QUOTA = 'Cannot exceed quota for';
const MANY_ARNS = Array.from({ length: 51 }, (_, i) => `1111222233${String(10 + i)}`);

/** The rule; what just fits; what is one too many, and all that is said of it. */
const ROWS: readonly (readonly [
  rule: string,
  fits: () => readonly string[],
  exceeds: () => readonly string[],
  said: readonly string[]
])[] = [
  ...(
    [
      ['users', 'user', 2048],
      ['groups', 'group', 5120],
      ['roles', 'role', 10_240]
    ] as const
  ).map(
    ([kind, carrier, most]) =>
      [
        `QUO-01 ${carrier}`,
        () => inline(kind, most),
        () => inline(kind, most + 1),
        [`error policy/too-large: Maximum policy size of ${String(most)} bytes exceeded for ${carrier} ana`]
      ] as const
  ),
  [
    'QUO-02, MAL-20',
    () => problems({ policies: { p: sized(6144) } }),
    () => problems({ policies: { p: sized(6145) } }),
    [`error policy/too-large: ${QUOTA} PolicySize: 6144`]
  ],
  [
    'QUO-03, MAL-20',
    () => problems({ roles: { r: { trust: sized(2048, TRUST) } } }),
    () => problems({ roles: { r: { trust: sized(2049, TRUST) } } }),
    [`warning policy/too-large: ${QUOTA} ACLSizePerRole: 2048`]
  ],
  [
    'QUO-03 raised',
    () => problems({ roles: { r: { trust: sized(2048, TRUST) } } }),
    () => problems({ roles: { r: { trust: sized(4097, TRUST) } } }),
    [`error policy/too-large: ${QUOTA} ACLSizePerRole: 2048`]
  ],
  [
    'QUO-04 user',
    () => attached('users', 10),
    () => attached('users', 11),
    [`warning policy/too-many: ${QUOTA} PoliciesPerUser: 10`]
  ],
  [
    'QUO-04 role, raised',
    () => attached('roles', 10),
    () => attached('roles', 21),
    [`error policy/too-many: ${QUOTA} PoliciesPerRole: 10`]
  ],
  [
    'QUO-04 group',
    () => attached('groups', 10),
    () => attached('groups', 11),
    [`error policy/too-many: ${QUOTA} PoliciesPerGroup: 10`]
  ],
  [
    'QUO-05',
    () => problems({ policies: named(1), users: { ana: { boundary: 'P0' } } }),
    () => problems({ policies: named(2), users: { ana: { boundary: ['P0', 'P1'] } } }),
    ['error scenario/wrong-kind: ']
  ],
  [
    'GRAM-27',
    () => problems({ policies: named(1), users: { ana: { boundary: 'P0' } } }),
    () => problems({ users: { ana: { boundary: sized(200) } } }),
    ['error scenario/wrong-kind: ']
  ],
  [
    'QUO-12 policy',
    () => session({ policy: JSON.stringify(sized(2048)) }),
    () => session({ policy: JSON.stringify(sized(2049)) }),
    [
      "error policy/too-large: 1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048"
    ]
  ],
  [
    'QUO-12 ARNs',
    () => session({ policies: Object.keys(named(10)) }),
    () => session({ policies: Object.keys(named(11)) }),
    ['error policy/too-many: ']
  ],
  ['QUO-13', () => levels('scps', 10, DENY), () => levels('scps', 11, DENY), ['error policy/too-many: ']],
  ['QUO-14', () => levels('rcps', 4, OPEN), () => levels('rcps', 5, OPEN), ['error policy/too-many: ']],
  [
    'QUO-13 size',
    () => organization({ scps: ['P'] }, { scps: { P: sized(10_240) } }),
    () => organization({ scps: ['P'] }, { scps: { P: sized(10_241) } }),
    ['error policy/too-large: ']
  ],
  [
    'QUO-14 size',
    () => organization({ rcps: ['P'] }, { rcps: { P: sized(5120, OPEN) } }),
    () => organization({ rcps: ['P'] }, { rcps: { P: sized(5121, OPEN) } }),
    ['error policy/too-large: ']
  ],
  [
    'QUO-16 bucket',
    () => policyOn('arn:aws:s3:::b', 20_480, { ...OPEN, Resource: 'arn:aws:s3:::b/*' }),
    () => policyOn('arn:aws:s3:::b', 20_481, { ...OPEN, Resource: 'arn:aws:s3:::b/*' }),
    ['error policy/too-large: Policy exceeds the maximum allowed document size.']
  ],
  ['QUO-16 queue, statements', () => queue({}, 20), () => queue({}, 21), ['error policy/too-many: ']],
  [
    'QUO-16 queue, principals',
    () => queue({ Principal: { AWS: MANY_ARNS.slice(1) } }),
    () => queue({ Principal: { AWS: MANY_ARNS } }),
    ['error policy/too-many: ']
  ],
  [
    'QUO-16 queue, actions',
    () => queue({ Action: Array.from({ length: 7 }, () => 'sqs:SendMessage') }),
    () => queue({ Action: Array.from({ length: 8 }, () => 'sqs:SendMessage') }),
    ['error policy/too-many: ']
  ]
];

describe('what just fits, and one more', () => {
  test.each(ROWS)('%s', (_rule, fits, exceeds, said) => {
    expect(fits()).toEqual([]);
    expect(exceeds()).toEqual(said);
  });
});

describe('QUO-20: white space', () => {
  const spaced = (size: number, statement: object = DENY) =>
    `  ${JSON.stringify(sized(size, statement), null, 9)}`;

  test.each([
    ['is not counted in a managed policy', () => problems({ policies: { p: spaced(6144) } }), []],
    [
      'is not counted in a trust policy',
      () => problems({ roles: { r: { trust: spaced(2048, TRUST) } } }),
      []
    ],
    [
      'is counted in an SCP',
      () => organization({ scps: ['P'] }, { scps: { P: spaced(10_240) } }),
      ['error policy/too-large: ']
    ]
  ])('%s', (_, found, said) => {
    expect(found()).toEqual(said);
  });
});

describe('QUO-21: names of one account', () => {
  test.each(['users', 'groups', 'roles'] as const)('%s that differ by case alone', (kind) => {
    expect(problems({ [kind]: { alice: {}, bob: {} } })).toEqual([]);
    expect(problems({ [kind]: { alice: {}, ALICE: {} } })).toEqual(['error scenario/duplicate: ']);
  });

  test('policies likewise; another account has names of its own', () => {
    expect(problems({ policies: { Read: sized(100), read: sized(100) } })).toEqual([
      'error scenario/duplicate: '
    ]);
    expect(problems({ users: { alice: {} }, roles: { Alice: {} } })).toEqual([]);
  });
});

test.each([
  ['one of the account', ['P0'], []],
  ['one of AWS', ['aws:AmazonS3ReadOnlyAccess'], []],
  ['one of another account', ['arn:aws:iam::444455556666:policy/Theirs'], ['error scenario/conflict: ']]
])('STS-32: a session policy that is %s', (_, policies, said) => {
  const other = { id: '444455556666', policies: { Theirs: sized(100) } };
  const own = {
    id: '111122223333',
    users: { ana: {} },
    roles: { app: { trust: { Version: '2012-10-17', Statement: [TRUST] } } },
    policies: named(1)
  };
  const r = {
    principal: 'own:user/ana',
    assume: [{ role: 'own:role/app', policies }],
    action: 's3:ListAllMyBuckets'
  };
  const file = { bouncer: '1', title: 'x', summary: 'x', accounts: { other, own }, requests: { r } };
  const { diagnostics } = parseScenario({ name: 'x.json', text: JSON.stringify(file) });
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}: `)).toEqual(said);
});
