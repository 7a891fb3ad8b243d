/** Facts about services that decide whether a rule reaches a request. Lists move; each names its AWS page. */

/**
 * Service prefixes that resource control policies cover (EVAL-03c).
 * Source: Organizations User Guide, "Resource control policies", list of services that support RCPs (autumn 2026).
 */
const RCP_SERVICES: ReadonlySet<string> = new Set([
  ...['appstream', 'dsql', 'clouddirectory', 'cloudfront', 'cloudsearch', 'logs', 'networkmonitor'],
  ...['cognito-identity', 'cognito-idp', 'comprehend', 'comprehendmedical', 'firehose', 'dynamodb', 'dax'],
  ...['autoscaling', 'ecr', 'ecr-public', 'gamelift', 'inspector-scan', 'kendra', 'kinesisvideo', 'memorydb'],
  ...['aoss', 'personalize', 'polly', 's3', 'swf', 'sqs', 'textract', 'timestream-influxdb', 'transcribe'],
  ...['translate', 'workspaces', 'appconfig', 'autoscaling-plans', 'budgets', 'servicediscovery'],
  ...['cloudtrail-data', 'codeartifact', 'codebuild', 'codecommit', 'codepipeline', 'compute-optimizer'],
  ...['cost-optimization-hub', 'events', 'fms', 'fis', 'health', 'rolesanywhere', 'kms', 'opensearch'],
  ...['pricing', 'pca-connector-ad', 'resource-groups', 'secretsmanager', 'sts', 'signin', 'support'],
  ...['transfer', 'notifications', 'wafv2', 'xray']
]);

/** Whether resource control policies are evaluated for an action such as `s3:GetObject`. */
export function rcpCovers(action: string): boolean {
  return RCP_SERVICES.has(prefixOf(action));
}

/** Actions of covered services that RCPs do not restrict all the same (EVAL-03b). */
export function rcpExempt(action: string): boolean {
  return action.toLowerCase() === 'kms:retiregrant';
}

/**
 * KMS operations that work on a key of another account; all others stay at home (SVC-03, XACC-15).
 * Source: KMS Developer Guide, "Allowing users in other accounts to use a KMS key".
 */
const KMS_ABROAD: ReadonlySet<string> = new Set([
  ...['decrypt', 'encrypt', 'generatedatakey', 'generatedatakeypair', 'generatedatakeypairwithoutplaintext'],
  ...['generatedatakeywithoutplaintext', 'generatemac', 'reencryptfrom', 'reencryptto', 'sign', 'verify'],
  ...[
    'verifymac',
    'derivesharedsecret',
    'creategrant',
    'describekey',
    'getkeyrotationstatus',
    'getpublickey'
  ],
  ...['listgrants', 'retiregrant', 'revokegrant']
]);

/** Whether a KMS action may be used on a key of another account. False for other services' actions. */
export function isKmsCrossAccountOperation(action: string): boolean {
  return prefixOf(action) === 'kms' && KMS_ABROAD.has(nameOf(action));
}

/**
 * SQS actions that never work across accounts (SVC-20).
 * Source: SQS Developer Guide, "Overview of managing access", actions without cross-account permissions.
 */
const SQS_AT_HOME: ReadonlySet<string> = new Set([
  ...['addpermission', 'cancelmessagemovetask', 'createqueue', 'deletequeue', 'listmessagemovetasks'],
  ...['listqueues', 'listqueuetags', 'removepermission', 'setqueueattributes', 'startmessagemovetask'],
  ...['tagqueue', 'untagqueue']
]);

/** Whether an action is one of those SQS actions. */
export function isSqsSameAccountOnly(action: string): boolean {
  return prefixOf(action) === 'sqs' && SQS_AT_HOME.has(nameOf(action));
}

/**
 * Services whose resources cannot carry a policy of their own. Only sure ones: a service that is not listed may or may
 * not have resource-based policies.
 * Source: IAM User Guide, "AWS services that work with IAM", column "Resource-based policies".
 */
const NO_RESOURCE_POLICIES: ReadonlySet<string> = new Set([
  ...['autoscaling', 'batch', 'codedeploy', 'ec2', 'ecs', 'eks', 'elasticbeanstalk', 'rds']
]);

/** Whether resources of a service, by its prefix (`s3`), may carry a policy; true also where that is not known. */
export function hasResourcePolicies(service: string): boolean {
  return !NO_RESOURCE_POLICIES.has(service.toLowerCase());
}

function prefixOf(action: string): string {
  return (action.split(':')[0] ?? '').toLowerCase();
}

function nameOf(action: string): string {
  return (action.split(':')[1] ?? '').toLowerCase();
}
