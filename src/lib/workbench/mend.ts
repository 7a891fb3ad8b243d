/** Taking the way out of a problem, in the text the problem lies in: the file, or a policy of it. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { ShownText } from '../scenario/live.ts';
import type { Change } from '../source/change.ts';
import type { PolicyId } from '../world/world.ts';
import { plainTitle } from './editor-problems.ts';

/** Documents, as far as they are asked. */
interface Mended {
  readonly name: string;
  readonly isPending: boolean;
  readonly isStale: boolean;
  readonly reading: { readonly texts: ReadonlyMap<PolicyId, ShownText> } | null;
  shown(policy: PolicyId): ShownText | null;
  edit(title: string, changes: readonly Change[]): Promise<readonly Diagnostic[]>;
  change(policy: PolicyId, title: string, changes: readonly Change[]): Promise<readonly Diagnostic[]>;
}

/**
 * Takes the way out that a problem offers, as one step of the history: in the file's text, or in a policy's, which then
 * lies typed over the file.
 *
 * @returns what stands in the way; then nothing is changed. Nothing is, either, where the text has moved on meanwhile
 */
export async function mend(documents: Mended, { fix, range }: Diagnostic): Promise<readonly Diagnostic[]> {
  if (!fix || documents.isPending) return [];
  const title = plainTitle(fix);
  if (range.source.name === documents.name) return documents.edit(title, fix.changes);
  const id = [...(documents.reading?.texts.keys() ?? [])].find((policy) => policy === range.source.name);
  const shown = id === undefined ? null : documents.shown(id);
  if (id === undefined || shown?.text !== range.source.text || documents.isStale) return [];
  return documents.change(id, title, fix.changes);
}
