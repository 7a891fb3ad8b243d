/** The kinds of resource one adds by name: what each is called, and what its ARN looks like. */
import type { AccountId } from '../world/world.ts';

export interface ResourceKind {
  readonly id: string;
  /** `S3 bucket` */
  readonly words: string;
  /** With its article. */
  readonly says: string;
  readonly pattern: RegExp;
  /** A name to begin with. */
  readonly example: string;
  /** The ARN's end, from the region on: `sqs:REGION:ACCOUNT:NAME`. Names in capitals are replaced. */
  readonly arn: string;
  /** Whether it can carry a resource-based policy. Source: IAM User Guide, "AWS services that work with IAM". */
  readonly hasPolicy: boolean;
}

const NAME = /^[A-Za-z0-9_-]{1,128}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Patterns are those of the services' own guides, loosened where those are longer than they help. */
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  kind('bucket', 'S3 bucket', 's3:::NAME', {
    says: 'a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens',
    pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    example: 'reports'
  }),
  kind('queue', 'SQS queue', 'sqs:REGION:ACCOUNT:NAME', {
    says: 'a queue name: at most 80 letters, digits, - and _, `.fifo` behind it perhaps',
    pattern: /^[A-Za-z0-9_-]{1,80}(\.fifo)?$/,
    example: 'orders'
  }),
  kind('topic', 'SNS topic', 'sns:REGION:ACCOUNT:NAME', {
    says: 'a topic name: letters, digits, - and _, `.fifo` behind it perhaps',
    pattern: /^[A-Za-z0-9_-]{1,256}(\.fifo)?$/,
    example: 'alerts'
  }),
  kind('key', 'KMS key', 'kms:REGION:ACCOUNT:key/NAME', {
    says: 'a key id such as `1111aaaa-0000-4000-8000-000000000001`',
    pattern: UUID,
    example: '1111aaaa-0000-4000-8000-000000000001'
  }),
  kind('function', 'Lambda function', 'lambda:REGION:ACCOUNT:function:NAME', { example: 'resize' }),
  kind('secret', 'secret', 'secretsmanager:REGION:ACCOUNT:secret:NAME', {
    says: 'the name of a secret with its six characters behind it: `database-a1b2c3`',
    pattern: /^[A-Za-z0-9/_+=.@-]{1,500}$/,
    example: 'database-a1b2c3'
  }),
  kind('table', 'DynamoDB table', 'dynamodb:REGION:ACCOUNT:table/NAME', {
    says: 'a table name: 3 to 255 letters, digits, - _ and .',
    pattern: /^[A-Za-z0-9_.-]{3,255}$/,
    example: 'orders'
  }),
  kind('log-group', 'log group', 'logs:REGION:ACCOUNT:log-group:NAME', {
    says: 'the name of a log group: letters, digits and _-/.#',
    pattern: /^[A-Za-z0-9_/.#-]{1,512}$/,
    example: '/ecs/web',
    hasPolicy: false
  }),
  kind('service', 'ECS service', 'ecs:REGION:ACCOUNT:service/NAME', {
    says: 'a cluster and a service: `prod/web`',
    pattern: /^[A-Za-z0-9_-]{1,255}\/[A-Za-z0-9_-]{1,255}$/,
    example: 'prod/web',
    hasPolicy: false
  }),
  kind('instance', 'EC2 instance', 'ec2:REGION:ACCOUNT:instance/NAME', {
    says: 'an instance id such as `i-0a1b2c3d4e5f60718`',
    pattern: /^i-[0-9a-f]{8,17}$/,
    example: 'i-0a1b2c3d4e5f60718',
    hasPolicy: false
  }),
  kind('parameter', 'SSM parameter', 'ssm:REGION:ACCOUNT:parameter/NAME', {
    says: 'the name of a parameter without its first slash',
    pattern: /^[A-Za-z0-9_.-][A-Za-z0-9_./-]{0,1010}$/,
    example: 'prod/database-url'
  }),
  kind('repository', 'ECR repository', 'ecr:REGION:ACCOUNT:repository/NAME', {
    says: 'a repository name: lower-case letters, digits and ._-/',
    pattern: /^[a-z0-9][a-z0-9._/-]{1,255}$/,
    example: 'web'
  })
];

function kind(
  id: string,
  words: string,
  arn: string,
  rest: Partial<Omit<ResourceKind, 'id' | 'words' | 'arn'>>
): ResourceKind {
  const says = `a name: at most 128 letters, digits, - and _`;
  return { id, words, arn, says, pattern: NAME, example: 'one', hasPolicy: true, ...rest };
}

/** The ARN of a resource of a kind; partition `aws`. */
export function resourceArn(kind: ResourceKind, account: AccountId, region: string, name: string): string {
  const filled = kind.arn.replace('REGION', region).replace('ACCOUNT', account);
  return `arn:aws:${filled.slice(0, -'NAME'.length)}${name}`;
}
