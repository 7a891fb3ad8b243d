/** Findings about keys that are not there: misspelled, of another action, no longer supported; and tags' keys. */
import type { FindingName } from './codes.ts';
import { allow, marked, policy, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

const OBJECTS = 'arn:aws:s3:::example-reports/*';
const AT = '/Statement/0/Condition';
const ROLE = 'arn:aws:iam::111122223333:role/reader';

type Conditions = Parameters<typeof allow>[2];

function read(Condition: Conditions) {
  return policy('identity', allow('s3:GetObject', OBJECTS, Condition));
}

function list(Condition: Conditions) {
  return policy('identity', allow('s3:ListBucket', 'arn:aws:s3:::example-reports', Condition));
}

function tag(key: string) {
  return policy(
    'identity',
    allow('sqs:TagQueue', 'arn:aws:sqs:eu-west-1:111122223333:orders', {
      StringEquals: { 'aws:RequestTag/Team': 'data' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': key }
    })
  );
}

export const KEY_NAME_FINDINGS = {
  'deprecated-arn-key': {
    severity: 'warning',
    kind: 'logic',
    title: 'The old key `aws:ARN`',
    reason: 'AWS no longer supports `aws:ARN`. `aws:PrincipalArn` is the ARN of who calls.',
    source: PAGES.checks,
    rules: ['COND-18', 'KEY-02'],
    raises: marked(read({ ArnLike: { 'aws:ARN': ROLE } }), `${AT}/ArnLike/aws:ARN`, 'aws:ARN'),
    silent: read({ ArnLike: { 'aws:PrincipalArn': ROLE } })
  },
  'duration-on-assume-role': {
    severity: 'warning',
    kind: 'logic',
    title: '`sts:DurationSeconds` on assuming a role',
    reason:
      'Only `sts:GetServiceBearerToken` carries this key. How long a session of a role may last is a setting of the role.',
    source: PAGES.iamKeys,
    rules: ['KEY-51'],
    raises: marked(
      policy(
        'identity',
        allow('sts:AssumeRole', ROLE, { NumericLessThanEquals: { 'sts:DurationSeconds': '3600' } })
      ),
      `${AT}/NumericLessThanEquals/sts:DurationSeconds`,
      'sts:DurationSeconds'
    ),
    silent: policy(
      'identity',
      allow('sts:GetServiceBearerToken', '*', { NumericLessThanEquals: { 'sts:DurationSeconds': '3600' } })
    )
  },
  'unknown-global-key': {
    severity: 'warning',
    kind: 'logic',
    title: 'A key of `aws:` that does not exist',
    reason:
      'AWS stores any key. One that does not exist is missing from every request: a positive operator never holds, a negated one always does.',
    source: PAGES.keys,
    rules: ['GRAM-15', 'COND-10', 'COND-11'],
    raises: marked(
      read({ StringEquals: { 'aws:PrincipalOrgId2': 'o-a1b2c3d4e5' } }),
      `${AT}/StringEquals/aws:PrincipalOrgId2`,
      'aws:PrincipalOrgId2'
    ),
    silent: read({ StringEquals: { 'aws:PrincipalOrgId': 'o-a1b2c3d4e5' } })
  },
  'unknown-service-key': {
    severity: 'warning',
    kind: 'logic',
    title: 'A key of a service that does not exist',
    reason:
      'The service documents its condition keys, and this is none of them. It is missing from every request.',
    source: PAGES.reference,
    rules: ['GRAM-15', 'COND-18'],
    raises: marked(
      list({ StringEquals: { 's3:prefixes': 'reports/' } }),
      `${AT}/StringEquals/s3:prefixes`,
      's3:prefixes'
    ),
    silent: list({ StringEquals: { 's3:prefix': 'reports/' } })
  },
  'key-never-with-action': {
    severity: 'warning',
    kind: 'reach',
    title: 'A key that none of the actions carries',
    reason:
      'Keys of a service come with certain of its actions. With these actions it is always missing: a positive operator never holds, a negated one always does.',
    source: PAGES.reference,
    rules: ['COND-18', 'COND-10', 'COND-11'],
    raises: marked(
      read({ StringEquals: { 's3:prefix': 'reports/' } }),
      `${AT}/StringEquals/s3:prefix`,
      's3:prefix'
    ),
    silent: list({ StringEquals: { 's3:prefix': 'reports/' } })
  },
  'tag-key-missing': {
    severity: 'warning',
    kind: 'logic',
    title: 'A tag condition without a tag',
    reason:
      'The key of the tag belongs behind the slash. Without one there is no such condition key, and every request lacks it.',
    source: PAGES.checks,
    rules: ['KEY-38', 'COND-62'],
    raises: marked(
      read({ StringEquals: { 'aws:PrincipalTag': 'data' } }),
      `${AT}/StringEquals/aws:PrincipalTag`,
      'aws:PrincipalTag'
    ),
    silent: read({ StringEquals: { 'aws:PrincipalTag/team': 'data' } })
  },
  'tag-key-case': {
    severity: 'suggestion',
    kind: 'logic',
    title: 'A tag’s key in two spellings',
    reason:
      'In the name of a condition key case does not count; in the values of `aws:TagKeys` it does. The two conditions ask for different spellings of one tag.',
    source: PAGES.tags,
    rules: ['COND-63', 'COND-64'],
    raises: marked(tag('team'), `${AT}/ForAllValues:StringEquals/aws:TagKeys`, '"team"'),
    silent: tag('Team')
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
