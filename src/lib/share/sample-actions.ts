/**
 * An action to ask for where a policy leaves it open, each with something it is asked of. Actions and resource types
 * are those of the Service Authorization Reference; the names are made up.
 */
import { matchesGlob, toGlob, toParts } from '../policy/pattern.ts';

/** `REGION` and `ACCOUNT` are replaced; `*` where the action knows no resource. */
const SAMPLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    's3:GetObject': 's3:::example-bucket/example.txt',
    's3:PutObject': 's3:::example-bucket/example.txt',
    's3:DeleteObject': 's3:::example-bucket/example.txt',
    's3:ListBucket': 's3:::example-bucket',
    's3:PutBucketPolicy': 's3:::example-bucket',
    's3:ListAllMyBuckets': '*',
    'sqs:SendMessage': 'sqs:REGION:ACCOUNT:example',
    'sqs:ReceiveMessage': 'sqs:REGION:ACCOUNT:example',
    'sqs:DeleteQueue': 'sqs:REGION:ACCOUNT:example',
    'sns:Publish': 'sns:REGION:ACCOUNT:example',
    'sns:Subscribe': 'sns:REGION:ACCOUNT:example',
    'kms:Decrypt': 'kms:REGION:ACCOUNT:key/1111aaaa-0000-4000-8000-000000000001',
    'kms:Encrypt': 'kms:REGION:ACCOUNT:key/1111aaaa-0000-4000-8000-000000000001',
    'kms:PutKeyPolicy': 'kms:REGION:ACCOUNT:key/1111aaaa-0000-4000-8000-000000000001',
    'lambda:InvokeFunction': 'lambda:REGION:ACCOUNT:function:example',
    'lambda:UpdateFunctionCode': 'lambda:REGION:ACCOUNT:function:example',
    'secretsmanager:GetSecretValue': 'secretsmanager:REGION:ACCOUNT:secret:example-a1b2c3',
    'secretsmanager:PutSecretValue': 'secretsmanager:REGION:ACCOUNT:secret:example-a1b2c3',
    'dynamodb:GetItem': 'dynamodb:REGION:ACCOUNT:table/example',
    'dynamodb:PutItem': 'dynamodb:REGION:ACCOUNT:table/example',
    'dynamodb:DeleteTable': 'dynamodb:REGION:ACCOUNT:table/example',
    'ecr:BatchGetImage': 'ecr:REGION:ACCOUNT:repository/example',
    'ecr:PutImage': 'ecr:REGION:ACCOUNT:repository/example',
    'ec2:DescribeInstances': '*',
    'ec2:StartInstances': 'ec2:REGION:ACCOUNT:instance/i-0a1b2c3d4e5f60718',
    'ec2:TerminateInstances': 'ec2:REGION:ACCOUNT:instance/i-0a1b2c3d4e5f60718',
    'iam:GetUser': 'iam::ACCOUNT:user/example',
    'iam:CreateUser': 'iam::ACCOUNT:user/example',
    'iam:PassRole': 'iam::ACCOUNT:role/example',
    'iam:ListUsers': '*',
    'sts:AssumeRole': 'iam::ACCOUNT:role/example',
    'sts:AssumeRoleWithWebIdentity': 'iam::ACCOUNT:role/example',
    'sts:AssumeRoleWithSAML': 'iam::ACCOUNT:role/example',
    'sts:GetCallerIdentity': '*',
    'logs:PutLogEvents': 'logs:REGION:ACCOUNT:log-group:example:log-stream:today',
    'logs:CreateLogGroup': 'logs:REGION:ACCOUNT:log-group:example',
    'ecs:UpdateService': 'ecs:REGION:ACCOUNT:service/example/web',
    'ecs:DescribeServices': 'ecs:REGION:ACCOUNT:service/example/web',
    'ssm:GetParameter': 'ssm:REGION:ACCOUNT:parameter/example',
    'ssm:PutParameter': 'ssm:REGION:ACCOUNT:parameter/example',
    'cloudformation:DescribeStacks': 'cloudformation:REGION:ACCOUNT:stack/example/1111aaaa',
    'cloudformation:DeleteStack': 'cloudformation:REGION:ACCOUNT:stack/example/1111aaaa',
    'organizations:DescribeOrganization': '*'
  })
);

const ACTION = /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/;

export interface Actions {
  readonly negated: boolean;
  readonly patterns: readonly { readonly text: string }[];
}

function isMeant({ negated, patterns }: Actions, action: string): boolean {
  const isNamed = patterns.some(({ text }) => {
    const glob = toGlob(toParts(text.toLowerCase(), false)); // actions compare without case (GRAM-09)
    return glob !== null && matchesGlob(glob, action.toLowerCase());
  });
  return isNamed !== negated;
}

/** An action that is meant: one that is named, else one of the samples, else one made up. */
export function actionMeant(actions: Actions): string {
  const named = actions.negated ? undefined : actions.patterns.find(({ text }) => ACTION.test(text));
  if (named) return named.text;
  const sample = [...SAMPLES.keys()].find((action) => isMeant(actions, action));
  const first = actions.negated ? '' : (actions.patterns[0]?.text ?? '');
  const filled = first.replaceAll('*', 'Example').replaceAll('?', 'x');
  return sample ?? (ACTION.test(filled) ? filled : 'sts:GetCallerIdentity');
}

/** An action that is not meant, if possible of the same service. */
export function actionBeside(actions: Actions, like: string): string | null {
  const service = `${like.split(':')[0] ?? ''}:`;
  const others = [...SAMPLES.keys()].filter((action) => !isMeant(actions, action));
  return others.find((action) => action.startsWith(service)) ?? others[0] ?? null;
}

/** What an action may be asked of: an ARN, `*`, or null for an action that is not known here. */
export function sampleResource(action: string, account: string): string | null {
  const sample = SAMPLES.get(action) ?? null;
  if (sample === null || sample === '*') return sample;
  return `arn:aws:${sample.replace('REGION', 'us-east-1').replace('ACCOUNT', account)}`;
}
