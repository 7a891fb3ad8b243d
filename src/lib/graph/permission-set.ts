/**
 * Roles that IAM Identity Center keeps in an account for a permission set, named after it and a suffix of its own.
 * Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies, Amazon EKS Cluster config
 * maps, and AWS KMS key policies"; SSO-01.
 */
const RESERVED =
  /^arn:[^:]*:iam::\d{12}:role\/aws-reserved\/sso\.amazonaws\.com\/(?:[^/]+\/)?AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/** The permission set that a role is kept for; null for every other role. */
export function permissionSetOf(arn: string): string | null {
  return RESERVED.exec(arn)?.[1] ?? null;
}

export function isOfPermissionSet(arn: string): boolean {
  return RESERVED.test(arn);
}
