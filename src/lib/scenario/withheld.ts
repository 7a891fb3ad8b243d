/**
 * Policies that cannot be known because the key that should name them cannot be read, or may be a misspelt one.
 * They count as broken, so that nothing is decided as if there were none: dropping a Deny would fail open.
 */
import type { Diagnostic } from '../source/diagnostic.ts';
import { parent } from '../source/pointer.ts';
import { asPolicyId } from '../world/arn.ts';
import type { PolicyType } from '../world/world.ts';
import type { Draft } from './draft.ts';
import { attach, type Sheet } from './world-policies.ts';

/** Keys that name policies, with the place of an item of their list. */
const CARRIES_POLICIES = /^(.*)\/(?:policies|inline|boundary|groups|scps|rcps)(?:\/\d+)?$/;

/** Errors of shape by the path of whoever's policies they hide. */
export function withheldBy(log: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const problem of log) {
    const owner = ownerOf(problem);
    if (owner === null || problem.severity !== 'error') continue;
    const known = found.get(owner);
    if (known) known.push(problem);
    else found.set(owner, [problem]);
  }
  return found;
}

function ownerOf({ code, path }: Diagnostic): string | null {
  if (code === 'scenario/unknown-key') return parent(path);
  return CARRIES_POLICIES.exec(path)?.[1] ?? null;
}

/**
 * Hangs a broken policy on a target whose policies are not all known; does nothing for any other.
 *
 * @param path JSON Pointer of the target in the file
 */
export function attachWithheld(
  draft: Draft,
  path: string,
  sheet: Omit<Sheet, 'kind' | 'name'>,
  type: PolicyType,
  target: string
): void {
  const problems = draft.withheld.get(path);
  if (!problems) return;
  const id = asPolicyId(sheet.id);
  const { origin, account } = sheet;
  draft.broken.set(id, problems);
  draft.papers.set(id, { id, name: 'unreadable', origin, arn: null, account, pointer: path, edition: null });
  attach(draft, id, type, target);
}
