/** The policies that AWS supplies without being asked: full access for SCPs and RCPs, and KMS's default key policy. */
import type { AccountId } from '../world/world.ts';

/** Where an organization's own copies of AWS's policies live. Source: Organizations User Guide, SCP and RCP pages. */
export const FULL_AWS_ACCESS_ARN = 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess';
export const RCP_FULL_AWS_ACCESS_ARN =
  'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess';

/** ORG-01. Source: Organizations User Guide, "Service control policies (SCPs)". */
export const FULL_AWS_ACCESS = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`;

/** ORG-02. Source: Organizations User Guide, "Resource control policies (RCPs)". */
export const RCP_FULL_AWS_ACCESS = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": "*",
      "Resource": "*"
    }
  ]
}`;

/** The policy of a key that was made without one. Source: KMS Developer Guide, "Default key policy". */
export function defaultKeyPolicy(account: AccountId): string {
  return `{
  "Version": "2012-10-17",
  "Id": "key-default-1",
  "Statement": [
    {
      "Sid": "Enable IAM User Permissions",
      "Effect": "Allow",
      "Principal": {
        "AWS": "arn:aws:iam::${account}:root"
      },
      "Action": "kms:*",
      "Resource": "*"
    }
  ]
}`;
}

/**
 * What a role of IAM Identity Center trusts: the SAML provider that Identity Center keeps in the account. Source: IAM
 * Identity Center User Guide, "Referencing permission sets in resource policies" (SSO-01); the audience is recalled.
 */
export function identityCenterTrust(provider: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "Federated": "${provider}"
      },
      "Action": [
        "sts:AssumeRoleWithSAML",
        "sts:TagSession"
      ],
      "Condition": {
        "StringEquals": {
          "SAML:aud": "https://signin.aws.amazon.com/saml"
        }
      }
    }
  ]
}`;
}

/**
 * How an access point that is bound to a VPC turns down all other requests: S3 refuses them whatever policies say, which
 * we show as a Deny (SVC-16). Source: S3 User Guide, "Creating access points restricted to a virtual private cloud".
 */
export function networkOrigin(vpc: string): string {
  const statement = {
    Sid: 'OtherNetworks',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:SourceVpc': vpc } }
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}
