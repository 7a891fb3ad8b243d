/** Requests that show what each fix does to decisions, and a way to ask them of a single policy. */
import { evaluate } from '../../src/lib/engine/evaluate.ts';
import type { FindingName } from '../../src/lib/lint/codes.ts';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { toCase, type Vector } from '../engine/vector-world.ts';

type Decided = 'allowed' | 'implicitDeny' | 'explicitDeny';

export interface Probe {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** With the document as the example has it, and as the fix leaves it. */
  readonly before: Decided;
  readonly after: Decided;
  /** Anything but a user of account 111122223333. */
  readonly principal?: Vector['request']['principal'];
}

const USER = {
  kind: 'iam-user',
  account: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/ana',
  userId: 'AIDAEXAMPLEEXAMPLEEX'
} as const;

const ALLOW_ALL = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }]
};

/** What becomes of a request when this policy applies and, where it only limits, everything else allows. */
export function decide(text: string, kind: PolicyKind, probe: Probe): string | null {
  const document: unknown = JSON.parse(text);
  const { world, request } = toCase({
    id: 'probe',
    rule: [],
    title: '',
    expect: 'Allowed',
    because: '',
    policies: policiesWith(document, kind),
    request: {
      principal: probe.principal ?? USER,
      action: probe.action,
      resource: probe.resource,
      context: probe.context
    }
  });
  return evaluate(world, request).outcome;
}

function policiesWith(document: unknown, kind: PolicyKind): Vector['policies'] {
  const isDeny = JSON.stringify(document).includes('"Deny"');
  switch (kind) {
    case 'trust':
      return { identity: [ALLOW_ALL], resource: document, resourceAccount: '111122223333' };
    case 'resource':
      return {
        resource: document,
        resourceAccount: '111122223333',
        ...(isDeny ? { identity: [ALLOW_ALL] } : {})
      };
    case 'scp':
      return { identity: [ALLOW_ALL], scps: [[ALLOW_ALL, document]] };
    case 'rcp':
      return { identity: [ALLOW_ALL], rcps: [[ALLOW_ALL, document]] };
    case 'boundary':
      return { identity: [ALLOW_ALL], boundary: document };
    default:
      return { identity: isDeny ? [ALLOW_ALL, document] : [document] };
  }
}

const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::example-reports/a' } as const;
const TAG = { action: 'sqs:TagQueue', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' } as const;

function read(context: Probe['context'], before: Decided, after: Decided): Probe {
  return { ...GET, context, before, after };
}

function tag(context: Probe['context'], before: Decided, after: Decided): Probe {
  return { ...TAG, context, before, after };
}

const NO = 'implicitDeny';
const YES = 'allowed';

const BUCKET = 'arn:aws:s3:::example-reports';
const READER = 'arn:aws:iam::111122223333:role/reader';
const MFA = 'aws:MultiFactorAuthPresent';
const STRANGER = {
  kind: 'iam-user',
  account: '444455556666',
  arn: 'arn:aws:iam::444455556666:user/zoe',
  userId: 'AIDAOTHEROTHEROTHERO'
} as const;

const GITHUB = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const WEB = {
  action: 'sts:AssumeRoleWithWebIdentity',
  resource: READER,
  principal: { kind: 'federated-idp', idp: GITHUB },
  context: {
    'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
    'token.actions.githubusercontent.com:sub': 'repo:example/shop:ref:refs/heads/main'
  }
} as const;
const SAML = {
  action: 'sts:AssumeRoleWithSAML',
  resource: READER,
  principal: { kind: 'federated-idp', idp: 'arn:aws:iam::111122223333:saml-provider/office' }
} as const;

function list(context: Probe['context'], before: Decided, after: Decided): Probe {
  return { action: 's3:ListBucket', resource: BUCKET, context, before, after };
}

function invoke(before: Decided, after: Decided): Probe {
  const resource = 'arn:aws:lambda:eu-west-1:111122223333:function:nightly';
  return { action: 'lambda:InvokeFunction', resource, context: {}, before, after };
}

function run(role: string, both: Decided): Probe {
  const context = { 'aws:PrincipalArn': role };
  return { action: 'ec2:RunInstances', resource: '*', context, before: both, after: both };
}

export const PROBES: Readonly<Partial<Record<FindingName, readonly Probe[]>>> = {
  'cidr-under-string': [
    read({ 'aws:SourceIp': '203.0.113.7' }, NO, YES),
    read({ 'aws:SourceIp': '198.51.100.7' }, NO, NO)
  ],
  'operator-type-mismatch': [read({ 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, NO, YES), read({}, NO, NO)],
  'wildcard-under-equals': [
    read({ 'aws:PrincipalTag/team': 'data-eu' }, NO, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO)
  ],
  'arn-wildcard-under-equals': [
    read({ 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/data-eu' }, NO, YES)
  ],
  'like-without-wildcard': [
    read({ 'aws:PrincipalTag/team': 'data' }, YES, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO),
    read({}, NO, NO)
  ],
  'all-values-on-single-key': [read({ 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, YES, YES), read({}, YES, NO)],
  'any-value-on-single-key': [
    read({ 'aws:PrincipalTag/team': 'data' }, YES, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO),
    read({}, NO, NO)
  ],
  'all-values-without-guard': [
    tag({ 'aws:TagKeys': ['team'] }, YES, YES),
    tag({ 'aws:TagKeys': ['other'] }, NO, NO),
    tag({}, YES, NO)
  ],
  'plain-operator-on-list': [
    read({ 'aws:CalledVia': ['athena.amazonaws.com', 'glue.amazonaws.com'] }, NO, YES)
  ],
  'null-with-set-operator': [tag({ 'aws:TagKeys': ['team'] }, YES, YES), tag({}, YES, NO)],
  'null-with-both': [tag({ 'aws:TagKeys': ['team'] }, YES, YES), tag({}, YES, YES)],
  'redundant-null': [
    read({ 'aws:PrincipalTag/team': 'data' }, YES, YES),
    read({ 'aws:PrincipalTag/team': 'web' }, NO, NO),
    read({}, NO, NO)
  ],
  'if-exists-on-negated': [
    read({ 'aws:ResourceAccount': '111122223333' }, YES, YES),
    read({ 'aws:ResourceAccount': '444455556666' }, 'explicitDeny', 'explicitDeny'),
    read({}, 'explicitDeny', 'explicitDeny')
  ],
  // Principals.
  'redundant-principal': [
    { ...GET, context: {}, before: 'explicitDeny', after: 'explicitDeny' },
    { ...GET, principal: STRANGER, context: {}, before: 'explicitDeny', after: 'explicitDeny' }
  ],
  'trust-action-mismatch': [{ ...WEB, before: NO, after: YES }],
  'saml-without-audience': [
    { ...SAML, context: { 'saml:aud': 'https://signin.aws.amazon.com/saml' }, before: YES, after: YES },
    { ...SAML, context: { 'saml:aud': 'https://elsewhere.example.com/saml' }, before: YES, after: NO }
  ],
  // Actions and resources.
  'object-action-on-bucket': [read({}, NO, YES)],
  'bucket-action-on-objects': [read({}, YES, YES), list({}, NO, YES)],
  'bucket-arn-with-account': [read({}, NO, YES)],
  'unknown-service': [invoke(NO, YES)],
  'unknown-action': [invoke(NO, YES)],
  'scp-spares-service-linked': [
    run('arn:aws:iam::111122223333:role/deploy', YES),
    run('arn:aws:iam::111122223333:role/other', 'explicitDeny')
  ],
  // Keys.
  'mfa-passes-when-missing': [
    read({ [MFA]: 'true' }, YES, YES),
    read({ [MFA]: 'false' }, NO, NO),
    read({}, YES, NO)
  ],
  'mfa-deny-spares-keys': [
    read({ [MFA]: 'true' }, YES, YES),
    read({ [MFA]: 'false' }, 'explicitDeny', 'explicitDeny'),
    read({}, YES, 'explicitDeny')
  ],
  'mfa-tested-by-null': [
    read({ [MFA]: 'true' }, YES, YES),
    read({ [MFA]: 'false' }, YES, NO),
    read({}, NO, NO)
  ],
  'stranger-passes-when-missing': [
    { ...GET, principal: { kind: 'anonymous' }, context: {}, before: YES, after: NO },
    read({ 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, YES, YES)
  ],
  'untagged-passes': [
    read({ 'aws:PrincipalTag/team': 'data', 's3:ExistingObjectTag/team': 'data' }, YES, YES),
    read({ 'aws:PrincipalTag/team': 'data', 's3:ExistingObjectTag/team': 'web' }, NO, NO),
    read({ 'aws:PrincipalTag/team': 'data' }, YES, NO)
  ],
  'deprecated-arn-key': [read({ 'aws:PrincipalArn': READER }, NO, YES)],
  'session-as-principal-arn': [read({ 'aws:PrincipalArn': READER }, NO, YES)],
  'revocation-backwards': [
    read({ 'aws:TokenIssueTime': '2026-02-01T00:00:00Z' }, YES, 'explicitDeny'),
    read({ 'aws:TokenIssueTime': '2026-04-01T00:00:00Z' }, 'explicitDeny', YES)
  ],
  'unknown-global-key': [read({ 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, NO, YES)],
  'unknown-service-key': [list({ 's3:prefix': 'reports/' }, NO, YES)],
  // Networks and variables.
  'private-source-ip': [
    read({ 'aws:SourceIp': '203.0.113.7' }, YES, YES),
    read({ 'aws:SourceIp': '198.51.100.7' }, NO, NO)
  ],
  'ip-range-host-bits': [
    read({ 'aws:SourceIp': '203.0.113.7' }, YES, YES),
    read({ 'aws:SourceIp': '203.0.114.7' }, NO, NO)
  ],
  'network-deny-hits-services': [
    read({ 'aws:ViaAWSService': 'true' }, 'explicitDeny', YES),
    read({ 'aws:ViaAWSService': 'false' }, 'explicitDeny', 'explicitDeny'),
    read({ 'aws:ViaAWSService': 'false', 'aws:SourceVpc': 'vpc-1a2b3c4d' }, YES, YES)
  ],
  'org-deny-hits-services': [
    read({ 'aws:PrincipalIsAWSService': 'true' }, 'explicitDeny', YES),
    read({ 'aws:PrincipalIsAWSService': 'false' }, 'explicitDeny', 'explicitDeny')
  ],
  'variable-with-space': [
    {
      ...GET,
      resource: `${BUCKET}/data/a`,
      context: { 'aws:PrincipalTag/team': 'data' },
      before: NO,
      after: YES
    }
  ],
  // Form.
  'old-version': [read({}, YES, YES)],
  'empty-sid': [read({}, YES, YES)],
  'empty-condition': [read({}, YES, YES)],
  'duplicate-value': [read({}, YES, YES)],
  'redundant-action': [
    read({}, YES, YES),
    { ...GET, action: 's3:GetObjectVersion', context: {}, before: YES, after: YES }
  ],
  'redundant-resource': [
    read({}, YES, YES),
    { ...GET, resource: `${BUCKET}/public/a`, context: {}, before: YES, after: YES }
  ],
  'redundant-statement': [
    { ...GET, resource: `${BUCKET}/public/a`, context: {}, before: YES, after: YES },
    { ...GET, action: 's3:PutObject', context: {}, before: NO, after: NO }
  ]
};
