/** A policy document from JSON text, checked for what it is for: what an editor holds and a page shows. */
import { answered } from '../policy/answers.ts';
import { checkPolicy } from '../policy/check.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { Setting } from '../policy/setting.ts';
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
export function readPolicyText(name: string, text: string, setting: Setting): PolicyText {
  const source: SourceText = { name, text };
  const tree = parseJson(source);
  if (tree.value === null) {
    const diagnostics = tree.diagnostics.map((problem) => answered(problem, setting));
    return { source, document: null, diagnostics };
  }
  const { value, diagnostics } = checkPolicy(tree.value, setting, tree.diagnostics);
  return { source, document: hasErrors(diagnostics) ? null : value, diagnostics };
}
