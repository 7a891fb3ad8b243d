/** The findings of what is being written: of each policy on show, and where one stands in the file. */
import type { Catalogue } from '../catalog/service.ts';
import { findingsOfPolicy } from '../scenario/findings.ts';
import type { ShownText } from '../scenario/live.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { readTree } from '../source/read.ts';
import type { SourceRange, SourceText } from '../source/text.ts';
import { treeAt } from '../source/tree.ts';
import type { PolicyId, World } from '../world/world.ts';
import type { Reading } from './reading.ts';

/** Findings of one policy, in the places of its text on show; none while it has an error. */
export function findingsIn(world: World, shown: ShownText, catalogue: Catalogue): readonly Diagnostic[] {
  for (const [id, { pointer }] of world.papers) {
    if (pointer === shown.pointer) return current(world, id, shown, catalogue);
  }
  return [];
}

/** Findings of all policies of a file, each in the places of its own text. What did not change is not done again. */
export function findingsOn({ scenario, texts }: Reading, catalogue: Catalogue): readonly Diagnostic[] {
  return [...texts].flatMap(([id, shown]) => current(scenario.world, id, shown, catalogue));
}

/** A world may lag behind what is typed, while a long file is read: then its places are those of another text. */
function current(
  world: World,
  id: PolicyId,
  { kind, text }: ShownText,
  catalogue: Catalogue
): readonly Diagnostic[] {
  if (world.policies.get(id)?.range.source.text !== text) return [];
  return findingsOfPolicy(world, id, kind, catalogue);
}

/**
 * Where in the file a finding of one of its policies stands.
 *
 * @returns null while something is typed over it, or where the file cannot be read. Time: one reading of the file.
 */
export function placeInFile({ texts }: Reading, finding: Diagnostic, file: SourceText): SourceRange | null {
  const shown = [...texts].find(([id]) => id === finding.range.source.name)?.[1];
  const root = shown && !shown.isTyped ? readTree(file).value : null;
  if (!shown || !root) return null;
  const policy = treeAt(root, shown.pointer);
  return (treeAt(root, `${shown.pointer}${finding.path}`) ?? policy)?.range ?? null;
}
