/** Texts and places in them. Offsets are UTF-16 code units, ranges are half open. Knows no format. */

/** A text as the user gave it, with the name it is known by (a file name, `pasted`, a policy's name). */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** The part `[from, to)` of a text, in UTF-16 code units. */
export interface SourceRange {
  readonly source: SourceText;
  readonly from: number;
  readonly to: number;
}

/** A place for people: line and column, both from 1; the column counts UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Line and column of an offset.
 *
 * @param offset clamped into the text; `\n`, `\r\n` and a lone `\r` end a line
 */
export function lineColumn(source: SourceText, offset: number): LineColumn {
  const end = Math.max(0, Math.min(offset, source.text.length));
  let line = 1;
  let start = 0;
  for (let i = 0; i < end; i++) {
    const char = source.text[i];
    if (char === '\n' || (char === '\r' && source.text[i + 1] !== '\n')) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: end - start + 1 };
}

/** The text a range covers. */
export function textAt(range: SourceRange): string {
  return range.source.text.slice(range.from, range.to);
}
