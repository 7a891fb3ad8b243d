/** The statements of a sheet as sentences, in the light of how the policy hangs. */
import { readsAs } from '../explain/reads-as.ts';
import type { Bearing, ReadsAs } from '../explain/reads-as-part.ts';
import type { Words } from '../explain/words.ts';
import type { World } from '../world/world.ts';
import type { Sheet } from './sheet.ts';

/** By the statement's path; empty where nothing can be read. */
export function readsOf(world: World, sheet: Sheet | null, words: Words): ReadonlyMap<string, ReadsAs> {
  if (!sheet) return new Map();
  const bearing = bearingOf(world, sheet, words);
  return new Map(sheet.statements.map(({ statement }) => [statement.path, readsAs(statement, bearing)]));
}

/** Where a policy hangs in the way in which it is read; for one that is not read, wherever it hangs first. */
function bearingOf({ attachments, papers }: World, { policy, type }: Sheet, words: Words): Bearing {
  const held = attachments.filter((each) => each.policy === policy);
  const kind = type ?? held[0]?.type ?? null;
  const targets = held.flatMap((each) => (each.type === kind ? [each.target] : []));
  return { type: kind, origin: papers.get(policy)?.origin ?? null, targets: [...new Set(targets)], words };
}
