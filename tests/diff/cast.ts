/** What random cases are made of: callers, resources, actions and the names policies give to them. */
import type { Vector } from '../engine/vector-world.ts';

type Caller = Vector['request']['principal'];

export const HOME = '111111111111';
export const FAR = '222222222222';

const user = (account: string, path: string): Caller => ({
  kind: 'iam-user',
  account,
  arn: `arn:aws:iam::${account}:user/${path}`,
  userId: `AIDA${path.split('/').at(-1)!.toUpperCase()}`
});
const session = (account: string, path: string, name: string): Caller => {
  const role = path.split('/').at(-1)!;
  return {
    kind: 'role-session',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
    roleArn: `arn:aws:iam::${account}:role/${path}`,
    userId: `AROA${role.toUpperCase()}:${name}`
  };
};
const ana = user(HOME, 'team/ana');

/** By how they call; a kind stands several times where more rules hang on it. */
export const CALLERS: readonly Caller[] = [
  ana,
  user(HOME, 'Ana'),
  { ...ana, session: 'GetSessionToken', mfa: true },
  { ...ana, session: 'GetSessionToken' },
  session(HOME, 'path/app', 's1'),
  session(HOME, 'app', 's1'),
  session(HOME, 'path/app', 's2'),
  {
    ...session(HOME, 'aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS', 'ecs'),
    serviceLinked: true
  },
  {
    kind: 'federated-user',
    account: HOME,
    arn: `arn:aws:sts::${HOME}:federated-user/fred`,
    issuerArn: ana.arn!
  },
  { kind: 'root', account: HOME, arn: `arn:aws:iam::${HOME}:root` },
  { kind: 'service', service: 'lambda.amazonaws.com' },
  { kind: 'service', service: 's3.amazonaws.com' },
  { kind: 'federated-idp', idp: `arn:aws:iam::${HOME}:oidc-provider/idp.example.com` },
  { kind: 'federated-idp', idp: `arn:aws:iam::${FAR}:saml-provider/corp` },
  { kind: 'federated-idp', idp: 'cognito-identity.amazonaws.com' },
  { kind: 'anonymous' }
];

/** Every form in which a policy names somebody. */
export const NAMES: readonly (readonly [string, string])[] = [
  ['AWS', '*'],
  ['AWS', HOME],
  ['AWS', FAR],
  ['AWS', `arn:aws:iam::${HOME}:root`],
  ['AWS', `arn:aws-cn:iam::${HOME}:root`],
  ['AWS', ana.arn!],
  ['AWS', `arn:aws:iam::${HOME}:user/Ana`],
  ['AWS', `arn:aws:iam::${HOME}:role/path/app`],
  ['AWS', `arn:aws:iam::${HOME}:role/app`],
  ['AWS', `arn:aws:sts::${HOME}:assumed-role/app/s1`],
  ['AWS', `arn:aws:sts::${HOME}:assumed-role/app/s2`],
  ['AWS', `arn:aws:sts::${HOME}:federated-user/fred`],
  ['AWS', 'AIDAANA'],
  ['AWS', 'AROAAPP'],
  ['Service', 'lambda.amazonaws.com'],
  ['Service', 's3.amazonaws.com'],
  ['Federated', `arn:aws:iam::${HOME}:oidc-provider/idp.example.com`],
  ['Federated', `arn:aws:iam::${FAR}:saml-provider/corp`],
  ['Federated', 'cognito-identity.amazonaws.com']
];

/** A resource with the actions that are asked of it. */
export interface Target {
  readonly arn: (account: string) => string;
  readonly actions: readonly string[];
  readonly patterns: readonly string[];
}

export const ROLE_TARGET: Target = {
  arn: (account) => `arn:aws:iam::${account}:role/target`,
  actions: [
    'sts:AssumeRole',
    'sts:TagSession',
    'sts:AssumeRoleWithWebIdentity',
    'sts:AssumeRoleWithSAML',
    'iam:PassRole',
    'iam:GetRole'
  ],
  patterns: ['arn:aws:iam::*:role/*', `arn:aws:iam::${HOME}:role/target`, 'arn:aws:iam::*:role/Target']
};

/** What the bearer of a token calls. */
export const TOKEN_ACTIONS = [
  'sts:AssumeRoleWithWebIdentity',
  'sts:AssumeRoleWithSAML',
  'sts:TagSession',
  'sts:SetSourceIdentity'
];

export const TARGETS: readonly Target[] = [
  {
    arn: () => 'arn:aws:s3:::data/team/ana/Report.csv',
    actions: ['s3:GetObject', 's3:PutObject', 'S3:getobject', 's3:DeleteObject'],
    patterns: [
      'arn:aws:s3:::data/*',
      'arn:aws:s3:::data/team/${aws:username}/*',
      "arn:aws:s3:::data/team/${aws:PrincipalTag/team, 'ana'}/*",
      'arn:aws:s3:::data/team/???/Report.csv',
      'arn:aws:s3:::data/*/report.csv',
      'arn:aws:s3:::*a*a*a*',
      'arn:*:s3:::data/team/ana/Report.csv',
      'arn:aws:s3:::data',
      'arn:aws:s3:us-east-1:*:data/*'
    ]
  },
  {
    arn: () => 'arn:aws:s3:::data/a${b}:c*d/😀é.txt',
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    patterns: [
      'arn:aws:s3:::data/a?{b}:c?d/?é.txt',
      'arn:aws:s3:::data/a${$}{b}:c${*}d/*',
      'arn:aws:s3:::data/*:*',
      'arn:aws:s3:::data/a${b}:c*d/*',
      'arn:aws:s3:::data/*${?}*',
      'arn:aws:s3:::data/*/??.txt'
    ]
  },
  {
    arn: () => 'arn:aws:s3:::data',
    actions: ['s3:ListBucket', 's3:PutBucketPolicy', 's3:GetBucketPolicy', 's3:DeleteBucketPolicy'],
    patterns: ['arn:aws:s3:::data', 'arn:aws:s3:::d*', 'arn:aws:s3:::data/*', 'arn:aws:s3:::DATA']
  },
  {
    arn: (account) => `arn:aws:sqs:us-east-1:${account}:jobs`,
    actions: ['sqs:SendMessage', 'sqs:DeleteQueue', 'SQS:SENDMESSAGE'],
    patterns: [
      'arn:aws:sqs:*:*:jobs',
      `arn:aws:sqs:us-east-1:${HOME}:*`,
      'arn:aws:sqs:us-*',
      'arn:aws:sqs:*',
      'arn:aws:sqs:us-*-1:*:j?bs',
      'arn:aws:sqs:*jobs',
      'arn:aws:sqs::*:jobs'
    ]
  },
  {
    arn: (account) => `arn:aws:kms:us-east-1:${account}:key/k1`,
    actions: ['kms:Decrypt', 'kms:PutKeyPolicy', 'kms:RetireGrant', 'kms:DescribeKey', 'kms:ReEncryptTo'],
    patterns: ['arn:aws:kms:*:*:key/*', 'arn:aws:kms:us-east-1:*:key/k1', 'arn:aws:kms:*:*:alias/*']
  },
  ROLE_TARGET,
  {
    arn: (account) => `arn:aws:lambda:us-east-1:${account}:function:f:prod`,
    actions: ['lambda:InvokeFunction'],
    patterns: [
      'arn:aws:lambda:*:*:function:f:*',
      'arn:aws:lambda:*:*:function:*',
      'arn:aws:lambda:*:*:function:f',
      'arn:aws:lambda:*:function:f:prod'
    ]
  },
  {
    arn: () => '*',
    actions: [
      's3:ListAllMyBuckets',
      'ec2:DescribeInstances',
      'sts:GetCallerIdentity',
      'sts:GetSessionToken',
      'sts:GetFederationToken',
      'kms:ListKeys',
      'iam:ListUsers'
    ],
    patterns: ['arn:aws:s3:::*', 'arn:aws:ec2:*:*:instance/*', 'arn:aws:s3:::data']
  }
];

export const ACTION_PATTERNS = [
  '*',
  's3:*',
  's3:Get*',
  'S3:GETOBJECT',
  's3:?etObject',
  's3:*Object',
  's?:*Bucket*',
  '*:*',
  '*:Get*',
  'sqs:*',
  'sqs:Send*Message',
  'kms:*',
  'kms:De*',
  'sts:*',
  'sts:AssumeRole',
  'sts:AssumeRole*',
  'iam:*',
  'lambda:Invoke*',
  'ec2:Describe*',
  'nothing:Here'
];
