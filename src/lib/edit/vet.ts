/** The file's own word on an edit: made on a copy and read again, it must have no error that was not there before. */
import { parseScenario } from '../scenario/parse.ts';
import { applyChanges } from '../source/change.ts';
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import { fromFile } from './diagnostics.ts';
import { refused, type Edit, type Ground } from './edit.ts';

/** What was typed, into which field. */
export interface Typed {
  readonly text: string;
  readonly field: string;
}

/**
 * An edit that the file can bear, or the file's reasons against it as problems of the field.
 *
 * Time: that of reading the file twice.
 */
export function vetted({ source }: Ground, edit: Edit, { text, field }: Typed): Checked<Edit> {
  const applied = applyChanges(source, edit.changes);
  if (applied.value === null)
    return refused(...applied.diagnostics.map((each) => fromFile(each, text, field)));
  const before = new Set(errorsOf(source.name, source.text).map(keyOf));
  const fresh = errorsOf(source.name, applied.value).filter((each) => !before.has(keyOf(each)));
  if (fresh.length > 0) return refused(...fresh.map((each) => fromFile(each, text, field)));
  return { value: edit, diagnostics: [] };
}

function errorsOf(name: string, text: string): readonly Diagnostic[] {
  return parseScenario({ name, text }).diagnostics.filter(({ severity }) => severity === 'error');
}

/** Without the place: an edit above moves what stands below. */
function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
