/** Shared by the tests of policies: a document from text, with all that is wrong with it. */
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import type { PolicyDocument } from '../../src/lib/policy/document.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { validatePolicy } from '../../src/lib/policy/validate.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { readTree } from '../../src/lib/source/read.ts';

interface Read {
  readonly document: PolicyDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param kind null to parse only */
export function readPolicy(text: string, kind: PolicyKind | null = null, name = 'p.yaml'): Read {
  const tree = readTree({ name, text });
  if (!tree.value) return { document: null, diagnostics: tree.diagnostics };
  const { value: document, diagnostics } = parsePolicy(tree.value);
  const found = document && kind ? validatePolicy(document, kind) : [];
  return { document, diagnostics: [...tree.diagnostics, ...diagnostics, ...found] };
}
