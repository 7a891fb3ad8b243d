/** The findings of what is being written: of each policy on show, and where one stands in the file. */
import type { Catalogue } from '../catalog/service.ts';
import { findingsOfPolicy } from '../scenario/findings.ts';
import type { ShownText } from '../scenario/live.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { readTree } from '../source/read.ts';
import type { SourceRange } from '../source/text.ts';
import { treeAt } from '../source/tree.ts';
import type { PolicyId, World } from '../world/world.ts';
import type { Documents } from './documents.svelte.ts';
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

/** A finding, and where in the file its policy has it. */
export interface PlacedFinding {
  readonly finding: Diagnostic;
  readonly range: SourceRange;
}

/** Longer files are not read once more at every key for the sake of marks. */
const MARKED = 64 * 1024;

/**
 * Where in the file the findings of its policies stand, for marks in its text. Without those over whose policy something is typed, and
 * without any where the file cannot be read or is longer than 64 K.
 */
export function placesInFile(
  { name, text, reading, isPending }: Pick<Documents, 'name' | 'text' | 'reading' | 'isPending'>,
  findings: readonly Diagnostic[]
): readonly PlacedFinding[] {
  if (!reading || isPending || findings.length === 0 || text.length > MARKED) return [];
  const root = readTree({ name, text }).value;
  if (!root) return [];
  const shown = new Map([...reading.texts].map(([id, each]): [string, ShownText] => [id, each]));
  return findings.flatMap((finding) => {
    const policy = shown.get(finding.range.source.name);
    if (!policy || policy.isTyped) return [];
    const tree = treeAt(root, `${policy.pointer}${finding.path}`) ?? treeAt(root, policy.pointer);
    return tree ? [{ finding, range: tree.range }] : [];
  });
}
