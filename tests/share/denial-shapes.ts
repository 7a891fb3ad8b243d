/** Denials as SDKs, tools, consoles and bodies wrap them, and all shapes together. */
import { JOHN, KEY, OWN_SHAPES, ROLE, type Shape } from './denial-shapes-aws.ts';

export { JOHN, ROLE };

export const SHAPES: readonly Shape[] = [
  ...OWN_SHAPES,
  // SDKs.
  [
    'Java 2',
    `software.amazon.awssdk.services.s3.model.S3Exception: User: ${ROLE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/x" because no identity-based policy allows the s3:GetObject action (Service: S3, Status Code: 403, Request ID: ABC, Extended Request ID: def=)`,
    { action: 's3:GetObject', resource: 'arn:aws:s3:::data/x', layer: 'identity' }
  ],
  [
    'Java 1',
    `com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException: User: ${ROLE} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/t (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: AccessDeniedException; Request ID: X; Proxy: null)`,
    {
      resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/t',
      code: 'AccessDeniedException',
      layer: null
    }
  ],
  [
    'Java, with nothing but a code',
    'com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: X; S3 Extended Request ID: Y)',
    { action: null, code: 'AccessDenied' }
  ],
  [
    'Go 2',
    `operation error Lambda: CreateFunction, https response error StatusCode: 403, RequestID: 1, api error AccessDeniedException: User: ${JOHN} is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-west-1:123456789012:function:f because no identity-based policy allows the lambda:CreateFunction action`,
    { operation: 'CreateFunction', code: 'AccessDeniedException', layer: 'identity' }
  ],
  [
    'Go 2, without a reason',
    'operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: 1, api error AccessDeniedException: Access denied',
    { action: 'secretsmanager:GetSecretValue', principal: null }
  ],
  [
    'Go 1',
    `AccessDenied: User: ${JOHN} is not authorized to perform: iam:GetRole on resource: role deploy\n\tstatus code: 403, request id: 3a3a`,
    { action: 'iam:GetRole', resource: 'role deploy', code: 'AccessDenied' }
  ],
  [
    'JavaScript',
    `AccessDenied: User: ${ROLE} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::data" because no identity-based policy allows the s3:ListBucket action\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20)`,
    { action: 's3:ListBucket', resource: 'arn:aws:s3:::data', code: 'AccessDenied' }
  ],
  [
    'Terraform, framed and broken into lines',
    `╷\n│ Error: creating IAM Role (app): operation error IAM: CreateRole, https response\n│ error StatusCode: 403, RequestID: 0a, api error AccessDenied: User:\n│ ${JOHN} is not authorized to perform: iam:CreateRole on\n│ resource: arn:aws:iam::123456789012:role/app because no identity-based policy\n│ allows the iam:CreateRole action\n│\n│   with aws_iam_role.app,\n╵`,
    {
      principal: JOHN,
      action: 'iam:CreateRole',
      resource: 'arn:aws:iam::123456789012:role/app',
      layer: 'identity'
    }
  ],
  [
    'CloudFormation',
    `Resource handler returned message: "User: ${ROLE} is not authorized to perform: logs:CreateLogGroup on resource: arn:aws:logs:us-east-1:123456789012:log-group:/x:log-stream: because no identity-based policy allows the logs:CreateLogGroup action (Service: CloudWatchLogs, Status Code: 400, Request ID: 1)" (RequestToken: 2, HandlerErrorCode: AccessDenied)`,
    { action: 'logs:CreateLogGroup', code: 'AccessDenied', layer: 'identity' }
  ],
  [
    'the console’s list of fields',
    `You don't have permission to s3:ListAllMyBuckets. Copy the following text and send it to your administrator.\nUser: ${JOHN}\nAction: s3:ListAllMyBuckets\nOn resource(s): *\nContext: no identity-based policy allows the s3:ListAllMyBuckets action`,
    { principal: JOHN, action: 's3:ListAllMyBuckets', resource: '*', layer: 'identity', kind: 'implicit' }
  ],
  // Bodies.
  [
    'a JSON body with __type',
    `{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"User: ${JOHN} is not authorized to perform: kms:Decrypt on resource: ${KEY} with an explicit deny in a resource-based policy"}`,
    {
      code: 'AccessDeniedException',
      action: 'kms:Decrypt',
      resource: KEY,
      layer: 'resource',
      kind: 'explicit'
    }
  ],
  [
    'a JSON body with message alone',
    `{"message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:abc/prod/GET/x"}`,
    {
      principal: 'anonymous',
      action: 'execute-api:Invoke',
      resource: 'arn:aws:execute-api:us-east-1:********9012:abc/prod/GET/x'
    }
  ],
  [
    'a JSON body in a JSON body',
    JSON.stringify({
      errorType: 'AmazonS3Exception',
      errorMessage: `User: ${ROLE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::img/p.jpeg" because no identity-based policy allows the s3:GetObject action`
    }),
    { principal: ROLE, resource: 'arn:aws:s3:::img/p.jpeg' }
  ],
  [
    'S3’s XML with the reason',
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>User: ${JOHN} is not authorized to perform: s3:PutObject on resource: &quot;arn:aws:s3:::b/k&quot; with an explicit deny in a resource-based policy</Message><RequestId>031AK</RequestId><HostId>/XpRs0=</HostId></Error>`,
    {
      code: 'AccessDenied',
      principal: JOHN,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::b/k',
      layer: 'resource',
      kind: 'explicit'
    }
  ],
  [
    'S3’s bare XML',
    '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>X</RequestId><HostId>Y</HostId></Error>',
    { code: 'AccessDenied', principal: null, action: null, resource: null }
  ],
  [
    'EC2’s XML',
    '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized to perform this operation.</Message></Error></Errors><RequestID>a1c</RequestID></Response>',
    { code: 'UnauthorizedOperation', action: null }
  ],
  // STS (MSG-12).
  [
    'web identity',
    'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    { action: 'sts:AssumeRoleWithWebIdentity', principal: null }
  ],
  [
    'root',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: Roles may not be assumed by root accounts.',
    { action: 'sts:AssumeRole' }
  ],
  [
    'a service as caller',
    'User: delivery.logs.amazonaws.com is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::logs/a" because no resource-based policy allows the s3:PutObject action',
    { principal: 'delivery.logs.amazonaws.com', layer: 'resource' }
  ]
];
