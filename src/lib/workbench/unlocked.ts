/** Where one edits what an exercise unlocks: the policy that stands at a place of the file, or the thing it belongs to. */
import { assignmentsIn } from '../edit/assignments.ts';
import type { Ground } from '../edit/edit.ts';
import { placeOf } from '../edit/place.ts';
import { unitsIn } from '../edit/units.ts';
import type { Graph } from '../graph/graph.ts';
import { isWithin, split } from '../source/pointer.ts';
import type { PolicyId } from '../world/world.ts';

export type UnlockedSpot =
  { readonly kind: 'policy'; readonly policy: PolicyId } | { readonly kind: 'thing'; readonly id: string };

/** Null for a place that nothing on show stands for. */
export function spotOf(ground: Ground, graph: Graph, pointer: string): UnlockedSpot | null {
  const policies = [...ground.world.papers].filter(
    ([, { pointer: at }]) => at !== null && (isWithin(at, pointer) || isWithin(pointer, at))
  );
  const [only] = policies;
  // Of several one is chosen at the thing that has them.
  if (only && policies.length === 1) return { kind: 'policy', policy: only[0] };
  const ids = [...graph.nodes, ...graph.boxes, ...unitsIn(ground.file)].map(({ id }) => id);
  const places = ids.flatMap((id) => {
    const at = placeOf(ground, id)?.at;
    return at !== undefined && isWithin(pointer, at) ? [{ id, at }] : [];
  });
  const nearest = places.toSorted((a, b) => b.at.length - a.at.length)[0];
  if (nearest) return { kind: 'thing', id: nearest.id };
  return only ? { kind: 'policy', policy: only[0] } : assigned(ground, pointer);
}

/** The part of a thing's sheet that a place stands in: the key of its section. */
export function partOf(pointer: string): string {
  const key = split(pointer).findLast((each) => !/^\d+$/.test(each)) ?? '';
  return PARTS.get(key) ?? '';
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ...['policies', 'inline', 'boundary', 'groups', 'trust', 'tags', 'assignments'].map(
    (key) => [key, key] as const
  ),
  ['users', 'directory'],
  ['policy', 'door'],
  ['scps', 'scp'],
  ['rcps', 'rcp'],
  ['blockPublicAccess', 'publicAccess']
]);

/** What Identity Center gives out is told by the accounts it does so in: the one with most of it. */
function assigned(ground: Ground, pointer: string): UnlockedSpot | null {
  if (!isWithin(pointer, '/identityCenter')) return null;
  const aliases = assignmentsIn(ground).map(({ account }) => account);
  const count = (alias: string) => aliases.filter((each) => each === alias).length;
  const most = aliases.toSorted((a, b) => count(b) - count(a))[0];
  const account = [...ground.world.accounts.values()].find(({ alias }) => alias === most);
  return account ? { kind: 'thing', id: account.id } : null;
}
