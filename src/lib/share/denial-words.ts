/**
 * What the words of a denial mean: the kinds of policy as AWS's texts name them (MSG-03), error codes that refuse, and
 * the services behind names that only SDKs use.
 */

/** What refused, by the text's own word. */
export type Layer =
  | 'scp'
  | 'rcp'
  | 'endpoint'
  | 'boundary'
  | 'session'
  | 'resource'
  | 'trust'
  | 'identity'
  | 'publicAccessBlock';

/** Lower-case, singular, without article. Source: IAM User Guide, "Troubleshoot access denied error messages". */
const LAYERS: ReadonlyMap<string, Layer> = new Map([
  ['service control policy', 'scp'],
  ['resource control policy', 'rcp'],
  ['vpc endpoint policy', 'endpoint'],
  ['permissions boundary', 'boundary'],
  ['permission boundary', 'boundary'],
  ['session policy', 'session'],
  ['resource-based policy', 'resource'],
  ['role trust policy', 'trust'],
  ['trust policy', 'trust'],
  ['identity-based policy', 'identity']
]);

/** `an identity-based policy`, `service control policies`; null for a kind AWS does not document. */
export function layerNamed(words: string): Layer | null {
  const plain = words
    .toLowerCase()
    .replace(/^(?:an?|the) /, '')
    .replace(/policies$/, 'policy')
    .replace(/boundaries$/, 'boundary');
  return LAYERS.get(plain) ?? null;
}

/** In our words, with the article. */
export const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'a VPC endpoint policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  resource: 'a resource-based policy',
  trust: "the role's trust policy",
  identity: 'an identity-based policy',
  publicAccessBlock: 'S3 Block Public Access'
};

/** Error codes that mean: you may not. Source: the services' API references (MSG-09). */
const REFUSING =
  /^(?:Client\.)?(?:KMS\.?|Kms)?(?:AccessDenied(?:Exception|Fault)?|AccessDenied403|UnauthorizedOperation|AuthorizationError(?:Exception)?|NotAuthorized(?:Exception)?|UnauthorizedAccess(?:Exception)?|ForbiddenException|Forbidden|403|AccessDeniedFault|UnauthorizedException)$/;

export function isRefusingCode(code: string): boolean {
  return REFUSING.test(code);
}

/** The prefix of actions where SDKs and CloudTrail call a service otherwise; lower-case, without blanks. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['monitoring', 'cloudwatch'],
  ['cloudwatchlogs', 'logs'],
  ['eventbridge', 'events'],
  ['cloudwatchevents', 'events'],
  ['sfn', 'states'],
  ['stepfunctions', 'states'],
  ['awskms', 'kms'],
  ['amazons3', 's3'],
  ['amazondynamodbv2', 'dynamodb'],
  ['amazonec2', 'ec2'],
  ['awslambda', 'lambda'],
  ['awssecretsmanager', 'secretsmanager'],
  ['amazonsqs', 'sqs'],
  ['amazonsns', 'sns'],
  ['amazonidentitymanagement', 'iam'],
  ['awssecuritytokenservice', 'sts'],
  ['elasticloadbalancingv2', 'elasticloadbalancing'],
  ['configservice', 'config'],
  ['efs', 'elasticfilesystem'],
  ['opensearch', 'es'],
  ['emr', 'elasticmapreduce'],
  ['sesv2', 'ses'],
  ['apigatewayv2', 'apigateway']
]);

/** `Secrets Manager`, `AWSKMS`, `monitoring.amazonaws.com` → the prefix of the service's actions. */
export function prefixNamed(service: string): string {
  const bare = service
    .toLowerCase()
    .replace(/\.amazonaws\.com(?:\.cn)?$/, '')
    .replaceAll(/[\s_-]+/g, '');
  return PREFIXES.get(bare) ?? bare;
}

/** Services whose operations have names that no other service uses. */
const OWN_OPERATIONS: readonly (readonly [string, RegExp])[] = [
  [
    's3',
    /^(?:(?:Get|Put|Head|Copy|Delete|Select|Restore)Objects?(?:Acl|Tagging|Content|Attributes|LegalHold|Retention)?|ListObjects(?:V2)?|ListObjectVersions|ListBuckets|(?:Head|Create|Delete)Bucket|(?:Get|Put|Delete)Bucket\w+|(?:Create|Complete|Abort|List)MultipartUploads?|UploadPart(?:Copy)?|ListParts|(?:Get|Put|Delete)PublicAccessBlock)$/
  ],
  [
    'sts',
    /^(?:AssumeRo(?:le|ot)\w*|GetCallerIdentity|GetSessionToken|GetFederationToken|DecodeAuthorizationMessage)$/
  ],
  [
    'secretsmanager',
    /^(?:(?:Get|Put|Batch)\w*SecretValue|(?:Create|Describe|Update|Delete|Rotate|Restore)Secret)$/
  ],
  ['lambda', /^(?:Invoke|InvokeWithResponseStream|(?:Create|Update|Delete)Function\w*)$/],
  ['kms', /^(?:Decrypt|Encrypt|ReEncrypt|GenerateDataKey\w*|GenerateMac|VerifyMac)$/],
  ['sqs', /^(?:(?:Send|Receive|Delete)Message(?:Batch)?|(?:Create|Delete|Purge)Queue|GetQueue\w+)$/],
  ['dynamodb', /^(?:(?:Get|Put|Update|Delete)Item|Batch(?:Get|Write)Item|Transact(?:Get|Write)Items)$/],
  [
    'ec2',
    /^(?:(?:Run|Start|Stop|Terminate|Reboot|Describe)Instances|Describe(?:Vpcs|Subnets|SecurityGroups|Images))$/
  ]
];

/** The service of an operation that is named without one; null where several could be meant. */
export function serviceWith(operation: string): string | null {
  return OWN_OPERATIONS.find(([, names]) => names.test(operation))?.[0] ?? null;
}
