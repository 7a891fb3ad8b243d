/**
 * Where the scenario file keeps what the world knows, for provenance. The places are those of scenario format 1,
 * whose names are fixed.
 */
import type { AccountId, Arn, Endpoint, Organization, World } from '../world/world.ts';
import { accountIn } from '../world/arn.ts';
import { pointer } from './context-value.ts';
import type { Provenance } from './request.ts';

/** Something an account of the file says: `/accounts/tools/id`. Path null for an account that is not listed. */
export function inAccount(world: World, id: AccountId, ...keys: readonly string[]): Provenance {
  const account = world.accounts.get(id);
  return { kind: 'world', path: account ? pointer('/accounts', account.alias, ...keys) : null };
}

/** A tag of a user or role. */
export function principalTag(world: World, arn: Arn, key: string): Provenance {
  const principal = world.principals.get(arn);
  const account = accountIn(arn);
  if (account === null || (principal?.kind !== 'user' && principal?.kind !== 'role')) {
    return { kind: 'world', path: null };
  }
  return inAccount(world, account, `${principal.kind}s`, principal.name, 'tags', key);
}

/** Something an organization of the file says. */
export function inOrganization(organization: Organization, ...keys: readonly string[]): Provenance {
  return { kind: 'world', path: pointer('/organizations', organization.name, ...keys) };
}

/** Something a VPC endpoint of the file says. */
export function inEndpoint(endpoint: Endpoint, ...keys: readonly string[]): Provenance {
  return { kind: 'world', path: pointer('/network/endpoints', endpoint.id, ...keys) };
}
