/** Format 1, section `accounts`: principals, customer managed policies, identity providers, account settings. */
import {
  hasDocument,
  iamName,
  inline,
  path,
  policy,
  policyName,
  policyNames,
  publicAccess,
  tags
} from './format-common.ts';
import { resources } from './format-resources.ts';
import { either, field, list, named, object, record, required } from './shape-compound.ts';
import { choice, flag, instant, integer, matching, reference, text, type Read } from './shape.ts';

const accessKey = object({
  id: required(text, 'Access key id, `AKIA…`.'),
  created: field(instant, 'When it was made.'),
  lastUsed: field(instant, 'When it was last used.'),
  status: field(choice('Active', 'Inactive'), '`Active`, the default, or `Inactive`: then AWS refuses it.')
});

const credentials = named('credentials', () =>
  object({
    password: field(
      object({
        changed: field(instant, 'When it was last changed.'),
        lastUsed: field(instant, 'When it was last used.')
      }),
      'Console password.'
    ),
    accessKeys: field(list(accessKey), 'Long-term access keys.')
  })
);

const user = object({
  path: field(path, 'Path in the ARN; `/` by default.'),
  uniqueId: field(
    matching('a unique id, `AIDA…`', /^AIDA[A-Z0-9]{12,124}$/),
    '`AIDA…`; made from the ARN by default.'
  ),
  kind: field(choice('human', 'workload'), 'Who uses it; human by default.'),
  groups: field(list(reference('a group')), 'Groups of the same account.'),
  policies: field(policyNames, 'Managed policies: customer managed by name, AWS managed as `aws:NAME`.'),
  inline: field(inline, 'Inline policies by name.'),
  // QUO-05, GRAM-27: one at most, and a managed one. IAM-07: users and roles have tags that count, groups have none.
  boundary: field(policyName, 'Permissions boundary: a managed policy.'),
  tags: field(tags, 'Tags, seen as `aws:PrincipalTag/…`.'),
  mfa: field(flag, 'Whether the user has an MFA device.'),
  credentials: field(credentials, 'Password and access keys.')
});

const group = object({
  path: field(path, 'Path in the ARN; `/` by default.'),
  policies: field(policyNames, 'Managed policies of all members.'),
  inline: field(inline, 'Inline policies by name.')
});

const role = object({
  path: field(path, 'Path in the ARN; `/` by default.'),
  uniqueId: field(
    matching('a unique id, `AROA…`', /^AROA[A-Z0-9]{12,124}$/),
    '`AROA…`; made from the ARN by default.'
  ),
  trust: field(policy, "Trust policy, the role's resource-based policy; absent means nobody."),
  policies: field(policyNames, 'Managed policies: customer managed by name, AWS managed as `aws:NAME`.'),
  inline: field(inline, 'Inline policies by name.'),
  boundary: field(policyName, 'Permissions boundary: a managed policy.'),
  tags: field(tags, 'Tags, seen as `aws:PrincipalTag/…`.'),
  maxSessionDuration: field(integer(3600, 43_200), 'Seconds, 3600 to 43200; 3600 by default.'),
  serviceLinked: field(flag, 'Whether it is a service-linked role, which SCPs and RCPs do not bind.')
});

/** A customer managed policy: its document, or the document with path and tags. */
const managed = named('managedPolicy', () =>
  either(
    hasDocument,
    object({
      document: required(policy, 'The policy document.'),
      path: field(path, 'Path in the ARN; `/` by default.'),
      tags: field(tags, 'Tags of the policy.')
    }),
    policy
  )
);

const identityProvider = object({
  oidc: field(text, 'Issuer without `https://`, e.g. `token.actions.githubusercontent.com`.'),
  audiences: field(list(text), 'Client ids, e.g. `sts.amazonaws.com`.'),
  saml: field(flag, '`true` for a SAML provider.')
});

const passwordPolicy = object({
  minimumLength: field(integer(6, 128), 'Characters, 6 to 128.'),
  requireSymbols: field(flag, 'At least one symbol.'),
  requireNumbers: field(flag, 'At least one digit.'),
  requireUppercase: field(flag, 'At least one upper-case letter.'),
  requireLowercase: field(flag, 'At least one lower-case letter.'),
  allowUsersToChange: field(flag, 'Whether users may change their own.'),
  hardExpiry: field(flag, 'Whether an expired password needs an administrator.'),
  maxAge: field(integer(1, 1095), 'Days, 1 to 1095.'),
  reusePrevention: field(integer(1, 24), 'How many former passwords are refused, 1 to 24.')
});

const trail = object({
  name: required(text, 'Name of the trail.'),
  allRegions: field(flag, 'Whether it covers all Regions.'),
  dataEvents: field(flag, 'Whether it records data events.'),
  organization: field(flag, 'Whether it covers the organization.'),
  bucket: field(text, 'ARN of the bucket it writes to.')
});

const account = object({
  id: required(matching('an account id: twelve digits', /^[0-9]{12}$/), 'Twelve digits.'),
  name: field(text, 'For people; the alias by default.'),
  canonicalId: field(
    matching('a canonical user id: 64 hexadecimal digits', /^[0-9a-f]{64}$/),
    'The id by which S3 knows the account, `CanonicalUser` in bucket policies: 64 hexadecimal digits.'
  ),
  scps: field(
    list(reference('an SCP')),
    'SCPs attached to the account itself; absent means [FullAWSAccess].'
  ),
  rcps: field(list(reference('an RCP')), 'RCPs attached to the account itself, beside RCPFullAWSAccess.'),
  users: field(record(user, iamName), 'IAM users by name.'),
  groups: field(record(group, iamName), 'IAM groups by name.'),
  roles: field(record(role, iamName), 'IAM roles by name.'),
  policies: field(record(managed, iamName), 'Customer managed policies by name.'),
  identityProviders: field(record(identityProvider), 'OIDC and SAML providers by name.'),
  root: field(
    object({
      mfa: field(flag, 'Whether the root user has an MFA device.'),
      credentials: field(credentials, 'Password and access keys.')
    }),
    'The root user.'
  ),
  passwordPolicy: field(passwordPolicy, 'Rules for console passwords.', { notModelled: true }),
  blockPublicAccess: field(publicAccess, 'S3 Block Public Access of the account; off by default.'),
  trails: field(list(trail), 'CloudTrail trails.', { notModelled: true }),
  resources: field(resources, 'Resources the account owns, by ARN.')
});

/** Account ids by alias. An alias holds no `:` or `/`, so that `alias:user/NAME` can be told apart. */
export const accounts = record(account, {
  pattern: /^[A-Za-z][A-Za-z0-9_-]*$/,
  says: 'an alias: letters, digits, - and _'
});

export type UserFormat = Read<typeof user>;
export type GroupFormat = Read<typeof group>;
export type RoleFormat = Read<typeof role>;
export type IdentityProviderFormat = Read<typeof identityProvider>;
export type AccountFormat = Read<typeof account>;
export type PublicAccessFormat = Read<typeof publicAccess>;
