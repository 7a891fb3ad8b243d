/** What kind of thing an ARN names: the letters in its shape and the words under its name. */
import { fieldsOf } from './arn.ts';

export interface ResourceType {
  /** One to four letters: an abbreviation, initials or a whole word, never the beginning of one. */
  readonly glyph: string;
  /** `bucket`, `log group`, `ECS service`. */
  readonly words: string;
  /** How it is drawn: a store holds data, a key opens it. */
  readonly shape: 'store' | 'key' | 'other';
}

/** By service and the first word of the resource part; the bare service is the fallback. */
const TYPES: ReadonlyMap<string, ResourceType> = new Map(
  Object.entries<ResourceType>({
    s3: { glyph: 'S3', words: 'bucket', shape: 'store' },
    'dynamodb:table': { glyph: 'DDB', words: 'table', shape: 'store' },
    'logs:log-group': { glyph: 'LOG', words: 'log group', shape: 'store' },
    'ecs:service': { glyph: 'ECS', words: 'ECS service', shape: 'other' },
    'ecs:cluster': { glyph: 'ECS', words: 'ECS cluster', shape: 'other' },
    'ecs:task-definition': { glyph: 'ECS', words: 'task definition', shape: 'other' },
    'kms:key': { glyph: 'KMS', words: 'KMS key', shape: 'key' },
    'lambda:function': { glyph: 'FN', words: 'function', shape: 'other' },
    sqs: { glyph: 'SQS', words: 'queue', shape: 'store' },
    sns: { glyph: 'SNS', words: 'topic', shape: 'other' },
    'secretsmanager:secret': { glyph: 'SM', words: 'secret', shape: 'store' },
    'ssm:parameter': { glyph: 'SSM', words: 'parameter', shape: 'store' },
    'ecr:repository': { glyph: 'ECR', words: 'repository', shape: 'store' },
    'ec2:instance': { glyph: 'EC2', words: 'instance', shape: 'other' },
    'ec2:volume': { glyph: 'EBS', words: 'volume', shape: 'store' },
    'ec2:vpc': { glyph: 'VPC', words: 'VPC', shape: 'other' },
    'rds:db': { glyph: 'RDS', words: 'database', shape: 'store' },
    'rds:cluster': { glyph: 'RDS', words: 'database cluster', shape: 'store' },
    'cloudformation:stack': { glyph: 'CFN', words: 'stack', shape: 'other' },
    'backup:backup-vault': { glyph: 'BKP', words: 'backup vault', shape: 'store' },
    'codepipeline:': { glyph: 'CP', words: 'pipeline', shape: 'other' },
    'events:event-bus': { glyph: 'BUS', words: 'event bus', shape: 'other' },
    'cloudtrail:trail': { glyph: 'CT', words: 'CloudTrail trail', shape: 'other' },
    'cloudfront:distribution': { glyph: 'CF', words: 'CloudFront distribution', shape: 'other' },
    'cloudwatch:alarm': { glyph: 'CW', words: 'alarm', shape: 'other' },
    'execute-api': { glyph: 'API', words: 'API', shape: 'other' },
    apigateway: { glyph: 'API', words: 'API', shape: 'other' },
    'elasticloadbalancing:loadbalancer': { glyph: 'ELB', words: 'load balancer', shape: 'other' },
    'elasticfilesystem:file-system': { glyph: 'EFS', words: 'file system', shape: 'store' },
    'states:stateMachine': { glyph: 'SFN', words: 'state machine', shape: 'other' }
  })
);

/** The type of a listed resource; for unknown ones the service's own name stands in. */
export function resourceType(arn: string): ResourceType {
  const fields = fieldsOf(arn);
  if (!fields) return { glyph: '?', words: 'resource', shape: 'other' };
  const [type = ''] = fields.resource.split(/[:/]/, 1);
  const known = TYPES.get(`${fields.service}:${type}`) ?? TYPES.get(fields.service);
  if (known) return known;
  const words = type === fields.resource ? fields.service : `${fields.service} ${type}`;
  return { glyph: lettersOf(fields.service), words, shape: 'other' };
}

/** A short name whole, of a longer one the initials of its parts, as principals have theirs. */
function lettersOf(service: string): string {
  const initials = service.split('-').map((part) => part.slice(0, 1));
  return (service.length <= 4 ? service : initials.join('').slice(0, 4)).toUpperCase();
}
