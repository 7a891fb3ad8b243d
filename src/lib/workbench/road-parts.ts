/** What the gate on show is made of, as small marks along it: levels, policies, statements; and P, A, R, C of one. */
import type { PolicyStep, StatementStep, Step, TargetStep } from '../engine/trace.ts';
import type { Frame } from '../explain/frame.ts';
import type { Mark } from './road-marks.ts';

export interface RoadPart {
  /** Id of the frame that choosing it leads to. */
  readonly id: string;
  /** `statement DenyAbroad`, `level Prod`: names as policies have them. */
  readonly name: string;
  readonly kind: 'level' | 'policy' | 'statement';
  /** `waiting` until its outcome has been shown. */
  readonly mark: Mark;
  readonly isCurrent: boolean;
}

export interface RoadParts {
  readonly marks: readonly RoadPart[];
  /** The statement one is in, at the deepest level of detail. */
  readonly chips: readonly RoadChip[];
}

export interface RoadChip {
  readonly letter: 'P' | 'A' | 'R' | 'C';
  readonly name: string;
  readonly mark: Mark;
  /** Null for what is not asked. */
  readonly id: string | null;
  readonly isCurrent: boolean;
}

const NONE: RoadParts = { marks: [], chips: [] };

/** The parts of the stop a frame stands in. Empty where the film does not show any. */
export function toParts(frame: Frame, frames: readonly Frame[], passed: ReadonlySet<string>): RoadParts {
  const own = frames.filter(({ layer, depth }) => layer === frame.layer && depth > 0);
  if (own.length === 0) return NONE;
  const marks: RoadPart[] = [];
  const firsts = new Set<string>();
  for (const { step, moment } of own) {
    const kind = PART[step.kind];
    firsts.add(step.id);
    if (kind === undefined || moment === 'open') continue;
    marks.push({
      id: step.id,
      kind,
      name: nameOf(step, marks),
      mark: passed.has(step.id) ? markOf(step) : 'waiting',
      isCurrent: isIn(frame.step.id, step.id)
    });
  }
  // Levels and policies close after their parts: on the road they stand before them, as one reads.
  const places = new Map([...firsts].map((id, i) => [id, i]));
  marks.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  return { marks: opened(marks), chips: toChips(frame, own, passed) };
}

/** Where there are several levels or policies, only the one on show is opened into its statements. */
function opened(marks: readonly RoadPart[]): readonly RoadPart[] {
  const around = marks.findLast(({ kind, isCurrent }) => kind !== 'statement' && isCurrent);
  const isFlat = marks.every(({ kind }) => kind === 'statement');
  return marks.filter(
    ({ kind, id }) => isFlat || kind === 'level' || (around !== undefined && isBeside(id, around.id, kind))
  );
}

/** Whether a part is inside what is open, or a policy beside it. */
function isBeside(id: string, around: string, kind: RoadPart['kind']): boolean {
  const level = /^[^/#]*/.exec(around)?.[0] ?? around;
  return isIn(id, kind === 'policy' ? level : around);
}

const PART: Readonly<Partial<Record<Step['kind'], RoadPart['kind']>>> = {
  target: 'level',
  policy: 'policy',
  statement: 'statement'
};

/** Whether one step is another or lies inside it: ids read like places. */
function isIn(id: string, around: string): boolean {
  return id === around || (id.startsWith(around) && ':#/@'.includes(id.charAt(around.length)));
}

function nameOf(step: Step, before: readonly RoadPart[]): string {
  switch (step.kind) {
    case 'target':
      return /@([^@/~]+)(?:~\d+)?$/.exec(step.id)?.[1] ?? step.target;
    case 'policy':
      return /[/@]([^/@#]+)$/.exec(step.id)?.[1] ?? '';
    case 'statement':
      return step.sid ?? `statement ${String(numberOf(step, before))}`;
    default:
      return '';
  }
}

/** Its place in its policy, from 1: `/Statement/2` is the third. */
function numberOf({ at }: StatementStep, before: readonly RoadPart[]): number {
  const place = /\/(\d+)$/.exec(at.path)?.[1];
  return place === undefined
    ? before.filter(({ kind }) => kind === 'statement').length + 1
    : Number(place) + 1;
}

function markOf(step: Step): Mark {
  if (step.kind === 'statement') return statementMark(step);
  if (step.kind === 'policy' || step.kind === 'target') return documentMark(step);
  return 'waiting';
}

function statementMark({ outcome, effect }: StatementStep): Mark {
  if (outcome === 'unknown') return 'unknown';
  if (outcome !== 'match') return 'silent';
  return effect === 'Deny' ? 'deny' : 'pass';
}

function documentMark({ outcome }: PolicyStep | TargetStep): Mark {
  switch (outcome) {
    case 'Allow':
    case 'allowed':
      return 'pass';
    case 'Deny':
    case 'explicitDeny':
      return 'deny';
    case 'unknown':
    case 'broken':
      return 'unknown';
    default:
      return 'silent';
  }
}

/** P, A, R and C of the statement on show; empty outside of one. */
function toChips(frame: Frame, own: readonly Frame[], passed: ReadonlySet<string>): readonly RoadChip[] {
  const shown = own.find(({ step }) => step.kind === 'statement' && isIn(frame.step.id, step.id))?.step;
  if (shown?.kind !== 'statement' || !own.some(({ step }) => step.kind === 'element')) return [];
  const chip = (letter: RoadChip['letter'], name: string, parts: StatementStep['steps']): RoadChip => {
    const asked = parts.filter(({ outcome }) => outcome !== 'notReached');
    const telling =
      asked.find(({ id }) => id === frame.step.id) ??
      asked.find(({ outcome, id }) => outcome === 'noMatch' && passed.has(id)) ??
      asked[0];
    return {
      letter,
      name,
      mark: telling ? elementMark(telling.outcome, passed.has(telling.id)) : 'notApplicable',
      id: telling?.id ?? null,
      isCurrent: telling?.id === frame.step.id
    };
  };
  const elements = (name: string) =>
    shown.steps.filter((step) => step.kind === 'element' && step.element === name);
  return [
    chip('P', 'Principal', elements('Principal')),
    chip('A', 'Action', elements('Action')),
    chip('R', 'Resource', elements('Resource')),
    chip(
      'C',
      'Condition',
      shown.steps.filter((step) => step.kind === 'condition')
    )
  ];
}

function elementMark(outcome: StatementStep['outcome'], isRead: boolean): Mark {
  if (!isRead) return 'waiting';
  if (outcome === 'match') return 'pass';
  return outcome === 'unknown' ? 'unknown' : 'silent';
}
