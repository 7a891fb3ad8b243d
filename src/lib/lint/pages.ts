/** The pages of AWS that findings rest on. */
import type { Source } from './catalogue-types.ts';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

function iam(page: string, subject: string): Source {
  return { name: `IAM User Guide: ${subject}`, url: `${IAM}${page}.html` };
}

export const PAGES = {
  checks: iam('access-analyzer-reference-policy-checks', 'Policy check reference'),
  principal: iam('reference_policies_elements_principal', 'Principal'),
  notPrincipal: iam('reference_policies_elements_notprincipal', 'NotPrincipal'),
  action: iam('reference_policies_elements_action', 'Action'),
  notAction: iam('reference_policies_elements_notaction', 'NotAction'),
  resource: iam('reference_policies_elements_resource', 'Resource'),
  notResource: iam('reference_policies_elements_notresource', 'NotResource'),
  version: iam('reference_policies_elements_version', 'Version'),
  sid: iam('reference_policies_elements_sid', 'Sid'),
  condition: iam('reference_policies_elements_condition', 'Condition'),
  operators: iam('reference_policies_elements_condition_operators', 'Condition operators'),
  logic: iam(
    'reference_policies_condition-logic-multiple-context-keys-or-values',
    'Conditions with multiple context keys or values'
  ),
  lists: iam(
    'reference_policies_condition-single-vs-multi-valued-context-keys',
    'Single-valued vs. multivalued context keys'
  ),
  keys: iam('reference_policies_condition-keys', 'AWS global condition context keys'),
  iamKeys: iam('reference_policies_iam-condition-keys', 'IAM and AWS STS condition context keys'),
  variables: iam('reference_policies_variables', 'Variables and tags'),
  evaluation: iam('reference_policies_evaluation-logic', 'Policy evaluation logic'),
  identifiers: iam('reference_identifiers', 'IAM identifiers'),
  practices: iam('best-practices', 'Security best practices'),
  passRole: iam('id_roles_use_passrole', 'Grant permissions to pass a role to a service'),
  thirdParty: iam('id_roles_common-scenarios_third-party', 'Access to AWS accounts owned by third parties'),
  deputy: iam('confused-deputy', 'The confused deputy problem'),
  oidc: iam('id_roles_create_for-idp_oidc', 'Create a role for OpenID Connect federation'),
  sharedOidc: iam(
    'id_roles_providers_oidc_secure-by-default',
    'Identity-provider controls for shared OIDC providers'
  ),
  saml: iam('id_roles_create_for-idp_saml', 'Create a role for SAML 2.0 federation'),
  revoke: iam('id_roles_use_revoke-sessions', 'Revoke role temporary credentials'),
  tags: iam('access_tags', 'Controlling access to AWS resources using tags'),
  abac: iam('introduction_attribute-based-access-control', 'Define permissions with ABAC authorization'),
  mfa: iam('id_credentials_mfa_configure-api-require', 'Secure API access with MFA'),
  boundaries: iam('access_policies_boundaries', 'Permissions boundaries'),
  s3: {
    name: 'Amazon S3 User Guide: How Amazon S3 works with IAM',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html'
  },
  s3Prefix: {
    name: 'Amazon S3 User Guide: Bucket policy examples using condition keys',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html'
  },
  kms: {
    name: 'AWS KMS Developer Guide: Allowing users in other accounts to use a KMS key',
    url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html'
  },
  scp: {
    name: 'AWS Organizations User Guide: SCP evaluation',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html'
  },
  scps: {
    name: 'AWS Organizations User Guide: Service control policies',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html'
  },
  reference: {
    name: 'Service Authorization Reference: Actions, resources, and condition keys',
    url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'
  }
} as const satisfies Readonly<Record<string, Source>>;
