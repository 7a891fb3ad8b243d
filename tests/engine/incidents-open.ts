/** Doors that stood open. */
import {
  allow,
  ANONYMOUS,
  deny,
  EVERYTHING,
  FAR,
  HOME,
  provider,
  says,
  service,
  session,
  trust,
  user,
  type Incident
} from './incidents.ts';

const role = (name: string, account = HOME) => `arn:aws:iam::${account}:role/${name}`;
const GITHUB = `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`;
const COGNITO = 'cognito-identity.amazonaws.com';
const BUCKET = 'arn:aws:s3:::card-applications';
const FUNCTION = `arn:aws:lambda:us-east-1:${HOME}:function:resize`;

const githubTrust = says(
  trust({ Federated: GITHUB }, 'sts:AssumeRoleWithWebIdentity', {
    Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }
  })
);
const githubTrustBySubject = says(
  trust({ Federated: GITHUB }, 'sts:AssumeRoleWithWebIdentity', {
    Condition: {
      StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/shop:*' }
    }
  })
);
const github = (sub: string) => ({
  'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
  'token.actions.githubusercontent.com:sub': sub
});
const wafPolicy = says(allow(['s3:ListAllMyBuckets', 's3:ListBucket', 's3:GetObject'], '*'));
const refererBucket = says(
  trust('*', 's3:GetObject', {
    Resource: 'arn:aws:s3:::site/*',
    Condition: { StringLike: { 'aws:Referer': 'https://shop.example.com/*' } }
  })
);
const escalation = says(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], '*'));
const versionTrap = says(allow('iam:CreatePolicyVersion', `arn:aws:iam::${HOME}:policy/developers`));
const forAllTrap = says(
  allow('ec2:CreateTags', '*', {
    Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['project', 'owner'] } }
  })
);
const denyLong = says(
  allow('s3:*', '*'),
  deny('s3:DeleteObject', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } })
);
const denyLongIfExists = says(
  allow('s3:*', '*'),
  deny('s3:DeleteObject', '*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } })
);
const lambdaPolicy = (more: object) =>
  says(trust({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', { Resource: FUNCTION, ...more }));
const vendorTrust = (more: object) =>
  says(trust({ AWS: `arn:aws:iam::${FAR}:root` }, 'sts:AssumeRole', more));
const byAccount = { Condition: { StringEquals: { 'aws:SourceAccount': HOME } } };
const byExternalId = { Condition: { StringEquals: { 'sts:ExternalId': 'acme-7f3a' } } };

export const OPEN_DOORS: readonly Incident[] = [
  {
    title: 'a firewall role reads every bucket of its account (Capital One, 2019)',
    rule: 'EVAL-10 RES-03',
    policies: { identity: [wafPolicy] },
    principal: session('waf', 'i-0abc'),
    action: 's3:GetObject',
    resource: `${BUCKET}/2019/application-1.csv`,
    expect: 'Allowed'
  },
  {
    title: 'the same role lists the names of all buckets, an action without a resource',
    rule: 'RES-09',
    policies: { identity: [wafPolicy] },
    principal: session('waf', 'i-0abc'),
    action: 's3:ListAllMyBuckets',
    resource: '*',
    expect: 'Allowed'
  },
  {
    title: 'a bucket for everybody behind a Referer: whoever writes the header is in',
    rule: 'EVAL-18 KEY-66',
    policies: { resource: refererBucket, resourceAccount: HOME },
    principal: ANONYMOUS,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::site/invoices/1.pdf',
    context: { 'aws:referer': 'https://shop.example.com/forged' },
    expect: 'Allowed'
  },
  {
    title: 'the same bucket without the header',
    rule: 'COND-10',
    policies: { resource: refererBucket, resourceAccount: HOME },
    principal: ANONYMOUS,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::site/invoices/1.pdf',
    expect: 'ImplicitDeny'
  },
  {
    title: 'confused deputy: a vendor acts for another customer, no external id is asked',
    rule: 'XACC-09 XACC-10',
    policies: { identity: [EVERYTHING], resource: vendorTrust({}), resourceAccount: HOME },
    principal: session('vendor', 'for-mallory', FAR),
    action: 'sts:AssumeRole',
    resource: role('backup'),
    context: { 'sts:ExternalId': 'mallory-1' },
    expect: 'Allowed'
  },
  {
    title: 'the external id of another customer',
    rule: 'XACC-10',
    policies: { identity: [EVERYTHING], resource: vendorTrust(byExternalId), resourceAccount: HOME },
    principal: session('vendor', 'for-mallory', FAR),
    action: 'sts:AssumeRole',
    resource: role('backup'),
    context: { 'sts:ExternalId': 'mallory-1' },
    expect: 'ImplicitDeny'
  },
  {
    title: 'GitHub may deploy: trusted by audience alone, any repository is in',
    rule: 'XACC-14 KEY-55',
    policies: { resource: githubTrust, resourceAccount: HOME },
    principal: provider(GITHUB),
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: role('deploy'),
    context: github('repo:mallory/anything:ref:refs/heads/main'),
    expect: 'Allowed'
  },
  {
    title: 'GitHub trusted by subject: another repository',
    rule: 'XACC-14 COND-20',
    policies: { resource: githubTrustBySubject, resourceAccount: HOME },
    principal: provider(GITHUB),
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: role('deploy'),
    context: github('repo:acme/shop-fork:ref:refs/heads/main'),
    expect: 'ImplicitDeny'
  },
  {
    title: 'GitHub trusted by a subject pattern: a pull request of the repository is in too',
    rule: 'COND-20',
    policies: { resource: githubTrustBySubject, resourceAccount: HOME },
    principal: provider(GITHUB),
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: role('deploy'),
    context: github('repo:acme/shop:pull_request'),
    expect: 'Allowed'
  },
  {
    title: 'Lambda trusts S3 without a source: any account’s bucket calls the function',
    rule: 'EVAL-18 XACC-20',
    policies: { resource: lambdaPolicy({}), resourceAccount: HOME },
    principal: service('s3.amazonaws.com'),
    action: 'lambda:InvokeFunction',
    resource: FUNCTION,
    context: { 'aws:SourceAccount': FAR, 'aws:SourceArn': 'arn:aws:s3:::mallory' },
    expect: 'Allowed'
  },
  {
    title: 'Lambda trusts S3 for its own account: another account’s bucket',
    rule: 'EVAL-18 XACC-20',
    policies: { resource: lambdaPolicy(byAccount), resourceAccount: HOME },
    principal: service('s3.amazonaws.com'),
    action: 'lambda:InvokeFunction',
    resource: FUNCTION,
    context: { 'aws:SourceAccount': FAR, 'aws:SourceArn': 'arn:aws:s3:::mallory' },
    expect: 'ImplicitDeny'
  },
  {
    title: 'PassRole on everything: an administrator role is handed to a function',
    rule: 'XACC-16',
    policies: { identity: [escalation] },
    principal: user('dev'),
    action: 'iam:PassRole',
    resource: role('admin'),
    context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
    expect: 'Allowed'
  },
  {
    title: 'escalation by a new version of one’s own policy',
    rule: 'EVAL-10',
    policies: { identity: [versionTrap] },
    principal: user('dev'),
    action: 'iam:CreatePolicyVersion',
    resource: `arn:aws:iam::${HOME}:policy/developers`,
    expect: 'Allowed'
  },
  {
    title: 'the same under a boundary that is silent',
    rule: 'EVAL-18b',
    policies: { identity: [versionTrap], boundary: says(allow(['s3:*', 'ec2:*'], '*')) },
    principal: user('dev'),
    action: 'iam:CreatePolicyVersion',
    resource: `arn:aws:iam::${HOME}:policy/developers`,
    expect: 'ImplicitDeny'
  },
  {
    title: 'ForAllValues on tag keys: a call without tags passes',
    rule: 'COND-51',
    policies: { identity: [forAllTrap] },
    principal: user('dev'),
    action: 'ec2:CreateTags',
    resource: `arn:aws:ec2:us-east-1:${HOME}:instance/i-1`,
    expect: 'Allowed'
  },
  {
    title: 'a Deny without MFA that long-term keys walk past',
    rule: 'KEY-20 COND-32',
    policies: { identity: [denyLong] },
    principal: user('dev'),
    action: 's3:DeleteObject',
    resource: `${BUCKET}/x`,
    expect: 'Allowed'
  },
  {
    title: 'the same Deny with IfExists holds',
    rule: 'KEY-20 COND-12',
    policies: { identity: [denyLongIfExists] },
    principal: user('dev'),
    action: 's3:DeleteObject',
    resource: `${BUCKET}/x`,
    expect: 'ExplicitDeny'
  },
  {
    title: 'Cognito’s role for guests, trusted without the identity pool: any pool is in',
    rule: 'XACC-14',
    policies: {
      resource: says(
        trust({ Federated: COGNITO }, 'sts:AssumeRoleWithWebIdentity', {
          Condition: { 'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'unauthenticated' } }
        })
      ),
      resourceAccount: HOME
    },
    principal: provider(COGNITO),
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: role('guests'),
    context: { [`${COGNITO}:aud`]: 'us-east-1:mallory', [`${COGNITO}:amr`]: ['unauthenticated'] },
    expect: 'Allowed'
  },
  {
    title: 'a trust policy that counts on the missing external id: not equal is true',
    rule: 'COND-11',
    policies: {
      identity: [EVERYTHING],
      resource: vendorTrust({ Condition: { StringNotEquals: { 'sts:ExternalId': 'revoked' } } }),
      resourceAccount: HOME
    },
    principal: session('vendor', 's', FAR),
    action: 'sts:AssumeRole',
    resource: role('backup'),
    expect: 'Allowed'
  },
  {
    title: 'Allow with NotAction: everything but IAM holds organizations too',
    rule: 'ACT-06',
    policies: { identity: [says({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })] },
    principal: user('power'),
    action: 'organizations:LeaveOrganization',
    resource: '*',
    expect: 'Allowed'
  },
  {
    title: 'a home directory by user name under version 2008: nobody’s home',
    rule: 'VAR-02',
    policies: {
      identity: [
        { Version: '2008-10-17', Statement: [allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')] }
      ]
    },
    principal: user('dev'),
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::home/dev/x',
    context: { 'aws:username': 'dev' },
    expect: 'ImplicitDeny'
  },
  {
    title: 'an all-zero CIDR lets everybody in',
    rule: 'COND-36',
    policies: {
      identity: [
        says(allow('s3:GetObject', '*', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }))
      ]
    },
    principal: user('dev'),
    action: 's3:GetObject',
    resource: `${BUCKET}/x`,
    context: { 'aws:SourceIp': '203.0.113.7' },
    expect: 'Allowed'
  }
];
