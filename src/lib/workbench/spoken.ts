/** Where a step stands, in words: for the one sentence that is spoken at each step, and for the list of breakpoints. */
import { around } from '../explain/context.ts';
import type { Frame } from '../explain/frame.ts';
import type { Road } from '../explain/road.ts';
import type { Step } from '../engine/trace.ts';

/** `prod, Trust policy, statement 1, Principal`. */
export function toPlaceWords(frame: Frame, road: Road, accountName: (id: string) => string): string {
  if (frame.step.kind === 'evaluation') return 'verdict';
  const lanes = [road.upper, road.lower].filter(({ gates }) => gates.some(({ id }) => id === frame.layer));
  const gates = [...road.approach, ...road.upper.gates, ...road.lower.gates];
  const account = lanes[0]?.account ?? null;
  const gate = gates.find(({ id }) => id === frame.layer)?.name ?? '';
  const inside = [...around(frame.step, frame.evaluation), frame.step].flatMap((step) => toName(step));
  return [account === null ? '' : accountName(account), gate, ...inside]
    .filter((word) => word !== '')
    .join(', ');
}

function toName(step: Step): readonly string[] {
  switch (step.kind) {
    case 'target':
      return step.type === 'scp' || step.type === 'rcp' ? [levelOf(step.id) ?? step.target] : [];
    case 'policy':
      return [/\/([^/#]+)$/.exec(step.id)?.[1] ?? ''];
    case 'statement':
      return [`statement ${step.sid ?? numberOf(step.at.path)}`];
    case 'element':
      return [step.element];
    case 'condition':
      return [step.key];
    default:
      return [];
  }
}

/** The level's name as a target's id has it: `scp@Retail`. */
function levelOf(id: string): string | null {
  return /@([^@/~]+)(?:~\d+)?$/.exec(id)?.[1] ?? null;
}

/** `/Statement/2` is the third. */
function numberOf(path: string): string {
  return String(Number(/\/(\d+)$/.exec(path)?.[1] ?? 0) + 1);
}

/** The one sentence that is spoken: `Step 7 of 11, prod, Trust policy: It names jenkins.` */
export function toSpoken(
  at: { readonly index: number; readonly count: number },
  place: string,
  sentence: string
): string {
  const where = `Step ${String(at.index + 1)} of ${String(at.count)}`;
  return `${where}${place === '' ? '' : `, ${place}`}: ${sentence}`;
}
