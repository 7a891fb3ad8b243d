/** The tags of what a world lists, by node, as `key=value`: for search and for filters. */
import type { World } from '../world/world.ts';
import type { Tags } from './search.ts';

/** Tags of users, roles, sessions and resources; nodes without any are left out. */
export function tagsIn(world: World): Tags {
  const found = new Map<string, readonly string[]>();
  const enter = (id: string, tags: ReadonlyMap<string, string>): void => {
    if (tags.size > 0)
      found.set(
        id,
        [...tags].map(([key, value]) => `${key}=${value}`)
      );
  };
  for (const principal of world.principals.values())
    if ('tags' in principal) enter(principal.arn, principal.tags);
  for (const { arn, tags } of world.resources.values()) enter(arn, tags);
  return found;
}
