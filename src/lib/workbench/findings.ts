/** The findings of what is being written: of each policy on show, and where one stands in the file. */
import type { Catalogue } from '../catalog/service.ts';
import { findingsOfPolicy } from '../scenario/findings.ts';
import type { ShownText } from '../scenario/live.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { readTree } from '../source/read.ts';
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

/** A finding, and as it is shown of a file: in its place there, where that is known. */
export interface PlacedFinding {
  readonly finding: Diagnostic;
  readonly shown: Diagnostic;
}

/** Longer files are not read once more at every key to place findings in them. */
const MOST = 64 * 1024;

/**
 * The findings of a file's policies, each in its place in the file. Those over whose policy something is typed stay in
 * the place of its text, and so do all where the file cannot be read or is longer than 64 K.
 */
export function placesInFile(
  { name, text, reading, isPending }: Pick<Documents, 'name' | 'text' | 'reading' | 'isPending'>,
  findings: readonly Diagnostic[]
): readonly PlacedFinding[] {
  const isRead = reading !== null && !isPending && findings.length > 0 && text.length <= MOST;
  const root = isRead ? readTree({ name, text }).value : null;
  const policies = new Map([...(reading?.texts ?? [])].map(([id, each]): [string, ShownText] => [id, each]));
  return findings.map((finding) => {
    const policy = policies.get(finding.range.source.name);
    if (!root || !policy || policy.isTyped) return { finding, shown: finding };
    const tree = treeAt(root, `${policy.pointer}${finding.path}`) ?? treeAt(root, policy.pointer);
    return { finding, shown: tree ? { ...finding, range: tree.range } : finding };
  });
}
