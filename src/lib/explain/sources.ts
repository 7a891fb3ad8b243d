/**
 * Where AWS says so: from a rule id to the page that documents it, so that a step can cite its source. What AWS does
 * not document is said to be ours.
 */
import type { RuleStatus } from '../catalog/rules.ts';
import type { RuleId } from '../engine/trace.ts';

export interface RuleSource {
  /** The page, and whether the rule goes beyond it. */
  readonly title: string;
  /** Null where no page says it. */
  readonly url: string | null;
}

/** The source of a rule; null for an id that is no rule of ours. Never throws. */
export function ruleSource(rule: RuleId): RuleSource | null {
  const page = BY_RULE.get(rule);
  const note = NOTES[STATUS.get(rule) ?? 'documented'];
  if (!page) return note === '' ? null : { title: note, url: null };
  return { title: note === '' ? page.title : `${page.title} (${note})`, url: page.url };
}

const NOTES: Readonly<Record<RuleStatus, string>> = {
  documented: '',
  contradictory: "AWS's pages disagree: our choice",
  observed: 'not documented by AWS: seen in public',
  recalled: 'from general knowledge of the documentation',
  inferred: 'not documented by AWS: inferred',
  chosen: 'not documented by AWS: our choice'
};

/** The texts are seen in public, not documented; the page is where AWS speaks of the error. */
const MALFORMED =
  'MAL-01 MAL-02 MAL-03 MAL-04 MAL-05 MAL-06 MAL-07 MAL-08 MAL-09 MAL-10 MAL-11 MAL-12 MAL-13 MAL-14 MAL-15 MAL-16 MAL-17 MAL-18 MAL-19 MAL-20 MAL-21';

/** As the table of rules has it; repeated here, since a page that cites a rule need not carry them all. */
const STATUS: ReadonlyMap<RuleId, RuleStatus> = new Map([
  ...statuses('recalled', 'GRAM-25 ACT-07 RES-11 EVAL-24 SVC-05 SVC-17 SVC-21 SVC-22 XACC-09b MSG-09 MSG-11'),
  ...statuses('recalled', 'CT-06 ORG-04 SSO-03 IAM-06'),
  ...statuses('contradictory', 'GRAM-31 QUO-13 COND-61 KEY-41'),
  ...statuses('observed', MALFORMED),
  ...statuses('inferred', 'RES-09 VAR-15 COND-18 COND-24 COND-26 COND-29b COND-31 COND-37 COND-39 COND-56'),
  ...statuses('inferred', 'COND-65 KEY-09 SVC-24'),
  ...statuses('chosen', 'VAR-09 VAR-10 COND-41 COND-60')
]);

function statuses(status: RuleStatus, rules: string): readonly (readonly [RuleId, RuleStatus])[] {
  return rules.split(' ').map((rule) => [rule, status] as const);
}

interface Page {
  readonly title: string;
  readonly url: string;
}

const GUIDES = {
  IAM: ['IAM User Guide', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'],
  ORG: ['AWS Organizations User Guide', 'https://docs.aws.amazon.com/organizations/latest/userguide/'],
  KMS: ['AWS KMS Developer Guide', 'https://docs.aws.amazon.com/kms/latest/developerguide/'],
  S3: ['Amazon S3 User Guide', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/'],
  S3API: ['Amazon S3 API Reference', 'https://docs.aws.amazon.com/AmazonS3/latest/API/'],
  PL: ['AWS PrivateLink', 'https://docs.aws.amazon.com/vpc/latest/privatelink/'],
  STS: ['AWS STS API Reference', 'https://docs.aws.amazon.com/STS/latest/APIReference/'],
  SQS: [
    'Amazon SQS Developer Guide',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/'
  ],
  SM: ['AWS Secrets Manager User Guide', 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/'],
  LF: ['AWS Lake Formation Developer Guide', 'https://docs.aws.amazon.com/lake-formation/latest/dg/'],
  CT: ['AWS CloudTrail User Guide', 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/'],
  SSO: ['IAM Identity Center User Guide', 'https://docs.aws.amazon.com/singlesignon/latest/userguide/'],
  IAMAPI: ['IAM API Reference', 'https://docs.aws.amazon.com/IAM/latest/APIReference/'],
  AAAPI: [
    'IAM Access Analyzer API Reference',
    'https://docs.aws.amazon.com/access-analyzer/latest/APIReference/'
  ]
} as const;

/** Guide, page, its subject, the rules it documents. */
type Row = readonly [keyof typeof GUIDES, string, string, string];

const QUOTAS =
  'GRAM-23 QUO-01 QUO-02 QUO-03 QUO-04 QUO-05 QUO-06 QUO-07 QUO-08 QUO-09 QUO-10 QUO-11 QUO-12 QUO-16 QUO-20 QUO-21';

const ROWS: readonly Row[] = [
  ['IAM', 'reference_policies_grammar', 'Policy grammar', 'GRAM-01 GRAM-02 GRAM-07 GRAM-11 GRAM-15 GRAM-16'],
  ['IAM', 'reference_policies_elements_version', 'Version', 'GRAM-03'],
  ['IAM', 'reference_policies_elements_id', 'Id', 'GRAM-04'],
  ['IAM', 'reference_policies_elements_sid', 'Sid', 'GRAM-05'],
  ['IAM', 'reference_policies_elements_effect', 'Effect', 'GRAM-06'],
  ['IAM', 'reference_policies_elements_action', 'Action', 'GRAM-09 ACT-01 ACT-02 ACT-03 ACT-04 ACT-07'],
  ['IAM', 'reference_policies_elements_notaction', 'NotAction', 'ACT-06 RES-09'],
  [
    'IAM',
    'reference_policies_elements_resource',
    'Resource',
    'GRAM-10 RES-03 RES-04 RES-05 RES-07 RES-10 RES-11 RES-12'
  ],
  ['IAM', 'reference_policies_elements_notresource', 'NotResource', 'RES-08'],
  ['IAM', 'reference_identifiers', 'IAM identifiers', 'RES-01 RES-02 RES-06 KEY-03'],
  [
    'IAM',
    'reference_policies_variables',
    'Variables and tags',
    'GRAM-17 ACT-05 VAR-01 VAR-02 VAR-03 VAR-04 VAR-05 VAR-06 VAR-07 VAR-08 VAR-11 VAR-12 VAR-13 VAR-14 COND-23 KEY-01'
  ],
  [
    'IAM',
    'reference_policies_elements_principal',
    'Principal',
    'GRAM-13 PRIN-01 PRIN-02 PRIN-03 PRIN-04 PRIN-04b PRIN-04c PRIN-04d PRIN-04e PRIN-04f PRIN-04g PRIN-05 PRIN-06 PRIN-07 PRIN-08 PRIN-09 PRIN-10 PRIN-11 PRIN-12 PRIN-13 PRIN-14 PRIN-16 PRIN-18 EVAL-14 EVAL-16 EVAL-18 XACC-12 XACC-22'
  ],
  [
    'IAM',
    'reference_policies_elements_notprincipal',
    'NotPrincipal',
    'PRIN-20 PRIN-21 PRIN-22 PRIN-23 PRIN-24 PRIN-25'
  ],
  ['IAM', 'reference_policies_elements_condition', 'Condition', 'COND-02 COND-03'],
  [
    'IAM',
    'reference_policies_elements_condition_operators',
    'Condition operators',
    'COND-08 COND-10 COND-11 COND-12 COND-13 COND-20 COND-21 COND-22 COND-25 COND-28 COND-29 COND-30 COND-32 COND-33 COND-35 COND-36 COND-37 COND-38 COND-40 COND-42 COND-43 COND-44 COND-59 COND-61'
  ],
  [
    'IAM',
    'reference_policies_condition-logic-multiple-context-keys-or-values',
    'Conditions with multiple context keys or values',
    'COND-04 COND-05 COND-06 COND-07'
  ],
  [
    'IAM',
    'reference_policies_condition-single-vs-multi-valued-context-keys',
    'Single-valued vs. multivalued context keys',
    'COND-14 COND-50 COND-51 COND-52 COND-53 COND-60 COND-66 COND-67'
  ],
  [
    'IAM',
    'reference_policies_condition_examples-multi-valued-context-keys',
    'Multivalued context key examples',
    'COND-54 COND-55 COND-56'
  ],
  [
    'IAM',
    'access-analyzer-reference-policy-checks',
    'Policy check reference',
    'GRAM-08 GRAM-12 GRAM-14 COND-15 COND-16 COND-17 COND-29b COND-31 COND-58 COND-65'
  ],
  [
    'IAM',
    'reference_policies_condition-keys',
    'AWS global condition context keys',
    'PRIN-15 COND-18 COND-27 COND-57 COND-62 COND-63 KEY-02 KEY-04 KEY-05 KEY-06 KEY-07 KEY-12 KEY-13 KEY-15 KEY-20 KEY-22 KEY-23 KEY-24 KEY-25 KEY-30 KEY-32 KEY-33 KEY-34 KEY-35 KEY-36 KEY-38 KEY-40 KEY-42 KEY-43 KEY-45 KEY-46 KEY-65 KEY-66 XACC-09b'
  ],
  [
    'IAM',
    'reference_policies_iam-condition-keys',
    'IAM and AWS STS condition context keys',
    'KEY-50 KEY-51 KEY-52 KEY-53 KEY-55 KEY-56 KEY-60 KEY-61 KEY-62'
  ],
  ['IAM', 'access_tags', 'Controlling access to AWS resources using tags', 'COND-64 KEY-39'],
  ['IAM', 'id_session-tags', 'Pass session tags in AWS STS', 'GRAM-28 KEY-08 KEY-09 XACC-13 STS-30 STS-33'],
  ['IAM', 'id_roles_use_revoke-sessions', 'Revoke role temporary credentials', 'KEY-21 STS-08'],
  ['IAM', 'access_forward_access_sessions', 'Forward access sessions', 'KEY-41 XACC-21'],
  ['IAM', 'reference_policies_evaluation-logic', 'Policy evaluation logic', 'EVAL-00 EVAL-15'],
  [
    'IAM',
    'reference_policies_evaluation-logic_policy-eval-basics',
    'Policy evaluation within a single account',
    'GRAM-19 EVAL-01 EVAL-06 EVAL-10 EVAL-17'
  ],
  [
    'IAM',
    'reference_policies_evaluation-logic_policy-eval-denyallow',
    'AWS enforcement code logic',
    'EVAL-02 EVAL-11'
  ],
  [
    'IAM',
    'reference_policies_evaluation-logic-cross-account',
    'Cross-account policy evaluation logic',
    'XACC-01 XACC-02 XACC-03 XACC-04 XACC-07'
  ],
  ['IAM', 'access_policies', 'Policies and permissions', 'EVAL-12 EVAL-13 EVAL-19 EVAL-23 SVC-01'],
  ['IAM', 'access_policies_boundaries', 'Permissions boundaries', 'GRAM-27 EVAL-07 EVAL-18b'],
  [
    'IAM',
    'access_policies-cross-account-resource-access',
    'Cross account resource access',
    'PRIN-17 EVAL-21 XACC-06 XACC-09 XACC-18 XACC-19'
  ],
  ['IAM', 'id_root-user-privileged-task', 'Perform a privileged task', 'EVAL-17c'],
  [
    'IAM',
    'id_credentials_temp_control-access_getsessiontoken',
    'Permissions for GetSessionToken',
    'EVAL-20 STS-02'
  ],
  ['IAM', 'id_credentials_temp_request', 'Request temporary security credentials', 'STS-01'],
  ['IAM', 'id_credentials_sts-comparison', 'Compare AWS STS credentials', 'STS-03 STS-04 STS-05 STS-07'],
  ['IAM', 'troubleshoot', 'Troubleshoot IAM', 'EVAL-24'],
  [
    'IAM',
    'troubleshoot_access-denied',
    'Access denied error messages',
    'MSG-01 MSG-02 MSG-03 MSG-04 MSG-05 MSG-06 MSG-07 MSG-08 MSG-12'
  ],
  ['IAM', 'confused-deputy', 'The confused deputy problem', 'XACC-10 XACC-20'],
  ['IAM', 'id_credentials_mfa_configure-api-require', 'Secure API access with MFA', 'XACC-11'],
  [
    'IAM',
    'id_credentials_temp_control-access_monitor',
    'Monitor actions taken with assumed roles',
    'XACC-13b'
  ],
  ['IAM', 'id_roles_create_for-idp', 'Create a role for identity federation', 'XACC-14'],
  ['IAM', 'id_roles_use_passrole', 'Grant permissions to pass a role to a service', 'XACC-16'],
  ['IAM', 'id_roles_create-service-linked-role', 'Create a service-linked role', 'SVC-30'],
  ['ORG', 'orgs_manage_policies_scps', 'Service control policies', 'EVAL-04b SVC-31 XACC-05'],
  ['ORG', 'orgs_manage_policies_scps_evaluation', 'SCP evaluation', 'EVAL-04'],
  ['ORG', 'orgs_manage_policies_scps_syntax', 'SCP syntax', 'GRAM-20 GRAM-31'],
  ['ORG', 'orgs_manage_policies_rcps', 'Resource control policies', 'EVAL-03b EVAL-03c'],
  ['ORG', 'orgs_manage_policies_rcps_evaluation', 'RCP evaluation', 'EVAL-03'],
  ['ORG', 'orgs_manage_policies_rcps_syntax', 'RCP syntax', 'GRAM-21'],
  ['PL', 'vpc-endpoints-access', 'Control access using endpoint policies', 'GRAM-24 EVAL-05'],
  ['KMS', 'key-policies', 'Key policies in AWS KMS', 'EVAL-22 SVC-05'],
  ['KMS', 'key-policy-default', 'Default key policy', 'SVC-03'],
  ['KMS', 'grants', 'Grants in AWS KMS', 'SVC-04'],
  [
    'KMS',
    'key-policy-modifying-external-accounts',
    'Allowing users in other accounts to use a KMS key',
    'XACC-15'
  ],
  ['S3', 'access-control-block-public-access', 'Blocking public access', 'SVC-13 SVC-14'],
  ['S3', 'about-object-ownership', 'Controlling ownership of objects', 'SVC-11 SVC-12'],
  ['S3API', 'API_DeleteBucketPolicy', 'DeleteBucketPolicy', 'EVAL-17b'],
  ['S3API', 'API_GetObject', 'GetObject', 'SVC-15'],
  ['S3', 'access-points-policies', 'Policies for using access points', 'SVC-16'],
  ['S3', 'using-with-s3-policy-actions', 'Required permissions for API operations', 'ACT-08'],
  ['S3', 'UsingKMSEncryption', 'Using server-side encryption with AWS KMS keys', 'SVC-17'],
  ['SQS', 'sqs-limitations-of-custom-policies', 'Limitations of custom policies', 'SVC-20'],
  ['SM', 'auth-and-access_examples_cross', 'Cross-account access', 'XACC-08 SVC-23'],
  ['STS', 'API_AssumeRole', 'AssumeRole', 'GRAM-22 XACC-17 STS-06 STS-20 STS-32'],
  ['STS', 'API_AssumeRoot', 'AssumeRoot', 'STS-34'],
  ['IAMAPI', 'API_CreatePolicy', 'CreatePolicy', 'GRAM-18'],
  ['IAM', 'troubleshoot_policies', 'Troubleshoot IAM policies', MALFORMED],
  ['IAM', 'reference_iam-quotas', 'IAM and STS quotas', QUOTAS],
  ['ORG', 'orgs_reference_limits', 'Quotas and service limits', 'QUO-13 QUO-14 QUO-15'],
  ['KMS', 'key-policy-overview', 'Creating a key policy', 'GRAM-26'],
  ['ORG', 'orgs_manage_policies_declarative', 'Declarative policies', 'GRAM-29'],
  ['ORG', 'orgs_manage_policies_scps', 'Service control policies', 'ORG-01 ORG-03 ORG-04'],
  ['ORG', 'orgs_manage_policies_rcps', 'Resource control policies', 'ORG-02'],
  ['ORG', 'orgs_delegate_policies', 'Delegated administrator', 'SVC-32'],
  ['IAM', 'id_roles_update-role-trust-policy', 'Update a role trust policy', 'SVC-02'],
  ['S3', 'how-s3-evaluates-access-control', 'How Amazon S3 authorizes a request', 'SVC-10'],
  ['IAM', 'access_policies_testing-policies', 'Policy testing with the policy simulator', 'SVC-33'],
  ['LF', 'lf-permissions-overview', 'Overview of Lake Formation permissions', 'SVC-34'],
  ['CT', 'cloudtrail-event-reference-user-identity', 'CloudTrail userIdentity element', 'CT-01 CT-02 CT-08'],
  ['CT', 'cloudtrail-event-reference-record-contents', 'CloudTrail record contents', 'CT-03 CT-04 CT-06'],
  ['IAM', 'cloudtrail-integration', 'Logging IAM and AWS STS API calls', 'CT-05 CT-07'],
  ['STS', 'API_AssumeRole', 'AssumeRole', 'STS-31'],
  ['SSO', 'referencingpermissionsets', 'Referencing permission sets', 'SSO-01 SSO-02'],
  ['SSO', 'attributesforaccesscontrol', 'Attributes for access control', 'SSO-03'],
  ['IAM', 'id_credentials_passwords_account-policy', 'Set a password policy', 'IAM-01'],
  ['IAM', 'id_credentials_getting-report', 'Generate credential reports', 'IAM-02'],
  ['AAAPI', 'Welcome', 'Access Analyzer', 'IAM-03'],
  ['IAM', 'id_roles_update-role-settings', 'Update role settings', 'STS-21'],
  ['IAM', 'access_policies_managed-versioning', 'Versioning IAM policies', 'IAM-04'],
  ['IAM', 'troubleshoot', 'Troubleshoot IAM', 'IAM-05'],
  ['IAM', 'id_roles_create-service-linked-role', 'Create a service-linked role', 'IAM-06'],
  ['IAM', 'id_tags', 'Tags for IAM resources', 'IAM-07'],
  ['STS', 'API_DecodeAuthorizationMessage', 'DecodeAuthorizationMessage', 'MSG-10']
];

const BY_RULE: ReadonlyMap<RuleId, Page> = new Map(
  ROWS.flatMap(([guide, page, subject, rules]) => {
    const [name, base] = GUIDES[guide];
    const source = { title: `${name}: ${subject}`, url: `${base}${page}.html` };
    return rules.split(' ').map((rule) => [rule, source] as const);
  })
);
