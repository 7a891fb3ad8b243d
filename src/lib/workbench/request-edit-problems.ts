/** What is wrong with the fields of a form: by field, as one line each. */
import type { Checked, Diagnostic } from '../source/diagnostic.ts';
import type { Edit } from '../edit/edit.ts';

export type Problems = Readonly<Record<string, string>>;

/** Where a form takes an edit that a field has asked for: it is made, or the reason against it stands at the field. */
export type Try = (field: string, edit: Checked<Edit>) => void;

/** One line of a problem: what it is, and the way out. */
export function lineOf({ message, help }: Pick<Diagnostic, 'message' | 'help'>): string {
  const line = (help === undefined ? message : `${message}: ${help}`).replaceAll('`', '');
  // A name that was typed stays as it was typed.
  return message.startsWith('`') ? line : line.charAt(0).toUpperCase() + line.slice(1);
}

/** The problems after a field has been tried again. */
export function tried(before: Problems, field: string, edit: Checked<Edit>): Problems {
  const { [field]: _, ...others } = before;
  const [first] = edit.value === null ? edit.diagnostics : [];
  return first ? { ...others, [field]: lineOf(first) } : others;
}

/** Whether an edit is one: allowed, and not nothing. */
export function isEdit(edit: Checked<Edit>): edit is { readonly value: Edit; readonly diagnostics: [] } {
  return edit.value !== null && edit.value.changes.length > 0;
}
