/** A policy document from JSON text, checked for what it is for: what an editor holds and a page shows. */
import type { PolicyDocument } from '../policy/document.ts';
import type { PolicyKind } from '../policy/document-kind.ts';
import { parsePolicy } from '../policy/parse.ts';
import { validatePolicy } from '../policy/validate.ts';
import { hasErrors, type Diagnostic } from '../source/diagnostic.ts';
import { parseJson } from '../source/json.ts';
import type { SourceText } from '../source/text.ts';

export interface PolicyText {
  readonly source: SourceText;
  /** Null for a text with an error: what cannot be read in full is never evaluated. */
  readonly document: PolicyDocument | null;
  /** Places in this text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a policy as JSON. Never throws.
 *
 * @param name what the text is known by, e.g. the policy's id
 */
export function readPolicyText(name: string, text: string, kind: PolicyKind): PolicyText {
  const source: SourceText = { name, text };
  const tree = parseJson(source);
  if (tree.value === null) return { source, document: null, diagnostics: tree.diagnostics };
  const parsed = parsePolicy(tree.value);
  const findings = parsed.value === null ? [] : validatePolicy(parsed.value, kind);
  const diagnostics = [...tree.diagnostics, ...parsed.diagnostics, ...findings];
  return { source, document: hasErrors(diagnostics) ? null : parsed.value, diagnostics };
}
