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
function bearingOf(world: World, { policy, type }: Sheet, words: Words): Bearing {
  const { attachments, papers } = world;
  const held = attachments.filter((each) => each.policy === policy);
  const kind = type ?? held[0]?.type ?? null;
  const targets = held.flatMap((each) => (each.type === kind ? [each.target] : []));
  const exempt = kind === 'scp' || kind === 'rcp' ? managementBelow(world, targets) : [];
  return {
    type: kind,
    origin: papers.get(policy)?.origin ?? null,
    targets: [...new Set(targets)],
    words,
    exempt
  };
}

/** Management accounts at or below some levels of their organization. */
function managementBelow({ organizations, accounts }: World, targets: readonly string[]): readonly string[] {
  return [...organizations.values()].flatMap(({ management }) => {
    const path = accounts.get(management)?.organizationPath ?? [];
    return [...path, management].some((level) => targets.includes(level)) ? [management] : [];
  });
}
