/** Findings about actions and resources: what each says, why, and where it shows. */
import type { FindingName } from './codes.ts';
import { allow, deny, marked, policy, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

const BUCKET = 'arn:aws:s3:::example-reports';
const READER = 'arn:aws:iam::111122223333:role/reader';
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:nightly';

function one(...statement: Parameters<typeof allow>) {
  return policy('identity', allow(...statement));
}

export const ACTION_FINDINGS = {
  'admin-everything': {
    severity: 'warning',
    kind: 'security',
    title: 'Everything on everything',
    reason:
      'Whoever has this can do whatever the account can, give it to others and remove those who look after it. Least privilege names what is needed.',
    source: PAGES.practices,
    rules: ['ACT-04', 'EVAL-02'],
    raises: marked(one('*', '*'), '/Statement/0/Action', '"*"'),
    silent: one('s3:*', '*')
  },
  'iam-everything': {
    severity: 'warning',
    kind: 'security',
    title: 'All of IAM',
    reason:
      'Whoever may write any policy can give themselves any permission. All of IAM is all of the account.',
    source: PAGES.practices,
    rules: ['ACT-04'],
    raises: marked(one('iam:*', '*'), '/Statement/0/Action', '"iam:*"'),
    silent: one(['iam:Get*', 'iam:List*'], '*')
  },
  'not-action-allow': {
    severity: 'warning',
    kind: 'security',
    title: '`NotAction` with Allow',
    reason:
      'It allows all that is not listed, in every service, also what AWS adds next year. The listed actions are not denied either: another statement may allow them.',
    source: PAGES.notAction,
    rules: ['ACT-06'],
    raises: marked(
      policy('identity', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      '/Statement/0/NotAction',
      '"iam:*"'
    ),
    silent: policy('identity', { Effect: 'Deny', NotAction: 's3:*', Resource: '*' })
  },
  'not-resource-allow': {
    severity: 'warning',
    kind: 'security',
    title: '`NotResource` with Allow',
    reason:
      'It allows the actions on every resource but those listed, also on ones that do not exist yet. The listed ones are not denied: another statement may allow them.',
    source: PAGES.notResource,
    rules: ['RES-08'],
    raises: marked(
      policy('identity', { Effect: 'Allow', Action: 's3:GetObject', NotResource: `${BUCKET}/*` }),
      '/Statement/0/NotResource',
      `"${BUCKET}/*"`
    ),
    silent: policy('identity', { Effect: 'Deny', Action: 's3:GetObject', NotResource: `${BUCKET}/*` })
  },
  'pass-role-everywhere': {
    severity: 'warning',
    kind: 'security',
    title: 'Any role may be passed',
    reason:
      'Who passes a role to a service lets it act with that role’s permissions. With every role at hand one passes the most powerful one to code of one’s own.',
    source: PAGES.passRole,
    rules: ['KEY-61'],
    raises: marked(one('iam:PassRole', '*'), '/Statement/0/Resource', '"*"'),
    silent: one('iam:PassRole', READER, {
      StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' }
    })
  },
  'pass-role-any-service': {
    severity: 'suggestion',
    kind: 'security',
    title: 'A role may be passed to any service',
    reason:
      'Only the trust policy of the role limits which service gets it. `iam:PassedToService` says which one is meant.',
    source: PAGES.passRole,
    rules: ['KEY-61'],
    raises: marked(one('iam:PassRole', READER), '/Statement/0/Action', '"iam:PassRole"'),
    silent: one('iam:PassRole', READER, {
      StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' }
    })
  },
  'escalation-everywhere': {
    severity: 'warning',
    kind: 'security',
    title: 'A way to make oneself an administrator',
    reason:
      'These actions write policies, attach them, or hand out credentials of others. On every user and role they lead to every permission there is.',
    source: PAGES.practices,
    rules: ['KEY-60', 'EVAL-06'],
    raises: marked(one('iam:AttachRolePolicy', '*'), '/Statement/0/Action', '"iam:AttachRolePolicy"'),
    silent: one('iam:AttachRolePolicy', READER)
  },
  'object-action-on-bucket': {
    severity: 'warning',
    kind: 'reach',
    title: 'An action on objects with a bucket alone',
    reason:
      'A bucket and the objects in it have different ARNs, and a bucket’s does not stand for what is inside. Without `/*` the action reaches nothing.',
    source: PAGES.s3,
    rules: ['RES-03', 'RES-10'],
    raises: marked(one('s3:GetObject', BUCKET), '/Statement/0/Resource', `"${BUCKET}"`),
    silent: one('s3:GetObject', `${BUCKET}/*`)
  },
  'bucket-action-on-objects': {
    severity: 'warning',
    kind: 'reach',
    title: 'An action on a bucket with objects alone',
    reason:
      '`s3:ListBucket` and its like act on the bucket, whose ARN has no slash. `bucket/*` does not match it.',
    source: PAGES.s3,
    rules: ['RES-03', 'RES-10'],
    raises: marked(
      one(['s3:GetObject', 's3:ListBucket'], `${BUCKET}/*`),
      '/Statement/0/Action/1',
      '"s3:ListBucket"'
    ),
    silent: one(['s3:GetObject', 's3:ListBucket'], [BUCKET, `${BUCKET}/*`])
  },
  'bucket-name-open-end': {
    severity: 'suggestion',
    kind: 'security',
    title: 'A bucket’s name with an open end',
    reason:
      'Names of buckets are shared by all accounts. A name that goes on behind the `*` may belong to a stranger, to whom data then goes.',
    source: PAGES.resource,
    rules: ['RES-03'],
    raises: marked(one('s3:PutObject', `${BUCKET}*`), '/Statement/0/Resource', `"${BUCKET}*"`),
    silent: one('s3:PutObject', `${BUCKET}/*`)
  },
  'bucket-arn-with-account': {
    severity: 'warning',
    kind: 'reach',
    title: 'The ARN of a bucket with an account',
    reason:
      'ARNs of buckets name neither Region nor account. A pattern with an account in it matches no bucket.',
    source: PAGES.identifiers,
    rules: ['RES-02'],
    raises: marked(
      one('s3:GetObject', 'arn:aws:s3::111122223333:example-reports/*'),
      '/Statement/0/Resource',
      '"arn:aws:s3::111122223333:example-reports/*"'
    ),
    silent: one('s3:GetObject', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports/object/*')
  },
  'unknown-service': {
    severity: 'warning',
    kind: 'reach',
    title: 'A service that does not exist',
    reason: 'AWS stores actions of any name. No request ever asks for one of a service that is not there.',
    source: PAGES.checks,
    rules: ['GRAM-09'],
    raises: marked(one('lamda:InvokeFunction', FUNCTION), '/Statement/0/Action', '"lamda:InvokeFunction"'),
    silent: one('lambda:InvokeFunction', FUNCTION)
  },
  'unknown-action': {
    severity: 'warning',
    kind: 'reach',
    title: 'An action that does not exist',
    reason:
      'AWS stores actions of any name, and no request ever asks for this one. The name of an API operation is not always that of the action it is checked as.',
    source: PAGES.reference,
    rules: ['GRAM-09', 'ACT-08'],
    raises: marked(one('lambda:Invoke', FUNCTION), '/Statement/0/Action', '"lambda:Invoke"'),
    silent: one('lambda:InvokeFunction', FUNCTION)
  },
  'action-needs-star': {
    severity: 'warning',
    kind: 'reach',
    title: 'An action that takes no resource, with an ARN',
    reason:
      'Some actions are about no resource in particular and are checked against `*`. No ARN matches that, so this statement never speaks of them.',
    source: PAGES.reference,
    rules: ['RES-09'],
    raises: marked(
      one(['sqs:ListQueues', 'sqs:SendMessage'], 'arn:aws:sqs:eu-west-1:111122223333:orders'),
      '/Statement/0/Action/0',
      '"sqs:ListQueues"'
    ),
    silent: one('sqs:ListQueues', '*')
  },
  'action-never-on-resource': {
    severity: 'warning',
    kind: 'reach',
    title: 'An action that never acts on these resources',
    reason:
      'Each action takes resources of certain types, and none of the listed ARNs is of such a type. The pair never matches a request.',
    source: PAGES.reference,
    rules: ['RES-10'],
    raises: marked(
      one(['lambda:InvokeFunction', 'sqs:SendMessage'], FUNCTION),
      '/Statement/0/Action/1',
      '"sqs:SendMessage"'
    ),
    silent: one('lambda:InvokeFunction', FUNCTION)
  },
  'wildcard-service': {
    severity: 'suggestion',
    kind: 'security',
    title: 'A wildcard in the name of a service',
    reason:
      'It means every service whose prefix fits, also ones that have nothing to do with each other and ones AWS has not made yet.',
    source: PAGES.checks,
    rules: ['ACT-04', 'GRAM-09'],
    raises: marked(one('s3*:GetObject', `${BUCKET}/*`), '/Statement/0/Action', '"s3*:GetObject"'),
    silent: one('s3:GetObject*', `${BUCKET}/*`)
  },
  'scp-spares-service-linked': {
    severity: 'suggestion',
    kind: 'style',
    title: 'An SCP that spares service-linked roles',
    reason:
      'SCPs do not apply to service-linked roles at all. The exception spares nobody and makes the policy longer.',
    source: PAGES.scps,
    rules: ['EVAL-04b'],
    raises: marked(
      policy(
        'scp',
        deny('ec2:RunInstances', '*', {
          ArnNotLike: {
            'aws:PrincipalArn': ['arn:aws:iam::*:role/deploy', 'arn:aws:iam::*:role/aws-service-role/*']
          }
        })
      ),
      '/Statement/0/Condition/ArnNotLike/aws:PrincipalArn/1',
      '"arn:aws:iam::*:role/aws-service-role/*"'
    ),
    silent: policy(
      'scp',
      deny('ec2:RunInstances', '*', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } })
    )
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
