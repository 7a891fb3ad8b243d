/** The file's own word on an edit: made on a copy and read again, it must have no error that was not there before. */
import { parseScenario } from '../scenario/parse.ts';
import { applyChanges } from '../source/change.ts';
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';
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
 * Time: that of reading the file, the first time twice.
 */
export function vetted({ source }: Ground, edit: Edit, { text, field }: Typed): Checked<Edit> {
  const applied = applyChanges(source, edit.changes);
  if (applied.value === null)
    return refused(...applied.diagnostics.map((each) => fromFile(each, text, field)));
  const before = keysOf(source);
  const fresh = errorsOf({ ...source, text: applied.value }).filter((each) => !before.has(keyOf(each)));
  if (fresh.length > 0) return refused(...fresh.map((each) => fromFile(each, text, field)));
  return { value: edit, diagnostics: [] };
}

const known = new WeakMap<SourceText, ReadonlySet<string>>();

/** The errors there are; kept as long as the text lives. */
function keysOf(source: SourceText): ReadonlySet<string> {
  const found = known.get(source) ?? new Set(errorsOf(source).map(keyOf));
  known.set(source, found);
  return found;
}

function errorsOf(source: SourceText): readonly Diagnostic[] {
  return parseScenario(source).diagnostics.filter(({ severity }) => severity === 'error');
}

/** Without the place: an edit above moves what stands below. */
function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
