/** Findings about what condition keys hold and prove: what each says, why, and where it shows. */
import type { FindingName } from './codes.ts';
import { allow, allowTo, deny, marked, policy, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

const OBJECTS = 'arn:aws:s3:::example-reports/*';
const AT = '/Statement/0/Condition';
const MFA = 'aws:MultiFactorAuthPresent';
const ROLE = 'arn:aws:iam::111122223333:role/reader';

type Conditions = Parameters<typeof allow>[2];

function read(Condition: Conditions) {
  return policy('identity', allow('s3:GetObject', OBJECTS, Condition));
}

function refuse(Condition: Conditions) {
  return policy('identity', deny('s3:GetObject', OBJECTS, Condition));
}

function open(Condition: Conditions) {
  return policy('resource', allowTo('*', 's3:GetObject', OBJECTS, Condition));
}

function list(Condition: Conditions) {
  return policy('identity', allow('s3:ListBucket', 'arn:aws:s3:::example-reports', Condition));
}

export const KEY_FINDINGS = {
  'mfa-passes-when-missing': {
    severity: 'warning',
    kind: 'security',
    title: 'An MFA check that long-term keys pass',
    reason:
      'Requests signed with a long-term access key carry no `aws:MultiFactorAuthPresent`. `IfExists` lets them pass, so the check stops only sessions.',
    source: PAGES.keys,
    rules: ['KEY-20', 'COND-12'],
    raises: marked(read({ BoolIfExists: { [MFA]: 'true' } }), `${AT}/BoolIfExists/${MFA}`, MFA),
    silent: read({ Bool: { [MFA]: 'true' } })
  },
  'mfa-deny-spares-keys': {
    severity: 'warning',
    kind: 'security',
    title: 'An MFA Deny that spares long-term keys',
    reason:
      'Requests signed with a long-term access key carry no `aws:MultiFactorAuthPresent`, so `Bool` never holds for them. `BoolIfExists` denies them too.',
    source: PAGES.keys,
    rules: ['KEY-20', 'COND-10'],
    raises: marked(refuse({ Bool: { [MFA]: 'false' } }), `${AT}/Bool/${MFA}`, MFA),
    silent: refuse({ BoolIfExists: { [MFA]: 'false' } })
  },
  'mfa-tested-by-null': {
    severity: 'warning',
    kind: 'security',
    title: 'An MFA check by `Null`',
    reason:
      'Sessions without MFA carry the key as well: it says `false`. Whether the key is there tells sessions from long-term keys, not MFA from none.',
    source: PAGES.keys,
    rules: ['KEY-20', 'COND-13'],
    raises: marked(read({ Null: { [MFA]: 'false' } }), `${AT}/Null/${MFA}`, MFA),
    silent: read({ Bool: { [MFA]: 'true' } })
  },
  'stranger-passes-when-missing': {
    severity: 'warning',
    kind: 'security',
    title: 'A check of who calls that a missing key passes',
    reason:
      'The statement is open to everyone but for this condition, and `IfExists` lets pass whoever lacks the key: anonymous callers, and principals outside any organization.',
    source: PAGES.keys,
    rules: ['COND-12', 'KEY-06', 'PRIN-01'],
    raises: marked(
      open({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      `${AT}/StringEqualsIfExists/aws:PrincipalOrgID`,
      'aws:PrincipalOrgID'
    ),
    silent: open({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })
  },
  'untagged-passes': {
    severity: 'suggestion',
    kind: 'security',
    title: 'A tag check that the untagged pass',
    reason:
      'What carries no such tag has no such key, and `IfExists` lets it pass. Without the suffix a missing tag stops the request.',
    source: PAGES.abac,
    rules: ['COND-12', 'KEY-38'],
    raises: marked(
      read({ StringEqualsIfExists: { 's3:ExistingObjectTag/team': '${aws:PrincipalTag/team}' } }),
      `${AT}/StringEqualsIfExists/s3:ExistingObjectTag~1team`,
      's3:ExistingObjectTag/team'
    ),
    silent: read({ StringEquals: { 's3:ExistingObjectTag/team': '${aws:PrincipalTag/team}' } })
  },
  'forgeable-key': {
    severity: 'warning',
    kind: 'security',
    title: 'A key that the caller writes',
    reason:
      'The referer and the user agent are what the calling program says of itself. Anybody can send any text there, so neither proves anything.',
    source: PAGES.keys,
    rules: ['KEY-66'],
    raises: marked(
      read({ StringLike: { 'aws:Referer': 'https://www.example.com/*' } }),
      `${AT}/StringLike/aws:Referer`,
      'aws:Referer'
    ),
    silent: read({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })
  },
  'session-as-principal-arn': {
    severity: 'warning',
    kind: 'logic',
    title: 'A session’s ARN compared with `aws:PrincipalArn`',
    reason:
      'For a session the key holds the ARN of its role, with its path. The ARN of the session itself is never there.',
    source: PAGES.keys,
    rules: ['KEY-02', 'KEY-03'],
    raises: marked(
      read({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:sts::111122223333:assumed-role/reader/*' } }),
      `${AT}/ArnLike/aws:PrincipalArn`,
      '"arn:aws:sts::111122223333:assumed-role/reader/*"'
    ),
    silent: read({ ArnLike: { 'aws:PrincipalArn': ROLE } })
  },
  'arn-pattern-incomplete': {
    severity: 'warning',
    kind: 'logic',
    title: 'An ARN with too few parts',
    reason:
      'ARN operators compare six parts one by one, and a wildcard stays within its part. A pattern with fewer parts matches nothing.',
    source: PAGES.operators,
    rules: ['COND-42'],
    raises: marked(
      read({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333*' } }),
      `${AT}/ArnLike/aws:PrincipalArn`,
      '"arn:aws:iam::111122223333*"'
    ),
    silent: read({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:*' } })
  },
  'wildcard-in-identifier': {
    severity: 'warning',
    kind: 'security',
    title: 'A wildcard in an id',
    reason:
      'Ids of accounts, organizations, VPCs and endpoints are handed out at random. A part of one says nothing, and somebody else’s fits the pattern as well.',
    source: PAGES.keys,
    rules: ['KEY-65'],
    raises: marked(
      read({ StringLike: { 'aws:SourceVpce': 'vpce-*' } }),
      `${AT}/StringLike/aws:SourceVpce`,
      '"vpce-*"'
    ),
    silent: read({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })
  },
  'revocation-backwards': {
    severity: 'warning',
    kind: 'logic',
    title: 'A revocation that hits the wrong sessions',
    reason:
      'To revoke sessions one denies those from before a time. With `DateGreaterThan` the stolen ones go on and all later ones are denied.',
    source: PAGES.revoke,
    rules: ['KEY-21', 'COND-28'],
    raises: marked(
      refuse({ DateGreaterThan: { 'aws:TokenIssueTime': '2026-03-01T00:00:00Z' } }),
      `${AT}/DateGreaterThan/aws:TokenIssueTime`,
      'aws:TokenIssueTime'
    ),
    silent: refuse({ DateLessThan: { 'aws:TokenIssueTime': '2026-03-01T00:00:00Z' } })
  },
  'prefix-without-slash': {
    severity: 'suggestion',
    kind: 'security',
    title: 'A prefix without a slash',
    reason:
      'S3 knows no folders, only names that begin alike. `home/ana*` also lists what belongs to `home/anabel/`.',
    source: PAGES.s3Prefix,
    rules: ['COND-20', 'RES-03'],
    raises: marked(
      list({ StringLike: { 's3:prefix': 'home/ana*' } }),
      `${AT}/StringLike/s3:prefix`,
      '"home/ana*"'
    ),
    silent: list({ StringLike: { 's3:prefix': 'home/ana/*' } })
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
