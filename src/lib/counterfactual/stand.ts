/**
 * A scenario file as it stands, and as changes leave it: the ground on which candidates are proposed, tried quickly
 * on the world and at last verified on the file.
 */
import type { Ground } from '../edit/edit.ts';
import { lookAt, opened } from '../edit/look.ts';
import { readPolicyText } from '../scenario/policy-text.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Case, ParsedScenario } from '../scenario/scenario.ts';
import { applyChanges, type Change } from '../source/change.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { isWithin } from '../source/pointer.ts';
import { toPlain } from '../source/plain.ts';
import type { SourceText } from '../source/text.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { PolicyId, World } from '../world/world.ts';

export interface Stand extends Ground {
  readonly scenario: ParsedScenario;
  /** How often the file has each error, by code and message. */
  readonly errors: ReadonlyMap<string, number>;
}

/** Null for a text that is no scenario at all. */
export function standOn(source: SourceText): Stand | null {
  const { value: scenario, diagnostics } = parseScenario(source);
  if (scenario?.root.kind !== 'map') return null;
  return { source, file: scenario.root, world: scenario.world, scenario, errors: count(diagnostics) };
}

/** Without the place: a change above moves what stands below. */
function count(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const errors = new Map<string, number>();
  for (const { severity, code, message } of diagnostics) {
    const key = `${code} ${message}`;
    if (severity === 'error') errors.set(key, (errors.get(key) ?? 0) + 1);
  }
  return errors;
}

export function caseOf(stand: Stand, id: string): Case | null {
  return stand.scenario.cases.find((each) => each.id === id) ?? null;
}

/**
 * The file with changes made, read anew; null for changes that cannot be made or bring an error with them.
 * Time: three readings of the file.
 */
export function made(stand: Stand, changes: readonly Change[]): Stand | null {
  const text = applyChanges(stand.source, changes).value;
  if (text === null) return null;
  const next = standOn({ ...stand.source, text });
  const isWorse = [...(next?.errors ?? [])].some(([key, times]) => times > (stand.errors.get(key) ?? 0));
  return isWorse ? null : next;
}

/**
 * The world with changes of policies made, without reading the file: what {@link made} would come to, as long as all
 * changes lie inside documents. Null where some do not, or a document is no policy afterwards.
 */
export function quickly(stand: Stand, changes: readonly Change[]): World | null {
  const byPolicy = new Map<PolicyId, Change[]>();
  for (const change of changes) {
    const home = homeOf(stand, change.at);
    if (home === null) return null;
    const inside = { ...change, at: change.at.slice(home.pointer.length) };
    byPolicy.set(home.id, [...(byPolicy.get(home.id) ?? []), inside]);
  }
  const policies = new Map(stand.world.policies);
  for (const [id, inside] of byPolicy) {
    const document = changed(stand, id, inside);
    if (document === null) return null;
    policies.set(id, document);
  }
  return { ...stand.world, policies };
}

function homeOf(stand: Stand, at: string): { readonly id: PolicyId; readonly pointer: string } | null {
  for (const { id, pointer } of stand.world.papers.values()) {
    if (pointer !== null && at !== pointer && isWithin(at, pointer)) return { id, pointer };
  }
  return null;
}

function changed(stand: Stand, id: PolicyId, inside: readonly Change[]): PolicyDocument | null {
  const pointer = stand.world.papers.get(id)?.pointer ?? null;
  const setting = stand.scenario.settings.get(id);
  const tree = pointer === null ? null : lookAt(stand.file, pointer);
  if (tree === null || setting === undefined || !stand.world.policies.has(id)) return null;
  const text = JSON.stringify(toPlain(opened(tree)));
  const after = applyChanges({ name: `${id}.json`, text }, inside).value;
  return after === null ? null : readPolicyText(id, after, setting).document;
}
