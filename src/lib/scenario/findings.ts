/** What is unwise in a file's policies: the findings of each document, and those that take the whole world. */
import type { Catalogue } from '../catalog/service.ts';
import { lintPolicy } from '../lint/lint-policy.ts';
import { lintInWorld } from '../lint/lint-world.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { Change } from '../source/change.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { PolicyId } from '../world/world.ts';
import type { ParsedScenario } from './scenario.ts';

/**
 * The findings of all policies that the file has and that have no error.
 *
 * @param catalogue null where AWS's actions are not at hand: what needs them is left out
 * @returns warnings and suggestions with places in the file, in the order of the text. Never throws.
 */
export function findingsOf(
  { world, settings }: Pick<ParsedScenario, 'world' | 'settings'>,
  catalogue: Catalogue | null
): readonly Diagnostic[] {
  const found = [...settings].flatMap(([id, { kind }]) => {
    const document = world.policies.get(id);
    const pointer = world.papers.get(id)?.pointer ?? null;
    if (!document || pointer === null) return [];
    return [...lintKnown(document, kind, catalogue), ...lintInWorld(world, id, kind)].map((finding) =>
      below(finding, pointer)
    );
  });
  return found.sort((a, b) => a.range.from - b.range.from);
}

/** The findings of one policy as the file shows it, in the places of its own text. */
export function findingsOfPolicy(
  world: ParsedScenario['world'],
  id: PolicyId,
  kind: PolicyKind,
  catalogue: Catalogue | null
): readonly Diagnostic[] {
  const document = world.policies.get(id);
  if (!document) return [];
  const found = [...lintKnown(document, kind, catalogue), ...lintInWorld(world, id, kind)];
  return found.sort((a, b) => a.range.from - b.range.from);
}

interface Known {
  readonly kind: PolicyKind;
  readonly catalogue: Catalogue | null;
  readonly found: readonly Diagnostic[];
}

/** A document does not change: what was found in it stays true for the same catalogue. */
const known = new WeakMap<PolicyDocument, Known>();

function lintKnown(
  document: PolicyDocument,
  kind: PolicyKind,
  catalogue: Catalogue | null
): readonly Diagnostic[] {
  const last = known.get(document);
  if (last?.kind === kind && last.catalogue === catalogue) return last.found;
  const found = lintPolicy(document, kind, catalogue);
  known.set(document, { kind, catalogue, found });
  return found;
}

/** A finding of a document as one of the file that holds it. */
function below(finding: Diagnostic, pointer: string): Diagnostic {
  const { fix } = finding;
  const moved = { ...finding, path: `${pointer}${finding.path}` };
  if (fix === undefined) return moved;
  const changes = fix.changes.map((change): Change => ({ ...change, at: `${pointer}${change.at}` }));
  return { ...moved, fix: { ...fix, changes } };
}
