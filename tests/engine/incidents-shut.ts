/** Doors that fell shut, and ceilings that held or did not. */
import {
  allow,
  ANONYMOUS,
  deny,
  EVERYTHING,
  FAR,
  HOME,
  root,
  says,
  service,
  session,
  trust,
  user,
  type Incident
} from './incidents.ts';

const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd`;
const BUCKET = 'arn:aws:s3:::ledger';
const ROLE = `arn:aws:iam::${HOME}:role/app`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/app/s`;
const ORG = { StringEquals: { 'aws:PrincipalOrgID': 'o-acme' } };
const onBucket = { Resource: [BUCKET, `${BUCKET}/*`] };
const denyAll = (more: object, who: object = { Principal: '*' }) =>
  says({ Effect: 'Deny', ...who, Action: 's3:*', ...onBucket, ...more });
const keyForOneRole = says(trust({ AWS: ROLE }, 'kms:*', { Resource: '*' }));
const regions = (more: object) =>
  says({
    Effect: 'Deny',
    ...more,
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1'] } }
  });
const office = denyAll({ Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } });
const onlyEndpoint = denyAll({ Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } } });
const orgTrust = says(trust({ AWS: '*' }, 'sts:AssumeRole', { Condition: ORG }));
const orgBucket = says(trust('*', 's3:GetObject', { ...onBucket, Condition: ORG }));
const outsider = {
  ...{ Effect: 'Deny', Principal: '*', Action: 's3:*', ...onBucket },
  Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-acme' } }
};
const perimeter = says(outsider);
const revoked = says(
  deny('*', '*', { Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-03-01T00:00:00Z' } } })
);

const read = { action: 's3:GetObject', resource: `${BUCKET}/2026.csv` };
const assume = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${HOME}:role/target` };
const decrypt = { action: 'kms:Decrypt', resource: KEY };

export const SHUT_DOORS: readonly Incident[] = [
  {
    title: 'a key policy without the account: not even an administrator decrypts',
    rule: 'EVAL-22',
    policies: { identity: [EVERYTHING], resource: keyForOneRole },
    principal: user('admin'),
    ...decrypt,
    expect: 'ImplicitDeny'
  },
  {
    title: 'nor does the root user',
    rule: 'EVAL-22',
    policies: { resource: keyForOneRole },
    principal: root(),
    ...decrypt,
    action: 'kms:PutKeyPolicy',
    expect: 'ImplicitDeny'
  },
  {
    title: 'a role of another account is in the key policy, its own account is silent',
    rule: 'XACC-15',
    policies: {
      resource: says(trust({ AWS: `arn:aws:iam::${FAR}:role/reader` }, 'kms:Decrypt', { Resource: '*' })),
      resourceAccount: HOME
    },
    principal: session('reader', 's', FAR),
    ...decrypt,
    expect: 'ImplicitDeny'
  },
  {
    title: 'a Region deny over every action: IAM answers from us-east-1 and is cut off',
    rule: 'EVAL-04 KEY-42',
    policies: { identity: [EVERYTHING], scps: [[EVERYTHING, regions({ Action: '*' })], [EVERYTHING]] },
    principal: user('admin'),
    action: 'iam:CreateRole',
    resource: ROLE,
    context: { 'aws:RequestedRegion': 'us-east-1' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'the same with NotAction spares the global services',
    rule: 'ACT-06',
    policies: {
      identity: [EVERYTHING],
      scps: [[EVERYTHING, regions({ NotAction: ['iam:*', 'sts:*'] })], [EVERYTHING]]
    },
    principal: user('admin'),
    action: 'iam:CreateRole',
    resource: ROLE,
    context: { 'aws:RequestedRegion': 'us-east-1' },
    expect: 'Allowed'
  },
  {
    title: 'the SCP binds the root user of a member account',
    rule: 'EVAL-04b',
    policies: { scps: [[EVERYTHING, regions({ Action: '*' })], [EVERYTHING]] },
    principal: root(),
    action: 'ec2:RunInstances',
    resource: '*',
    context: { 'aws:RequestedRegion': 'us-west-2' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'FullAWSAccess taken off one level: everything in the account stops',
    rule: 'EVAL-04',
    policies: { identity: [EVERYTHING], scps: [[EVERYTHING], [says(deny('ec2:*', '*'))], [EVERYTHING]] },
    principal: user('admin'),
    ...read,
    expect: 'ImplicitDeny'
  },
  {
    title: 'NotPrincipal with the role alone: its own session is out',
    rule: 'PRIN-22',
    policies: { identity: [EVERYTHING], resource: denyAll({}, { NotPrincipal: { AWS: [ROLE] } }) },
    principal: session('app', 's'),
    ...read,
    expect: 'ExplicitDeny'
  },
  {
    title: 'NotPrincipal with account, role and session',
    rule: 'PRIN-22',
    policies: {
      identity: [EVERYTHING],
      resource: denyAll({}, { NotPrincipal: { AWS: [HOME, ROLE, SESSION] } })
    },
    principal: session('app', 's'),
    ...read,
    expect: 'Allowed'
  },
  {
    title: 'the office range, asked from inside a VPC: no SourceIp, so it is not in the range',
    rule: 'COND-38 KEY-32',
    policies: { identity: [EVERYTHING], resource: office },
    principal: user('ana'),
    ...read,
    context: { 'aws:SourceVpce': 'vpce-1', 'aws:VpcSourceIp': '10.0.0.5' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'the office range locks its own administrator out, who is on the road',
    rule: 'COND-38 EVAL-02',
    policies: { identity: [EVERYTHING], resource: office },
    principal: user('admin'),
    action: 's3:PutBucketPolicy',
    resource: BUCKET,
    context: { 'aws:SourceIp': '198.51.100.9' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'only the root user mends it',
    rule: 'EVAL-17b',
    policies: { resource: office },
    principal: root(),
    action: 's3:DeleteBucketPolicy',
    resource: BUCKET,
    context: { 'aws:SourceIp': '198.51.100.9' },
    expect: 'Allowed'
  },
  {
    title: 'only this endpoint: the console has none, the key is missing, so it differs',
    rule: 'COND-11',
    policies: { identity: [EVERYTHING], resource: onlyEndpoint },
    principal: user('admin'),
    action: 's3:GetBucketPolicy',
    resource: BUCKET,
    context: { 'aws:SourceIp': '203.0.113.7' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'a trust in everybody of the organization: a stranger with everything allowed at home',
    rule: 'XACC-22',
    policies: { identity: [EVERYTHING], resource: orgTrust, resourceAccount: HOME },
    principal: user('mallory', FAR),
    ...assume,
    context: { 'aws:PrincipalOrgID': 'o-evil' },
    expect: 'ImplicitDeny'
  },
  {
    title: 'a member of the organization whose own account is silent',
    rule: 'XACC-22',
    policies: { resource: orgTrust, resourceAccount: HOME },
    principal: user('bo', FAR),
    ...assume,
    context: { 'aws:PrincipalOrgID': 'o-acme' },
    expect: 'ImplicitDeny'
  },
  {
    title: 'a member of the role’s own account needs no more: the star is a grant',
    rule: 'EVAL-21 XACC-22',
    policies: { resource: orgTrust },
    principal: user('ana'),
    ...assume,
    context: { 'aws:PrincipalOrgID': 'o-acme' },
    expect: 'Allowed'
  },
  {
    title: 'a bucket for the organization: anonymous calls carry no organization',
    rule: 'COND-10',
    policies: { resource: orgBucket, resourceAccount: HOME },
    principal: ANONYMOUS,
    ...read,
    expect: 'ImplicitDeny'
  },
  {
    title: 'a data perimeter that forgets AWS services: log delivery stops',
    rule: 'KEY-06 COND-11',
    policies: {
      resource: says(trust({ Service: 'delivery.logs.amazonaws.com' }, 's3:PutObject', onBucket), outsider),
      resourceAccount: HOME
    },
    principal: service('delivery.logs.amazonaws.com'),
    action: 's3:PutObject',
    resource: `${BUCKET}/logs/1`,
    context: { 'aws:PrincipalIsAWSService': 'true' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'the perimeter against a principal of another organization',
    rule: 'EVAL-02 XACC-02',
    policies: { identity: [EVERYTHING], resource: perimeter, resourceAccount: HOME },
    principal: user('mallory', FAR),
    ...read,
    context: { 'aws:PrincipalOrgID': 'o-evil' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'CIDR under StringEquals never matches',
    rule: 'COND-21',
    policies: {
      identity: [
        says(
          allow('s3:GetObject', '*', { Condition: { StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } } })
        )
      ]
    },
    principal: user('ana'),
    ...read,
    context: { 'aws:SourceIp': '203.0.113.7' },
    expect: 'ImplicitDeny'
  },
  {
    title: 'sessions are revoked by the time of issue; the user with long-term keys is not hit',
    rule: 'KEY-21 COND-10',
    policies: { identity: [EVERYTHING, revoked] },
    principal: user('ana'),
    ...read,
    expect: 'Allowed'
  },
  {
    title: 'a stolen session from before the revocation',
    rule: 'KEY-21',
    policies: { identity: [EVERYTHING, revoked] },
    principal: session('app', 'stolen'),
    ...read,
    context: { 'aws:TokenIssueTime': '2026-02-28T23:59:59Z' },
    expect: 'ExplicitDeny'
  },
  {
    title: 'instance credentials used outside: the guard compares with a variable',
    rule: 'KEY-25 VAR-01',
    policies: {
      identity: [
        EVERYTHING,
        says(
          deny('*', '*', {
            Condition: {
              StringNotEquals: { 'aws:SourceVpc': '${aws:Ec2InstanceSourceVpc}' },
              Null: { 'ec2:SourceInstanceARN': 'false' },
              BoolIfExists: { 'aws:ViaAWSService': 'false' }
            }
          })
        )
      ]
    },
    principal: session('waf', 'i-0abc'),
    ...read,
    context: {
      'aws:Ec2InstanceSourceVpc': 'vpc-1',
      'ec2:SourceInstanceARN': `arn:aws:ec2:us-east-1:${HOME}:instance/i-0abc`,
      'aws:ViaAWSService': 'false',
      'aws:SourceIp': '198.51.100.9'
    },
    expect: 'ExplicitDeny'
  }
];
