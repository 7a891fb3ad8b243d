/** Where the gates of a road stand, in percent of its width: one place for each step, so that time reads left to right. */
import type { Road, RoadGate } from '../explain/road.ts';

export interface RoadPlace {
  readonly gate: RoadGate;
  readonly lane: 'approach' | 'upper' | 'lower';
  /** From 1. */
  readonly number: number;
  /** Percent. */
  readonly x: number;
}

export interface RoadPlaces {
  readonly stops: readonly RoadPlace[];
  /** Where the road parts, where the lanes' names stand, where the lanes join, where the verdict stands. Percent. */
  readonly split: number;
  readonly laneName: number;
  readonly junction: number;
  readonly verdict: number;
}

/** The room that the parting, the junction and the verdict take, in gates. */
const ROOM = { part: 1.5, junction: 1.05, verdict: 1.75 };

/** Places gates in the order given; gates that the order does not name are left out. */
export function toPlaces(road: Road, order: readonly string[]): RoadPlaces {
  const lanes = { approach: road.approach, upper: road.upper.gates, lower: road.lower.gates };
  const known = new Map(
    (['approach', 'upper', 'lower'] as const).flatMap((lane) =>
      lanes[lane].map((gate) => [gate.id, { gate, lane }] as const)
    )
  );
  const gates = order.flatMap((id) => known.get(id) ?? []);
  const before = gates.filter(({ lane }) => lane === 'approach').length;
  const total = gates.length + ROOM.part + ROOM.junction + ROOM.verdict;
  const percent = (gate: number) => (gate / total) * 100;
  const stops = gates.map((each, i) => ({
    ...each,
    number: i + 1,
    x: percent(i + 0.5 + (i >= before ? ROOM.part : 0))
  }));
  const end = gates.length + ROOM.part;
  return {
    stops,
    split: percent(before),
    laneName: percent(before + 0.35),
    junction: percent(end + ROOM.junction / 2),
    verdict: percent(end + ROOM.junction + ROOM.verdict / 2)
  };
}
