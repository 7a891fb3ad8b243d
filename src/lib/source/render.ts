/** Diagnostics as text for a terminal, and for anyone who reads a log. No colour, no control characters. */
import type { Diagnostic } from './diagnostic.ts';
import { lineColumn, type SourceRange } from './text.ts';

/** Columns of a source line that are shown at most. */
const WIDTH = 100;
const TAB = 4;
const CUT = '…';

/**
 * A problem with its line and a caret under the exact range; see the shape in the tests. A range over several
 * lines is underlined to the end of its first one; an empty range gets one caret. A long line is cut around it.
 */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { range, severity, message, code, help, aws } = diagnostic;
  const { line, column } = lineColumn(range.source, range.from);
  const head = `${visible(range.source.name)}:${line}:${column}: ${severity}: ${visible(message)} [${code}]`;
  const [text, carets] = excerpt(range);
  const lines = text.trim() === '' ? [head] : [head, `  ${text}`, `  ${carets}`];
  if (help !== undefined) lines.push(`  help: ${visible(help)}`);
  if (aws !== undefined)
    lines.push(`  aws: ${aws.code}${aws.message === null ? '' : `: ${visible(aws.message)}`}`);
  return lines.join('\n');
}

/** All problems, a blank line between them; empty for none. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(renderDiagnostic).join('\n\n');
}

/** A piece of text as the terminal shows it, and the columns that takes. */
interface Cell {
  readonly shown: string;
  readonly width: number;
  readonly isMarked: boolean;
}

/** The line of a range as far as it can be shown, and carets below it; the first line of several. */
export function excerpt(range: SourceRange): readonly [line: string, carets: string] {
  const { from } = range;
  const { column } = lineColumn(range.source, from);
  const to = Math.max(range.to, from + 1);
  const cells: Cell[] = [];
  let offset = Math.max(from - column + 1, from - LOOK);
  for (const char of lineFrom(range, offset)) {
    cells.push({ ...toCell(char), isMarked: offset + char.length > from && offset < to });
    offset += char.length;
  }
  if (offset <= from) cells.push({ shown: ' ', width: 1, isMarked: true });
  const shown = window(cells);
  const text = shown.map((cell) => cell.shown).join('');
  const carets = shown.map((cell) => (cell.isMarked ? '^' : ' ').repeat(cell.width)).join('');
  return [text.trimEnd(), carets.trimEnd()];
}

/** At most this much of a line is looked at on either side of the range, so that one line of 20 MB costs nothing. */
const LOOK = 4 * WIDTH;

/** The line from an offset in it, to its end or as far as is looked at. */
function lineFrom({ source, from }: SourceRange, offset: number): string {
  const before = source.text.slice(offset, from);
  const after = source.text.slice(from, from + LOOK);
  const end = after.search(/[\r\n]/);
  return before + (end < 0 ? after : after.slice(0, end));
}

/** The cells around the marked ones that fit into the width; the first marked one is always among them. */
function window(cells: readonly Cell[]): readonly Cell[] {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= WIDTH) return cells;
  const first = cells.findIndex((cell) => cell.isMarked);
  let from = first;
  let room = Math.floor(WIDTH / 3);
  while (from > 0 && room > 0) room -= cells[--from]?.width ?? 0;
  let to = from;
  room = WIDTH - 2;
  while (to < cells.length && (room -= cells[to]?.width ?? 0) >= 0) to++;
  const cut: Cell = { shown: CUT, width: 1, isMarked: false };
  return [...(from > 0 ? [cut] : []), ...cells.slice(from, to), ...(to < cells.length ? [cut] : [])];
}

function toCell(char: string): { shown: string; width: number } {
  if (char === '\t') return { shown: ' '.repeat(TAB), width: TAB };
  const shown = visible(char);
  if (shown !== char) return { shown, width: shown.length };
  if (/\p{M}/u.test(char)) return { shown, width: 0 };
  return { shown, width: WIDE.test(char) ? 2 : 1 };
}

/** East Asian wide characters and emoji, which terminals draw over two columns. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;

/** Text whose controls, line breaks and marks of direction are seen instead of acting on a terminal or a page. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, toName);
}

/** The same for a name inside a sentence, where the joiners of an emoji and of a script do no harm. */
export function legible(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, toName);
}

function toName(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
