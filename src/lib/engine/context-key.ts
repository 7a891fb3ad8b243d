/**
 * Condition keys by name: their usual spelling, and which hold several values.
 * Source: IAM User Guide, "AWS global condition context keys", "IAM and AWS STS condition context keys"
 * (COND-62, table 4.3).
 */

const SPELLINGS = [
  ...under('aws', [
    'PrincipalArn PrincipalAccount PrincipalOrgPaths PrincipalOrgID PrincipalTag/ PrincipalIsAWSService',
    'PrincipalServiceName PrincipalServiceNamesList PrincipalType userid username',
    'AssumedRoot FederatedProvider TokenIssueTime SignInSessionArn MultiFactorAuthAge MultiFactorAuthPresent',
    'ChatbotSourceArn Ec2InstanceSourceVpc Ec2InstanceSourcePrivateIPv4 SourceIdentity',
    'SourceIp SourceVpc SourceVpcArn SourceVpce VpceAccount VpceOrgID VpceOrgPaths VpcSourceIp',
    'ResourceAccount ResourceOrgID ResourceOrgPaths ResourceTag/',
    'CalledVia CalledViaFirst CalledViaLast CalledViaAWSMCP ViaAWSService ViaAWSMCPService IsMcpServiceAction',
    'CurrentTime EpochTime referer RequestedRegion RequestTag/ TagKeys SecureTransport UserAgent',
    'SourceAccount SourceArn SourceOrgID SourceOrgPaths'
  ]),
  ...under('iam', [
    'AssociatedResourceArn AWSServiceName OrganizationsPolicyId PassedToService PermissionsBoundary PolicyARN',
    'RegisterSecurityKey ResourceTag/ ServiceSpecificCredentialAgeDays ServiceSpecificCredentialServiceName'
  ]),
  ...under('sts', [
    'AWSServiceName DurationSeconds ExternalId RequestContext/ RequestContextProviders RoleSessionName',
    'SourceIdentity TaskPolicyArn TransitiveTagKeys'
  ]),
  ...under('s3', ['ExistingObjectTag/ RequestObjectTag/ RequestObjectTagKeys prefix delimiter'])
];

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(SPELLINGS.map((key) => [key.toLowerCase(), key]));

const MULTIVALUED: ReadonlySet<string> = new Set(
  [
    ...under('aws', [
      'PrincipalOrgPaths PrincipalServiceNamesList ResourceOrgPaths SourceOrgPaths VpceOrgPaths CalledVia TagKeys'
    ]),
    ...under('sts', ['TransitiveTagKeys RequestContextProviders']),
    ...under('s3', ['RequestObjectTagKeys']),
    ...under('saml', [
      'commonName cn edupersonaffiliation edupersonassurance edupersonentitlement edupersonnickname',
      'edupersonorgunitdn edupersonscopedaffiliation edupersontargetedid eduorghomepageuri',
      'eduorgidentityauthnpolicyuri eduorglegalname eduorgsuperioruri eduorgwhitepagesuri givenName mail name',
      'organizationStatus primaryGroupSID surname uid x500UniqueIdentifier'
    ])
  ].map((key) => key.toLowerCase())
);

/** The key as AWS writes it, `aws:SourceIp` for `AWS:sourceip`; unknown keys stay as they are. */
export function usualSpelling(key: string): string {
  const lower = key.toLowerCase();
  const slash = lower.indexOf('/');
  const known = BY_LOWER_CASE.get(slash < 0 ? lower : lower.slice(0, slash + 1));
  if (known === undefined) return key;
  return slash < 0 ? known : known + key.slice(slash + 1);
}

/** Whether AWS defines the key as a list, so that even one value is a list of one. */
export function isMultivalued(key: string): boolean {
  const lower = key.toLowerCase();
  return MULTIVALUED.has(lower) || lower.endsWith(':amr');
}

function under(service: string, names: readonly string[]): readonly string[] {
  return names.flatMap((line) => line.split(' ')).map((name) => `${service}:${name}`);
}
