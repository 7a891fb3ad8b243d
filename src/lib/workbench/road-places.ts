/**
 * Where the gates of a road stand, in percent of its width: one place for each step, so that time reads left to right,
 * with room for words that no neighbour needs. On a narrow screen the same gates stand below each other, in rows.
 */
import type { Road, RoadGate } from '../explain/road.ts';

export type RoadLaneName = 'approach' | 'upper' | 'lower';

/** Percent of the road's width. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface RoadPlace {
  readonly gate: RoadGate;
  readonly lane: RoadLaneName;
  /** From 1. */
  readonly number: number;
  /** Percent. */
  readonly x: number;
  /** Where its name stands while it is one of many; for a tick, which has none, the place it takes. */
  readonly words: Span;
  /** Where its tag may stand while one is there, and towards which side there is more room. */
  readonly tag: Span;
  readonly align: 'start' | 'centre' | 'end';
  /** On a narrow screen: sixteenths of a rem from the top of the road, which grows with the text. */
  readonly y: number;
}

export interface RoadPlaces {
  readonly stops: readonly RoadPlace[];
  /** Where the road parts, how long a bend is, where the lanes bend to each other, join, and the verdict stands. Percent. */
  readonly split: number;
  readonly bend: number;
  readonly merge: number;
  readonly junction: number;
  readonly verdict: number;
  /** Where the names of the lanes stand. */
  readonly names: Readonly<Record<'upper' | 'lower', Span>>;
  /** Where the by-pass runs, if there is one. */
  readonly bypass: Span | null;
  /** On a narrow screen: where the lanes begin, where they join, how high all of it is. Sixteenths of a rem. */
  readonly tall: { readonly start: number; readonly junction: number; readonly height: number };
}

/** The room that things take, in gates. A tick is a gate without words. */
const ROOM = { tick: 0.42, part: 1.15, junction: 1.3, verdict: 1.75 };
/** Half of the widest name. */
const WIDEST = 0.86;
const GAP = 0.04;
/** The name of a lane with whose it is. */
const NAME = 1.15;
/** On a narrow screen, sixteenths of a rem: the way in, the names of the lanes, a gate, a tick, the way to the junction. */
const TALL = { start: 96, gate: 46, tick: 44, bend: 34, foot: 46 };

interface Placed {
  readonly gate: RoadGate;
  readonly lane: RoadLaneName;
  readonly at: number;
}

/** Places gates in the order given; gates that the order does not name are left out. */
export function toPlaces(road: Road, order: readonly string[]): RoadPlaces {
  const gates = inOrder(road, order);
  const { placed, split, end } = place(gates);
  const total = end + ROOM.junction + ROOM.verdict;
  const percent = (at: number) => (at / total) * 100;
  const span = ({ from, to }: Span): Span => ({ from: percent(from), to: percent(to) });
  const bounds = {
    approach: { from: 0, to: split + 0.3 },
    lane: { from: split + 0.75, to: end + 0.2 },
    name: { from: split + 0.5, to: end + 0.1 }
  };
  const boundsOf = (lane: RoadLaneName) => (lane === 'approach' ? bounds.approach : bounds.lane);
  const names = {
    upper: nameRoom(placed, 'upper', bounds.name),
    lower: nameRoom(placed, 'lower', bounds.name)
  };
  const tall = toTall(placed);
  const bypassAt = placed.find(({ gate }) => gate.id === road.bypass?.from)?.at;
  return {
    stops: placed.map((each, i) => {
      const { gate, lane, at } = each;
      const half = halfOf(each, placed, boundsOf(lane));
      const tag = tagRoom(each, placed, boundsOf(lane), lane === 'approach' ? null : names[lane]);
      return {
        gate,
        lane,
        number: i + 1,
        x: percent(at),
        words: span({ from: at - half, to: at + half }),
        tag: span(tag),
        align: alignIn(tag, at),
        y: tall.rows.get(gate.id) ?? 0
      };
    }),
    split: percent(split),
    bend: percent(0.7),
    merge: percent(end),
    junction: percent(end + ROOM.junction / 2),
    verdict: percent(end + ROOM.junction + ROOM.verdict / 2),
    names: { upper: span(names.upper), lower: span(names.lower) },
    bypass: bypassAt === undefined ? null : span({ from: bypassAt, to: end + ROOM.junction / 2 }),
    tall
  };
}

function inOrder(road: Road, order: readonly string[]): readonly Omit<Placed, 'at'>[] {
  const lanes = { approach: road.approach, upper: road.upper.gates, lower: road.lower.gates };
  const known = new Map(
    (['approach', 'upper', 'lower'] as const).flatMap((lane) =>
      lanes[lane].map((gate) => [gate.id, { gate, lane }] as const)
    )
  );
  return order.flatMap((id) => known.get(id) ?? []);
}

/** Along the road, in gates. */
function place(gates: readonly Omit<Placed, 'at'>[]) {
  const placed: Placed[] = [];
  let at = 0;
  let split: number | null = null;
  for (const each of gates) {
    if (each.lane !== 'approach' && split === null) {
      split = at;
      at += ROOM.part;
    }
    const width = each.gate.isFolded ? ROOM.tick : 1;
    placed.push({ ...each, at: at + width / 2 });
    at += width;
  }
  return { placed, split: split ?? at, end: split === null ? at + ROOM.part : at };
}

/** Half of the room for a gate's words: up to the middle between it and the next words in its lane, or to a tick. */
function halfOf({ gate, lane, at }: Placed, all: readonly Placed[], bounds: Span): number {
  if (gate.isFolded) return ROOM.tick / 2;
  const others = all.filter((each) => each.lane === lane && each.at !== at);
  const near = others.map((each) => {
    const far = Math.abs(each.at - at);
    return each.gate.isFolded ? far - ROOM.tick / 2 : far / 2 - GAP;
  });
  return Math.max(0.4, Math.min(WIDEST, at - bounds.from, bounds.to - at, ...near));
}

/** Where a tag may stand: up to the words of its neighbours, and to the lane's name. A tick's hangs between the lanes. */
function tagRoom(each: Placed, all: readonly Placed[], bounds: Span, name: Span | null): Span {
  if (each.gate.isFolded) return bounds;
  const others = all.filter(({ lane, gate, at }) => lane === each.lane && at !== each.at && !gate.isFolded);
  const taken = [...others.map((other) => spanOf(other, all, bounds)), ...(name ? [name] : [])];
  const before = taken.filter(({ to }) => to <= each.at).map(({ to }) => to);
  const behind = taken.filter(({ from }) => from >= each.at).map(({ from }) => from);
  const own = spanOf(each, all, bounds);
  return {
    from: Math.min(own.from, Math.max(bounds.from, ...before) + GAP),
    to: Math.max(own.to, Math.min(bounds.to, ...behind) - GAP)
  };
}

function spanOf(each: Placed, all: readonly Placed[], bounds: Span): Span {
  const half = halfOf(each, all, bounds);
  return { from: each.at - half, to: each.at + half };
}

function alignIn({ from, to }: Span, at: number): RoadPlace['align'] {
  const share = (at - from) / (to - from);
  if (share < 0.36) return 'start';
  return share > 0.64 ? 'end' : 'centre';
}

/** The first stretch of a lane that is free for its name; where all are short, the longest. */
function nameRoom(all: readonly Placed[], lane: 'upper' | 'lower', bounds: Span): Span {
  const taken = all.filter((each) => each.lane === lane).map((each) => spanOf(each, all, bounds));
  const gaps = [bounds.from, ...taken.map(({ to }) => to)].map((from, i) => ({
    from: from + (i === 0 ? 0 : GAP),
    to: (taken[i]?.from ?? bounds.to) - GAP
  }));
  const width = ({ from, to }: Span) => to - from;
  const widest = gaps.reduce((best, gap) => (width(gap) > width(best) ? gap : best));
  const { from, to } = gaps.find((gap) => width(gap) >= NAME) ?? widest;
  return { from, to: Math.min(to, from + NAME + 0.2) };
}

/** The same road from top to bottom: each lane in rows of its own. */
function toTall(all: readonly Placed[]) {
  const rows = new Map<string, number>();
  const next = { upper: TALL.start, lower: TALL.start };
  for (const { gate, lane } of all) {
    if (lane === 'approach') continue;
    const height = gate.isFolded ? TALL.tick : TALL.gate;
    rows.set(gate.id, next[lane] + height / 2);
    next[lane] += height;
  }
  const junction = Math.max(next.upper, next.lower) + TALL.bend;
  return { rows, start: TALL.start - 8, junction, height: junction + TALL.foot };
}

/** Between the lanes, where the parts of a gate stand: on the side with more room, in percent of its tag's room. */
export function roomAlong(
  { split, bend, merge }: RoadPlaces,
  { x, tag }: RoadPlace
): { readonly side: 'before' | 'behind'; readonly width: number } {
  const [before, behind] = [x - (split + bend), merge - x];
  const side = before > behind * 1.2 ? 'before' : 'behind';
  return { side, width: ((side === 'before' ? before : behind) / (tag.to - tag.from)) * 100 };
}
