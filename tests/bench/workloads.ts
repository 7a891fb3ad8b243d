/**
 * The three workloads that engines are compared on, as plain data: policies and ten requests each, the same for every
 * engine. What is said of the caller and the network is said once, every engine gets it in its own form.
 */

export interface BenchStatement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: readonly BenchCondition[];
}

export interface BenchCondition {
  readonly operator:
    'StringEquals' | 'StringLike' | 'StringNotEquals' | 'IpAddress' | 'NotIpAddress' | 'Bool';
  readonly key: string;
  readonly values: readonly string[];
}

export interface BenchRequest {
  readonly action: string;
  readonly resource: string;
  /** What the request itself says of its context; the rest follows from the caller and the clock. */
  readonly context: Readonly<Record<string, string>>;
}

export interface Workload {
  readonly name: 'small' | 'medium' | 'large';
  /** One list of statements for each policy. */
  readonly identity: readonly (readonly BenchStatement[])[];
  /** Root first; one policy for each level. */
  readonly scps: readonly (readonly BenchStatement[])[];
  readonly boundary: readonly BenchStatement[] | null;
  /** The bucket's policy; its statements name the account. */
  readonly bucket: readonly BenchStatement[] | null;
  readonly requests: readonly BenchRequest[];
}

export const ACCOUNT = '111111111111';
export const USER = `arn:aws:iam::${ACCOUNT}:user/dana`;
export const BUCKET = 'arn:aws:s3:::reports';
export const TEAM = 'web';

const OFFICE: BenchCondition = {
  operator: 'IpAddress',
  key: 'aws:SourceIp',
  values: ['203.0.113.0/24', '198.51.100.0/24']
};
const REGIONS: BenchCondition = {
  operator: 'StringNotEquals',
  key: 'aws:RequestedRegion',
  values: ['eu-west-1', 'us-east-1']
};
const TLS: BenchCondition = { operator: 'Bool', key: 'aws:SecureTransport', values: ['false'] };
const OWN_TEAM: BenchCondition = {
  operator: 'StringEquals',
  key: 'aws:PrincipalTag/team',
  values: [TEAM, 'platform']
};

/** Services with actions of theirs, for statements and requests that mostly pass each other by. */
const SERVICES = {
  s3: ['GetObject', 'PutObject', 'ListBucket', 'DeleteObject', 'GetObjectTagging', 'PutObjectTagging'],
  sqs: ['SendMessage', 'ReceiveMessage', 'DeleteMessage', 'GetQueueUrl', 'GetQueueAttributes'],
  sns: ['Publish', 'Subscribe', 'GetTopicAttributes', 'ListSubscriptionsByTopic'],
  dynamodb: ['GetItem', 'PutItem', 'Query', 'UpdateItem', 'DeleteItem', 'DescribeTable'],
  lambda: ['InvokeFunction', 'GetFunction', 'UpdateFunctionCode', 'ListTags'],
  logs: ['CreateLogStream', 'PutLogEvents', 'GetLogEvents', 'DescribeLogStreams'],
  kinesis: ['PutRecord', 'GetRecords', 'DescribeStream'],
  ecr: ['BatchGetImage', 'PutImage', 'DescribeImages']
} as const;
type Service = keyof typeof SERVICES;

const FORMS: Readonly<Record<Service, (name: string) => string>> = {
  s3: (name) => `arn:aws:s3:::${name}/*`,
  sqs: (name) => `arn:aws:sqs:eu-west-1:${ACCOUNT}:${name}`,
  sns: (name) => `arn:aws:sns:eu-west-1:${ACCOUNT}:${name}`,
  dynamodb: (name) => `arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/${name}`,
  lambda: (name) => `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:${name}`,
  logs: (name) => `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${name}:*`,
  kinesis: (name) => `arn:aws:kinesis:eu-west-1:${ACCOUNT}:stream/${name}`,
  ecr: (name) => `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/${name}`
};
const NAMES = Object.keys(SERVICES) as Service[];

export const FULL: BenchStatement = { sid: 'Full', effect: 'Allow', actions: ['*'], resources: ['*'] };

/** The i-th statement of a team's policy: one service, a few actions, one resource, every other with a condition. */
function ordinary(i: number): BenchStatement {
  const service = NAMES[i % NAMES.length] ?? 's3';
  const actions = SERVICES[service];
  const first = actions[i % actions.length] ?? '';
  const second = actions[(i + 1) % actions.length] ?? '';
  const wide = i % 5 === 0 ? [`${service}:${first.slice(0, 3)}*`] : [];
  return {
    sid: `S${i}`,
    effect: i % 11 === 10 ? 'Deny' : 'Allow',
    actions: [`${service}:${first}`, `${service}:${second}`, ...wide],
    resources: [FORMS[service](`team-${i}`)],
    ...(i % 2 === 0 ? { conditions: [[OFFICE, OWN_TEAM][(i / 2) % 2] ?? OFFICE] } : {})
  };
}

function policies(count: number, each: number, from = 0): readonly (readonly BenchStatement[])[] {
  return Array.from({ length: count }, (_, policy) =>
    Array.from({ length: each }, (_, i) => ordinary(from + policy * each + i))
  );
}

/** Ten requests: eight meet a statement of the policies, two meet none. */
function requests(statements: readonly BenchStatement[]): readonly BenchRequest[] {
  const step = Math.max(1, Math.floor(statements.length / 8));
  return Array.from({ length: 10 }, (_, i) => {
    const met = statements[(i * step) % statements.length] ?? FULL;
    const resource = (met.resources[0] ?? '').replace('/*', `/2026/${i}.csv`).replace(':*', ':log-stream:a');
    return {
      action: met.actions[i % 2] ?? met.actions[0] ?? '',
      resource: i < 8 ? resource : resource.replace('team-', 'other-'),
      context: {
        'aws:SourceIp': i % 4 === 3 ? '192.0.2.9' : `203.0.113.${i}`,
        'aws:RequestedRegion': 'eu-west-1'
      }
    };
  });
}

function small(): Workload {
  const statements: readonly BenchStatement[] = [
    { sid: 'List', effect: 'Allow', actions: ['s3:ListBucket'], resources: [BUCKET] },
    {
      sid: 'Read',
      effect: 'Allow',
      actions: ['s3:Get*', 's3:PutObject'],
      resources: [`${BUCKET}/*`],
      conditions: [OFFICE]
    },
    { sid: 'Keep', effect: 'Deny', actions: ['s3:Delete*'], resources: ['*'] }
  ];
  const asked = [
    's3:GetObject',
    's3:PutObject',
    's3:GetObjectTagging',
    's3:DeleteObject',
    's3:RestoreObject'
  ];
  const made = Array.from({ length: 10 }, (_, i) => ({
    action: asked[i % asked.length] ?? '',
    resource: i < 8 ? `${BUCKET}/2026/${i}.csv` : `arn:aws:s3:::elsewhere/${i}.csv`,
    context: {
      'aws:SourceIp': i % 4 === 3 ? '192.0.2.9' : `203.0.113.${i}`,
      'aws:RequestedRegion': 'eu-west-1'
    }
  }));
  return { name: 'small', identity: [statements], scps: [], boundary: null, bucket: null, requests: made };
}

/** 10 × 3 in identity policies, 3 levels of 5, a boundary of 8, a bucket policy of 7: 60. */
function medium(): Workload {
  const identity = policies(10, 3);
  const guards = (level: number): readonly BenchStatement[] => [
    FULL,
    {
      sid: `Region${level}`,
      effect: 'Deny',
      actions: ['ec2:*', 'sqs:*'],
      resources: ['*'],
      conditions: [REGIONS]
    },
    { sid: `Tls${level}`, effect: 'Deny', actions: ['s3:*'], resources: ['*'], conditions: [TLS] },
    { sid: `Iam${level}`, effect: 'Deny', actions: ['iam:Create*', 'iam:Delete*'], resources: ['*'] },
    { sid: `Leave${level}`, effect: 'Deny', actions: ['organizations:LeaveOrganization'], resources: ['*'] }
  ];
  const boundary = NAMES.map((service): BenchStatement => ({
    sid: `Up${service}`,
    effect: 'Allow',
    actions: [`${service}:*`],
    resources: ['*'],
    ...(service === 'ecr' ? { conditions: [OWN_TEAM] } : {})
  }));
  const bucket = Array.from({ length: 7 }, (_, i): BenchStatement => ({
    sid: `B${i}`,
    effect: i === 6 ? 'Deny' : 'Allow',
    actions: i === 6 ? ['s3:*'] : ['s3:GetObject', 's3:PutObject'],
    resources: i === 6 ? ['arn:aws:s3:::team-0', 'arn:aws:s3:::team-0/*'] : [`arn:aws:s3:::team-0/${i}/*`],
    conditions: [i === 6 ? TLS : OFFICE]
  }));
  const scps = [guards(0), guards(1), guards(2)];
  return { name: 'medium', identity, scps, boundary, bucket, requests: requests(identity.flat()) };
}

/** 50 policies of 20 statements. */
function large(): Workload {
  const identity = policies(50, 20);
  return {
    name: 'large',
    identity,
    scps: [],
    boundary: null,
    bucket: null,
    requests: requests(identity.flat())
  };
}

export const WORKLOADS: readonly Workload[] = [small(), medium(), large()];

/** The bucket that the bucket policy hangs on. */
export const TEAM_BUCKET = 'arn:aws:s3:::team-0';

/** A policy document as AWS writes it. */
export function toDocument(statements: readonly BenchStatement[], principal: boolean): object {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, effect, actions, resources, conditions = [] }) => ({
      Sid: sid,
      Effect: effect,
      ...(principal ? { Principal: effect === 'Deny' ? '*' : { AWS: `arn:aws:iam::${ACCOUNT}:root` } } : {}),
      Action: actions,
      Resource: resources,
      ...(conditions.length > 0
        ? {
            Condition: Object.fromEntries(
              conditions.map(({ operator, key, values }) => [operator, { [key]: values }])
            )
          }
        : {})
    }))
  };
}
