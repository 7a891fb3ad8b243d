/** Findings about the form of a document and statements beside each other: what each says, why, and where it shows. */
import type { FindingName } from './codes.ts';
import { allow, deny, marked, policy, type Example, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

const BUCKET = 'arn:aws:s3:::example-reports';
const OBJECTS = `${BUCKET}/*`;

function old(document: object): Example {
  return { kind: 'identity', document };
}

export const FORM_FINDINGS = {
  'old-version': {
    severity: 'suggestion',
    kind: 'style',
    title: 'The policy language of 2008',
    reason:
      'Without a `Version`, or with `2008-10-17`, policy variables are plain text. Whoever adds one later will wonder why it does nothing.',
    source: PAGES.version,
    rules: ['GRAM-03', 'VAR-02'],
    raises: marked(
      old({ Version: '2008-10-17', Statement: [allow('s3:GetObject', OBJECTS)] }),
      '/Version',
      '"2008-10-17"'
    ),
    silent: old({ Version: '2012-10-17', Statement: [allow('s3:GetObject', OBJECTS)] })
  },
  'empty-list': {
    severity: 'warning',
    kind: 'reach',
    title: 'An empty list',
    reason:
      'A statement matches what its lists name. An empty one names nothing, so the statement never matches.',
    source: PAGES.checks,
    rules: ['GRAM-14'],
    raises: marked(
      policy('resource', { Effect: 'Deny', Principal: { AWS: [] }, Action: 's3:*', Resource: OBJECTS }),
      '/Statement/0/Principal',
      '{\n        "AWS": []\n      }'
    ),
    silent: policy('resource', {
      Effect: 'Deny',
      Principal: { AWS: '111122223333' },
      Action: 's3:*',
      Resource: OBJECTS
    })
  },
  'empty-sid': {
    severity: 'suggestion',
    kind: 'style',
    title: 'An empty Sid',
    reason: 'A Sid is a name for people and changes nothing. An empty one names nothing.',
    source: PAGES.sid,
    rules: ['GRAM-05'],
    raises: marked(
      policy('identity', { Sid: '', ...allow('s3:GetObject', OBJECTS) }),
      '/Statement/0/Sid',
      '""'
    ),
    silent: policy('identity', { Sid: 'ReadReports', ...allow('s3:GetObject', OBJECTS) })
  },
  'empty-condition': {
    severity: 'suggestion',
    kind: 'logic',
    title: 'An empty condition',
    reason:
      'A condition without anything in it always holds, so the statement applies to everybody. Often something was meant to stand there.',
    source: PAGES.checks,
    rules: ['COND-17'],
    raises: marked(policy('identity', allow('s3:GetObject', OBJECTS, {})), '/Statement/0/Condition', '{}'),
    silent: policy('identity', allow('s3:GetObject', OBJECTS))
  },
  'contradictory-conditions': {
    severity: 'warning',
    kind: 'reach',
    title: 'Conditions that exclude each other',
    reason:
      'All conditions of a statement must hold at once. No value of this key meets them all, so the statement matches nothing.',
    source: PAGES.logic,
    rules: ['COND-04', 'COND-07'],
    raises: marked(
      policy(
        'identity',
        allow('s3:GetObject', OBJECTS, {
          NumericLessThan: { 'aws:MultiFactorAuthAge': '300' },
          NumericGreaterThan: { 'aws:MultiFactorAuthAge': '3600' }
        })
      ),
      '/Statement/0/Condition/NumericGreaterThan/aws:MultiFactorAuthAge',
      'aws:MultiFactorAuthAge'
    ),
    silent: policy(
      'identity',
      allow('s3:GetObject', OBJECTS, {
        NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
        NumericGreaterThan: { 'aws:MultiFactorAuthAge': '300' }
      })
    )
  },
  'duplicate-value': {
    severity: 'suggestion',
    kind: 'style',
    title: 'Said twice in one list',
    reason: 'The items of a list are joined by or. The second time adds nothing.',
    source: PAGES.checks,
    rules: ['ACT-02', 'COND-05'],
    raises: marked(
      policy('identity', allow(['s3:GetObject', 's3:getobject'], OBJECTS)),
      '/Statement/0/Action/1',
      '"s3:getobject"'
    ),
    silent: policy('identity', allow(['s3:GetObject', 's3:GetObjectVersion'], OBJECTS))
  },
  'redundant-action': {
    severity: 'suggestion',
    kind: 'style',
    title: 'An action that a wildcard beside it covers',
    reason: 'The wildcard means this action already. Whoever takes the action out later takes nothing away.',
    source: PAGES.checks,
    rules: ['ACT-03'],
    raises: marked(
      policy('identity', allow(['s3:GetObject*', 's3:GetObjectVersion'], OBJECTS)),
      '/Statement/0/Action/1',
      '"s3:GetObjectVersion"'
    ),
    silent: policy('identity', allow(['s3:GetObject*', 's3:PutObject'], OBJECTS))
  },
  'redundant-resource': {
    severity: 'suggestion',
    kind: 'style',
    title: 'A resource that a wildcard beside it covers',
    reason:
      'The wildcard means this resource already. Whoever takes the resource out later takes nothing away.',
    source: PAGES.checks,
    rules: ['RES-03', 'RES-05'],
    raises: marked(
      policy('identity', allow('s3:GetObject', [OBJECTS, `${BUCKET}/public/*`])),
      '/Statement/0/Resource/1',
      `"${BUCKET}/public/*"`
    ),
    silent: policy('identity', allow('s3:GetObject', [OBJECTS, 'arn:aws:s3:::example-images/*']))
  },
  'redundant-statement': {
    severity: 'suggestion',
    kind: 'style',
    title: 'A statement that another one covers',
    reason:
      'Statements are joined by or. What this one says, another of the same effect says already and without further conditions.',
    source: PAGES.checks,
    rules: ['GRAM-19', 'EVAL-06'],
    raises: marked(
      policy(
        'identity',
        allow('s3:Get*', OBJECTS),
        allow('s3:GetObject', `${BUCKET}/public/*`, { Bool: { 'aws:SecureTransport': 'true' } })
      ),
      '/Statement/1/Action',
      '"s3:GetObject"'
    ),
    silent: policy(
      'identity',
      allow('s3:Get*', OBJECTS, { Bool: { 'aws:SecureTransport': 'true' } }),
      allow('s3:GetObject', `${BUCKET}/public/*`)
    )
  },
  'shadowed-allow': {
    severity: 'warning',
    kind: 'reach',
    title: 'An Allow that a Deny beside it takes back',
    reason:
      'A Deny that matches wins over every Allow. This one covers the whole statement and has no condition that would spare anything.',
    source: PAGES.evaluation,
    rules: ['EVAL-02'],
    raises: marked(
      policy('identity', allow('s3:GetObject', OBJECTS), deny('s3:*', '*')),
      '/Statement/0/Action',
      '"s3:GetObject"'
    ),
    silent: policy(
      'identity',
      allow('s3:GetObject', OBJECTS),
      deny('s3:*', '*', { Bool: { 'aws:SecureTransport': 'false' } })
    )
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
