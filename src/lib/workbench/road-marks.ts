/** The mark of a gate and the few words beside it, as far as it has been read: nothing is told before its time. */
import type { RoadGate, RoadOutcome } from '../explain/road.ts';
import type { RoadPlaces } from './road-places.ts';

export type Mark = 'pass' | 'silent' | 'deny' | 'notApplicable' | 'unknown' | 'waiting';

const MARKS: Readonly<Record<RoadOutcome, Mark>> = {
  pass: 'pass',
  silent: 'silent',
  deny: 'deny',
  stop: 'deny',
  bypassed: 'notApplicable',
  notApplicable: 'notApplicable',
  unknown: 'unknown',
  broken: 'unknown'
};

/** The outcomes that end a lane. */
const SHUT: ReadonlySet<RoadOutcome> = new Set(['silent', 'deny', 'stop']);

export function markOf(outcome: RoadOutcome): Mark {
  return MARKS[outcome];
}

export function isShut({ outcome }: RoadGate): boolean {
  return SHUT.has(outcome);
}

/** What a gate found, once its own frame has been shown. */
export function findingOf(gate: RoadGate, isRead: boolean, isCurrent: boolean): string {
  if (isRead) return gate.detail;
  return isCurrent ? 'being read' : 'not yet read';
}

/** A gate of the way in, in the one or two words that a narrow screen has room for. */
export function wordOf({ name, detail }: RoadGate, isRead: boolean): string {
  if (name === 'Papers' && isRead)
    return `${/^\d+/.exec(detail)?.[0] ?? ''} papers`.replace(/^1 papers$/, '1 paper');
  if (name === 'Deny sweep') return !isRead ? 'deny' : detail.startsWith('none') ? 'no deny' : 'deny found';
  return name.toLowerCase();
}

export interface Gone {
  /** Percent of the road. */
  readonly across: readonly [upper: number, lower: number];
  /** On a narrow screen: sixteenths of a rem from the top. */
  readonly down: readonly [upper: number, lower: number];
}

/** How far one has come in each lane: to its first gate that did not let one through, else as far as one has read. */
export function goneIn(
  places: RoadPlaces,
  at: { readonly current: string; readonly passed: ReadonlySet<string>; readonly isReached: boolean }
): Gone {
  const lane = (other: 'upper' | 'lower') => {
    const own = places.stops.filter(
      ({ lane: its, gate }) => its !== other && (at.passed.has(gate.id) || gate.id === at.current)
    );
    const shut = own.find(({ gate }) => at.passed.has(gate.id) && isShut(gate));
    if (shut) return { x: shut.x, y: shut.y };
    if (at.isReached) return { x: places.junction, y: places.tall.junction };
    return { x: Math.max(0, ...own.map(({ x }) => x)), y: Math.max(0, ...own.map(({ y }) => y)) };
  };
  const [upper, lower] = [lane('lower'), lane('upper')];
  return { across: [upper.x, lower.x], down: [upper.y, lower.y] };
}
