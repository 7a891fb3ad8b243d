/** The road of a request on one line, for a room: who asks, the ceilings as one stop, the policies, how it ends. */
import type { Road, RoadGate } from '../explain/road.ts';
import { markOf, type Mark } from './road-marks.ts';

export interface LaneStop {
  /** Ids of the gates it stands for, in the order in which they are asked. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly detail: string;
  readonly mark: Mark;
  readonly isCurrent: boolean;
}

export interface LaneAt {
  /** Id of the stop on show. */
  readonly current: string;
  readonly passed: ReadonlySet<string>;
}

const CEILINGS = new Set(['SCP', 'RCP', 'Endpoint']);
/** The marks from the one that ends it all to the one that says nothing. */
const WEIGHT: readonly Mark[] = ['deny', 'silent', 'unknown', 'pass', 'notApplicable'];

/** @param order ids of the stops in the order in which they are asked */
export function toOneLane(road: Road, order: readonly string[], at: LaneAt): readonly LaneStop[] {
  const gates = new Map(
    [...road.approach, ...road.upper.gates, ...road.lower.gates].map((gate) => [gate.id, gate])
  );
  const groups = new Map<string, RoadGate[]>();
  for (const gate of order.flatMap((id) => gates.get(id) ?? [])) {
    const name = groupOf(gate, at);
    if (name === null) continue;
    groups.set(name, [...(groups.get(name) ?? []), gate]);
  }
  return [...groups].map(([name, parts]) => toStop(name, parts, at));
}

/** What a gate is told as; null for one that is not told unless one stands there. */
function groupOf({ id, name, isFolded }: RoadGate, { current }: LaneAt): string | null {
  if (name === 'Signed' || name === 'Asked') return 'Signed';
  if (CEILINGS.has(name)) return 'Ceilings';
  const isTold = name !== 'Papers' && (!isFolded || name === 'Boundary');
  return isTold || id === current ? name : null;
}

function toStop(name: string, parts: readonly RoadGate[], { current, passed }: LaneAt): LaneStop {
  const ids = parts.map(({ id }) => id);
  const isCurrent = ids.includes(current);
  const read = parts.filter(({ id }) => passed.has(id));
  const marks = read.map(({ outcome }) => markOf(outcome));
  const mark = WEIGHT.find((each) => marks.includes(each));
  const isShut = mark === 'deny' || mark === 'silent';
  const isRead = read.length === parts.length || isShut;
  return {
    ids,
    name,
    mark: isRead && mark !== undefined ? mark : 'waiting',
    detail:
      isRead && mark !== undefined ? detailOf(name, read, mark) : isCurrent ? 'being read' : 'not yet read',
    isCurrent
  };
}

function detailOf(name: string, parts: readonly RoadGate[], mark: Mark): string {
  const telling = parts.find(({ outcome }) => markOf(outcome) === mark);
  if (name === 'Signed' && mark === 'pass') return 'and asked';
  if (name !== 'Ceilings') return telling?.detail ?? '';
  if (mark === 'pass') return 'all levels yes';
  return mark === 'notApplicable' ? 'none set' : `${telling?.name ?? ''}: ${telling?.detail ?? ''}`;
}
