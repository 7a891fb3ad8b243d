/** The policy on the table: which document a frame reads, how each statement fared, and what of it is marked. */
import type { ConditionStep, ElementStep, Evaluation, PolicyStep } from '../engine/trace.ts';
import type { Frame } from '../explain/frame.ts';
import type { PolicyDocument } from '../policy/document.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { isWithin } from '../source/pointer.ts';
import type { PolicyId, PolicyType, World } from '../world/world.ts';
import { markOf, pathShown, toMark, type Mark } from './sheet-marks.ts';
import { policyShown, readOf } from './sheet-policy.ts';
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

/** A document chosen by hand, and perhaps a place in it. */
export interface Opened {
  readonly policy: PolicyId;
  readonly path?: string;
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

function brokenSheet(problems: readonly Diagnostic[]): Content {
  const text = problems[0]?.range.source.text ?? '';
  return { ...UNREAD, text, problems };
}
