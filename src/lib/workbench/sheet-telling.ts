/** Of a statement the part that tells why it turned out as it did, and how the text of a sheet is drawn because of it. */
import type { ConditionStep, ElementStep } from '../engine/trace.ts';
import type { Frame } from '../explain/frame.ts';
import type { SheetStatement } from './sheet-statements.ts';

/** The element or condition that a frame is about; around a statement that has been read, the one that settled it. */
export function tellingPart(
  { step, moment }: Frame,
  current: SheetStatement | null
): ElementStep | ConditionStep | null {
  if (step.kind === 'element' || step.kind === 'condition') return step;
  if (moment === 'open' || !current?.step || !current.isRead) return null;
  const parts = current.step.steps.filter(({ outcome }) => outcome !== 'notReached');
  const stopped = parts.find(({ outcome }) => outcome === 'noMatch' || outcome === 'unknown');
  const named = parts.find((part) => part.kind === 'element' && part.element === 'Principal');
  return stopped ?? named ?? parts.at(-1) ?? null;
}

/** At the sweep for Denies: the statements that were read and do not match. */
export function struckBy({ step }: Frame, statements: readonly SheetStatement[]): readonly SheetStatement[] {
  if (step.kind !== 'gate' || step.gate !== 'denySweep') return [];
  return statements.filter((each) => each.step?.outcome === 'noMatch');
}

/** Whether the current statement is one of those that the verdict rests on. */
export function isDeciding({ step }: Frame, current: SheetStatement | null): boolean {
  if (step.kind !== 'evaluation' || !current || !('at' in step.decidedBy)) return false;
  return step.decidedBy.at.some(
    (at) => at.policy === current.step?.at.policy && at.path === current.statement.path
  );
}
