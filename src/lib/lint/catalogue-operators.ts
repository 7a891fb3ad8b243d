/** Findings about condition operators: what each says, why, and where it shows. */
import type { FindingName } from './codes.ts';
import { allow, deny, marked, policy, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

const OBJECTS = 'arn:aws:s3:::example-reports/*';
const AT = '/Statement/0/Condition';

function read(Condition: Parameters<typeof allow>[2]) {
  return policy('identity', allow('s3:GetObject', OBJECTS, Condition));
}

function tags(Condition: Parameters<typeof allow>[2]) {
  return policy('identity', allow('sqs:TagQueue', 'arn:aws:sqs:eu-west-1:111122223333:orders', Condition));
}

export const OPERATOR_FINDINGS = {
  'cidr-under-string': {
    severity: 'warning',
    kind: 'logic',
    title: 'A range of addresses under a string operator',
    reason:
      'String operators compare letters: the address `203.0.113.7` is not the text `203.0.113.0/24`. The condition never holds, or with a negated operator always.',
    source: PAGES.operators,
    rules: ['COND-35', 'COND-21'],
    raises: marked(
      read({ StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } }),
      `${AT}/StringEquals/aws:SourceIp`,
      '"203.0.113.0/24"'
    ),
    silent: read({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })
  },
  'operator-type-mismatch': {
    severity: 'warning',
    kind: 'logic',
    title: 'An operator that cannot compare what the key holds',
    reason:
      'Every condition key has a type, and an operator reads values as its own. What cannot be read that way never matches, and a negated operator then always holds.',
    source: PAGES.checks,
    rules: ['COND-65', 'COND-26', 'COND-44'],
    raises: marked(
      read({ ArnLike: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      `${AT}/ArnLike/aws:PrincipalOrgID`,
      'aws:PrincipalOrgID'
    ),
    silent: read({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/reader' } })
  },
  'wildcard-under-equals': {
    severity: 'warning',
    kind: 'logic',
    title: 'A wildcard under an operator that has none',
    reason:
      'Under `StringEquals` the signs `*` and `?` stand for themselves. Only a value with a real asterisk in it would match.',
    source: PAGES.operators,
    rules: ['COND-21', 'COND-22'],
    raises: marked(
      read({ StringEquals: { 'aws:PrincipalTag/team': 'data-*' } }),
      `${AT}/StringEquals/aws:PrincipalTag~1team`,
      '"data-*"'
    ),
    silent: read({ StringLike: { 'aws:PrincipalTag/team': 'data-*' } })
  },
  'arn-wildcard-under-equals': {
    severity: 'warning',
    kind: 'logic',
    title: 'An ARN with a wildcard under a string operator',
    reason:
      'Under `StringEquals` the asterisk stands for itself, so no ARN is ever equal. `ArnLike` knows wildcards and keeps them within the parts of the ARN.',
    source: PAGES.operators,
    rules: ['COND-21', 'COND-40', 'COND-44'],
    raises: marked(
      read({ StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/data-*' } }),
      `${AT}/StringEquals/aws:PrincipalArn`,
      '"arn:aws:iam::111122223333:role/data-*"'
    ),
    silent: read({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/data-*' } })
  },
  'like-without-wildcard': {
    severity: 'suggestion',
    kind: 'style',
    title: '`StringLike` without a wildcard',
    reason:
      'Without `*` or `?` in any value `StringLike` does what `StringEquals` does. Who reads it looks for a pattern that is not there.',
    source: PAGES.operators,
    rules: ['COND-20', 'COND-21'],
    raises: marked(
      read({ StringLike: { 'aws:PrincipalTag/team': 'data' } }),
      `${AT}/StringLike/aws:PrincipalTag~1team`,
      'aws:PrincipalTag/team'
    ),
    silent: read({ StringLike: { 'aws:PrincipalTag/team': ['data', 'data-*'] } })
  },
  'all-values-on-single-key': {
    severity: 'warning',
    kind: 'security',
    title: '`ForAllValues` on a key with one value',
    reason:
      '`ForAllValues` holds when the request has no value at all. On a key that has one value or none it adds nothing but this hole.',
    source: PAGES.checks,
    rules: ['COND-51', 'COND-58'],
    raises: marked(
      read({ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      `${AT}/ForAllValues:StringEquals/aws:PrincipalOrgID`,
      'aws:PrincipalOrgID'
    ),
    silent: read({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })
  },
  'any-value-on-single-key': {
    severity: 'suggestion',
    kind: 'style',
    title: '`ForAnyValue` on a key with one value',
    reason:
      'Set operators are for keys of which a request carries several values. On any other key the plain operator says the same.',
    source: PAGES.lists,
    rules: ['COND-58', 'COND-62'],
    raises: marked(
      read({ 'ForAnyValue:StringEquals': { 'aws:PrincipalTag/team': 'data' } }),
      `${AT}/ForAnyValue:StringEquals/aws:PrincipalTag~1team`,
      'aws:PrincipalTag/team'
    ),
    silent: read({
      'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' }
    })
  },
  'all-values-without-guard': {
    severity: 'warning',
    kind: 'security',
    title: '`ForAllValues` in an Allow that a missing key passes',
    reason:
      '`ForAllValues` holds when the request has no value of the key, so a request that carries none of the listed tags is allowed too. A `Null` condition beside it asks that the key be there.',
    source: PAGES.lists,
    rules: ['COND-51'],
    raises: marked(
      tags({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost-center'] } }),
      `${AT}/ForAllValues:StringEquals/aws:TagKeys`,
      'aws:TagKeys'
    ),
    silent: tags({
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost-center'] },
      Null: { 'aws:TagKeys': 'false' }
    })
  },
  'plain-operator-on-list': {
    severity: 'warning',
    kind: 'logic',
    title: 'A list compared as if it were one value',
    reason:
      'The key holds a list, and AWS documents set operators as the way to compare lists. What a plain operator does with one is not documented; here it never matches a list.',
    source: PAGES.lists,
    rules: ['COND-60', 'COND-62'],
    raises: marked(
      read({ StringEquals: { 'aws:CalledVia': 'athena.amazonaws.com' } }),
      `${AT}/StringEquals/aws:CalledVia`,
      'aws:CalledVia'
    ),
    silent: read({ 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'athena.amazonaws.com' } })
  },
  'null-with-set-operator': {
    severity: 'warning',
    kind: 'logic',
    title: '`Null` with a set operator',
    reason:
      '`ForAllValues:Null` always holds and `ForAnyValue:Null` never does, whatever the request carries. `Null` alone asks whether the key is there.',
    source: PAGES.checks,
    rules: ['COND-15', 'COND-59'],
    raises: marked(
      tags({ 'ForAllValues:Null': { 'aws:TagKeys': 'false' } }),
      `${AT}/ForAllValues:Null/aws:TagKeys`,
      'aws:TagKeys'
    ),
    silent: tags({ Null: { 'aws:TagKeys': 'false' } })
  },
  'null-with-both': {
    severity: 'warning',
    kind: 'logic',
    title: '`Null` with both values',
    reason:
      'A key is missing or it is not, and the values of a condition are joined by or. With both of them the condition always holds.',
    source: PAGES.operators,
    rules: ['COND-13'],
    raises: marked(
      tags({ Null: { 'aws:TagKeys': ['true', 'false'] } }),
      `${AT}/Null/aws:TagKeys`,
      'aws:TagKeys'
    ),
    silent: tags({ Null: { 'aws:TagKeys': 'false' } })
  },
  'redundant-null': {
    severity: 'suggestion',
    kind: 'style',
    title: 'A `Null` that another condition implies',
    reason:
      'A positive operator without `IfExists` never holds for a missing key. Asking for the key once more changes nothing.',
    source: PAGES.operators,
    rules: ['COND-10', 'COND-13'],
    raises: marked(
      read({ StringEquals: { 'aws:PrincipalTag/team': 'data' }, Null: { 'aws:PrincipalTag/team': 'false' } }),
      `${AT}/Null/aws:PrincipalTag~1team`,
      'aws:PrincipalTag/team'
    ),
    silent: policy(
      'identity',
      deny('s3:GetObject', OBJECTS, {
        StringNotEquals: { 'aws:PrincipalTag/team': 'data' },
        Null: { 'aws:PrincipalTag/team': 'false' }
      })
    )
  },
  'if-exists-on-negated': {
    severity: 'suggestion',
    kind: 'style',
    title: '`IfExists` on a negated operator',
    reason:
      'A negated operator holds for a missing key as it is. `IfExists` changes nothing, and hides that.',
    source: PAGES.operators,
    rules: ['COND-11', 'COND-12'],
    raises: marked(
      policy(
        'identity',
        deny('s3:*', '*', { StringNotEqualsIfExists: { 'aws:ResourceAccount': '111122223333' } })
      ),
      `${AT}/StringNotEqualsIfExists/aws:ResourceAccount`,
      'aws:ResourceAccount'
    ),
    silent: policy(
      'identity',
      deny('s3:*', '*', { StringNotEquals: { 'aws:ResourceAccount': '111122223333' } })
    )
  },
  'unreadable-value': {
    severity: 'warning',
    kind: 'logic',
    title: 'A value that the operator cannot read',
    reason:
      'A number, date, address or truth value that cannot be read as one never matches. A negated operator then always holds.',
    source: PAGES.checks,
    rules: ['COND-26', 'COND-29b', 'COND-31', 'COND-39'],
    raises: marked(
      read({ NumericLessThan: { 'aws:MultiFactorAuthAge': '1h' } }),
      `${AT}/NumericLessThan/aws:MultiFactorAuthAge`,
      '"1h"'
    ),
    silent: read({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } })
  },
  'bool-with-both': {
    severity: 'warning',
    kind: 'logic',
    title: '`Bool` with both values',
    reason:
      'The values of a condition are joined by or, so `true` and `false` together match whatever the key holds. What is left is whether the key is there.',
    source: PAGES.checks,
    rules: ['COND-30', 'COND-05'],
    raises: marked(
      read({ Bool: { 'aws:SecureTransport': ['true', 'false'] } }),
      `${AT}/Bool/aws:SecureTransport`,
      'aws:SecureTransport'
    ),
    silent: read({ Bool: { 'aws:SecureTransport': 'true' } })
  },
  'empty-values': {
    severity: 'warning',
    kind: 'reach',
    title: 'A condition without values',
    reason:
      'There is nothing that the request could be equal to. A positive operator then never holds, and the statement matches nothing; a negated one always holds.',
    source: PAGES.checks,
    rules: ['COND-16'],
    raises: marked(
      read({ StringEquals: { 'aws:PrincipalTag/team': [] } }),
      `${AT}/StringEquals/aws:PrincipalTag~1team`,
      '[]'
    ),
    silent: read({ StringEquals: { 'aws:PrincipalTag/team': 'data' } })
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
