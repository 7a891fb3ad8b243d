// Facts left open: what the decision hangs on, as words, policy by policy.
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import { wholeCondition } from '../../src/lib/explain/facts.ts';
import { allow, deny, openCase, YES, type Open } from './unknown-world.ts';

function tell(of: Open): string {
  const { world, request } = openCase(of);
  const { outcome, when } = evaluate(world, request);
  return when ? wholeCondition(when) : String(outcome);
}

const MFA = 'aws:MultiFactorAuthPresent';
const REGION = 'aws:RequestedRegion';

const CASES: readonly (readonly [name: string, of: Open, words: string])[] = [
  ['MFA', { statements: [allow({ Bool: { [MFA]: 'true' } })], open: [MFA] }, 'MFA is present'],
  [
    'MFA and a Region',
    {
      statements: [
        allow({ Bool: { [MFA]: 'true' } }),
        deny({ StringNotEquals: { [REGION]: ['eu-west-1', 'eu-central-1'] } })
      ],
      open: [MFA, REGION]
    },
    'MFA is present and the Region is eu-west-1 or eu-central-1'
  ],
  [
    'a network',
    {
      statements: [YES, deny({ NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } })],
      open: ['aws:SourceIp']
    },
    'the network address lies in 203.0.113.0/24 or 2001:db8::/32'
  ],
  [
    'a range of numbers',
    {
      statements: [
        allow({ NumericGreaterThan: { 's3:max-keys': '5' }, NumericLessThanEquals: { 's3:max-keys': '10' } })
      ],
      open: ['s3:max-keys']
    },
    's3:max-keys is more than 5 and at most 10'
  ],
  [
    'a missing key that a Deny wants',
    {
      statements: [YES, deny({ Null: { 'aws:PrincipalTag/team': 'true' } })],
      open: ['aws:PrincipalTag/team']
    },
    'the caller’s tag team is present'
  ],
  [
    'tags that must be the same',
    {
      statements: [allow({ StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } })],
      open: ['aws:ResourceTag/team', 'aws:PrincipalTag/team']
    },
    'the resource’s tag team is the caller’s tag team'
  ],
  [
    'a variable in a resource',
    {
      statements: [allow({}, { Resource: 'arn:aws:s3:::b/home/${aws:username}/*' })],
      open: ['aws:username']
    },
    'the user name is ana'
  ],
  [
    'all the same either way',
    {
      statements: [
        allow({ StringEquals: { [REGION]: 'eu-west-1' } }),
        allow({ StringNotEquals: { [REGION]: 'eu-west-1' } })
      ],
      open: [REGION]
    },
    'allowed'
  ],
  [
    'a list',
    {
      statements: [
        allow({
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] },
          Null: { 'aws:TagKeys': 'false' }
        })
      ],
      open: ['aws:TagKeys']
    },
    'every value of the tag keys is a or b'
  ],
  [
    'globs',
    {
      statements: [
        allow({ StringLike: { 's3:prefix': ['home/*', 'shared/*'] } }),
        deny({ StringLike: { 's3:prefix': '*/secret*' } })
      ],
      open: ['s3:prefix']
    },
    'the prefix fits home/* or shared/* and does not fit */secret*'
  ]
];

describe('the condition', () => {
  test.each(CASES)('%s', (_name, of, words) => {
    expect(tell(of)).toBe(words);
  });
});
