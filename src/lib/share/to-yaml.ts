/** A scenario kept as JSON, written down as YAML. */
import { applyChanges } from '../source/change.ts';
import { hasErrors, type Checked } from '../source/diagnostic.ts';
import { isJsonName } from '../source/file-name.ts';
import { toPlain } from '../source/plain.ts';
import { readTree } from '../source/read.ts';
import type { SourceText } from '../source/text.ts';

/**
 * The same file as YAML, under a name that says so; one that is YAML stays as it is.
 *
 * @returns a null value with the reader's problems for a text that is no JSON. Never throws.
 */
export function toYaml(source: SourceText): Checked<SourceText> {
  if (!isJsonName(source.name)) return { value: source, diagnostics: [] };
  const { value: tree, diagnostics } = readTree(source);
  if (tree === null || hasErrors(diagnostics)) return { value: null, diagnostics };
  const name = source.name.replace(/\.json$/i, '.yaml');
  const written = applyChanges({ name, text: '{}\n' }, [{ at: '', set: toPlain(tree) }]);
  return {
    value: written.value === null ? null : { name, text: written.value },
    diagnostics: written.diagnostics
  };
}
