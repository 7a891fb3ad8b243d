/** Every policy of the world of these tests, with the places where it hangs. */
import type { Paper, PolicyType } from '../../src/lib/world/world.ts';
import type { Said } from '../support/document.ts';
import {
  APP,
  DANA,
  DEPLOY,
  DEVELOPERS,
  GITHUB,
  INTERN,
  JENKINS,
  KEY,
  PROD,
  ROOT,
  TOOLS,
  WEB,
  WEB_TASK,
  WORKLOADS
} from './names.ts';

const FULL: readonly Said[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly origin: Paper['origin'];
  readonly hangs: readonly (readonly [PolicyType, string])[];
  readonly says: readonly Said[] | 'broken';
}

export const SHEETS: readonly Sheet[] = [
  {
    id: 'FullAWSAccess',
    name: 'FullAWSAccess',
    origin: 'aws',
    hangs: [ROOT, WORKLOADS, TOOLS, PROD].map((level) => ['scp', level] as const),
    says: FULL
  },
  {
    id: 'DenyRegions',
    name: 'DenyRegions',
    origin: 'scp',
    hangs: [['scp', WORKLOADS]],
    says: [
      {
        Sid: 'NoAbroad',
        Effect: 'Deny',
        NotAction: ['iam:*', 'sts:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-central-1'] } }
      }
    ]
  },
  {
    id: 'RCPFullAWSAccess',
    name: 'RCPFullAWSAccess',
    origin: 'aws',
    hangs: [ROOT, WORKLOADS, TOOLS, PROD].map((level) => ['rcp', level] as const),
    says: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]
  },
  {
    id: 'dana/read',
    name: 'ReadOneBucket',
    origin: 'customer',
    hangs: [['identity', DANA]],
    says: [
      { Sid: 'List', Effect: 'Allow', Action: 's3:ListBucket', Resource: APP },
      {
        Sid: 'Read',
        Effect: 'Allow',
        Action: 's3:Get*',
        Resource: `${APP}/*`,
        Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
      }
    ]
  },
  {
    id: 'group/team',
    name: 'TeamFolder',
    origin: 'inline',
    hangs: [['identity', DEVELOPERS]],
    says: [
      {
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: `${APP}/team/\${aws:PrincipalTag/team}/*`,
        Condition: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'env'] },
          StringEqualsIfExists: { 's3:x-amz-acl': 'private' }
        }
      },
      {
        Effect: 'Deny',
        Action: 's3:DeleteObject',
        Resource: '*',
        Condition: { Null: { 'aws:MultiFactorAuthPresent': 'true' } }
      }
    ]
  },
  {
    id: 'dana/boundary',
    name: 'DeveloperBoundary',
    origin: 'customer',
    hangs: [['boundary', DANA]],
    says: [{ Effect: 'Allow', Action: ['s3:Get*', 's3:Put*', 's3:Delete*'], Resource: '*' }]
  },
  {
    id: 'jenkins/may-assume',
    name: 'may-assume',
    origin: 'inline',
    hangs: [['identity', JENKINS]],
    says: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: DEPLOY }]
  },
  {
    id: 'intern/knock',
    name: 'knock',
    origin: 'inline',
    hangs: [['identity', INTERN]],
    says: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]
  },
  {
    id: 'prod-deploy/trust',
    name: 'trust policy',
    origin: 'trust',
    hangs: [['resource', DEPLOY]],
    says: [{ Effect: 'Allow', Principal: { AWS: JENKINS }, Action: 'sts:AssumeRole' }]
  },
  {
    id: 'web-task/trust',
    name: 'trust policy',
    origin: 'trust',
    hangs: [['resource', WEB_TASK]],
    says: [
      { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${PROD}:root` }, Action: 'sts:AssumeRole' },
      {
        Effect: 'Allow',
        Principal: { Federated: GITHUB.replace(TOOLS, PROD) },
        Action: 'sts:AssumeRoleWithWebIdentity'
      }
    ]
  },
  {
    id: 'prod-deploy/deploy-web',
    name: 'deploy-web',
    origin: 'inline',
    hangs: [['identity', DEPLOY]],
    says: [
      { Sid: 'Update', Effect: 'Allow', Action: 'ecs:UpdateService', Resource: WEB },
      { Sid: 'Logs', Effect: 'Allow', Action: 'logs:FilterLogEvents', Resource: '*' },
      { Sid: 'Decrypt', Effect: 'Allow', Action: 'kms:Decrypt', Resource: KEY }
    ]
  },
  {
    id: 'app/policy',
    name: 'bucket policy',
    origin: 'resource',
    hangs: [['resource', APP]],
    says: [
      {
        Sid: 'Intern',
        Effect: 'Allow',
        Principal: { AWS: INTERN },
        Action: 's3:GetObject',
        Resource: `${APP}/public/*`
      },
      {
        Sid: 'Pipeline',
        Effect: 'Allow',
        Principal: { AWS: JENKINS },
        Action: 's3:PutObject',
        Resource: `${APP}/*`
      },
      {
        Sid: 'Prod',
        Effect: 'Allow',
        Principal: { AWS: PROD },
        Action: 's3:GetObject',
        Resource: `${APP}/*`
      },
      { Sid: 'World', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${APP}/site/*` },
      {
        Sid: 'Encrypted',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: `${APP}/*`,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } }
      }
    ]
  },
  {
    id: 'key/policy',
    name: 'key policy',
    origin: 'default',
    hangs: [['resource', KEY]],
    says: [
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${PROD}:root` }, Action: 'kms:*', Resource: '*' }
    ]
  },
  {
    id: 'endpoint/policy',
    name: 'endpoint policy',
    origin: 'endpoint',
    hangs: [['endpoint', 'vpce-1']],
    says: [{ Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: '*' }]
  },
  {
    id: 'session/read-only',
    name: 'session policy',
    origin: 'session',
    hangs: [],
    says: [{ Effect: 'Allow', Action: 'logs:*', Resource: '*' }]
  },
  {
    id: 'web-task/torn',
    name: 'torn',
    origin: 'inline',
    hangs: [['identity', WEB_TASK]],
    says: 'broken'
  }
];
