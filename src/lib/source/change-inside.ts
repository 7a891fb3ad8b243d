/** JSON text in a scalar (a policy as AWS shows it), opened so that a change can be made in it. */
import { keep, type Draft, type DraftInside } from './change-draft.ts';
import { parseJson } from './json.ts';
import type { SourceText } from './text.ts';

/** The list or map that a scalar's text is, or null. Its places are those in the text of the scalar. */
export function openInside(draft: Draft): DraftInside | null {
  if (draft.kind === 'inside') return draft;
  if (draft.kind !== 'kept' || draft.tree.kind !== 'text') return null;
  const scalar = draft.tree;
  if (!/^\s*[[{]/.test(scalar.text)) return null;
  const { value, diagnostics } = parseJson(sourceInside(scalar.text));
  return value && { kind: 'inside', scalar, before: { value, diagnostics }, inner: keep(value) };
}

/** A scalar's text as a file of its own. */
export function sourceInside(text: string): SourceText {
  return { name: 'text.json', text };
}
