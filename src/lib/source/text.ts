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
 *
 * Time O(text) for the first offset of a text, O(log lines) for every other: a file of another kind has thousands.
 */
export function lineColumn(source: SourceText, offset: number): LineColumn {
  const end = Math.max(0, Math.min(offset, source.text.length));
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= end) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: end - (starts[low] ?? 0) + 1 };
}

const known = new WeakMap<SourceText, readonly number[]>();

/** Where each line begins; kept as long as the text lives. */
function lineStarts(source: SourceText): readonly number[] {
  const found = known.get(source);
  if (found) return found;
  const starts = [0];
  for (const match of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  known.set(source, starts);
  return starts;
}

/** The text a range covers. */
export function textAt(range: SourceRange): string {
  return range.source.text.slice(range.from, range.to);
}
