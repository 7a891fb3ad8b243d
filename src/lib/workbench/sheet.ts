/** The policy on the table: which document a frame reads, how each statement fared, and what of it is marked. */
import type {
  ConditionStep,
  ElementStep,
  Evaluation,
  NodeRef,
  PolicyStep,
  PolicyTypeStep,
  StatementStep,
  Step,
  TargetStep
} from '../engine/trace.ts';
import { around } from '../explain/context.ts';
import type { Frame } from '../explain/frame.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { locate } from '../policy/locate.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { isWithin } from '../source/pointer.ts';
import type { SourceRange } from '../source/text.ts';
import type { PolicyId, PolicyType, World } from '../world/world.ts';
import { toStatement, type SheetStatement } from './sheet-statements.ts';
import { isDeciding, struckBy, tellingPart } from './sheet-telling.ts';

export interface Sheet {
  readonly policy: PolicyId;
  /** The place it was read at; null for a document that has no say in this request. */
  readonly target: string | null;
  readonly type: PolicyType | null;
  /** JSON, as the policy's ranges point into it. */
  readonly text: string;
  /** Empty for a sound document. */
  readonly problems: readonly Diagnostic[];
  readonly statements: readonly SheetStatement[];
  /** The statement the frame is about. */
  readonly current: SheetStatement | null;
  /** The exact range of the step. */
  readonly mark: Mark | null;
  /** The element or condition the frame is about; of a statement, the one that settled it. */
  readonly asked: ElementStep | ConditionStep | null;
  /** Statements that are crossed out. */
  readonly struck: readonly SheetStatement[];
  /** Whether the verdict rests on the current statement. */
  readonly isDeciding: boolean;
}

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly tone: 'match' | 'noMatch' | 'deny';
}

/** A document chosen by hand, and perhaps a place in it. */
export interface Opened {
  readonly policy: PolicyId;
  readonly path?: string;
}

/** Every policy step of an evaluation, in reading order. */
export function policySteps(evaluation: Evaluation): readonly PolicyStep[] {
  return evaluation.steps.flatMap((step) =>
    step.kind === 'policyType' ? step.steps.flatMap((target) => target.steps) : []
  );
}

/**
 * The sheet of a frame.
 *
 * @param opened a document chosen by hand, which goes before what the frame is about
 * @returns null for a frame that reads no policy, such as who signed
 */
export function sheetOf(world: World, frame: Frame, desk: DeskState): Sheet | null {
  const shown = policyShown(frame);
  const opened = openedByHand(desk.opened, shown);
  const read = opened ? readOf(desk.evaluations, opened.policy) : shown;
  const id = opened ? opened.policy : shown?.policy;
  if (id === undefined) return null;
  const document = world.policies.get(id);
  const content = document
    ? soundSheet(document, frame, { ...desk, opened }, read)
    : brokenSheet(world.broken.get(id) ?? []);
  return { policy: id, ...placeOf(read), ...content };
}

/** A document opened by hand where no request can be asked: nothing of it has been read yet. */
export function unreadSheet(world: World, { policy, path }: Opened): Sheet {
  const document = world.policies.get(policy);
  const base = { policy, target: null, type: null };
  if (!document) return { ...base, ...brokenSheet(world.broken.get(policy) ?? []) };
  const statements = document.statements.map((statement) => toStatement(statement, null, new Set()));
  const mark = markOf(document, path ?? null, 'match');
  const text = document.range.source.text;
  return { ...base, ...UNREAD, text, statements, mark };
}

/** Opening by hand what lies on the table anyway keeps its marks. */
function openedByHand(opened: Opened | null, shown: PolicyStep | null): Opened | null {
  const isThere = opened !== null && opened.path === undefined && opened.policy === shown?.policy;
  return isThere ? null : opened;
}

function placeOf(read: PolicyStep | null): Pick<Sheet, 'target' | 'type'> {
  return read ? { target: read.target, type: read.type } : { target: null, type: null };
}

/** What a sheet depends on beside its frame. */
export interface DeskState {
  readonly opened: Opened | null;
  /** Where to look for how a document fared: the stretch on show first. */
  readonly evaluations: readonly Evaluation[];
  /** Ids of the frames seen so far: no sheet says more. */
  readonly passed: ReadonlySet<string>;
}

type Content = Omit<Sheet, 'policy' | 'target' | 'type'>;

const UNREAD = {
  problems: [],
  statements: [],
  current: null,
  mark: null,
  asked: null,
  struck: [],
  isDeciding: false
} as const;

function soundSheet(
  document: PolicyDocument,
  frame: Frame,
  { opened, passed }: DeskState,
  read: PolicyStep | null
): Content {
  const statements = document.statements.map((statement) => toStatement(statement, read, passed));
  const path = opened ? (opened.path ?? null) : pathShown(frame, read);
  const current = statements.find(({ statement }) => path !== null && isWithin(path, statement.path)) ?? null;
  const tone = current?.statement.effect === 'Deny' ? 'deny' : 'match';
  return {
    text: document.range.source.text,
    problems: [],
    statements,
    current,
    mark: opened ? markOf(document, path, tone) : toMark(document, frame.step, path, tone),
    asked: opened ? null : tellingPart(frame, current),
    struck: opened ? [] : struckBy(frame, statements),
    isDeciding: opened === null && isDeciding(frame, current)
  };
}

/** The place a frame is about; while it only asks, none that would give the answer away. */
function pathShown({ step, moment }: Frame, read: PolicyStep | null): string | null {
  const own = pathOf(step, read?.policy ?? null);
  return own !== null || moment === 'open' ? own : (spokenBy(read) ?? missedBy(read));
}

function brokenSheet(problems: readonly Diagnostic[]): Content {
  const text = problems[0]?.range.source.text ?? '';
  return { ...UNREAD, text, problems };
}

/** The policy step a frame is about. */
function policyShown({ step, moment, evaluation }: Frame): PolicyStep | null {
  const trail = step.kind === 'evaluation' ? [] : [...around(step, evaluation), step];
  const inside = policyIn(trail);
  if (inside || moment === 'close') return inside ?? policyBehind(step, evaluation);
  return firstPolicy(step); // a question opens at the first document, not at the one that will answer it
}

function firstPolicy(step: Step): PolicyStep | null {
  if (step.kind === 'target') return step.steps[0] ?? null;
  return step.kind === 'policyType' ? (step.steps.flatMap((target) => target.steps)[0] ?? null) : null;
}

function readOf(evaluations: readonly Evaluation[], policy: PolicyId): PolicyStep | null {
  return evaluations.flatMap((each) => policySteps(each)).find((each) => each.policy === policy) ?? null;
}

function policyIn(trail: readonly Step[]): PolicyStep | null {
  for (const step of trail) if (step.kind === 'policy') return step;
  return null;
}

/** For steps around policies, the one that tells most: the one that decided, else the first that speaks, else the first. */
function policyBehind(step: Step, evaluation: Evaluation): PolicyStep | null {
  const all = policySteps(evaluation);
  if (step.kind === 'policyType' || step.kind === 'target') {
    const own = step.kind === 'target' ? step.steps : tellingTargets(step).flatMap((target) => target.steps);
    return (
      own.find((each) => each.outcome === 'Deny') ??
      own.find((each) => each.outcome === 'Allow') ??
      own[0] ??
      null
    );
  }
  const first = decidingPlace(step, evaluation);
  return (first && all.find((each) => each.policy === first.policy)) ?? silentPolicy(step, evaluation);
}

/** Of a silent layer the places that are silent: for an organization the floor that is missing. */
function tellingTargets(layer: PolicyTypeStep): readonly TargetStep[] {
  const silent = layer.steps.filter((target) => target.outcome === layer.outcome);
  return silent.length > 0 ? silent : layer.steps;
}

function decidingPlace(step: Step, evaluation: Evaluation): NodeRef | null {
  if (step.kind === 'gate') return step.at[0] ?? null;
  if (step.kind !== 'evaluation') return null;
  const { decidedBy } = evaluation;
  return 'at' in decidedBy ? (decidedBy.at.at(-1) ?? null) : null;
}

/** For a verdict of silence: the policy that could have spoken. */
function silentPolicy(step: Step, evaluation: Evaluation): PolicyStep | null {
  if (step.kind !== 'evaluation' || evaluation.decidedBy.kind !== 'noAllow') return null;
  const { by, steps } = evaluation.decidedBy;
  const silent = policySteps(evaluation).filter((each) => each.type === by && each.outcome !== 'Allow');
  // For levels of the organization the steps name the floor that is missing.
  return silent.find((each) => steps.some((id) => each.id.startsWith(`${id}/`))) ?? silent[0] ?? null;
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

function toMark(document: PolicyDocument, step: Step, at: string | null, matched: Mark['tone']): Mark | null {
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
function markOf(document: PolicyDocument, path: string | null, tone: Mark['tone']): Mark | null {
  if (path === null || /^(\/Statement(\/\d+)?)?$/.test(path)) return null;
  const range: SourceRange | null = locate(document, path);
  return range && { from: range.from, to: range.to, tone };
}
