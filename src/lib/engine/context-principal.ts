/**
 * The keys that say who calls. Source: IAM User Guide, "Principal key values" and "AWS global condition context
 * keys", properties of the principal (KEY-01 to KEY-15).
 */
import { accountIn, lastName } from '../world/arn.ts';
import { organizationPath } from '../world/organization.ts';
import type { AccountId, Arn, World } from '../world/world.ts';
import type { Credentials } from './context-credentials.ts';
import { inAccount, inOrganization, principalTag } from './context-place.ts';
import { flag, many, one, tagKeys } from './context-value.ts';
import { accountOf, identityOf } from './request.ts';
import type { Caller, KnownValue, Provenance } from './request.ts';

/** The columns of table 4.1; nothing for identity providers, who have no principal (XACC-14). */
export function identityKeys(caller: Caller, from: Provenance): readonly KnownValue[] {
  switch (caller.kind) {
    case 'user':
      return [
        ...iamKeys(caller.arn, 'User', caller.uniqueId, from),
        one('aws:username', lastName(caller.arn), from) // KEY-04
      ];
    case 'root':
      return iamKeys(caller.arn, 'Account', caller.account, from);
    case 'roleSession':
      return iamKeys(caller.role, 'AssumedRole', `${caller.roleId}:${caller.session}`, from); // KEY-02, KEY-15
    case 'federatedUser':
      return iamKeys(caller.arn, 'FederatedUser', `${caller.account}:${lastName(caller.arn)}`, from);
    case 'service':
      return [
        flag('aws:PrincipalIsAWSService', true, from), // KEY-12
        one('aws:PrincipalServiceName', caller.service, from), // KEY-13
        many('aws:PrincipalServiceNamesList', [caller.service], from)
      ];
    case 'anonymous':
      return [
        one('aws:PrincipalAccount', 'anonymous', from), // KEY-05
        one('aws:PrincipalType', 'Anonymous', from),
        one('aws:userid', 'anonymous', from)
      ];
    case 'identityProvider':
      return [];
  }
}

function iamKeys(arn: Arn, type: string, userid: string, from: Provenance): readonly KnownValue[] {
  return [
    one('aws:PrincipalArn', arn, from),
    one('aws:PrincipalType', type, from),
    one('aws:userid', userid, from),
    flag('aws:PrincipalIsAWSService', false, from)
  ];
}

/** Account and organization of the caller. */
export function accountKeys(world: World, by: Credentials): readonly KnownValue[] {
  const account = accountOf(by.caller);
  if (account === null) return [];
  const listed = world.accounts.has(account);
  const from = listed ? inAccount(world, account, 'id') : by.named;
  return [one('aws:PrincipalAccount', account, from), ...organizationKeys(world, account, 'Principal')];
}

/**
 * `aws:PrincipalOrgID` and `…OrgPaths`, and their like for resource, source and endpoint: only for an account
 * inside an organization (KEY-06, KEY-07, KEY-36).
 */
export function organizationKeys(
  world: World,
  account: AccountId | null,
  whose: 'Principal' | 'Resource' | 'Source' | 'Vpce'
): readonly KnownValue[] {
  const path = organizationPath(world, account);
  if (!path) return [];
  return [
    one(`aws:${whose}OrgID`, path.organization.id, inOrganization(path.organization, 'id')),
    many(`aws:${whose}OrgPaths`, [path.text], inOrganization(path.organization, 'root'))
  ];
}

/**
 * A user's tags; a role's tags overlaid by session tags, whatever their case (KEY-08); for federated users the
 * issuing user's tags overlaid likewise (KEY-09). The overlay happens where the context is merged: later wins.
 */
export function principalTags(world: World, by: Credentials): readonly KnownValue[] {
  const bearer = identityOf(by.caller);
  const principal = bearer === null ? undefined : world.principals.get(bearer);
  const own =
    bearer === null || accountIn(bearer) === null || !principal
      ? []
      : tagKeys('aws:PrincipalTag', principal.tags, (key) => principalTag(world, bearer, key));
  return [...own, ...by.tags.map(({ key, value, from }) => one(`aws:PrincipalTag/${key}`, value, from))];
}
