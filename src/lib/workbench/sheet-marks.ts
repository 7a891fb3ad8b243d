/** What of a document a frame marks: the place it is about, and the stretch of text that is lit. */
import type { PolicyStep, StatementStep, Step } from '../engine/trace.ts';
import type { Frame } from '../explain/frame.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { locate } from '../policy/locate.ts';
import type { SourceRange } from '../source/text.ts';
import type { PolicyId } from '../world/world.ts';

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly tone: 'match' | 'noMatch' | 'deny';
}

/** The place a frame is about; while it only asks, none that would give the answer away. */
export function pathShown({ step, moment }: Frame, read: PolicyStep | null): string | null {
  const own = pathOf(step, read?.policy ?? null);
  return own !== null || moment === 'open' ? own : (spokenBy(read) ?? missedBy(read));
}

function pathOf(step: Step, id: PolicyId | null): string | null {
  switch (step.kind) {
    case 'statement':
    case 'element':
    case 'condition':
      return step.at.path;
    case 'gate':
      return step.at.find((at) => at.policy === id)?.path ?? null;
    case 'evaluation': {
      const { decidedBy } = step;
      return 'at' in decidedBy ? (decidedBy.at.findLast((at) => at.policy === id)?.path ?? null) : null;
    }
    default:
      return null;
  }
}

/** For steps around a policy: the statement by which it speaks, a Deny before an Allow. */
function spokenBy(read: PolicyStep | null): string | null {
  const matching = read?.steps.filter((each) => each.outcome === 'match') ?? [];
  return (matching.find((each) => each.effect === 'Deny') ?? matching[0])?.at.path ?? null;
}

/**
 * Where a silent policy came closest to a yes: the part that failed in the Allow that got furthest. Null where no
 * statement got past its first question and there are several, for then none is near.
 */
function missedBy(read: PolicyStep | null): string | null {
  const silent = read?.steps.filter((each) => each.effect === 'Allow' && each.outcome === 'noMatch') ?? [];
  const nearest = silent.reduce<StatementStep | null>(
    (best, each) => (best === null || each.steps.length > best.steps.length ? each : best),
    null
  );
  if (!nearest || (nearest.steps.length < 2 && silent.length > 1)) return null;
  return failedIn(nearest);
}

/** The part of a statement that did not match. */
function failedIn(step: StatementStep): string | null {
  return step.steps.find((each) => each.outcome === 'noMatch')?.at.path ?? null;
}

/** @param matched the tone of what matched */
export function toMark(
  document: PolicyDocument,
  step: Step,
  at: string | null,
  matched: Mark['tone']
): Mark | null {
  switch (step.kind) {
    case 'element': {
      const tone = step.outcome === 'noMatch' ? 'noMatch' : matched;
      return markOf(document, step.matched?.path ?? at, tone);
    }
    case 'condition':
      return markOf(document, at, step.outcome === 'match' ? matched : 'noMatch');
    case 'statement':
      return markOf(document, failedIn(step), 'noMatch'); // a match is said by the bar in the gutter
    case 'gate':
      return step.outcome === 'stop' ? markOf(document, at, 'deny') : null;
    default:
      return markOf(document, at, 'noMatch'); // what decides is a statement; what is smaller is what failed
  }
}

/** A whole statement is said by its bar; a mark is for what is smaller. */
export function markOf(document: PolicyDocument, path: string | null, tone: Mark['tone']): Mark | null {
  if (path === null || /^(\/Statement(\/\d+)?)?$/.test(path)) return null;
  const range: SourceRange | null = locate(document, path);
  return range && { from: range.from, to: range.to, tone };
}
