/** How each statement of a sheet fared, part by part, as far as has been shown: P, A, R, C. */
import type { NodeRef, PolicyStep, StatementStep } from '../engine/trace.ts';
import type { Statement } from '../policy/document.ts';

export interface SheetStatement {
  readonly statement: Statement;
  readonly from: number;
  readonly to: number;
  /** Null when the document was not asked. */
  readonly step: StatementStep | null;
  /** Whether its outcome has been shown yet. */
  readonly isRead: boolean;
  readonly chips: readonly Chip[];
}

/** By its Sid, else by its place: `Statement 2`. */
export function statementName({ statement: { sid, path } }: Pick<SheetStatement, 'statement'>): string {
  const at = Number(path.replace('/Statement', '').slice(1));
  return sid ?? `Statement ${at + 1}`;
}

/** One of P, A, R, C: how that part of a statement fared. */
export interface Chip {
  readonly letter: 'P' | 'A' | 'R' | 'C';
  readonly name: 'Principal' | 'Action' | 'Resource' | 'Condition';
  /** `waiting`: not shown yet; `notReached`: never asked. */
  readonly state: 'match' | 'noMatch' | 'unknown' | 'notReached' | 'absent' | 'waiting';
  /** The step behind it; for conditions the deciding one. */
  readonly stepId: string | null;
  readonly at: NodeRef | null;
}

/** A statement with what is known of it at this point of the film. */
export function toStatement(
  statement: Statement,
  read: PolicyStep | null,
  passed: ReadonlySet<string>
): SheetStatement {
  const step = read?.steps.find((each) => each.at.path === statement.path) ?? null;
  const chips = step ? [...elementChips(statement, step), conditionChip(statement, step)] : [];
  return {
    statement,
    from: statement.range.from,
    to: statement.range.to,
    step,
    isRead: step !== null && isRead(step.id, passed),
    chips: chips.map((chip) => (isHidden(chip, step, passed) ? { ...chip, state: 'waiting' } : chip))
  };
}

/** What was never asked is a finding too: it shows when its statement does. */
function isHidden(chip: Chip, step: StatementStep | null, passed: ReadonlySet<string>): boolean {
  if (chip.state === 'absent') return false;
  return !isRead(chip.stepId ?? step?.id ?? '', passed);
}

/** Whether a step has been shown, by itself or as a part of what has. Ids read like places. */
function isRead(id: string, passed: ReadonlySet<string>): boolean {
  if (passed.has(id)) return true;
  for (let cut = id.length - 1; cut > 0; cut--) {
    if (':#/@'.includes(id.charAt(cut)) && passed.has(id.slice(0, cut))) return true;
  }
  return false;
}

const ELEMENTS = [
  ['P', 'Principal'],
  ['A', 'Action'],
  ['R', 'Resource']
] as const;

function elementChips(statement: Statement, step: StatementStep): readonly Chip[] {
  const exists = { Principal: statement.principal, Action: statement.action, Resource: statement.resource };
  return ELEMENTS.map(([letter, name]) => {
    const found = step.steps.find((each) => each.kind === 'element' && each.element === name);
    const state = found ? found.outcome : exists[name] === null ? 'absent' : 'notReached';
    return { letter, name, state, stepId: found?.id ?? null, at: found?.at ?? null };
  });
}

function conditionChip(statement: Statement, step: StatementStep): Chip {
  const found = step.steps.filter((each) => each.kind === 'condition');
  const deciding =
    found.find((each) => each.outcome === 'noMatch') ?? found.find((each) => each.outcome === 'unknown');
  const shown = deciding ?? found[0] ?? null;
  const state = shown ? shown.outcome : statement.conditions.length === 0 ? 'absent' : 'notReached';
  return { letter: 'C', name: 'Condition', state, stepId: shown?.id ?? null, at: shown?.at ?? null };
}
