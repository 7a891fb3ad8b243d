/** Findings about whom a policy names: what each says, why, and where it shows. */
import type { FindingName } from './codes.ts';
import { allowTo, assume, denyTo, marked, policy, type Finding } from './catalogue-types.ts';
import { PAGES } from './pages.ts';

const OBJECTS = 'arn:aws:s3:::example-reports/*';
const GITHUB = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const SAML = 'arn:aws:iam::111122223333:saml-provider/office';
const SUB = 'token.actions.githubusercontent.com:sub';
const AUD = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
const ROLE = 'arn:aws:iam::111122223333:role/reader';

function web(Condition: Parameters<typeof assume>[1], action = 'sts:AssumeRoleWithWebIdentity') {
  return policy('trust', assume({ Federated: GITHUB }, Condition, action));
}

function saml(Condition?: Parameters<typeof assume>[1]) {
  return policy('trust', assume({ Federated: SAML }, Condition, 'sts:AssumeRoleWithSAML'));
}

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';

export const PRINCIPAL_FINDINGS = {
  'trust-open-to-everyone': {
    severity: 'warning',
    kind: 'security',
    title: 'A role that anybody may assume',
    reason:
      '`*` in a trust policy means every principal of every AWS account. Without a condition that says who, a stranger who learns the name of the role has it.',
    source: PAGES.principal,
    rules: ['PRIN-01', 'GRAM-12'],
    raises: marked(policy('trust', assume({ AWS: '*' })), '/Statement/0/Principal/AWS', '"*"'),
    silent: policy('trust', assume({ AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }))
  },
  'resource-open-to-everyone': {
    severity: 'warning',
    kind: 'security',
    title: 'A resource that is open to everyone',
    reason:
      '`*` means everybody, also people without AWS credentials. No condition here says who they are or where they come from.',
    source: PAGES.principal,
    rules: ['PRIN-01', 'EVAL-14'],
    raises: marked(
      policy('resource', allowTo('*', 's3:GetObject', OBJECTS)),
      '/Statement/0/Principal',
      '"*"'
    ),
    silent: policy(
      'resource',
      allowTo('*', 's3:GetObject', OBJECTS, { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })
    )
  },
  'not-principal-deny': {
    severity: 'warning',
    kind: 'logic',
    title: '`NotPrincipal` with Deny',
    reason:
      'Account, role and session of the exception must all be listed, and users and roles with a permissions boundary are denied even then. A condition on `aws:PrincipalArn` says the same without these traps.',
    source: PAGES.notPrincipal,
    rules: ['PRIN-21', 'PRIN-22', 'PRIN-23', 'PRIN-24'],
    raises: marked(
      policy('resource', {
        Effect: 'Deny',
        NotPrincipal: { AWS: ROLE },
        Action: 's3:*',
        Resource: OBJECTS
      }),
      '/Statement/0/NotPrincipal',
      `{\n        "AWS": "${ROLE}"\n      }`
    ),
    silent: policy('resource', denyTo('*', 's3:*', OBJECTS, { ArnNotLike: { 'aws:PrincipalArn': ROLE } }))
  },
  'session-as-principal': {
    severity: 'suggestion',
    kind: 'reach',
    title: 'A session as principal',
    reason:
      'The ARN of a session holds the name somebody gave it when the role was assumed. A session with another name is not meant, and wildcards are not allowed here.',
    source: PAGES.principal,
    rules: ['PRIN-04b', 'PRIN-06', 'PRIN-07'],
    raises: marked(
      policy(
        'resource',
        allowTo({ AWS: 'arn:aws:sts::111122223333:assumed-role/reader/ana' }, 's3:GetObject', OBJECTS)
      ),
      '/Statement/0/Principal/AWS',
      '"arn:aws:sts::111122223333:assumed-role/reader/ana"'
    ),
    silent: policy('resource', allowTo({ AWS: ROLE }, 's3:GetObject', OBJECTS))
  },
  'unique-id-as-principal': {
    severity: 'suggestion',
    kind: 'reach',
    title: 'A unique id as principal',
    reason:
      'AWS stores the id of a user or role and shows it in place of the ARN once they are deleted. Somebody new with the same name has another id, and is not meant.',
    source: PAGES.principal,
    rules: ['PRIN-04d', 'PRIN-08', 'PRIN-09'],
    raises: marked(
      policy('resource', allowTo({ AWS: 'AROAEXAMPLEEXAMPLEEX' }, 's3:GetObject', OBJECTS)),
      '/Statement/0/Principal/AWS',
      '"AROAEXAMPLEEXAMPLEEX"'
    ),
    silent: policy('resource', allowTo({ AWS: ROLE }, 's3:GetObject', OBJECTS))
  },
  'redundant-principal': {
    severity: 'suggestion',
    kind: 'style',
    title: 'A principal beside everybody',
    reason:
      'Principals are joined by or, so whoever is named beside `*` is named twice. Often the `*` was meant to go.',
    source: PAGES.principal,
    rules: ['PRIN-01', 'PRIN-10'],
    raises: marked(
      policy('resource', denyTo({ AWS: ['*', ROLE] }, 's3:*', OBJECTS)),
      '/Statement/0/Principal/AWS/1',
      `"${ROLE}"`
    ),
    silent: policy('resource', denyTo({ AWS: ROLE }, 's3:*', OBJECTS))
  },
  'trust-action-mismatch': {
    severity: 'warning',
    kind: 'reach',
    title: 'A trust policy with an action its principals cannot call',
    reason:
      'Users, roles and services call `sts:AssumeRole`; tokens come in by `sts:AssumeRoleWithWebIdentity`, SAML assertions by `sts:AssumeRoleWithSAML`. With another action nobody gets in.',
    source: PAGES.oidc,
    rules: ['PRIN-04f', 'EVAL-21'],
    raises: marked(
      web({ StringEquals: { ...AUD, [SUB]: 'repo:example/shop:ref:refs/heads/main' } }, 'sts:AssumeRole'),
      '/Statement/0/Action',
      '"sts:AssumeRole"'
    ),
    silent: web({ StringEquals: { ...AUD, [SUB]: 'repo:example/shop:ref:refs/heads/main' } })
  },
  'oidc-without-subject': {
    severity: 'warning',
    kind: 'security',
    title: 'Trust in a token without looking at whose it is',
    reason:
      'The provider makes tokens for all its customers. Without a condition on `sub` each of their workloads may assume the role. For providers it knows to be shared, such as GitHub, AWS refuses to save a new policy without it; older ones still stand.',
    source: PAGES.sharedOidc,
    rules: ['KEY-55'],
    raises: marked(web({ StringEquals: AUD }), '/Statement/0/Principal/Federated', `"${GITHUB}"`),
    silent: web({ StringEquals: { ...AUD, [SUB]: 'repo:example/shop:ref:refs/heads/main' } })
  },
  'oidc-wide-subject': {
    severity: 'warning',
    kind: 'security',
    title: 'A subject that leaves the organization open',
    reason:
      'The wildcard stands where the name of the organization should be, so tokens of every customer of the provider match.',
    source: PAGES.oidc,
    rules: ['KEY-55', 'COND-20'],
    raises: marked(
      web({ StringEquals: AUD, StringLike: { [SUB]: 'repo:*' } }),
      `/Statement/0/Condition/StringLike/${SUB}`,
      '"repo:*"'
    ),
    silent: web({ StringEquals: AUD, StringLike: { [SUB]: 'repo:example/shop:*' } })
  },
  'oidc-without-audience': {
    severity: 'warning',
    kind: 'security',
    title: 'Trust in a token without looking at whom it is for',
    reason:
      'A token names its audience so that what was made for one is of no use to another. Without a condition on `aud` every audience that is registered with the provider opens this role, and with a provider that is registered nowhere, such as Cognito, everybody’s application.',
    source: PAGES.oidc,
    rules: ['KEY-55'],
    raises: marked(
      web({ StringEquals: { [SUB]: 'repo:example/shop:ref:refs/heads/main' } }),
      '/Statement/0/Principal/Federated',
      `"${GITHUB}"`
    ),
    silent: web({ StringEquals: { ...AUD, [SUB]: 'repo:example/shop:ref:refs/heads/main' } })
  },
  'saml-without-audience': {
    severity: 'suggestion',
    kind: 'security',
    title: 'Trust in an assertion without looking at whom it is for',
    reason:
      '`SAML:aud` is where the assertion was sent. AWS asks for it in the trust policies that its console writes.',
    source: PAGES.saml,
    rules: ['KEY-56'],
    raises: marked(saml(), '/Statement/0/Principal/Federated', `"${SAML}"`),
    silent: saml({ StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } })
  },
  'service-without-source': {
    severity: 'warning',
    kind: 'security',
    title: 'A service that may act for anybody',
    reason:
      'A service acts for all its customers. Without `aws:SourceArn` or `aws:SourceAccount` a stranger can have it use this resource for them: the confused deputy.',
    source: PAGES.deputy,
    rules: ['KEY-45', 'PRIN-14'],
    raises: marked(
      policy('resource', allowTo({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', QUEUE)),
      '/Statement/0/Principal/Service',
      '"sns.amazonaws.com"'
    ),
    silent: policy(
      'resource',
      allowTo({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', QUEUE, {
        StringEquals: { 'aws:SourceAccount': '111122223333' }
      })
    )
  }
} as const satisfies Readonly<Partial<Record<FindingName, Finding>>>;
