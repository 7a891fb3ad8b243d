/** Shared by the tests of policies: a document from text, with all that is wrong with it. */
import { checkPolicy } from '../../src/lib/policy/check.ts';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import type { PolicyDocument } from '../../src/lib/policy/document.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import { settingOf, type Setting } from '../../src/lib/policy/setting.ts';
import type { Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { readTree } from '../../src/lib/source/read.ts';

interface Read {
  readonly document: PolicyDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param where null to parse only */
export function readPolicy(text: string, where: PolicyKind | Setting | null = null, name = 'p.yaml'): Read {
  const tree = readTree({ name, text });
  if (!tree.value) return { document: null, diagnostics: tree.diagnostics };
  if (where === null) {
    const { value: document, diagnostics } = parsePolicy(tree.value);
    return { document, diagnostics: [...tree.diagnostics, ...diagnostics] };
  }
  const setting = typeof where === 'string' ? settingOf(where) : where;
  const { value: document, diagnostics } = checkPolicy(tree.value, setting, tree.diagnostics);
  return { document, diagnostics };
}
