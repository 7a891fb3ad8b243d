/** Format 1, sections `organizations`, `network` and `identityCenter`. */
import { policy, policyName, policyNames } from './format-common.ts';
import { field, list, named, object, record, required, type Entry } from './shape-compound.ts';
import { choice, duration, matching, reference, text, type Read, type Shape } from './shape.ts';
import type { TreeMap, TreeText } from '../source/tree.ts';

/** A unit of the tree; the root is one without a name. */
export interface UnitFormat {
  readonly id: string | null;
  readonly scps: readonly TreeText[] | null;
  readonly rcps: readonly TreeText[] | null;
  readonly accounts: readonly TreeText[] | null;
  readonly units: readonly Entry<UnitFormat>[] | null;
  readonly map: TreeMap;
}

const attached = {
  scps: field(
    list(reference('an SCP')),
    'SCPs attached here, a complete list; absent means [FullAWSAccess].'
  ),
  rcps: field(list(reference('an RCP')), 'RCPs attached here, beside RCPFullAWSAccess.'),
  accounts: field(list(reference('an account')), 'Aliases of the accounts directly below.')
};

const unit: Shape<UnitFormat> = named('unit', () =>
  object({
    id: required(
      matching('an OU id such as `ou-ab12-workload1`', /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/),
      'Id of the OU, `ou-…`.'
    ),
    ...attached,
    units: field(record(unit), 'OUs below, by name.')
  })
);

const root = object({
  id: required(matching('a root id such as `r-ab12`', /^r-[0-9a-z]{4,32}$/), 'Id of the root, `r-…`.'),
  ...attached,
  units: field(record(unit), 'OUs below, by name.')
});

const organization = object({
  id: required(matching('an organization id such as `o-a1b2c3d4e5`', /^o-[a-z0-9]{10,32}$/), '`o-…`.'),
  management: required(
    reference('an account'),
    'Alias of the management account; SCPs do not bind its principals, RCPs not its resources.'
  ),
  features: field(
    choice('all', 'consolidatedBilling'),
    'With consolidatedBilling there are no SCPs and RCPs.'
  ),
  policyTypes: field(
    list(choice('SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY')),
    'Policy types in force; both by default.'
  ),
  delegatedAdministrators: field(
    record(list(text)),
    'Service principals by account alias; the one for `iam.amazonaws.com` may call AssumeRoot.'
  ),
  rootAccess: field(
    choice('centralized'),
    'Centralized root access for member accounts: without it nobody may call AssumeRoot.'
  ),
  scps: field(record(policy), 'Service control policies by name; FullAWSAccess exists by itself.'),
  rcps: field(record(policy), 'Resource control policies by name; RCPFullAWSAccess exists by itself.'),
  root: required(root, 'The tree of OUs and accounts.')
});

export const organizations = record(organization);

const endpoint = object({
  account: required(reference('an account'), 'Alias of the account whose VPC it is.'),
  vpc: required(matching('a VPC id', /^vpc-[0-9a-z]+$/), 'Id of the VPC, `vpc-…`.'),
  region: field(text, 'Region; us-east-1 by default.'),
  type: field(choice('interface', 'gateway'), 'Kind of endpoint.'),
  services: field(list(text), 'Service prefixes that it reaches, e.g. `s3`.'),
  policy: field(policy, 'Endpoint policy; absent means full access.')
});

export const network = object({
  endpoints: field(
    record(endpoint, { pattern: /^vpce-[0-9a-z]+$/, says: 'an endpoint id such as `vpce-0a1b2c3d`' }),
    'VPC endpoints by id, `vpce-…`.'
  )
});

/** A user's name becomes the name of sessions. */
const userName = {
  pattern: /^[A-Za-z0-9_+=,.@-]{2,64}$/,
  says: 'a name of a user: 2 to 64 of letters, digits and _+=,.@-'
};

/** Source: IAM Identity Center API Reference, CreatePermissionSet, Name. */
const setName = {
  pattern: /^[A-Za-z0-9_+=,.@-]{1,32}$/,
  says: 'a name of a permission set: 1 to 32 of letters, digits and _+=,.@-'
};

const permissionSet = object({
  policies: field(policyNames, 'AWS managed policies as `aws:NAME`, customer managed ones by name.'),
  inline: field(policy, 'Inline policy.'),
  boundary: field(policyName, 'Permissions boundary.'),
  sessionDuration: field(duration, 'Length of a session, one hour by default, e.g. `PT1H`.'),
  tags: field(record(text), 'Tags of the permission set.')
});

export const identityCenter = object({
  organization: required(reference('an organization'), 'Name of the organization.'),
  region: field(
    text,
    'Region of Identity Center, which is part of the path of its roles; us-east-1 by default.'
  ),
  users: field(
    record(object({ groups: field(list(reference('a group')), 'Groups of the user.') }), userName),
    'Users of the directory by name.'
  ),
  groups: field(list(text), 'Groups of the directory.'),
  permissionSets: field(record(permissionSet, setName), 'Permission sets by name.'),
  assignments: field(
    list(
      object({
        to: required(reference('`user/NAME` or `group/NAME`'), '`user/NAME` or `group/NAME`.'),
        permissionSet: required(reference('a permission set'), 'Name of the permission set.'),
        account: required(reference('an account'), 'Alias of the account.')
      })
    ),
    'Who gets which permission set in which account; makes a role `AWSReservedSSO_…` there.'
  )
});

export type OrganizationFormat = Read<typeof organization>;
export type RootFormat = Read<typeof root>;
export type EndpointFormat = Read<typeof endpoint>;
export type IdentityCenterFormat = Read<typeof identityCenter>;
export type PermissionSetFormat = Read<typeof permissionSet>;
