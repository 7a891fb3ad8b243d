/** Where an account hangs in its organization. Source: AWS Organizations User Guide (ORG-03, KEY-07). */
import type { AccountId, Organization, World } from './world.ts';

export interface OrganizationPath {
  readonly organization: Organization;
  /** Where SCPs and RCPs hang, from the top: the root, the OUs, the account itself (EVAL-03, EVAL-04). */
  readonly levels: readonly string[];
  /** As `aws:PrincipalOrgPaths` has it: `o-…/r-…/ou-…/`, ends in a slash, without the account (KEY-07). */
  readonly text: string;
}

/** The way from the organization's root down to an account; null outside any organization. */
export function organizationPath(world: World, account: AccountId | null): OrganizationPath | null {
  const found = account === null ? undefined : world.accounts.get(account);
  const organization = world.organizations.get(found?.organization ?? '');
  if (!found || !organization) return null;
  return {
    organization,
    levels: [...found.organizationPath, found.id],
    text: [organization.id, ...found.organizationPath, ''].join('/')
  };
}
