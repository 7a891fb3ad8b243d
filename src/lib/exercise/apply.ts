/** A way through an exercise, made on its file: the text with the edits in it, comments kept, read again. */
import { parseScenario } from '../scenario/parse.ts';
import type { ParsedScenario } from '../scenario/scenario.ts';
import { changedSource, type Change } from '../source/change.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceText } from '../source/text.ts';

export interface Applied {
  /** Null where an edit could not be made, or the text is no scenario afterwards. */
  readonly scenario: ParsedScenario | null;
  /** The text afterwards; the one before where an edit could not be made. */
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the edits one after the other, each sees those before it. Never throws. Time: that of reading the file once. */
export function applyEdits(source: SourceText, changes: readonly Change[]): Applied {
  const { value: after, diagnostics } = changedSource(source, changes);
  if (after === null) return { scenario: null, source, diagnostics };
  const read = parseScenario(after);
  return { scenario: read.value, source: after, diagnostics: read.diagnostics };
}
