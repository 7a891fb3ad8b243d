/** Findings about MFA look at the other Denies of a document: two that say together what one should are no mistake. */
import { expect, test } from 'vitest';
import { look } from './look.ts';

const MFA = 'aws:MultiFactorAuthPresent';
const NULL = { Null: { [MFA]: 'true' } };
const FALSE = { Bool: { [MFA]: 'false' } };
const OFFICE = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };

interface Deny {
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string;
  readonly Condition: unknown;
}

/** The findings about MFA of a policy that allows S3 and denies this, as `/Statement/1 mfa-…`. */
function told(...denies: readonly Deny[]): readonly string[] {
  const Statement = [
    { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    ...denies.map((each) => ({
      Effect: 'Deny',
      ...(each.NotAction ? {} : { Action: 's3:DeleteObject' }),
      Resource: '*',
      ...each
    }))
  ];
  const { findings } = look(JSON.stringify({ Version: '2012-10-17', Statement }), 'identity', null);
  return findings
    .filter(({ code }) => code.startsWith('lint/mfa-'))
    .map(({ code, path }) => `${path.slice(0, 12)} ${code.slice('lint/'.length)}`);
}

const BY_NULL = '/Statement/1 mfa-tested-by-null';
const SPARES = '/Statement/2 mfa-deny-spares-keys';

test.each<[string, readonly Deny[], readonly string[]]>([
  ['a Null alone', [{ Condition: NULL }], [BY_NULL]],
  ['a Null and a false, on the same', [{ Condition: NULL }, { Condition: FALSE }], []],
  [
    'on more each',
    [
      { Action: 's3:*', Condition: NULL },
      { Action: 'S3:*', Condition: FALSE }
    ],
    []
  ],
  [
    'the false on more than the Null: long-term keys are spared for the rest',
    [{ Condition: NULL }, { Action: 's3:*', Condition: FALSE }],
    [SPARES]
  ],
  [
    'the Null on more than the false: sessions are spared for the rest',
    [{ Action: 's3:*', Condition: NULL }, { Condition: FALSE }],
    [BY_NULL]
  ],
  [
    'on different resources',
    [
      { Resource: 'arn:aws:s3:::a/*', Condition: NULL },
      { Resource: 'arn:aws:s3:::b/*', Condition: FALSE }
    ],
    [BY_NULL, SPARES]
  ],
  [
    'the false only from the office',
    [{ Condition: NULL }, { Condition: { ...FALSE, ...OFFICE } }],
    [BY_NULL]
  ],
  [
    'both only from the office',
    [{ Condition: { ...NULL, ...OFFICE } }, { Condition: { ...FALSE, ...OFFICE } }],
    []
  ],
  ['a Null and BoolIfExists', [{ Condition: NULL }, { Condition: { BoolIfExists: { [MFA]: 'false' } } }], []],
  [
    'on all but the same actions',
    [
      { NotAction: ['iam:ListMFADevices', 'sts:*'], Condition: NULL },
      { NotAction: ['sts:*', 'iam:ListMFADevices'], Condition: FALSE }
    ],
    []
  ],
  [
    'on all but fewer actions',
    [
      { NotAction: ['sts:*'], Condition: NULL },
      { NotAction: ['sts:*', 'iam:ListMFADevices'], Condition: FALSE }
    ],
    [BY_NULL]
  ]
])('%s', (_, denies, findings) => {
  expect(told(...denies)).toEqual(findings);
});
