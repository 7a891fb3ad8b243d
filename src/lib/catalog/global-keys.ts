/**
 * Condition keys that any policy may use, and those of IAM and STS, with the type of their values: what an editor offers.
 * Source: IAM User Guide, "AWS global condition context keys", "IAM and AWS STS condition context keys".
 */

import type { KeyType } from './service.ts';

export interface GlobalKey {
  /** One that ends in `/` wants the key of a tag behind it. */
  readonly key: string;
  readonly type: KeyType;
  /** What it says of a request: a few words. */
  readonly about: string;
}

const STRINGS: Readonly<Record<string, string>> = {
  'aws:PrincipalAccount': 'account of who calls',
  'aws:PrincipalOrgID': 'organization of who calls',
  'aws:PrincipalOrgPaths': 'place in the organization of who calls, a list',
  'aws:PrincipalTag/': 'tag of who calls',
  'aws:PrincipalServiceName': 'service that calls by itself',
  'aws:PrincipalServiceNamesList': 'all names of that service, a list',
  'aws:PrincipalType': 'kind of who calls: Account, User, AssumedRole …',
  'aws:userid': 'unique id of who calls',
  'aws:username': 'name of the user who calls; roles have none',
  'aws:FederatedProvider': 'identity provider behind the session',
  'aws:SourceIdentity': 'source identity of the session',
  'aws:Ec2InstanceSourceVpc': 'VPC the instance got its credentials in',
  'aws:SourceVpc': 'VPC, when a VPC endpoint was used',
  'aws:SourceVpce': 'VPC endpoint that was used',
  'aws:VpceAccount': 'account of the VPC endpoint',
  'aws:VpceOrgID': 'organization of the VPC endpoint',
  'aws:VpceOrgPaths': 'place in the organization of the VPC endpoint, a list',
  'aws:ResourceAccount': 'account that owns the resource',
  'aws:ResourceOrgID': 'organization that owns the resource',
  'aws:ResourceOrgPaths': 'place in the organization of the owner, a list',
  'aws:ResourceTag/': 'tag of the resource',
  'aws:CalledVia': 'services that pass the call on, a list',
  'aws:CalledViaFirst': 'first service that passes the call on',
  'aws:CalledViaLast': 'last service that passes the call on',
  'aws:CalledViaAWSMCP': 'MCP service of AWS that passes the call on',
  'aws:referer': 'web page the browser came from',
  'aws:RequestedRegion': 'Region the call goes to',
  'aws:RequestTag/': 'tag sent with the request',
  'aws:TagKeys': 'keys of the tags sent with the request, a list',
  'aws:SourceAccount': 'account of the resource a service calls for',
  'aws:SourceOrgID': 'organization of the resource a service calls for',
  'aws:SourceOrgPaths': 'place in the organization of that resource, a list',
  'aws:UserAgent': 'program that calls, as it says itself',
  'iam:AWSServiceName': 'service of a service-linked role',
  'iam:OrganizationsPolicyId': 'policy of the organization a report is about',
  'iam:PassedToService': 'service a role is passed to',
  'iam:ResourceTag/': 'tag of the user or role',
  'iam:ServiceSpecificCredentialServiceName': 'service a credential is for',
  'sts:AWSServiceName': 'service a bearer token is for',
  'sts:ExternalId': 'external id given with AssumeRole',
  'sts:RequestContext/': 'assertion given with AssumeRole',
  'sts:RoleSessionName': 'name given to the session',
  'sts:SourceIdentity': 'source identity given with AssumeRole',
  'sts:TransitiveTagKeys': 'keys of the tags that pass on, a list'
};

const ARNS: Readonly<Record<string, string>> = {
  'aws:PrincipalArn': 'ARN of who calls; for a session, of its role',
  'aws:SourceArn': 'ARN of the resource a service calls for',
  'aws:SourceVpcArn': 'ARN of the VPC, when a VPC endpoint was used',
  'aws:SignInSessionArn': 'ARN of the sign-in session',
  'aws:ChatbotSourceArn': 'ARN of the chat configuration behind the session',
  'iam:AssociatedResourceArn': 'ARN of what a passed role will be used by',
  'iam:PermissionsBoundary': 'ARN of the boundary of the user or role',
  'iam:PolicyARN': 'ARN of the policy attached or detached',
  'sts:RequestContextProviders': 'ARNs of who made the assertions, a list',
  'sts:TaskPolicyArn': 'ARN of the task policy of a root session',
  'lambda:SourceFunctionArn': 'ARN of the function that calls',
  'ec2:SourceInstanceArn': 'ARN of the instance that calls'
};

const OTHERS: readonly GlobalKey[] = [
  {
    key: 'aws:MultiFactorAuthPresent',
    type: 'Bool',
    about: 'whether MFA was used; absent for long-term keys'
  },
  { key: 'aws:SecureTransport', type: 'Bool', about: 'whether the call came over TLS' },
  { key: 'aws:ViaAWSService', type: 'Bool', about: 'whether a service passes the call on' },
  { key: 'aws:ViaAWSMCPService', type: 'Bool', about: 'whether an MCP server of AWS passes the call on' },
  {
    key: 'aws:IsMcpServiceAction',
    type: 'Bool',
    about: 'whether the MCP service asks for an action of its own'
  },
  { key: 'aws:PrincipalIsAWSService', type: 'Bool', about: 'whether a service calls by itself' },
  { key: 'aws:AssumedRoot', type: 'Bool', about: 'whether it is a session of AssumeRoot' },
  { key: 'aws:MultiFactorAuthAge', type: 'Numeric', about: 'seconds since MFA was used' },
  { key: 'sts:DurationSeconds', type: 'Numeric', about: 'seconds a bearer token lasts' },
  { key: 'ec2:RoleDelivery', type: 'Numeric', about: 'version of the instance metadata service' },
  { key: 'aws:CurrentTime', type: 'Date', about: 'time of the call' },
  { key: 'aws:EpochTime', type: 'Date', about: 'time of the call, seconds since 1970' },
  { key: 'aws:TokenIssueTime', type: 'Date', about: 'time the session was made' },
  {
    key: 'aws:SourceIp',
    type: 'IPAddress',
    about: 'public address of who calls; absent behind a VPC endpoint'
  },
  { key: 'aws:VpcSourceIp', type: 'IPAddress', about: 'private address, when a VPC endpoint was used' },
  { key: 'aws:Ec2InstanceSourcePrivateIPv4', type: 'IPAddress', about: 'private address of the instance' }
];

/** All of them. Compare names without case (COND-03). */
export const GLOBAL_KEYS: readonly GlobalKey[] = [
  ...OTHERS,
  ...ofType('ARN', ARNS),
  ...ofType('String', STRINGS)
].sort((a, b) => (a.key.toLowerCase() < b.key.toLowerCase() ? -1 : 1));

function ofType(type: KeyType, keys: Readonly<Record<string, string>>): readonly GlobalKey[] {
  return Object.entries(keys).map(([key, about]) => ({ key, type, about }));
}
