/** What of a policy's text is drawn in a way of its own: the mark, each value's outcome, what is pointed at. */
import type { NodeRef } from '../engine/trace.ts';
import { pathAt, rangeIn } from '../policy/locate.ts';
import { isWithin } from '../source/pointer.ts';
import type { PolicyId } from '../world/world.ts';
import type { Span } from './lines.ts';
import { statementName, type SheetStatement } from './sheet-statements.ts';
import type { Sheet } from './sheet.ts';
import type { Mark } from './sheet-marks.ts';

/** The mark of a step, named `marked` and by its tone. */
export function markSpans(mark: Mark | null): readonly Span[] {
  if (mark === null) return [];
  const { from, to, tone } = mark;
  return [
    { from, to, name: 'marked' },
    { from, to, name: tone }
  ];
}

/** Where the step compares several values, each of them by whether it holds: `holds`, `misses`. */
export function valueSpans({ asked, statements, mark }: Sheet): readonly Span[] {
  if (!asked || asked.expected.length < 2) return [];
  return asked.expected.flatMap(({ at, holds }) => {
    const range = rangeOf(statements, at.path);
    const isMarked = range && mark && range.from === mark.from && range.to === mark.to;
    return range && !isMarked ? [{ from: range.from, to: range.to, name: holds ? 'holds' : 'misses' }] : [];
  });
}

/** What somebody points at elsewhere, as far as it stands in this policy: `pointed`. */
export function pointedSpans(
  policy: PolicyId,
  statements: readonly SheetStatement[],
  texts: readonly NodeRef[]
): readonly Span[] {
  return texts.flatMap((at) => {
    const range = at.policy === policy ? rangeOf(statements, at.path) : null;
    return range ? [{ from: range.from, to: range.to, name: 'pointed' }] : [];
  });
}

function rangeOf(statements: readonly SheetStatement[], path: string) {
  for (const { statement } of statements) {
    if (path !== statement.path && !path.startsWith(`${statement.path}/`)) continue;
    const range = rangeIn(statement, path);
    if (range) return range;
  }
  return null;
}

/** The smallest part of a statement that a character of the text belongs to; null outside of the statements. */
export function placeAt(
  { policy, statements }: Pick<Sheet, 'policy' | 'statements'>,
  offset: number
): NodeRef | null {
  const path = pathAt(
    statements.map(({ statement }) => statement),
    offset
  );
  return path === null ? null : { policy, path };
}

/** A line of the text that is about something a step may read. */
export interface Door {
  /** In words: `Principal of Pipeline`. */
  readonly name: string;
  /** A character of what the line is about, by its offset. */
  readonly at: number;
}

/**
 * What a line is about: the value behind its key, else what it begins with.
 *
 * @param from offset of its first character
 * @returns null for a line of brackets, and outside of the statements
 */
export function doorAt(sheet: Pick<Sheet, 'policy' | 'statements'>, line: string, from: number): Door | null {
  const key = /^\s*"(?:[^"\\]|\\.)*":\s*/.exec(line)?.[0].length;
  const start = line.search(/[^\s\]},]/);
  if (start < 0) return null;
  const at = from + (key ?? start);
  const found = placeAt(sheet, at);
  const each = found && sheet.statements.find(({ statement }) => isWithin(found.path, statement.path));
  if (!each) return null;
  const [part = ''] = found.path.slice(each.statement.path.length + 1).split('/');
  const name = statementName(each);
  return { name: part === '' ? name : `${part} of ${name}`, at };
}
