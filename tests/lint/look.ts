/** Shared by the tests of findings: the findings of an example, and its text. */
import type { Catalogue } from '../../src/lib/catalog/service.ts';
import type { Example } from '../../src/lib/lint/catalogue-types.ts';
import { lintPolicy } from '../../src/lib/lint/lint-policy.ts';
import { parsePolicy } from '../../src/lib/policy/parse.ts';
import type { PolicyKind } from '../../src/lib/policy/document-kind.ts';
import { validatePolicy } from '../../src/lib/policy/validate.ts';
import { hasErrors, type Diagnostic } from '../../src/lib/source/diagnostic.ts';
import { findingsOf } from '../../src/lib/scenario/findings.ts';
import { parseScenario } from '../../src/lib/scenario/parse.ts';
import { parseJson } from '../../src/lib/source/json.ts';

export interface Looked {
  readonly text: string;
  /** Of reading and validating: what AWS says of it. */
  readonly problems: readonly Diagnostic[];
  readonly findings: readonly Diagnostic[];
}

/** The text of an example as the page shows it. */
export function textOf(example: Example): string {
  return example.kind === 'file' ? example.text : JSON.stringify(example.document, null, 2);
}

/** Reads a policy text and looks at it. Throws on a text that AWS refuses. */
export function look(text: string, kind: PolicyKind, catalogue: Catalogue | null): Looked {
  const tree = parseJson({ name: 'p.json', text });
  const parsed = tree.value && parsePolicy(tree.value);
  if (!parsed?.value) throw new Error(`no policy: ${text}`);
  const problems = [...tree.diagnostics, ...parsed.diagnostics, ...validatePolicy(parsed.value, kind)];
  if (hasErrors(problems)) throw new Error(`refused: ${problems.map(({ message }) => message).join('; ')}`);
  return { text, problems, findings: lintPolicy(parsed.value, kind, catalogue) };
}

/** Reads a whole file and looks at all of its policies. Throws on a file with errors. */
export function lookAtFile(text: string, catalogue: Catalogue | null): Looked {
  const { value, diagnostics } = parseScenario({ name: 'file.yaml', text });
  if (!value || hasErrors(diagnostics)) {
    throw new Error(`no file: ${diagnostics.map(({ message, path }) => `${path}: ${message}`).join('; ')}`);
  }
  return { text, problems: diagnostics, findings: findingsOf(value, catalogue) };
}
