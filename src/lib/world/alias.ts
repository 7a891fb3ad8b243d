/** What files and people call an account, and those who act in it. */
import type { AccountId, Role, User, World } from './world.ts';

/** An account that is not listed is called by its id. */
export function aliasOf(world: World, account: AccountId): string {
  return world.accounts.get(account)?.alias ?? account;
}

/** `tools:user/dana`, as requests name a principal. */
export function shortNameOf(world: World, { account, kind, name }: User | Role): string {
  return `${aliasOf(world, account)}:${kind}/${name}`;
}
