/** What of a policy's text is drawn in a way of its own: the mark, each value's outcome, what is pointed at. */
import type { NodeRef } from '../engine/trace.ts';
import { rangeIn } from '../policy/locate.ts';
import type { PolicyId } from '../world/world.ts';
import type { Span } from './lines.ts';
import type { SheetStatement } from './sheet-statements.ts';
import type { Mark, Sheet } from './sheet.ts';

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
