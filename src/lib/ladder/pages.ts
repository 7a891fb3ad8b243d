/** Pages of AWS that the reading pages cite beside those of the rules, each by its own address. */
import type { Page } from './cited.ts';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

function iam(name: string, title: string): Page {
  return { title: `IAM User Guide: ${title}`, url: `${IAM}${name}.html` };
}

export const BEST_PRACTICES = iam('best-practices', 'Security best practices');
export const ACCESS_KEYS = iam('id_credentials_access-keys', 'Manage access keys');
export const INTRODUCTION = iam('introduction', 'What is IAM?');
export const HOW_IAM_WORKS = iam('intro-structure', 'How IAM works');
export const ROOT_USER = iam('id_root-user', 'AWS account root user');
export const USERS = iam('id_users', 'IAM users');
export const GROUPS = iam('id_groups', 'IAM user groups');
export const ROLES = iam('id_roles', 'IAM roles');
export const FEDERATION = iam('id_roles_providers', 'Identity providers and federation into AWS');
export const MFA = iam('id_credentials_mfa', 'Multi-factor authentication');
export const TEMPORARY = iam('id_credentials_temp', 'Temporary security credentials');
export const MANAGED_OR_INLINE = iam(
  'access_policies_managed-vs-inline',
  'Managed policies and inline policies'
);
export const LAST_ACCESSED = iam(
  'access_policies_last-accessed',
  'Refine permissions using last accessed information'
);
export const ANALYZER = iam('what-is-access-analyzer', 'IAM Access Analyzer');
export const DATES = iam('reference_policies_examples_aws-dates', 'AWS: Specific access during a date range');
export const ABAC = iam(
  'introduction_attribute-based-access-control',
  'Define permissions with ABAC authorization'
);

export const DATA_EVENTS: Page = {
  title: 'AWS CloudTrail User Guide: Logging data events',
  url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'
};
export const KEYS_ROTATED: Page = {
  title: 'AWS Config Developer Guide: access-keys-rotated',
  url: 'https://docs.aws.amazon.com/config/latest/developerguide/access-keys-rotated.html'
};
export const SECURITY_HUB: Page = {
  title: 'AWS Security Hub User Guide: Controls for IAM',
  url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html'
};
export const DIRECTORY: Page = {
  title: 'IAM Identity Center User Guide: Microsoft AD directory',
  url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/manage-your-identity-source-ad.html'
};
export const IDENTITY_CENTER: Page = {
  title: 'IAM Identity Center User Guide: What is IAM Identity Center?',
  url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/what-is.html'
};
export const BILLING: Page = {
  title: 'AWS Billing User Guide: Overview of managing access permissions',
  url: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html'
};
export const ORGANIZATIONS: Page = {
  title: 'AWS Organizations User Guide: Terminology and concepts',
  url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_getting-started_concepts.html'
};
