/**
 * The error codes under which services refuse, by the protocol a service speaks (MSG-09) and for what fails before
 * any policy is read (MSG-11). Source: each service's API Reference, "Common Error Types"; S3 API Reference, "Error
 * responses"; EC2 API Reference, "Error codes". AWS has no one list: what no reference says is said to be so.
 */

/** Services with the Query or REST-XML protocol, whose code is `AccessDenied`. */
const ACCESS_DENIED: ReadonlySet<string> = new Set([
  ...['iam', 'sts', 's3', 's3express', 'cloudformation', 'autoscaling', 'rds', 'elasticloadbalancing'],
  ...['elasticache', 'redshift', 'elasticbeanstalk', 'cloudwatch', 'cloudfront', 'route53', 'ses', 'sqs']
]);

/** Services with a JSON protocol, whose code is `AccessDeniedException`. */
const ACCESS_DENIED_EXCEPTION: ReadonlySet<string> = new Set([
  ...['kms', 'lambda', 'dynamodb', 'secretsmanager', 'ssm', 'ecs', 'eks', 'ecr', 'logs', 'events', 'states'],
  ...['glue', 'athena', 'codebuild', 'codecommit', 'codedeploy', 'codepipeline', 'cloudtrail', 'config'],
  ...[
    'organizations',
    'kinesis',
    'firehose',
    'sagemaker',
    'batch',
    'backup',
    'acm',
    'cognito-idp',
    'bedrock'
  ],
  ...[
    'apigateway',
    'guardduty',
    'sso',
    'identitystore',
    'account',
    'wafv2',
    'xray',
    'es',
    'elasticfilesystem'
  ]
]);

/** A code, and whether the service's own reference says so. */
export interface ErrorCode {
  readonly code: string;
  readonly isSure: boolean;
}

/** The code with which a service, by its prefix, refuses a call that its caller may not make. */
export function deniedCode(service: string): ErrorCode {
  const prefix = service.toLowerCase();
  if (prefix === 'ec2') return { code: 'UnauthorizedOperation', isSure: true };
  if (prefix === 'sns') return { code: 'AuthorizationError', isSure: true };
  if (ACCESS_DENIED.has(prefix)) return { code: 'AccessDenied', isSure: true };
  return { code: 'AccessDeniedException', isSure: ACCESS_DENIED_EXCEPTION.has(prefix) };
}

/** Code and text for a call whose signature or credentials are no good (MSG-11). */
export interface SignatureError {
  readonly code: string;
  readonly text: string;
}

const JSON_SERVICE: Readonly<Record<'unsigned' | 'unknown' | 'expired', SignatureError>> = {
  unsigned: { code: 'MissingAuthenticationTokenException', text: 'Missing Authentication Token' },
  unknown: {
    code: 'UnrecognizedClientException',
    text: 'The security token included in the request is invalid.'
  },
  expired: {
    code: 'ExpiredTokenException',
    text: 'The security token included in the request is expired'
  }
};

const QUERY_SERVICE: typeof JSON_SERVICE = {
  unsigned: { code: 'MissingAuthenticationToken', text: 'Request is missing Authentication Token' },
  unknown: {
    code: 'InvalidClientTokenId',
    text: 'The security token included in the request is invalid.'
  },
  expired: { code: 'ExpiredToken', text: 'The security token included in the request is expired' }
};

/** S3 does not mind a missing signature: it asks the bucket policy (MSG-06). */
const S3: typeof JSON_SERVICE = {
  unsigned: { code: 'AccessDenied', text: 'Access Denied' },
  unknown: {
    code: 'InvalidAccessKeyId',
    text: 'The AWS Access Key Id you provided does not exist in our records.'
  },
  expired: { code: 'ExpiredToken', text: 'The provided token has expired.' }
};

const EC2: typeof JSON_SERVICE = {
  unsigned: { code: 'MissingAuthenticationToken', text: 'Request is missing Authentication Token' },
  unknown: {
    code: 'AuthFailure',
    text: 'AWS was not able to validate the provided access credentials'
  },
  expired: { code: 'RequestExpired', text: 'Request has expired.' }
};

/** @param wrong without a signature, with keys nobody knows there, or with credentials that have run out */
export function signatureError(service: string, wrong: keyof typeof JSON_SERVICE): SignatureError {
  const prefix = service.toLowerCase();
  if (prefix === 's3') return S3[wrong];
  if (prefix === 'ec2') return EC2[wrong];
  return (ACCESS_DENIED.has(prefix) || prefix === 'sns' ? QUERY_SERVICE : JSON_SERVICE)[wrong];
}
