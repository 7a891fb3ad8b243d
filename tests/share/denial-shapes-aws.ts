/** Denials as AWS's documentation, its command line and its services word them. */
import type { ReadDenial } from '../../src/lib/share/denial.ts';

export const JOHN = 'arn:aws:iam::123456789012:user/John';
export const ROLE = 'arn:aws:sts::123456789012:assumed-role/build/i-0abc';
export const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555';

/** What it is, the text, and what must be read out of it. */
export type Shape = readonly [string, string, Partial<ReadDenial>];

export const OWN_SHAPES: readonly Shape[] = [
  // The forms of "Troubleshoot access denied error messages" (MSG-01 to MSG-04).
  [
    'implicit, without a resource',
    `User: ${JOHN} is not authorized to perform: codecommit:ListRepositories because no service control policy allows the codecommit:ListRepositories action`,
    { principal: JOHN, action: 'codecommit:ListRepositories', resource: null, layer: 'scp', kind: 'implicit' }
  ],
  [
    'explicit, without an ARN',
    `User: ${JOHN} is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* with an explicit deny in a VPC endpoint policy`,
    {
      action: 'codedeploy:ListDeployments',
      resource: 'arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:*',
      layer: 'endpoint',
      kind: 'explicit',
      policyArn: null
    }
  ],
  [
    'explicit, with the policy’s ARN',
    `User: ${JOHN} is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:* with an explicit deny in a resource control policy: arn:aws:organizations::777788889999:policy/o-exampleorgid/resource_control_policy/p-examplepolicyid456`,
    {
      layer: 'rcp',
      kind: 'explicit',
      policyArn:
        'arn:aws:organizations::777788889999:policy/o-exampleorgid/resource_control_policy/p-examplepolicyid456'
    }
  ],
  [
    'a boundary',
    `User: ${JOHN} is not authorized to perform: ecs:ListClusters because no permissions boundary allows the ecs:ListClusters action`,
    { layer: 'boundary', kind: 'implicit' }
  ],
  [
    'a session policy, explicit',
    `User: ${ROLE} is not authorized to perform: ecs:ListClusters with an explicit deny in a session policy: arn:aws:iam::123456789012:policy/Narrow.`,
    { principal: ROLE, layer: 'session', policyArn: 'arn:aws:iam::123456789012:policy/Narrow' }
  ],
  [
    'a resource-based policy',
    `User: ${JOHN} is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:f because no resource-based policy allows the lambda:InvokeFunction action`,
    { layer: 'resource', kind: 'implicit' }
  ],
  [
    'a trust policy',
    `User: ${JOHN} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/x with an explicit deny in the role trust policy`,
    { layer: 'trust', kind: 'explicit', resource: 'arn:aws:iam::123456789012:role/x' }
  ],
  [
    'the tail of Access Troubleshooter (MSG-08)',
    `User: ${JOHN} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:123456789012:q because no identity-based policy allows the sqs:SendMessage action. Go to https://console.aws.amazon.com/iam/home#/access-troubleshooter for complete details, or call the iam:GetAuthorizationDetails API with the following authorization id: 1f0c1c2e-aaaa-bbbb-cccc-1234567890ab`,
    {
      resource: 'arn:aws:sqs:eu-west-1:123456789012:q',
      layer: 'identity',
      authorizationId: '1f0c1c2e-aaaa-bbbb-cccc-1234567890ab'
    }
  ],
  [
    'an older service that gives no reason',
    `User: ${JOHN} is not authorized to perform: logs:DescribeLogGroups on resource: arn:aws:logs:eu-west-1:123456789012:log-group::log-stream:`,
    {
      layer: null,
      kind: null,
      resource: 'arn:aws:logs:eu-west-1:123456789012:log-group::log-stream'
    }
  ],
  [
    'an explicit deny that names no kind of policy',
    `User: ${JOHN} is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::123456789012:user/x with an explicit deny`,
    { kind: 'explicit', layer: null, resource: 'arn:aws:iam::123456789012:user/x' }
  ],
  [
    'a kind of policy nobody documents',
    `User: ${JOHN} is not authorized to perform: iam:CreateUser because no moonlight policy allows the iam:CreateUser action`,
    { kind: 'implicit', layer: null }
  ],
  // The command line and boto3 (MSG-09).
  [
    'boto3, with its traceback',
    `Traceback (most recent call last):\n  File "/var/task/app.py", line 12, in handler\n    raise error_class(parsed_response, operation_name)\nbotocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the GetItem operation: User: ${ROLE} is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/orders because no identity-based policy allows the dynamodb:GetItem action`,
    {
      principal: ROLE,
      action: 'dynamodb:GetItem',
      resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders',
      code: 'AccessDeniedException',
      operation: 'GetItem',
      layer: 'identity'
    }
  ],
  [
    'S3 through the command line, without a reason',
    'upload failed: ./report.csv to s3://my-bucket/in/report.csv An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
    {
      principal: null,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::my-bucket/in/report.csv',
      operation: 'PutObject',
      layer: null
    }
  ],
  [
    'an operation that is no action (ACT-08)',
    'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    { action: 's3:ListBucket', operation: 'ListObjectsV2', resource: null }
  ],
  [
    'HeadObject, which has no body',
    'fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden',
    { action: 's3:GetObject', code: '403' }
  ],
  [
    'an old command line',
    'upload failed: ./baz to s3://mybucket/foo/bar/baz A client error (AccessDenied) occurred when calling the PutObject operation: Access Denied',
    { action: 's3:PutObject', resource: 'arn:aws:s3:::mybucket/foo/bar/baz', code: 'AccessDenied' }
  ],
  [
    'S3 with its ARN in quotes',
    `An error occurred (AccessDenied) when calling the PutObject operation: User: ${JOHN} is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::cli-dataflow/prod/a file with blanks.json" with an explicit deny in an identity-based policy`,
    {
      resource: 'arn:aws:s3:::cli-dataflow/prod/a file with blanks.json',
      layer: 'identity',
      kind: 'explicit'
    }
  ],
  [
    'a resource with blanks and no quotes',
    `User: ${JOHN} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/two words.txt because no identity-based policy allows the s3:GetObject action`,
    { resource: 'arn:aws:s3:::b/two words.txt' }
  ],
  [
    'S3 Block Public Access',
    `An error occurred (AccessDenied) when calling the PutBucketPolicy operation: User: ${JOHN} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::site" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
    { layer: 'publicAccessBlock', kind: 'explicit', resource: 'arn:aws:s3:::site' }
  ],
  [
    'SNS, whose prefix comes in capitals',
    `An error occurred (AuthorizationError) when calling the Publish operation: User: ${JOHN} is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:123456789012:alerts because no identity-based policy allows the SNS:Publish action`,
    { action: 'sns:Publish', code: 'AuthorizationError', layer: 'identity' }
  ],
  [
    'SQS in its old words',
    'An error occurred (AccessDenied) when calling the SendMessage operation: Access to the resource https://sqs.eu-west-1.amazonaws.com/123456789012/jobs is denied.',
    { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:123456789012:jobs', principal: null }
  ],
  [
    'KMS behind something else',
    'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: Access to KMS is not allowed',
    { action: 'kms:Decrypt', operation: 'GetSecretValue' }
  ],
  [
    'KMS below S3, with the key',
    `An error occurred (AccessDenied) when calling the GetObject operation: User: ${ROLE} is not authorized to perform: kms:Decrypt on resource: ${KEY} because no identity-based policy allows the kms:Decrypt action`,
    { action: 'kms:Decrypt', resource: KEY, operation: 'GetObject' }
  ],
  [
    'PassRole inside another call',
    `An error occurred (AccessDeniedException) when calling the CreateFunction operation: User: ${JOHN} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/exec because no identity-based policy allows the iam:PassRole action`,
    { action: 'iam:PassRole', operation: 'CreateFunction', resource: 'arn:aws:iam::123456789012:role/exec' }
  ],
  // EC2 (MSG-10).
  [
    'EC2, encoded',
    `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: ${JOHN} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:123456789012:instance/* because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: sPwGqJ6vBHg1vPHLcn4g_CP-o5jOulH90vMrTsCODalS3`,
    {
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-west-1:123456789012:instance/*',
      isEncoded: true,
      layer: 'identity',
      code: 'UnauthorizedOperation'
    }
  ],
  [
    'EC2, encoded and nothing more',
    'Error: Error launching source instance: UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: sPwGqJ6vBHg1vPHLcn4g_CP-o5jOulH90vM',
    { principal: null, action: null, isEncoded: true, code: 'UnauthorizedOperation' }
  ],
  [
    'EC2 without a code',
    'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.',
    { action: 'ec2:DescribeInstances', isEncoded: false }
  ]
];
